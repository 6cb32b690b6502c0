import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DoseGiven } from '../misuse/index.ts'
import { type EngagementRecord, engagement, engagementMeasures, gates, homework, stages } from './index.ts'

const today = '2026-11-22'
const at = '2026-11-22T12:00:00Z'
const ago = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString()
const hoursAgo = (hours: number): string => Temporal.Instant.from(at).subtract({ hours }).toString()

const empty: EngagementRecord = {
  dosesGiven: [],
  integrationVisits: [],
  doseRequests: [],
  phq9: [],
  homework: [],
  journal: [],
}
const dose = (hours: number): DoseGiven => ({
  id: `dose ${hours}`,
  on: hoursAgo(hours).slice(0, 10),
  endedAt: hoursAgo(hours),
  drug: 'ketamine',
  route: 'IV',
  doseMg: 35,
  supervised: true,
  plannedIntervalDays: 7,
  dayAskedFor: false,
})
const visit = (days: number, status: 'attended' | 'missed', notedAt: string | null = null) => ({
  id: `visit ${days}`,
  on: ago(days),
  status,
  notedAt,
})
const request = (days: number, reason: 'plan' | 'get-away-from-feelings' = 'plan') => ({
  id: `request ${days}`,
  on: ago(days),
  by: 'patient' as const,
  doseMg: null,
  moreThanPlanned: false,
  reason,
})
const days = (count: number, step = 1): readonly number[] => Array.from({ length: count }, (_, index) => index * step)

function readingOf(key: string, record: Partial<EngagementRecord>) {
  const reading = engagement({ ...empty, ...record }, { today, at }).find((one) => one.key === key)
  const verdicts = Object.fromEntries((reading?.lines ?? []).map(({ name, verdict }) => [name, verdict]))
  return { result: reading?.result, ...verdicts }
}

test('every measure is there', () => {
  expect(engagementMeasures.map(({ key }) => key)).toEqual(['IAR', 'TTI', 'HCR', 'JPD', 'DIR', 'ASK', 'ESC', 'WELL'])
})

describe('IAR', () => {
  const visits = (attended: number, missed: number) => ({
    integrationVisits: [
      ...days(attended).map((day) => visit(day, 'attended')),
      ...days(missed).map((day) => visit(day + 20, 'missed')),
    ],
  })
  test.each([
    ['two thirds are watched', 2, 1, { result: 0.666667, watch: 'fires', concern: 'clear' }],
    ['at the line of watching', 67, 33, { result: 0.67, watch: 'clear', concern: 'clear' }],
    ['half', 1, 1, { result: 0.5, watch: 'fires', concern: 'clear' }],
    ['below half', 1, 2, { result: 0.333333, watch: 'fires', concern: 'fires' }],
    ['none were due', 0, 0, { result: null, watch: 'unknown', concern: 'unknown' }],
  ] as const)('%s', (_, attended, missed, expected) => {
    const spread = visits(attended, missed).integrationVisits.map((one, index) => ({ ...one, on: ago(index % 60) }))
    expect(readingOf('IAR', { integrationVisits: spread })).toEqual(expected)
  })

  test('looks back 60 days and no further', () => {
    expect(readingOf('IAR', { integrationVisits: [visit(60, 'missed')] }).result).toBe(0)
    expect(readingOf('IAR', { integrationVisits: [visit(61, 'missed')] }).result).toBeNull()
  })
})

describe('TTI', () => {
  const noted = (hours: number) => [visit(0, 'attended', hoursAgo(hours))]
  test.each([
    ['at the line', { dosesGiven: [dose(168)], integrationVisits: noted(0) }, { result: 168, concern: 'clear' }],
    ['past it', { dosesGiven: [dose(169)], integrationVisits: noted(0) }, { result: 169, concern: 'fires' }],
    ['no note yet, in time', { dosesGiven: [dose(168)] }, { result: null, concern: 'clear' }],
    ['no note yet, late', { dosesGiven: [dose(169)] }, { result: null, concern: 'fires' }],
    [
      'a note before the dose does not count',
      { dosesGiven: [dose(10)], integrationVisits: noted(20) },
      { result: null, concern: 'clear' },
    ],
    [
      'the first note after the last dose',
      { dosesGiven: [dose(300), dose(50)], integrationVisits: [...noted(20), ...noted(2)] },
      { result: 30, concern: 'clear' },
    ],
    ['no dose yet', {}, { result: null, concern: 'clear' }],
  ] as const)('%s', (_, record, expected) => {
    expect(readingOf('TTI', record)).toEqual(expected)
  })
})

describe('HCR', () => {
  const work = (done: number, open: number) => ({
    homework: [...days(done).map(() => true), ...days(open).map(() => false)].map((done, index) => ({
      id: `${index}`,
      on: ago(30),
      done,
    })),
  })
  test.each([
    ['half', 2, 2, { result: 0.5, concern: 'clear' }],
    ['below half', 1, 2, { result: 0.333333, concern: 'fires' }],
    ['all', 3, 0, { result: 1, concern: 'clear' }],
    ['none given', 0, 0, { result: null, concern: 'unknown' }],
  ] as const)('%s', (_, done, open, expected) => {
    expect(readingOf('HCR', work(done, open))).toEqual(expected)
  })
})

describe('JPD', () => {
  const wrote = (hours: number) => ({ id: `journal ${hours}`, writtenAt: hoursAgo(hours) })
  test.each([
    ['written at 48 hours', { dosesGiven: [dose(100)], journal: [wrote(52)] }, { result: 1, concern: 'clear' }],
    ['written an hour later', { dosesGiven: [dose(100)], journal: [wrote(51)] }, { result: 0, concern: 'fires' }],
    [
      'one dose of two',
      { dosesGiven: [dose(100), dose(300)], journal: [wrote(99)] },
      { result: 0.5, concern: 'clear' },
    ],
    ['there is still time', { dosesGiven: [dose(48)] }, { result: null, concern: 'unknown' }],
    ['an entry ahead of now', { dosesGiven: [dose(100)], journal: [wrote(-1)] }, { result: 0, concern: 'fires' }],
  ] as const)('%s', (_, record, expected) => {
    expect(readingOf('JPD', record)).toEqual(expected)
  })
})

describe('DIR', () => {
  const doses = (count: number) => days(count).map((day) => dose(day * 24))
  test.each([
    [
      'two to one',
      { dosesGiven: doses(4), integrationVisits: [visit(1, 'attended'), visit(2, 'attended')] },
      { result: 2, concern: 'clear' },
    ],
    [
      'more',
      { dosesGiven: doses(5), integrationVisits: [visit(1, 'attended'), visit(2, 'attended')] },
      { result: 2.5, concern: 'fires' },
    ],
    ['two and no visit', { dosesGiven: doses(2) }, { result: null, concern: 'clear' }],
    ['three and no visit', { dosesGiven: doses(3) }, { result: null, concern: 'fires' }],
    [
      'a missed visit is none',
      { dosesGiven: doses(3), integrationVisits: [visit(1, 'missed')] },
      { result: null, concern: 'fires' },
    ],
  ] as const)('%s', (_, record, expected) => {
    expect(readingOf('DIR', record)).toEqual(expected)
  })
})

describe('ASK', () => {
  test.each([
    ['nothing asked', {}, { result: null, concern: 'clear' }],
    ['asked, no visit', { doseRequests: [request(1)] }, { result: null, concern: 'fires' }],
    [
      'one to two',
      { doseRequests: [request(1)], integrationVisits: [visit(1, 'attended'), visit(2, 'attended')] },
      { result: 0.5, concern: 'clear' },
    ],
    [
      'one to one',
      { doseRequests: [request(1)], integrationVisits: [visit(1, 'attended')] },
      { result: 1, concern: 'fires' },
    ],
    [
      'asked by the clinic',
      { doseRequests: [{ ...request(1), by: 'clinic' as const }] },
      { result: null, concern: 'clear' },
    ],
  ] as const)('%s', (_, record, expected) => {
    expect(readingOf('ASK', record)).toEqual(expected)
  })
})

describe('ESC', () => {
  test.each([
    ['one alone says nothing', ['get-away-from-feelings'], { result: 1, concern: 'clear' }],
    ['one of two', ['get-away-from-feelings', 'plan'], { result: 0.5, concern: 'fires' }],
    ['one of three', ['get-away-from-feelings', 'plan', 'plan'], { result: 0.333333, concern: 'clear' }],
    ['none asked', [], { result: null, concern: 'clear' }],
  ] as const)('%s', (_, reasons, expected) => {
    const doseRequests = reasons.map((reason, index) => request(index, reason))
    expect(readingOf('ESC', { doseRequests })).toEqual(expected)
  })
})

describe('WELL', () => {
  const phq9 = (...readings: readonly (readonly [daysAgo: number, score: number])[]) => ({
    phq9: readings.map(([daysAgo, score]) => ({ id: `phq9 ${daysAgo}`, on: ago(daysAgo), score })),
  })
  test.each([
    ['seven weeks', phq9(...days(7, 7).map((day) => [day, 4] as const)), { result: 7, 'discuss-spacing': 'clear' }],
    ['eight weeks', phq9(...days(8, 7).map((day) => [day, 4] as const)), { result: 8, 'discuss-spacing': 'fires' }],
    [
      'at the limit it is not well',
      phq9(...days(12, 7).map((day) => [day, 5] as const)),
      { result: 0, 'discuss-spacing': 'clear' },
    ],
    [
      'a measure a month stands for its month',
      phq9([77, 2], [49, 2], [21, 2]),
      { result: 12, 'discuss-spacing': 'fires' },
    ],
    ['and no longer', phq9([77, 2]), { result: 5, 'discuss-spacing': 'clear' }],
    ['the newest of a week counts', phq9([6, 3], [1, 9]), { result: 0, 'discuss-spacing': 'clear' }],
    ['never measured', {}, { result: null, 'discuss-spacing': 'unknown' }],
  ] as const)('%s', (_, record, expected) => {
    expect(readingOf('WELL', record)).toEqual(expected)
  })
})

test('law: any record gives an answer, in any order of its entries', () => {
  const some = fc.uniqueArray(fc.integer({ min: -5, max: 120 }), { maxLength: 10 })
  fc.assert(
    fc.property(some, some, some, some, (doses, visits, requests, measures) => {
      const record: EngagementRecord = {
        ...empty,
        dosesGiven: doses.map((day) => dose(day * 24)),
        integrationVisits: visits.map((day) => visit(day, day % 2 === 0 ? 'attended' : 'missed', hoursAgo(day * 24))),
        doseRequests: requests.map((day) => request(day)),
        phq9: measures.map((day) => ({ id: `${day}`, on: ago(day), score: Math.abs(day % 10) })),
      }
      const turned = {
        ...record,
        dosesGiven: record.dosesGiven.toReversed(),
        phq9: record.phq9.toReversed(),
        integrationVisits: record.integrationVisits.toReversed(),
      }
      const answers = (one: EngagementRecord) =>
        engagement(one, { today, at }).map(({ result, lines }) => ({ result, lines }))
      expect(answers(turned)).toEqual(answers(record))
      for (const { result } of answers(record)) expect(result === null || result >= 0).toBe(true)
    }),
  )
})

describe('structure', () => {
  test('has every stage, every homework and every gate that clinicians reviewed', () => {
    expect(stages).toHaveLength(7)
    expect(homework.map(({ key }) => key)).toEqual([
      'journal',
      'mindful_minutes',
      'sleep_window',
      'activity_days',
      'alcohol_days',
      'social_contact',
      'support_group',
    ])
    expect(homework[0]?.asks).toHaveLength(4)
    expect(gates.map(({ gate }) => gate)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `GATE-${number}`))
  })

  test('gates state no number that a rule could contradict', () => {
    for (const { asks, byDefault, override } of gates)
      expect(`${asks} ${override} ${byDefault.replace(/gates 1 and 7/, '')}`).not.toMatch(/\d/)
  })
})
