import { type ClinicCommandName, clinicCommands, idSchema } from '@keel/care'
import type { Json } from '@keel/eventlog'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppOptions, WhoAsks } from '../app.ts'
import { Problem, parse } from '../problem.ts'
import { streams } from '../runtime/streams.ts'
import { answerTo, roleFor } from './answer.ts'

const clinicCommandSchema = z.strictObject({
  commandId: idSchema,
  type: z.enum(Object.keys(clinicCommands) as [ClinicCommandName, ...ClinicCommandName[]]),
  data: z.unknown(),
})

/** What people do about the clinic itself. */
export function clinicRoutes(app: FastifyInstance, { runtime }: AppOptions, whoAsks: WhoAsks): void {
  app.post('/api/clinic/commands', async (request, reply) => {
    const person = await whoAsks(request)
    const { commandId, type, data } = parse(clinicCommandSchema, request.body)
    const { schema, who, decide } = clinicCommands[type]
    const role = roleFor(person, who)
    if (!role) throw new Problem(403, 'not-your-role', 'Your role may not do this. Ask the medical director.')
    const parsed = parse(schema, data)
    const by = { personId: person.personId, role }
    const asked = { type, data: parsed } as unknown as Json
    const handled = await runtime.handle(
      { at: runtime.clock.now(), by, commandId, asked, about: streams.clinic },
      async (read) => {
        await read(streams.clinic)
        const outcome = decide(parsed)
        return 'refuse' in outcome ? outcome : { accept: { [streams.clinic]: [outcome.accept] } }
      },
    )
    return answerTo(handled, reply)
  })
}
