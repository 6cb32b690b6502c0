import type { FastifyInstance } from 'fastify'
import { answerOperations, type Operations, operationsPaths } from '../operate/operations.ts'

/** For those who run the server: whether it lives, whether it can work, and its figures. Nobody signs in for them. */
export function operateRoutes(app: FastifyInstance, operations: Operations): void {
  for (const path of operationsPaths)
    app.get(path, async (request, reply) => {
      const { status, contentType, body } = await answerOperations(
        operations,
        path,
        request.headers.authorization,
        false,
      )
      return reply.status(status).header('cache-control', 'no-store').type(contentType).send(body)
    })
}
