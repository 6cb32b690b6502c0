/** The state of one session: a fold over its events. One discriminant, `phase`. */
import type { Tightening } from '@keel/engine'
import type { RecordedFinding } from '../finding.ts'
import { type Actor, type Instant, minutesAfter, minutesBetween, type Occasion, type Recorded } from '../kernel.ts'
import type { ObservationValues, Order, Recovery, SessionData, SessionEvent, TimeOut } from './events.ts'

export const sessionPhases = [
  'scheduled',
  'checked-in',
  'running',
  'paused',
  'observing',
  'discharged',
  'aborted',
] as const
export type SessionPhase = (typeof sessionPhases)[number]

export interface Observation extends ObservationValues, Occasion {
  readonly observationId: string
}
export interface Alarm {
  readonly alarmId: string
  readonly finding: RecordedFinding
  readonly raisedAt: Instant
  readonly acknowledged: { readonly at: Instant; readonly by: Actor; readonly response: string } | null
  readonly settledAt: Instant | null
}
/** A reasoned decision to go on in spite of a finding, good while the facts that it saw are unchanged. */
export interface Answer extends Occasion {
  readonly finding: RecordedFinding
  readonly reason: string
}
export interface Dose {
  readonly order: Order
  /** What the clinic had tightened when it began. */
  readonly tightening?: Tightening | undefined
  readonly startedAt: Instant
  readonly devicesPlanned: number
  readonly devices: readonly { readonly device: number; readonly at: Instant }[]
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly ended: { readonly at: Instant; readonly deliveredMg: number; readonly stoppedBecause: string | null } | null
}
export interface Held extends Occasion {
  readonly decision: SessionData['DoseHeld']['decision']
  readonly findings: readonly RecordedFinding[]
}

export interface Session extends Readonly<SessionData['SessionScheduled']> {
  readonly phase: SessionPhase
  readonly order: (Order & Occasion) | null
  readonly checkedInAt: Instant | null
  readonly timeOut: TimeOut
  /** Oldest first, without those entered in error. */
  readonly observations: readonly Observation[]
  readonly enteredInError: readonly { readonly observation: Observation; readonly reason: string }[]
  readonly answers: readonly Answer[]
  readonly prepared: ({ readonly doseMg: number } & Occasion) | null
  readonly checked: Occasion | null
  readonly held: Held | null
  readonly dose: Dose | null
  readonly alarms: readonly Alarm[]
  readonly prns: readonly (SessionData['PrnGiven'] & Occasion)[]
  readonly adverseEvents: readonly (SessionData['AdverseEventRecorded'] & Occasion)[]
  readonly recovery: (Recovery & Occasion) | null
  readonly ended: (Occasion & { readonly reason: string | null }) | null
}

/** Folds one event in. `undefined` until the session is scheduled; an event before that is not of this stream. */
export function evolveSession(session: Session | undefined, event: Recorded<SessionEvent>): Session | undefined {
  if (event.type === 'SessionScheduled') return scheduled(event.data)
  return session && { ...session, ...changeOf(session, event) }
}

function scheduled(data: SessionData['SessionScheduled']): Session {
  return {
    ...data,
    phase: 'scheduled',
    order: null,
    checkedInAt: null,
    timeOut: {},
    observations: [],
    enteredInError: [],
    answers: [],
    prepared: null,
    checked: null,
    held: null,
    dose: null,
    alarms: [],
    prns: [],
    adverseEvents: [],
    recovery: null,
    ended: null,
  }
}

type LaterEvent = Exclude<Recorded<SessionEvent>, { type: 'SessionScheduled' }>
type Change = Partial<Session>
type Changes = { [T in LaterEvent['type']]: (session: Session, event: Extract<LaterEvent, { type: T }>) => Change }

const occasion = ({ at, by }: Occasion): Occasion => ({ at, by })

/** How each event changes the session. */
const changes: Changes = {
  // A new order needs a new preparation and a new check: what was drawn was drawn for the old one.
  DoseOrdered: (_, event) => ({
    order: { ...event.data, ...occasion(event) },
    prepared: null,
    checked: null,
    held: null,
  }),
  DoseOrderBlocked: () => ({}),
  PatientCheckedIn: (_, event) => ({ phase: 'checked-in', checkedInAt: event.at }),
  TimeOutAnswered: (session, event) => ({ timeOut: { ...session.timeOut, ...event.data } }),
  ObservationRecorded: (session, event) => ({
    observations: inOrder([...session.observations, { ...event.data, ...occasion(event) }]),
  }),
  ObservationEnteredInError: (session, { data }) => withdrawn(session, data),
  ReviewAnswered: (session, event) => ({ answers: [...session.answers, { ...event.data, ...occasion(event) }] }),
  HoldOverridden: (session, event) => ({
    answers: [...session.answers, { finding: event.data.finding, reason: event.data.reason, ...occasion(event) }],
  }),
  DosePrepared: (_, event) => ({ prepared: { ...event.data, ...occasion(event) }, checked: null }),
  DoseChecked: (_, event) => ({ checked: occasion(event) }),
  DoseCheckFailed: () => ({ prepared: null, checked: null }),
  DoseHeld: (_, event) => ({ held: { ...event.data, ...occasion(event) } }),
  DoseStarted: (_, event) => ({
    phase: 'running',
    held: null,
    dose: {
      order: event.data.order,
      ...(event.data.tightening && { tightening: event.data.tightening }),
      startedAt: event.at,
      devicesPlanned: event.data.devices,
      devices: [],
      pauses: [],
      ended: null,
    },
  }),
  DeviceGiven: (session, event) =>
    withDose(session, (dose) => ({ devices: [...dose.devices, { device: event.data.device, at: event.at }] })),
  DosePaused: (session, event) => ({
    ...withDose(session, (dose) => ({ pauses: [...dose.pauses, { from: event.at, to: null }] })),
    phase: 'paused',
  }),
  ResumeHeld: (_, event) => ({ held: { ...event.data, ...occasion(event) } }),
  DoseResumed: (session, event) => ({
    ...withDose(session, (dose) => ({ pauses: closed(dose.pauses, event.at) })),
    phase: 'running',
    held: null,
  }),
  DoseStopped: (session, event) => doseEnded(session, event.at, event.data.deliveredMg, event.data.reason),
  DoseCompleted: (session, event) => doseEnded(session, event.at, event.data.deliveredMg, null),
  AlarmRaised: (session, event) => ({
    alarms: [...session.alarms, { ...event.data, raisedAt: event.at, acknowledged: null, settledAt: null }],
  }),
  AlarmAcknowledged: (session, event) =>
    withAlarm(session, event.data.alarmId, { acknowledged: { ...occasion(event), response: event.data.response } }),
  AlarmSettled: (session, event) => withAlarm(session, event.data.alarmId, { settledAt: event.at }),
  PrnGiven: (session, event) => ({ prns: [...session.prns, { ...event.data, ...occasion(event) }] }),
  AdverseEventRecorded: (session, event) => ({
    adverseEvents: [...session.adverseEvents, { ...event.data, ...occasion(event) }],
  }),
  RecoveryAssessed: (_, event) => ({ recovery: { ...event.data, ...occasion(event) } }),
  DischargeHeld: (_, event) => ({ held: { ...event.data, ...occasion(event) } }),
  PatientDischarged: (_, event) => ({ phase: 'discharged', held: null, ended: { ...occasion(event), reason: null } }),
  SessionAborted: (session, event) => ({
    ...withDose(session, (dose) => ({ pauses: closed(dose.pauses, event.at) })),
    phase: 'aborted',
    ended: { ...occasion(event), reason: event.data.reason },
  }),
}

function changeOf(session: Session, event: LaterEvent): Change {
  const change = changes[event.type] as (session: Session, event: LaterEvent) => Change
  return change(session, event)
}

/** By when they were made. Nearly always they are: then nothing is sorted. */
function inOrder(observations: readonly Observation[]): readonly Observation[] {
  const [before, last] = observations.slice(-2)
  if (!before || !last || before.at <= last.at) return observations
  return observations.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function withdrawn(session: Session, { observationId, reason }: SessionData['ObservationEnteredInError']): Change {
  const observation = session.observations.find((one) => one.observationId === observationId)
  if (!observation) return {}
  return {
    observations: session.observations.filter((one) => one !== observation),
    enteredInError: [...session.enteredInError, { observation, reason }],
  }
}

function withDose(session: Session, change: (dose: Dose) => Partial<Dose>): Change {
  return session.dose ? { dose: { ...session.dose, ...change(session.dose) } } : {}
}

function doseEnded(session: Session, at: Instant, deliveredMg: number, stoppedBecause: string | null): Change {
  const ended = { at, deliveredMg, stoppedBecause }
  return { ...withDose(session, (dose) => ({ pauses: closed(dose.pauses, at), ended })), phase: 'observing' }
}

function closed(pauses: Dose['pauses'], at: Instant): Dose['pauses'] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
}

function withAlarm(session: Session, alarmId: string, change: Partial<Alarm>): Change {
  return { alarms: session.alarms.map((alarm) => (alarm.alarmId === alarmId ? { ...alarm, ...change } : alarm)) }
}

/** Minutes for which the dose has actually run by an instant: pauses do not count. */
export function minutesRun(dose: Dose, at: Instant): number {
  const until = dose.ended && dose.ended.at < at ? dose.ended.at : at
  const paused = dose.pauses.reduce((sum, { from, to }) => {
    const end = to !== null && to < until ? to : until
    return from < until ? sum + minutesBetween(from, end) : sum
  }, 0)
  return Math.max(0, minutesBetween(dose.startedAt, until) - paused)
}

/** Milligrams delivered by an instant, from the planned rate and the time run; devices count whole. One decimal, rounded down. */
export function deliveredMg(dose: Dose, at: Instant): number {
  if (dose.ended && dose.ended.at <= at) return dose.ended.deliveredMg
  const { doseMg, durationMin } = dose.order
  const share =
    dose.devicesPlanned > 0
      ? dose.devices.filter((device) => device.at <= at).length / dose.devicesPlanned
      : Math.min(1, minutesRun(dose, at) / (durationMin ?? 1))
  return Math.floor(doseMg * share * 10 + 1e-6) / 10
}

/** When an infusion will be complete if it is not paused again; `null` for devices and while paused. */
export function endsAt(dose: Dose, at: Instant): Instant | null {
  const { durationMin } = dose.order
  if (dose.ended || durationMin === undefined || dose.pauses.some((pause) => pause.to === null)) return null
  return minutesAfter(at, durationMin - minutesRun(dose, at))
}
