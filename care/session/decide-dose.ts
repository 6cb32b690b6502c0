/** The dose: may it start, its devices or its infusion, pauses, and its end. */
import { protocolOf } from '@keel/rulebook'
import { minutesAfter, minutesBetween, type Occasion, type Outcome, refuse } from '../kernel.ts'
import type { SessionData, SessionEvent } from './events.ts'
import { assessAlarms, gateWithAnswers, toRecorded } from './findings.ts'
import type { Room, RoomEvents, SessionAlone } from './room.ts'
import { deliveredMg, minutesRun, type Session } from './state.ts'

/**
 * Starts the dose if, and only if, nothing unanswered is worse than a caution. Otherwise the session records that the
 * dose was held, and why.
 */
export function startDose(room: Room, _: object, { at }: Occasion): Outcome<RoomEvents> {
  const { session, clinic } = room
  if (!clinic.adopted.includes(session.protocol))
    return refuse('protocol-not-adopted', 'The medical director has not signed this protocol for this clinic.')
  const notReady = whatIsMissing(session)
  if (notReady) return notReady
  const { open, decision, gate } = gateWithAnswers(room, at)
  if (decision !== 'allow')
    return { accept: { session: [{ type: 'DoseHeld', data: { decision, findings: open.map(toRecorded) } }] } }
  const { at: _at, by: _by, ...order } = session.order as NonNullable<Session['order']>
  const devices = devicesFor(session)
  const started: SessionEvent = {
    type: 'DoseStarted',
    data: {
      order,
      devices,
      decision,
      findings: gate.findings.map(toRecorded),
      ...(clinic.tightening && { tightening: clinic.tightening }),
    },
  }
  const { sessionId, on } = session
  return {
    accept: {
      session: devices > 0 ? [started, { type: 'DeviceGiven', data: { device: 1 } }] : [started],
      course: [{ type: 'DoseGiven', data: { sessionId, on, doseMg: order.doseMg } }],
      day: [{ type: 'DoseRunning', data: { sessionId } }],
    },
  }
}

function whatIsMissing(session: Session) {
  if (!session.order) return refuse('no-order', 'There is no order yet. A prescriber orders the dose first.')
  if (!session.prepared) return refuse('not-prepared', 'The dose has not been prepared yet.')
  if (!session.checked) return refuse('not-checked', 'A second person has not checked the prepared dose yet.')
  return undefined
}

/** How many devices an order takes; 0 for an infusion. */
function devicesFor(session: Session): number {
  const usual = protocolOf(session.protocol)?.usual
  return usual?.by === 'device' && session.order ? Math.ceil(session.order.doseMg / usual.deviceMg) : 0
}

/** Gives the next device, after the rest that the protocol asks for; the last one ends the dose. */
export function giveDevice(room: SessionAlone, _: object, { at }: Occasion): Outcome<RoomEvents> {
  const { dose, protocol } = room.session
  const usual = protocolOf(protocol)?.usual
  if (!dose || dose.devicesPlanned === 0 || usual?.by !== 'device')
    return refuse('no-devices', 'This dose is not given by devices.')
  const given = dose.devices.length
  if (given >= dose.devicesPlanned) return refuse('all-devices-given', 'All devices of this dose have been given.')
  const last = dose.devices.at(-1)
  if (last && minutesBetween(last.at, at) < usual.restBetweenDevicesMin) {
    const next = Math.ceil(minutesBetween(at, minutesAfter(last.at, usual.restBetweenDevicesMin)))
    return refuse(
      'rest-between-devices',
      `The next device may be given in ${next} min: ${usual.restBetweenDevicesMin} min rest between devices.`,
    )
  }
  const alarming = pausingFindings(room.session, at)
  if (alarming.length > 0) return { accept: { session: [held('ResumeHeld', alarming)] } }
  return { accept: { session: [{ type: 'DeviceGiven', data: { device: given + 1 } }] } }
}

export function pauseDose(_room: SessionAlone, { reason }: SessionData['DosePaused']): Outcome<RoomEvents> {
  return { accept: { session: [{ type: 'DosePaused', data: { reason } }] } }
}

/** Resumes unless an alarm that pauses or stops the dose still holds. */
export function resumeDose({ session }: SessionAlone, _: object, { at }: Occasion): Outcome<RoomEvents> {
  const assessed = assessAlarms(session, at)
  const alarming = assessed.findings.filter(({ severity }) => severity === 'hold' || severity === 'block')
  if (alarming.length > 0) return { accept: { session: [held('ResumeHeld', alarming)] } }
  return { accept: { session: [{ type: 'DoseResumed', data: { findings: assessed.findings.map(toRecorded) } }] } }
}

type Findings = ReturnType<typeof assessAlarms>['findings']

function pausingFindings(session: Session, at: string): Findings {
  return assessAlarms(session, at).findings.filter(({ severity }) => severity === 'hold' || severity === 'block')
}

function held(type: 'ResumeHeld', findings: Findings): SessionEvent {
  const decision = findings.some(({ severity }) => severity === 'block') ? 'block' : 'hold'
  return { type, data: { decision, findings: findings.map(toRecorded) } }
}

/** Stops for good. What was delivered is the pump's reading, or what the time run amounts to. */
export function stopDose(
  { session }: SessionAlone,
  data: { readonly reason: string; readonly deliveredMg?: number | undefined },
  { at }: Occasion,
): Outcome<RoomEvents> {
  const dose = session.dose as NonNullable<Session['dose']>
  const delivered = data.deliveredMg ?? deliveredMg(dose, at)
  if (delivered > dose.order.doseMg)
    return refuse(
      'delivered-more-than-ordered',
      `The pump cannot have delivered ${delivered} mg of an order of ${dose.order.doseMg} mg. Read it again.`,
    )
  return ended(session, { type: 'DoseStopped', data: { reason: data.reason, deliveredMg: delivered } })
}

/** The infusion has run its time, or the last device has been given. */
export function completeDose({ session }: SessionAlone, _: object, { at }: Occasion): Outcome<RoomEvents> {
  const dose = session.dose as NonNullable<Session['dose']>
  const { durationMin, doseMg } = dose.order
  if (dose.devicesPlanned > dose.devices.length)
    return refuse(
      'devices-left',
      `${dose.devicesPlanned - dose.devices.length} of ${dose.devicesPlanned} devices are still to be given. Stop the dose if no more will be.`,
    )
  const left = (durationMin ?? 0) - minutesRun(dose, at)
  if (left > 0)
    return refuse('infusion-running', `The infusion has ${Math.ceil(left)} min left. Stop it if it ends now.`)
  return ended(session, { type: 'DoseCompleted', data: { deliveredMg: doseMg } })
}

function ended({ sessionId }: Session, event: SessionEvent): Outcome<RoomEvents> {
  return { accept: { session: [event], day: [{ type: 'DoseNoLongerRunning', data: { sessionId } }] } }
}
