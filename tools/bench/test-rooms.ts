/**
 * Two rooms that differ in one thing: how long the patient's course has been going. Everything between the doses is in
 * the record as a clinic has it: measures, visits, reviews, laboratory, consent signed anew.
 */
import {
  type Course,
  type CourseEvent,
  evolveCourse,
  evolvePatient,
  type Patient,
  type PatientEvent,
  type Recorded,
  type Room,
} from '@keel/care'
import { at, nine, prescriber, readyRoom } from '../../care/session/example-room.ts'

export interface AgedRoom {
  readonly room: Room
  /** What was folded into it: of the course, and of the patient. */
  readonly courseEvents: readonly CourseEvent[]
  readonly patientEvents: readonly PatientEvent[]
  readonly doses: number
  /** The instant of the question: all is checked, the dose may begin. */
  readonly askedAt: string
}

/** @param days from the first dose to the session that is asked about. */
export function roomAfter(days: number): AgedRoom {
  const ready = readyRoom()
  const dayOf = (day: number): string =>
    Temporal.PlainDate.from(ready.session.on)
      .subtract({ days: days - day })
      .toString()
  const courseEvents = Array.from({ length: days }, (_, day) => courseEventsOf(day, days, dayOf(day))).flat()
  const patientEvents = Array.from({ length: days }, (_, day) => patientEventsOf(day, dayOf(day))).flat()
  return {
    room: {
      ...ready,
      course: folded<Course, CourseEvent>(evolveCourse, plannedCourse(ready), courseEvents),
      patient: folded<Patient, PatientEvent>(evolvePatient, ready.patient, patientEvents),
    },
    courseEvents,
    patientEvents,
    doses: courseEvents.filter(({ type }) => type === 'DoseGiven').length,
    askedAt: at(20),
  }
}

type Event = CourseEvent | PatientEvent

/** As the server folds: one event after the other onto the state it remembers. */
export function folded<State, E extends Event>(
  evolve: (state: State | undefined, event: Recorded<E>) => State | undefined,
  state: State,
  events: readonly E[],
): State {
  return events.reduce<State | undefined>(
    (before, event) => evolve(before, { ...event, at: nine, by: prescriber } as unknown as Recorded<E>),
    state,
  ) as State
}

function plannedCourse({ course }: Room): Course {
  const { courseId, patientId, protocol, region, setting } = course
  const data = { courseId, patientId, protocol, region, setting, earlierCourseEndedOn: 'never' } as const
  return folded<Course, CourseEvent>(evolveCourse, course, [{ type: 'CoursePlanned', data }])
}

const inductionDays = [0, 2, 4, 7, 9, 11]
/** From the third week on a dose every eighth day; the session that is asked about is not crowded. */
const laterDoseEveryDays = 8
const lastDoseBeforeDays = 6

function isDoseDay(day: number, days: number): boolean {
  if (day < 14) return inductionDays.includes(day)
  return (day - 3) % laterDoseEveryDays === 0 && days - day >= lastDoseBeforeDays
}

function courseEventsOf(day: number, days: number, on: string): readonly CourseEvent[] {
  const every = (interval: number) => day % interval === interval - 1
  const sessionId = `00000000-0000-4000-8000-${String(day).padStart(12, '0')}`
  return [
    ...when(day === 0, { type: 'EducationPassed', data: { on } }),
    ...when(day === 14, { type: 'CoursePhaseChanged', data: { phase: 'continuation', on } }),
    ...when(isDoseDay(day, days), { type: 'DoseGiven', data: { sessionId, on, doseMg: 35 } }),
    ...when(day > 0 && isDoseDay(day - 1, days), {
      type: 'IntegrationVisit',
      // Lately none was missed, or the gate would speak of it.
      data: { on, attended: day % 13 !== 0 || day > days - 100 },
    }),
    // Baseline before the first dose, then weekly.
    ...when(day % 7 === 0, { type: 'MeasureTaken', data: { on, scale: 'PHQ-9', score: day === 0 ? 21 : 8 } }),
    ...when(day % 7 === 0, { type: 'SuicideRiskScreened', data: { on, risk: 'none' } }),
    ...when(day % 28 === 0, { type: 'MisuseRiskReviewed', data: { on, ...noSignals } }),
    ...when(every(90), { type: 'ReevaluationDone', data: { on } }),
    ...when(every(90), { type: 'TaperReviewDone', data: { on } }),
  ]
}

const noSignals = {
  tier: 'low',
  earlyDoseRequests: 0,
  doseEscalationRequests: 0,
  lostProductReports: 0,
  cravingRise: false,
} as const

/** What is asked and tested again while a course goes on. */
function patientEventsOf(day: number, on: string): readonly PatientEvent[] {
  const symptoms = { bpicSs: 2, dysuria: false, urgency: false, frequency: false, nocturia: false, haematuria: false }
  return [
    ...when(day % 8 === 0, { type: 'PatientMeasured', data: { on, weightKg: 70 } }),
    ...when(day % 8 === 0, { type: 'PrescriptionMonitoringQueried', data: { on, otherKetamineOn: 'never' } }),
    ...when(day % 60 === 0, { type: 'UrinarySymptomsAsked', data: { on, ...symptoms } }),
    ...when(day % 90 === 0, { type: 'LaboratoryResulted', data: { on, ...normalLaboratory } }),
    ...when(day % 180 === 0, { type: 'ConsentSigned', data: { on, protocol: 'iv-ket-trd' } }),
  ]
}

const normalLaboratory = { altXUln: 0.6, astXUln: 0.6, tsh: 'normal', urinalysis: 'normal' } as const

function when<E extends Event>(happens: boolean, event: E): readonly E[] {
  return happens ? [event] : []
}
