/** Reads the records that a session's questions look at, and names the streams of what was decided. */
import type {
  Clinic,
  ClinicDay,
  Course,
  Outcome,
  Patient,
  Room,
  RoomEvents,
  Session,
  SessionAlone,
  Team,
} from '@keel/care'
import type { EventsByStream, ReadStream } from './handle.ts'
import { streams } from './streams.ts'

/** The room of a session; `undefined` when there is no such session. */
export async function readRoom(read: ReadStream, sessionId: string): Promise<Room | undefined> {
  const session = await read<Session | undefined>(streams.session(sessionId))
  if (!session) return undefined
  const [clinic, team, day, patient, course] = await Promise.all([
    read<Clinic | undefined>(streams.clinic),
    read<Team>(streams.team),
    read<ClinicDay>(streams.day(session.on)),
    read<Patient | undefined>(streams.patient(session.patientId)),
    read<Course | undefined>(streams.course(session.courseId)),
  ])
  if (!clinic || !patient || !course) throw new Error('a session names a clinic, patient or course that has no record')
  return { clinic, team, day, patient, course, session }
}

/** The session without what is beside it; `undefined` when there is no such session. */
export async function readSession(read: ReadStream, sessionId: string): Promise<SessionAlone | undefined> {
  const session = await read<Session | undefined>(streams.session(sessionId))
  return session && { session }
}

/** The decided events under the ids of their streams. */
export function byStream({ session }: SessionAlone, outcome: Outcome<RoomEvents>): Outcome<EventsByStream> {
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
