import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppOptions, WhoAsks } from '../app.ts'
import { parse } from '../problem.ts'

const advanceSchema = z.strictObject({
  advanceMinutes: z
    .number()
    .int('must be whole minutes')
    .min(1, 'must be at least 1 min')
    .max(240, 'must be at most 240 min'),
})

/** Only in the demo: its sign-ins, and its clock. */
export function demoRoutes(
  app: FastifyInstance,
  demo: NonNullable<AppOptions['demo']>,
  { live }: AppOptions,
  whoAsks: WhoAsks,
): void {
  app.get('/api/demo', async () => ({ signIns: demo.signIns }))

  app.post('/api/demo/clock', async (request) => {
    await whoAsks(request)
    const { advanceMinutes } = parse(advanceSchema, request.body)
    demo.clock.advance(advanceMinutes)
    live.clockMoved()
    return { now: demo.clock.now() }
  })
}
