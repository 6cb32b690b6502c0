import { idSchema, type Reads, type Role, type Team } from '@keel/care'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AppOptions, WhoAsks } from '../app.ts'
import { Problem, parse } from '../problem.ts'
import { streams } from '../runtime/streams.ts'
import { type PatientCard, patientCard } from '../runtime/views.ts'
import { readerOf, roleFor } from './answer.ts'

const paramsSchema = z.strictObject({ patientId: idSchema })
/** Who may see who read a record. The patient comes to it by a way of the patient's own. */
const mayReview: readonly Role[] = ['medical-director', 'auditor']

/** One patient: who it is, and who read the record. */
export function patientRoutes(app: FastifyInstance, { runtime, reads }: AppOptions, whoAsks: WhoAsks): void {
  const { records, log, clinicId } = runtime
  const cardOf = async (patientId: string) => {
    const card = (await log.readView(clinicId, patientCard, patientId)) as unknown as PatientCard | undefined
    if (!card) throw new Problem(404, 'no-patient', 'There is no such patient in this clinic.')
    return card
  }

  app.get('/api/patients/:patientId', async (request) => {
    const person = await whoAsks(request)
    const { patientId } = parse(paramsSchema, request.params)
    const card = await cardOf(patientId)
    reads.note(readerOf(person), 'patient', [patientId])
    return { patientId, ...card }
  })

  app.get('/api/patients/:patientId/reads', async (request) => {
    const person = await whoAsks(request)
    const role = roleFor(person, mayReview)
    if (!role)
      throw new Problem(403, 'not-your-role', 'Who read a record is shown to the medical director and to auditors.')
    const { patientId } = parse(paramsSchema, request.params)
    await cardOf(patientId)
    reads.note({ personId: person.personId, role }, 'reads', [patientId])
    const [readStream, teamStream] = await Promise.all([
      records.load(streams.reads(patientId), true),
      records.load(streams.team, false),
    ])
    const { reads: listed, older } = readStream.state as Reads
    const { members } = teamStream.state as Team
    return {
      reads: listed.toReversed().map(({ by, ...read }) => ({
        ...read,
        // People leave a team, but never its record.
        by: { personId: by.personId, role: by.role, name: members[by.personId]?.name ?? null },
      })),
      older,
    }
  })
}
