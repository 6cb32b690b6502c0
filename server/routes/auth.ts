import type { Clinic } from '@keel/care'
import type { FastifyInstance } from 'fastify'
import { clientAddressHeader } from '../access/sign-in.ts'
import type { AppOptions, WhoAsks } from '../app.ts'
import { streams } from '../runtime/streams.ts'

/** Signing in and out, and who is signed in. */
export function authRoutes(app: FastifyInstance, { signIns, runtime, demo }: AppOptions, whoAsks: WhoAsks): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    async handler(request, reply) {
      const url = new URL(request.url, `${request.protocol}://${request.host}`)
      const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      headers.set(clientAddressHeader, request.ip)
      headers.delete('content-length')
      const body = request.body === undefined || request.body === null ? null : JSON.stringify(request.body)
      const answer = await signIns.handle(new Request(url, { method: request.method, headers, body }))
      reply.status(answer.status)
      for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
      reply.header('set-cookie', answer.headers.getSetCookie())
      return reply.send(answer.body === null ? null : Buffer.from(await answer.arrayBuffer()))
    },
  })

  app.get('/api/me', async (request) => {
    const { personId, name, email, roles } = await whoAsks(request)
    const clinic = (await runtime.records.load(streams.clinic, true)).state as Clinic
    return {
      person: { personId, name, email, roles },
      clinic: { name: clinic.name, timeZone: clinic.timeZone, region: clinic.region, synthetic: clinic.synthetic },
      clock: { now: runtime.clock.now(), demo: demo !== undefined },
      ruleset: runtime.ruleset,
    }
  })
}
