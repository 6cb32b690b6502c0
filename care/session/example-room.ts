/** A room in which everything is in order, for tests: what is wrong in a test is then the one thing that it changes. */
import { equipmentItems } from '@keel/rulebook'
import { freshDay } from '../clinic/day.ts'
import { type Actor, minutesAfter, type Outcome, type Recorded } from '../kernel.ts'
import { type Course, type CourseEvent, evolveCourse } from '../plan/course.ts'
import { decideSession, type SessionCommandData, type SessionCommandName } from './commands.ts'
import type { ObservationValues, SessionEvent, TimeOut } from './events.ts'
import type { Room, RoomEvents } from './room.ts'
import { evolveSession, type Session } from './state.ts'

export const nurse: Actor = { personId: '00000000-0000-4000-8000-000000000001', role: 'session-monitor' }
export const secondNurse: Actor = { personId: '00000000-0000-4000-8000-000000000002', role: 'session-monitor' }
export const prescriber: Actor = { personId: '00000000-0000-4000-8000-000000000003', role: 'prescriber' }
/** 09:00 on the day of the session, where the clinic is. */
export const nine = '2026-11-23T14:00:00.000Z'
export const at = (minutes: number) => minutesAfter(nine, minutes)

const sessionId = '00000000-0000-4000-8000-0000000000aa'

export const calmTimeOut: TimeOut = {
  lastFoodAt: at(-9 * 60),
  lastDrinkAt: at(-4 * 60),
  lastAlcoholAt: 'never',
  breathAlcoholPercent: 0,
  intoxicated: false,
  escort: true,
  drugTest: {
    cocaine: 'negative',
    amphetamine: 'negative',
    opioid: 'negative',
    pcp: 'negative',
    benzodiazepine: 'negative',
    ketamine: 'negative',
  },
  nasalMedicineAt: 'never',
  suicidalIdeation: 0,
  suicidalBehaviourOn: 'never',
  newMedicationUnreviewed: false,
  remsFormDaysUnsent: 0,
  missedSessions: 0,
  depressionWorse: false,
}
export const calmVitals: ObservationValues = { sbp: 122, dbp: 78, hr: 72, spo2: 98, rr: 14, tempC: 36.7 }
export const calmDuring: ObservationValues = {
  sbp: 128,
  dbp: 80,
  hr: 76,
  spo2: 98,
  rr: 14,
  moaas: 5,
  rass: 0,
  cadss6: 3,
  distress: false,
  vomiting: false,
  symptoms: [],
}

const member = (personId: string, role: 'session-monitor' | 'prescriber') => ({
  personId,
  name: `Synthetic ${role}`,
  roles: [role],
  aclsCurrent: true,
  blsCurrent: true,
})

export function exampleRoom(protocol: 'iv-ket-trd' | 'in-esk-trd' = 'iv-ket-trd'): Room {
  const patientId = '00000000-0000-4000-8000-0000000000bb'
  const courseId = '00000000-0000-4000-8000-0000000000cc'
  return {
    clinic: {
      name: 'Synthetic clinic',
      timeZone: 'America/New_York',
      region: 'US',
      synthetic: true,
      remsCertified: true,
      adopted: [protocol],
    },
    team: {
      members: {
        [nurse.personId]: member(nurse.personId, 'session-monitor'),
        [secondNurse.personId]: member(secondNurse.personId, 'session-monitor'),
        [prescriber.personId]: member(prescriber.personId, 'prescriber'),
      },
    },
    day: {
      ...freshDay,
      onSite: [nurse.personId, secondNurse.personId, prescriber.personId],
      equipment: Object.fromEntries(equipmentItems.map((item) => [item, true])),
    },
    patient: {
      patientId,
      name: 'Synthetic Patient',
      birthDate: '1984-03-12',
      sex: 'female',
      recordNumber: 'SYN-1',
      synthetic: true,
      heightCm: 168,
      weight: { kg: 70, on: '2026-11-23' },
      history: {
        conditions: [],
        medications: [{ name: 'sertraline' }],
        allergies: [],
        japaneseAncestry: false,
        canBecomePregnant: false,
      },
      pregnancyTest: null,
      consents: [{ protocol, on: '2026-10-20' }],
      prescriptionMonitoring: { on: '2026-11-10', otherKetamineOn: 'never' },
      remsEnrolledOn: '2026-10-20',
      screening: {
        on: '2026-10-20',
        meanSbp: 124,
        meanDbp: 78,
        visits: 2,
        failedAntidepressantTrials: 3,
        diagnosisMatchesProtocol: true,
        nonmedicalKetamineLastOn: 'never',
        moca: 28,
        stopBang: 1,
      },
      laboratory: { on: '2026-10-25', altXUln: 0.6, astXUln: 0.6, tsh: 'normal', urinalysis: 'normal' },
      urinarySymptoms: {
        on: '2026-11-20',
        bpicSs: 2,
        dysuria: false,
        urgency: false,
        frequency: false,
        nocturia: false,
        haematuria: false,
      },
    },
    course: startedCourse(protocol, patientId, courseId),
    session: scheduledSession(protocol, patientId, courseId),
  }
}

/** A course in its second week of induction, with everything done that is asked between doses. */
function startedCourse(protocol: 'iv-ket-trd' | 'in-esk-trd', patientId: string, courseId: string): Course {
  const doseMg = protocol === 'iv-ket-trd' ? 35 : 56
  const events: readonly CourseEvent[] = [
    {
      type: 'CoursePlanned',
      data: { courseId, patientId, protocol, region: 'US', setting: 'outpatient', earlierCourseEndedOn: 'never' },
    },
    { type: 'EducationPassed', data: { on: '2026-11-16' } },
    { type: 'MeasureTaken', data: { on: '2026-11-16', scale: 'PHQ-9', score: 21 } },
    { type: 'PriorDoseRecorded', data: { on: '2026-11-20', doseMg } },
    { type: 'IntegrationVisit', data: { on: '2026-11-21', attended: true } },
    { type: 'MeasureTaken', data: { on: '2026-11-21', scale: 'PHQ-9', score: 17 } },
    { type: 'SuicideRiskScreened', data: { on: '2026-11-21', risk: 'none' } },
    {
      type: 'MisuseRiskReviewed',
      data: {
        on: '2026-11-21',
        tier: 'low',
        earlyDoseRequests: 0,
        doseEscalationRequests: 0,
        lostProductReports: 0,
        cravingRise: false,
      },
    },
  ]
  return foldCourse(undefined, events, nine) as Course
}

function foldCourse(course: Course | undefined, events: readonly CourseEvent[], instant: string): Course | undefined {
  return events.reduce<Course | undefined>(
    (state, event) => evolveCourse(state, { ...event, at: instant, by: prescriber } as Recorded<CourseEvent>),
    course,
  )
}

function scheduledSession(protocol: 'iv-ket-trd' | 'in-esk-trd', patientId: string, courseId: string): Session {
  const data = {
    sessionId,
    patientId,
    courseId,
    protocol,
    region: 'US',
    setting: 'outpatient',
    room: 'Room 1',
    on: '2026-11-23',
    startsAt: nine,
  } as const
  return evolveSession(undefined, { type: 'SessionScheduled', data, at: nine, by: prescriber }) as Session
}

/** One step of a walk: gives the room as it is afterwards, with the events of the step. */
export function step<N extends SessionCommandName>(
  room: Room,
  name: N,
  data: SessionCommandData<N>,
  minute: number,
  by: Actor = nurse,
): { readonly room: Room; readonly outcome: Outcome<RoomEvents>; readonly types: readonly string[] } {
  const outcome = decideSession(name, room, data, { at: at(minute), by })
  if ('refuse' in outcome) return { room, outcome, types: [`refused: ${outcome.refuse.code}`] }
  const events = outcome.accept.session ?? []
  const session = events.reduce<Session | undefined>(
    (state, event) => evolveSession(state, { ...event, at: at(minute), by } as Recorded<SessionEvent>),
    room.session,
  ) as Session
  const measured = (outcome.accept.patient ?? []).flatMap((event) =>
    event.type === 'PatientMeasured' && event.data.weightKg ? [{ kg: event.data.weightKg, on: event.data.on }] : [],
  )
  return {
    room: {
      ...room,
      session,
      course: foldCourse(room.course, outcome.accept.course ?? [], at(minute)) as Course,
      patient: { ...room.patient, weight: measured[0] ?? room.patient.weight },
    },
    outcome,
    types: events.map(({ type }) => type),
  }
}

/** Everything up to the second person's check, in order and calm. */
export function readyRoom(protocol: 'iv-ket-trd' | 'in-esk-trd' = 'iv-ket-trd'): Room {
  const order =
    protocol === 'iv-ket-trd'
      ? { doseMg: 35, durationMin: 40, weightBasis: 'actual' as const, orderedWeightKg: 70 }
      : { doseMg: 56 }
  let room = step(exampleRoom(protocol), 'OrderDose', order, 0, prescriber).room
  room = step(room, 'CheckIn', { identifiedBy: ['name', 'birth-date'], weightKg: 70 }, 1).room
  room = step(room, 'RecordObservation', { observationId: observationId(1), ...calmVitals, cadss6: 0 }, 2).room
  room = step(room, 'RecordObservation', { observationId: observationId(2), ...calmVitals }, 13).room
  room = step(room, 'AnswerTimeOut', calmTimeOut, 14).room
  room = step(room, 'PrepareDose', { doseMg: order.doseMg }, 15).room
  return step(room, 'CheckDose', { doseMg: order.doseMg }, 16, secondNurse).room
}

export function observationId(n: number): string {
  return `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`
}
