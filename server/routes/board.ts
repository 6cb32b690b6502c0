import {
  type BoardRow,
  type Clinic,
  type ClinicDay,
  type DayCommandName,
  dayCommands,
  dayOf,
  decideDay,
  idSchema,
  isOpenSession,
  type Role,
  type Team,
} from '@keel/care'
import type { Json } from '@keel/eventlog'
import { equipmentItems } from '@keel/rulebook'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppOptions, WhoAsks } from '../app.ts'
import { Problem, parse } from '../problem.ts'
import { streams } from '../runtime/streams.ts'
import { type PatientCard, patientCard, sessionBoard } from '../runtime/views.ts'
import { answerTo, readerOf, roleFor } from './answer.ts'

const dayCommandSchema = z.strictObject({
  commandId: idSchema,
  type: z.enum(Object.keys(dayCommands) as [DayCommandName, ...DayCommandName[]]),
  data: z.unknown(),
})

/** The day's board, and what people do about the day itself. */
export function boardRoutes(app: FastifyInstance, { runtime, reads }: AppOptions, whoAsks: WhoAsks): void {
  const { records, log, clinicId, clock } = runtime
  const today = async () => {
    const clinic = (await records.load(streams.clinic, false)).state as Clinic
    return dayOf(clock.now(), clinic.timeZone)
  }

  app.get('/api/board', async (request) => {
    const person = await whoAsks(request)
    const on = await today()
    const [rows, dayStream, teamStream] = await Promise.all([
      log.listView(clinicId, sessionBoard, on),
      records.load(streams.day(on), true),
      records.load(streams.team, true),
    ])
    const day = dayStream.state as ClinicDay
    const team = teamStream.state as Team
    const withPatient = async (doc: Json | undefined) => {
      const row = doc as unknown as BoardRow
      const patient = (await log.readView(clinicId, patientCard, row.patientId)) as unknown as PatientCard
      return { ...row, patient }
    }
    const [shown, earlier] = await Promise.all([
      Promise.all(rows.map(({ doc }) => withPatient(doc))),
      Promise.all(
        day.leftOpen.map(async (sessionId) => withPatient(await log.readView(clinicId, sessionBoard, sessionId))),
      ),
    ])
    const leftOpen = earlier.filter(isOpenSession)
    const patientIds = [...shown, ...leftOpen].map(({ patientId }) => patientId)
    reads.note(readerOf(person), 'board', [...new Set(patientIds)])
    return {
      at: clock.now(),
      on,
      rows: shown.sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
      leftOpen,
      staffOnSite: day.onSite.flatMap((personId) => {
        const member = team.members[personId]
        return member ? [{ personId, name: member.name, roles: member.roles }] : []
      }),
      equipment: {
        checkedAt: day.equipmentCheckedAt,
        notChecked: equipmentItems.filter((item) => !day.equipment[item]),
      },
    }
  })

  app.post('/api/day/commands', async (request, reply) => {
    const person = await whoAsks(request)
    const { commandId, type, data } = parse(dayCommandSchema, request.body)
    const spec = dayCommands[type]
    const role = roleFor(person, spec.who)
    if (!role) throw new Problem(403, 'not-your-role', 'Your role may not do this. Ask someone who may.')
    const parsed = parse(spec.schema as z.ZodType, data ?? {})
    const on = await today()
    const by = { personId: person.personId, role: role as Role }
    const asked = { type, data: parsed } as Json
    const handled = await runtime.handle(
      { at: clock.now(), by, commandId, asked, about: streams.day(on) },
      async (read) => {
        await read(streams.day(on))
        return { accept: { [streams.day(on)]: [decideDay(type, parsed, by)] } }
      },
    )
    return answerTo(handled, reply)
  })
}
