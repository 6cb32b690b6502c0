/**
 * Everything that a session's questions look at: the session itself and the other records that touch it. The server
 * reads the streams; here they are plain values.
 */
import type { Clinic } from '../clinic/clinic.ts'
import type { ClinicDay, DayEvent } from '../clinic/day.ts'
import type { Patient, PatientEvent } from '../intake/patient.ts'
import type { Course, CourseEvent } from '../plan/course.ts'
import type { Team } from '../team/team.ts'
import type { SessionEvent } from './events.ts'
import type { Session } from './state.ts'

export interface Room {
  readonly clinic: Clinic
  readonly team: Team
  readonly day: ClinicDay
  readonly patient: Patient
  readonly course: Course
  readonly session: Session
}

/** What most commands look at: the session and nothing beside it. */
export type SessionAlone = Pick<Room, 'session'>

/** New events, by the stream that they belong to. All of them are written together or not at all. */
export interface RoomEvents {
  readonly session?: readonly SessionEvent[]
  readonly patient?: readonly PatientEvent[]
  readonly course?: readonly CourseEvent[]
  readonly day?: readonly DayEvent[]
}
