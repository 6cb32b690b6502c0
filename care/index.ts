export {
  type Clinic,
  type ClinicCommandName,
  type ClinicEvent,
  clinicCommands,
  clinicEvents,
  evolveClinic,
  noClinic,
} from './clinic/clinic.ts'
export {
  type ClinicDay,
  type DayCommandName,
  type DayEvent,
  dayCommands,
  dayEvents,
  decideDay,
  evolveDay,
  freshDay,
} from './clinic/day.ts'
export { tighteningSchema } from './clinic/tightening.ts'
export type { RecordedFinding } from './finding.ts'
export type { FollowUpEvent } from './follow-up/follow-up.ts'
export { evolvePatient, type Patient, type PatientEvent, patientEvents } from './intake/patient.ts'
export * from './kernel.ts'
export { type Course, type CourseEvent, courseEvents, evolveCourse, scheduleOn } from './plan/course.ts'
export {
  evolveReads,
  noReads,
  purposeOf,
  type ReadingEvent,
  type ReadingPlace,
  type Reads,
  type RecordRead,
  readingEvents,
} from './reading/reading.ts'
export { gateWithAnswers } from './session/findings.ts'
export * from './session/index.ts'
export { bedside, prescribing, type Role, roles } from './team/roles.ts'
export { evolveTeam, noTeam, type StaffMember, type Team, type TeamEvent, teamEvents } from './team/team.ts'
