/** Reads the records that a session's questions look at, and names the streams of what was decided. */
import type { Clinic, ClinicDay, Course, Outcome, Patient, Room, RoomEvents, Session, Team } from '@keel/care'
import type { EventsByStream, ReadStream } from './handle.ts'
import { streams } from './streams.ts'

/**
 * The room of a session; `undefined` when there is no such session.
 * @param beside reads the records beside the session: guarded like the session itself, or only looked at.
 */
export async function readRoom(read: ReadStream, beside: ReadStream, sessionId: string): Promise<Room | undefined> {
  const session = await read<Session | undefined>(streams.session(sessionId))
  if (!session) return undefined
  const [clinic, team, day, patient, course] = await Promise.all([
    beside<Clinic | undefined>(streams.clinic),
    beside<Team>(streams.team),
    beside<ClinicDay>(streams.day(session.on)),
    beside<Patient | undefined>(streams.patient(session.patientId)),
    beside<Course | undefined>(streams.course(session.courseId)),
  ])
  if (!clinic || !patient || !course) throw new Error('a session names a clinic, patient or course that has no record')
  return { clinic, team, day, patient, course, session }
}

/** The decided events under the ids of their streams. */
export function byStream({ session }: Room, outcome: Outcome<RoomEvents>): Outcome<EventsByStream> {
  if ('refuse' in outcome) return outcome
  const { accept } = outcome
  return {
    accept: {
      ...(accept.session && { [streams.session(session.sessionId)]: accept.session }),
      ...(accept.patient && { [streams.patient(session.patientId)]: accept.patient }),
      ...(accept.course && { [streams.course(session.courseId)]: accept.course }),
      ...(accept.day && { [streams.day(session.on)]: accept.day }),
    },
  }
}
