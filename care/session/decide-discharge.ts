/** The end of a session: recovery, discharge, or an early end. */
import type { Occasion, Outcome } from '../kernel.ts'
import type { Recovery, SessionData } from './events.ts'
import { assessDischarge, toRecorded } from './findings.ts'
import type { Room, RoomEvents, SessionAlone } from './room.ts'

export function assessRecovery(_room: SessionAlone, data: Recovery): Outcome<RoomEvents> {
  return { accept: { session: [{ type: 'RecoveryAssessed', data }] } }
}

/** Lets the patient leave when every rule of leaving is met; otherwise records what is not. */
export function discharge(room: Room, _: object, { at }: Occasion): Outcome<RoomEvents> {
  const { decision, findings } = assessDischarge(room, at)
  const recorded = findings.map(toRecorded)
  return decision === 'allow'
    ? { accept: { session: [{ type: 'PatientDischarged', data: { findings: recorded } }] } }
    : { accept: { session: [{ type: 'DischargeHeld', data: { decision, findings: recorded } }] } }
}

/** Ends the session early: sent home before the dose, another day, or to hospital. A running dose counts no more. */
export function abortSession({ session }: SessionAlone, data: SessionData['SessionAborted']): Outcome<RoomEvents> {
  const running = session.phase === 'running' || session.phase === 'paused'
  return {
    accept: {
      session: [{ type: 'SessionAborted', data }],
      ...(running && { day: [{ type: 'DoseNoLongerRunning', data: { sessionId: session.sessionId } }] }),
    },
  }
}
