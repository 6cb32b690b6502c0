/** What is seen at the bedside, and the alarms that follow from it in the same append. */
import { type Occasion, type Outcome, refuse } from '../kernel.ts'
import type { SessionData, SessionEvent } from './events.ts'
import { assessAlarms, toRecorded } from './findings.ts'
import type { RoomEvents, SessionAlone } from './room.ts'
import { evolveSession, type Session } from './state.ts'

/** Records an observation; during and after the dose it may raise alarms or settle them. */
export function recordObservation(
  room: SessionAlone,
  data: SessionData['ObservationRecorded'],
  occasion: Occasion,
): Outcome<RoomEvents> {
  const { observationId, ...values } = data
  if (Object.keys(values).length === 0)
    return refuse('nothing-observed', 'Nothing was entered. Enter at least one reading.')
  if ((values.sbp === undefined) !== (values.dbp === undefined))
    return refuse('half-a-pressure', 'A blood pressure needs both numbers. Nothing was recorded.')
  if (values.sbp !== undefined && values.dbp !== undefined && values.sbp <= values.dbp)
    return refuse(
      'pressure-reversed',
      `Systolic (${values.sbp}) must be above diastolic (${values.dbp}). Nothing was recorded.`,
    )
  return {
    accept: { session: withAlarms(room.session, { type: 'ObservationRecorded', data }, occasion, observationId) },
  }
}

/** Takes an observation out of use. It stays in the record, with the reason. */
export function withdrawObservation(
  room: SessionAlone,
  data: SessionData['ObservationEnteredInError'],
  occasion: Occasion,
): Outcome<RoomEvents> {
  if (!room.session.observations.some(({ observationId }) => observationId === data.observationId))
    return refuse('no-such-observation', 'That observation is not there, or was withdrawn before.')
  const withdrawalId = `${data.observationId}-withdrawn`
  return {
    accept: { session: withAlarms(room.session, { type: 'ObservationEnteredInError', data }, occasion, withdrawalId) },
  }
}

/** The event, then the alarms that it raises and settles. Alarm ids follow from what raised them, so they are repeatable. */
function withAlarms(session: Session, event: SessionEvent, occasion: Occasion, cause: string): readonly SessionEvent[] {
  if (!session.dose) return [event]
  const after = evolveSession(session, { ...event, ...occasion } as Parameters<typeof evolveSession>[1]) as Session
  const { findings, missing } = assessAlarms(after, occasion.at)
  const alarming = findings.filter(isAlarm)
  // A rule that cannot answer for want of a reading has not said that all is well: its alarm stays.
  const unanswered = new Set(missing.flatMap(({ neededBy }) => neededBy))
  const active = session.alarms.filter(({ settledAt }) => settledAt === null)
  const raised = alarming.filter(({ rule }) => !active.some(({ finding }) => finding.rule === rule))
  const settled = active.filter(
    ({ finding }) => !unanswered.has(finding.rule) && !alarming.some(({ rule }) => rule === finding.rule),
  )
  return [
    event,
    ...settled.map(({ alarmId }): SessionEvent => ({ type: 'AlarmSettled', data: { alarmId } })),
    ...raised.map(
      (finding): SessionEvent => ({
        type: 'AlarmRaised',
        data: { alarmId: `${cause}:${finding.rule}`, finding: toRecorded(finding) },
      }),
    ),
  ]
}

/** A reading that is wanted is shown as due, not rung as an alarm; a caution is shown beside the reading. */
function isAlarm({ rule, severity }: { rule: string; severity: string }): boolean {
  return rule !== 'data-missing' && severity !== 'caution'
}

export function acknowledgeAlarm(
  { session }: SessionAlone,
  data: SessionData['AlarmAcknowledged'],
): Outcome<RoomEvents> {
  const alarm = session.alarms.find(({ alarmId }) => alarmId === data.alarmId)
  if (!alarm) return refuse('no-such-alarm', 'That alarm is not part of this session.')
  if (alarm.acknowledged) return refuse('alarm-acknowledged', 'Someone has acknowledged this alarm already.')
  return { accept: { session: [{ type: 'AlarmAcknowledged', data }] } }
}
