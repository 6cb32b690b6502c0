import {
  decideSession,
  idSchema,
  type Room,
  type SessionCommand,
  type SessionCommandName,
  sessionCommands,
  sessionScreen,
} from '@keel/care'
import type { Json } from '@keel/eventlog'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppOptions, WhoAsks } from '../app.ts'
import { Problem, parse } from '../problem.ts'
import type { ReadStream } from '../runtime/handle.ts'
import { byStream, readRoom, readSession } from '../runtime/session-room.ts'
import { streams } from '../runtime/streams.ts'
import { answerTo, readerOf, roleFor } from './answer.ts'

const commandSchema = z.strictObject({
  commandId: idSchema,
  type: z.enum(Object.keys(sessionCommands) as [SessionCommandName, ...SessionCommandName[]]),
  data: z.unknown(),
})
const paramsSchema = z.strictObject({ sessionId: idSchema })

/** One session: its screen, and the commands that it takes. */
export function sessionRoutes(app: FastifyInstance, { runtime, reads }: AppOptions, whoAsks: WhoAsks): void {
  const { records, clock } = runtime
  const noSuchSession = () => new Problem(404, 'no-session', 'There is no such session in this clinic.')

  app.get('/api/sessions/:sessionId', async (request) => {
    const person = await whoAsks(request)
    const { sessionId } = parse(paramsSchema, request.params)
    const fresh: ReadStream = async <State>(streamId: string) => (await records.load(streamId, true)).state as State
    const room = await readRoom(fresh, sessionId)
    if (!room) throw noSuchSession()
    reads.note(readerOf(person), 'session', [room.session.patientId])
    return sessionScreen(room, clock.now())
  })

  app.post('/api/sessions/:sessionId/commands', async (request, reply) => {
    const person = await whoAsks(request)
    const { sessionId } = parse(paramsSchema, request.params)
    const { commandId, type, data } = parse(commandSchema, request.body)
    const spec = sessionCommands[type] as unknown as SessionCommand<unknown>
    const role = roleFor(person, spec.who)
    if (!role) throw new Problem(403, 'not-your-role', `Only ${spec.who.join(', ')} may do this. Ask one of them.`)
    const parsed = parse(spec.schema, data ?? {})
    const occasion = { at: clock.now(), by: { personId: person.personId, role } }
    const asked = { sessionId, type, data: parsed } as Json
    const handled = await runtime.handle(
      { ...occasion, commandId, asked, about: streams.session(sessionId) },
      async (read) => {
        const room = await (spec.looksAt === 'room' ? readRoom : readSession)(read, sessionId)
        if (!room) throw noSuchSession()
        return byStream(room, decideSession(type, room as Room, parsed as never, occasion))
      },
    )
    return answerTo(handled, reply)
  })
}
