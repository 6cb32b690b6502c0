import { expect, test } from 'vitest'
import type { ShownRow } from '../queries.ts'
import { inBoardOrder } from './row-order.ts'

const now = '2026-11-22T10:30:00.000Z'

function row(room: string, change: Partial<ShownRow> = {}): ShownRow {
  return {
    sessionId: room,
    patientId: room,
    protocol: 'iv-ket-trd',
    room,
    on: '2026-11-22',
    startsAt: '2026-11-22T10:00:00.000Z',
    phase: 'running',
    order: null,
    startedAt: null,
    endedAt: null,
    lastTaken: {},
    lastVitals: null,
    alarms: [],
    heldBecause: [],
    due: [],
    patient: { name: room, birthDate: '1980-01-01', recordNumber: room },
    ...change,
  }
}

function alarm(severity: 'review' | 'hold' | 'block', acknowledged = false): ShownRow['alarms'][number] {
  return { alarmId: severity, rule: severity, severity, message: severity, raisedAt: now, acknowledged }
}

test('alarms come first, worst first, those that nobody has acknowledged before all others', () => {
  const rows = [
    row('quiet'),
    row('acknowledged', { alarms: [alarm('block', true)] }),
    row('review', { alarms: [alarm('review')] }),
    row('block', { alarms: [alarm('review', true), alarm('block')] }),
    row('over', { phase: 'discharged' }),
    row('overdue', { due: [{ reading: 'pressure', says: '', dueAt: '2026-11-22T10:29:59.000Z' }] }),
    row('early', { startsAt: '2026-11-22T09:00:00.000Z' }),
  ]
  const order = inBoardOrder(rows, Date.parse(now)).map(({ room }) => room)
  expect(order).toEqual(['block', 'review', 'acknowledged', 'overdue', 'early', 'quiet', 'over'])
})

test('a reading that is due this very moment is not overdue', () => {
  const rows = [row('a'), row('b', { due: [{ reading: 'pressure', says: '', dueAt: now }] })]
  expect(inBoardOrder(rows, Date.parse(now)).map(({ room }) => room)).toEqual(['a', 'b'])
  expect(inBoardOrder(rows, Date.parse(now) + 1).map(({ room }) => room)).toEqual(['b', 'a'])
})
