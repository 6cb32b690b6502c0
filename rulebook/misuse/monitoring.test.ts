import { describe, expect, test } from 'vitest'
import { type MonitoringFacts, monitoringAction, monitoringDue, monitoringSays, monitoringTable } from './index.ts'

const today = '2026-11-22'
const fresh = { on: today, dosesSince: 0 }
const allFresh: MonitoringFacts = {
  today,
  last: { liver: fresh, urinalysis: fresh, icsi: fresh, kidney: fresh, cognition: fresh },
  inMaintenance: true,
  newBladderSymptoms: false,
  icsi: 0,
  kidneyTestedSinceIcsi: true,
  lifetimeDosesPlanned: 20,
}
type Test = keyof MonitoringFacts['last']
const due = (facts: Partial<MonitoringFacts>, last: Partial<MonitoringFacts['last']> = {}): readonly string[] =>
  monitoringDue({ ...allFresh, ...facts, last: { ...allFresh.last, ...last } }).map(({ test }) => test)

test('nothing is due when all was done today', () => {
  expect(due({})).toEqual([])
})

test('without a baseline everything is due', () => {
  const never = { on: null, dosesSince: 0 }
  const last = { liver: never, urinalysis: never, icsi: never, kidney: never, cognition: never }
  expect(due({}, last)).toEqual(['liver', 'urinalysis', 'icsi', 'kidney', 'cognition'])
})

describe('by the calendar', () => {
  test.each([
    ['liver', '2026-08-22', '2026-08-23'],
    ['urinalysis', '2026-08-22', '2026-08-23'],
    ['icsi', '2026-10-22', '2026-10-23'],
    ['kidney', '2025-11-22', '2025-11-23'],
    ['cognition', '2026-05-22', '2026-05-23'],
  ] as const)('%s is due from %s, and not yet from %s', (which: Test, dueFrom, notYetFrom) => {
    expect(due({}, { [which]: { on: dueFrom, dosesSince: 0 } })).toEqual([which])
    expect(due({}, { [which]: { on: notYetFrom, dosesSince: 0 } })).toEqual([])
  })

  test('says since when, why, and by which source', () => {
    const [liver] = monitoringDue({
      ...allFresh,
      last: { ...allFresh.last, liver: { on: '2026-08-01', dosesSince: 2 } },
    })
    expect(liver).toMatchObject({ since: '2026-11-01', because: 'The last one is 3 months old.' })
    expect(liver?.sources).toContain('ketamine-label-us')
  })

  test('the last day of a month has a month after it', () => {
    expect(due({ today: '2026-02-28' }, { icsi: { on: '2026-01-31', dosesSince: 0 } })).toContain('icsi')
  })
})

describe('by something else', () => {
  test.each([
    ['eleven doses', 11, []],
    ['twelve doses', 12, ['liver']],
    ['thirteen doses', 13, ['liver']],
  ] as const)('%s', (_, dosesSince, tests) => {
    expect(due({}, { liver: { on: today, dosesSince } })).toEqual(tests)
  })

  test('new bladder symptoms ask for the urine at once', () => {
    expect(due({ newBladderSymptoms: true })).toEqual(['urinalysis'])
  })

  test('the kidneys are tested at an ICSI of 6, once', () => {
    expect(due({ icsi: 5, kidneyTestedSinceIcsi: false })).toEqual([])
    expect(due({ icsi: 6, kidneyTestedSinceIcsi: false })).toEqual(['kidney'])
    expect(due({ icsi: 6, kidneyTestedSinceIcsi: true })).toEqual([])
  })

  test('the ICSI comes round in maintenance only', () => {
    expect(due({ inMaintenance: false }, { icsi: { on: '2026-01-01', dosesSince: 0 } })).toEqual([])
  })

  test('memory is tested where more than ten doses are planned, or nobody knows', () => {
    const never = { cognition: { on: null, dosesSince: 0 } }
    expect(due({ lifetimeDosesPlanned: 10 }, never)).toEqual([])
    expect(due({ lifetimeDosesPlanned: 11 }, never)).toEqual(['cognition'])
    expect(due({ lifetimeDosesPlanned: null }, never)).toEqual(['cognition'])
  })
})

test('every sentence has its numbers', () => {
  for (const row of monitoringTable) expect(`${monitoringSays(row)} ${monitoringAction(row)}`).not.toMatch(/[{}]/)
})
