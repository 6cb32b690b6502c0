/**
 * The day's board, one row a session: what someone two metres away needs to know. A stored view: it is folded from
 * events as they are appended, so a row holds only what the board shows.
 */
import type { ProtocolId } from '@keel/rulebook'
import type { RecordedFinding } from '../../finding.ts'
import type { Instant, Recorded } from '../../kernel.ts'
import type { SessionEvent } from '../events.ts'
import type { SessionPhase } from '../state.ts'
import { type DueReading, dueReadings, type LastTaken, taken } from './due.ts'

export interface BoardAlarm {
  readonly alarmId: string
  readonly rule: string
  readonly severity: RecordedFinding['severity']
  readonly message: string
  readonly raisedAt: Instant
  readonly acknowledged: boolean
}

export interface BoardRow {
  readonly sessionId: string
  readonly patientId: string
  readonly protocol: ProtocolId
  readonly room: string
  readonly on: string
  readonly startsAt: Instant
  readonly phase: SessionPhase
  readonly order: { readonly doseMg: number; readonly durationMin: number | null } | null
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly lastTaken: LastTaken
  readonly lastVitals: {
    readonly at: Instant
    readonly sbp: number | null
    readonly dbp: number | null
    readonly hr: number | null
    readonly spo2: number | null
  } | null
  readonly alarms: readonly BoardAlarm[]
  readonly heldBecause: readonly {
    readonly rule: string
    readonly severity: RecordedFinding['severity']
    readonly message: string
  }[]
  readonly due: readonly DueReading[]
}

export const sessionBoardVersion = 1

/** Folds one event into a row; events of a session that was never scheduled make no row. */
export function evolveBoardRow(row: BoardRow | undefined, event: Recorded<SessionEvent>): BoardRow | undefined {
  if (event.type === 'SessionScheduled') return freshRow(event.data)
  if (!row) return undefined
  const next = { ...row, ...changeOf(row, event) }
  const over = next.phase === 'discharged' || next.phase === 'aborted'
  return { ...next, due: over ? [] : dueReadings(next) }
}

/** The patient came and has not left, by the record. */
export function isOpenSession({ phase }: Pick<BoardRow, 'phase'>): boolean {
  return phase !== 'scheduled' && phase !== 'discharged' && phase !== 'aborted'
}

function freshRow({
  sessionId,
  patientId,
  protocol,
  room,
  on,
  startsAt,
}: Extract<SessionEvent, { type: 'SessionScheduled' }>['data']): BoardRow {
  return {
    sessionId,
    patientId,
    protocol,
    room,
    on,
    startsAt,
    phase: 'scheduled',
    order: null,
    startedAt: null,
    endedAt: null,
    lastTaken: {},
    lastVitals: null,
    alarms: [],
    heldBecause: [],
    due: [],
  }
}

function changeOf(row: BoardRow, event: Recorded<SessionEvent>): Partial<BoardRow> {
  switch (event.type) {
    case 'DoseOrdered':
      return { order: { doseMg: event.data.doseMg, durationMin: event.data.durationMin ?? null }, heldBecause: [] }
    case 'PatientCheckedIn':
      return { phase: 'checked-in' }
    case 'ObservationRecorded':
      return observed(row, event)
    case 'DoseHeld':
    case 'ResumeHeld':
    case 'DischargeHeld':
      return { heldBecause: event.data.findings.map(({ rule, severity, message }) => ({ rule, severity, message })) }
    case 'DoseStarted':
      return { phase: 'running', startedAt: event.at, heldBecause: [], lastTaken: {} }
    case 'DosePaused':
      return { phase: 'paused' }
    case 'DoseResumed':
      return { phase: 'running', heldBecause: [] }
    case 'DoseStopped':
    case 'DoseCompleted':
      return { phase: 'observing', endedAt: event.at }
    case 'AlarmRaised':
    case 'AlarmAcknowledged':
    case 'AlarmSettled':
      return { alarms: alarmsAfter(row.alarms, event) }
    case 'PatientDischarged':
      return { phase: 'discharged', heldBecause: [], alarms: [] }
    case 'SessionAborted':
      return { phase: 'aborted', heldBecause: [], alarms: [] }
    default:
      return {}
  }
}

function observed(
  row: BoardRow,
  { data, at }: Extract<Recorded<SessionEvent>, { type: 'ObservationRecorded' }>,
): Partial<BoardRow> {
  const { sbp, dbp, hr, spo2 } = data
  const before = row.lastVitals
  const anyVital = sbp !== undefined || hr !== undefined || spo2 !== undefined
  return {
    lastTaken: taken(row.lastTaken, data, at),
    ...(anyVital && {
      lastVitals: {
        at,
        sbp: sbp ?? before?.sbp ?? null,
        dbp: dbp ?? before?.dbp ?? null,
        hr: hr ?? before?.hr ?? null,
        spo2: spo2 ?? before?.spo2 ?? null,
      },
    }),
  }
}

type AlarmEvent = Extract<Recorded<SessionEvent>, { type: 'AlarmRaised' | 'AlarmAcknowledged' | 'AlarmSettled' }>

function alarmsAfter(alarms: readonly BoardAlarm[], event: AlarmEvent): readonly BoardAlarm[] {
  const { alarmId } = event.data
  if (event.type === 'AlarmSettled') return alarms.filter((alarm) => alarm.alarmId !== alarmId)
  if (event.type === 'AlarmAcknowledged')
    return alarms.map((alarm) => (alarm.alarmId === alarmId ? { ...alarm, acknowledged: true } : alarm))
  const { rule, severity, message } = event.data.finding
  return [...alarms, { alarmId, rule, severity, message, raisedAt: event.at, acknowledged: false }]
}
