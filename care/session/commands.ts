/**
 * What people may ask of a session: for each command its data, who may give it, in which phases it makes sense, and what
 * comes of it. `decide` is pure; everything it looks at is in the room.
 */
import { z } from 'zod'
import { numberFor } from '../bounds.ts'
import { idSchema, type Occasion, type Outcome, refuse, wordsSchema } from '../kernel.ts'
import { bedside, directing, prescribing, type Role } from '../team/roles.ts'
import { abortSession, assessRecovery, discharge } from './decide-discharge.ts'
import { completeDose, giveDevice, pauseDose, resumeDose, startDose, stopDose } from './decide-dose.ts'
import { acknowledgeAlarm, recordObservation, withdrawObservation } from './decide-observation.ts'
import { answerFinding, checkDose, checkIn, orderDose, prepareDose } from './decide-preparation.ts'
import { observationSchema, orderSchema, recoverySchema, sessionEvents, timeOutSchema } from './events.ts'
import type { Room, RoomEvents, SessionAlone } from './room.ts'
import type { SessionPhase } from './state.ts'

interface Command<Data, LooksAt> {
  readonly schema: z.ZodType<Data>
  readonly who: readonly Role[]
  readonly phases: readonly SessionPhase[]
  readonly decide: (room: LooksAt, data: Data, occasion: Occasion) => Outcome<RoomEvents>
}

/** `looksAt`: what has to be read to decide it, and must not have moved until it is recorded. */
export type SessionCommand<Data> =
  | (Command<Data, Room> & { readonly looksAt: 'room' })
  | (Command<Data, SessionAlone> & { readonly looksAt: 'session' })

const onRoom = <Data>(spec: Command<Data, Room>) => ({ ...spec, looksAt: 'room' }) as const
const onSession = <Data>(spec: Command<Data, SessionAlone>) => ({ ...spec, looksAt: 'session' }) as const

const nothing = z.strictObject({})
const before: readonly SessionPhase[] = ['scheduled', 'checked-in']
const begun: readonly SessionPhase[] = ['running', 'paused', 'observing']
const here: readonly SessionPhase[] = ['checked-in', ...begun]

export const sessionCommands = {
  OrderDose: onRoom({ schema: orderSchema, who: prescribing, phases: before, decide: orderDose }),
  CheckIn: onRoom({
    schema: sessionEvents.PatientCheckedIn.extend({ weightKg: numberFor('weight_kg').optional() }),
    who: [...bedside, 'front-desk'],
    phases: ['scheduled'],
    decide: checkIn,
  }),
  AnswerTimeOut: onSession({
    schema: timeOutSchema,
    who: bedside,
    phases: ['checked-in'],
    decide: (_, data) => ({ accept: { session: [{ type: 'TimeOutAnswered', data }] } }),
  }),
  RecordObservation: onSession({
    schema: observationSchema.extend({ observationId: idSchema }),
    who: bedside,
    phases: here,
    decide: recordObservation,
  }),
  WithdrawObservation: onSession({
    schema: sessionEvents.ObservationEnteredInError,
    who: bedside,
    phases: here,
    decide: withdrawObservation,
  }),
  AnswerFinding: onRoom({
    schema: z.strictObject({ rule: z.string(), reason: wordsSchema }),
    who: [...prescribing, ...directing],
    phases: ['checked-in'],
    decide: answerFinding,
  }),
  PrepareDose: onSession({
    schema: sessionEvents.DosePrepared,
    who: bedside,
    phases: ['checked-in'],
    decide: prepareDose,
  }),
  CheckDose: onSession({
    schema: sessionEvents.DoseChecked,
    who: bedside,
    phases: ['checked-in'],
    decide: checkDose,
  }),
  StartDose: onRoom({ schema: nothing, who: bedside, phases: ['checked-in'], decide: startDose }),
  GiveDevice: onSession({ schema: nothing, who: bedside, phases: ['running'], decide: giveDevice }),
  PauseDose: onSession({
    schema: sessionEvents.DosePaused,
    who: bedside,
    phases: ['running'],
    decide: pauseDose,
  }),
  ResumeDose: onSession({ schema: nothing, who: bedside, phases: ['paused'], decide: resumeDose }),
  StopDose: onSession({
    schema: z.strictObject({ reason: wordsSchema, deliveredMg: numberFor('order.dose_mg').optional() }),
    who: bedside,
    phases: ['running', 'paused'],
    decide: stopDose,
  }),
  CompleteDose: onSession({
    schema: nothing,
    who: bedside,
    phases: ['running'],
    decide: completeDose,
  }),
  AcknowledgeAlarm: onSession({
    schema: sessionEvents.AlarmAcknowledged,
    who: bedside,
    phases: begun,
    decide: acknowledgeAlarm,
  }),
  GivePrn: onSession({
    schema: sessionEvents.PrnGiven,
    who: bedside,
    phases: here,
    decide: (_, data) => ({ accept: { session: [{ type: 'PrnGiven', data }] } }),
  }),
  RecordAdverseEvent: onSession({
    schema: sessionEvents.AdverseEventRecorded,
    who: bedside,
    phases: here,
    decide: (_, data) => ({ accept: { session: [{ type: 'AdverseEventRecorded', data }] } }),
  }),
  AssessRecovery: onSession({
    schema: recoverySchema,
    who: bedside,
    phases: ['observing'],
    decide: assessRecovery,
  }),
  Discharge: onRoom({ schema: nothing, who: bedside, phases: ['observing'], decide: discharge }),
  AbortSession: onSession({
    schema: sessionEvents.SessionAborted,
    who: bedside,
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

/** Decides a command. Data has been parsed by the command's schema; one that looks at the session needs nothing beside it. */
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
