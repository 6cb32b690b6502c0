/**
 * What people may ask of a session: for each command its data, who may give it, in which phases it makes sense, and what
 * comes of it. `decide` is pure; everything it looks at is in the room.
 */
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { idSchema, type Occasion, type Outcome, refuse, wordsSchema } from '../kernel.ts'
import { bedside, prescribing, type Role } from '../team/roles.ts'
import { abortSession, assessRecovery, discharge } from './decide-discharge.ts'
import { completeDose, giveDevice, pauseDose, resumeDose, startDose, stopDose } from './decide-dose.ts'
import { acknowledgeAlarm, recordObservation, withdrawObservation } from './decide-observation.ts'
import { answerFinding, checkDose, checkIn, orderDose, prepareDose } from './decide-preparation.ts'
import { observationSchema, orderSchema, recoverySchema, sessionEvents, timeOutSchema } from './events.ts'
import type { Room, RoomEvents } from './room.ts'
import type { SessionPhase } from './state.ts'

export interface SessionCommand<Data> {
  readonly schema: z.ZodType<Data>
  readonly who: readonly Role[]
  readonly phases: readonly SessionPhase[]
  /** A command that judges more than the session is bound to everything it saw: if any of it moves, it is decided anew. */
  readonly looksAt: 'room' | 'session'
  readonly decide: (room: Room, data: Data, occasion: Occasion) => Outcome<RoomEvents>
}

function command<Data>(spec: SessionCommand<Data>): SessionCommand<Data> {
  return spec
}

const nothing = z.strictObject({})
const before: readonly SessionPhase[] = ['scheduled', 'checked-in']
const begun: readonly SessionPhase[] = ['running', 'paused', 'observing']
const here: readonly SessionPhase[] = ['checked-in', ...begun]

export const sessionCommands = {
  OrderDose: command({ schema: orderSchema, who: prescribing, looksAt: 'room', phases: before, decide: orderDose }),
  CheckIn: command({
    schema: sessionEvents.PatientCheckedIn.extend({ weightKg: numberFor('weight_kg').optional() }),
    who: [...bedside, 'front-desk'],
    looksAt: 'room',
    phases: ['scheduled'],
    decide: checkIn,
  }),
  AnswerTimeOut: command({
    schema: timeOutSchema,
    who: bedside,
    looksAt: 'session',
    phases: ['checked-in'],
    decide: (_, data) => ({ accept: { session: [{ type: 'TimeOutAnswered', data }] } }),
  }),
  RecordObservation: command({
    schema: observationSchema.extend({ observationId: idSchema }),
    who: bedside,
    looksAt: 'session',
    phases: here,
    decide: recordObservation,
  }),
  WithdrawObservation: command({
    schema: sessionEvents.ObservationEnteredInError,
    who: bedside,
    looksAt: 'session',
    phases: here,
    decide: withdrawObservation,
  }),
  AnswerFinding: command({
    schema: z.strictObject({ rule: z.string(), reason: wordsSchema }),
    who: prescribing,
    looksAt: 'room',
    phases: ['checked-in'],
    decide: answerFinding,
  }),
  PrepareDose: command({
    schema: sessionEvents.DosePrepared,
    who: bedside,
    looksAt: 'session',
    phases: ['checked-in'],
    decide: prepareDose,
  }),
  CheckDose: command({
    schema: sessionEvents.DoseChecked,
    who: bedside,
    looksAt: 'session',
    phases: ['checked-in'],
    decide: checkDose,
  }),
  StartDose: command({ schema: nothing, who: bedside, looksAt: 'room', phases: ['checked-in'], decide: startDose }),
  GiveDevice: command({ schema: nothing, who: bedside, looksAt: 'session', phases: ['running'], decide: giveDevice }),
  PauseDose: command({
    schema: sessionEvents.DosePaused,
    who: bedside,
    looksAt: 'session',
    phases: ['running'],
    decide: pauseDose,
  }),
  ResumeDose: command({ schema: nothing, who: bedside, looksAt: 'session', phases: ['paused'], decide: resumeDose }),
  StopDose: command({
    schema: z.strictObject({ reason: wordsSchema, deliveredMg: numberFor('order.dose_mg').optional() }),
    who: bedside,
    looksAt: 'session',
    phases: ['running', 'paused'],
    decide: stopDose,
  }),
  CompleteDose: command({
    schema: nothing,
    who: bedside,
    looksAt: 'session',
    phases: ['running'],
    decide: completeDose,
  }),
  AcknowledgeAlarm: command({
    schema: sessionEvents.AlarmAcknowledged,
    who: bedside,
    looksAt: 'session',
    phases: begun,
    decide: acknowledgeAlarm,
  }),
  GivePrn: command({
    schema: sessionEvents.PrnGiven,
    who: bedside,
    looksAt: 'session',
    phases: here,
    decide: (_, data) => ({ accept: { session: [{ type: 'PrnGiven', data }] } }),
  }),
  RecordAdverseEvent: command({
    schema: sessionEvents.AdverseEventRecorded,
    who: bedside,
    looksAt: 'session',
    phases: here,
    decide: (_, data) => ({ accept: { session: [{ type: 'AdverseEventRecorded', data }] } }),
  }),
  AssessRecovery: command({
    schema: recoverySchema,
    who: bedside,
    looksAt: 'session',
    phases: ['observing'],
    decide: assessRecovery,
  }),
  Discharge: command({ schema: nothing, who: bedside, looksAt: 'room', phases: ['observing'], decide: discharge }),
  AbortSession: command({
    schema: sessionEvents.SessionAborted,
    who: bedside,
    looksAt: 'session',
    phases: ['scheduled', 'checked-in', 'running', 'paused', 'observing'],
    decide: abortSession,
  }),
}
export type SessionCommandName = keyof typeof sessionCommands
export type SessionCommandData<N extends SessionCommandName> = z.infer<(typeof sessionCommands)[N]['schema']>

const phaseWords: Record<SessionPhase, string> = {
  scheduled: 'the patient has not been checked in',
  'checked-in': 'the dose has not begun',
  running: 'the dose is running',
  paused: 'the dose is paused',
  observing: 'the dose has ended and the patient is being observed',
  discharged: 'the patient has been discharged',
  aborted: 'the session was ended early',
}

/** Decides a command. Data has been parsed by the command's schema. */
export function decideSession<N extends SessionCommandName>(
  name: N,
  room: Room,
  data: SessionCommandData<N>,
  occasion: Occasion,
): Outcome<RoomEvents> {
  const spec = sessionCommands[name] as unknown as SessionCommand<SessionCommandData<N>>
  const { phase } = room.session
  if (!spec.phases.includes(phase))
    return refuse(`session-${phase}`, `This cannot be done now: ${phaseWords[phase]}. Nothing was recorded.`)
  return spec.decide(room, data, occasion)
}
