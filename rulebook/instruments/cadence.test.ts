import { describe, expect, test } from 'vitest'
import { type CourseToMeasure, cadence, instruments, measuresDue, sources } from '../index.ts'

const start: CourseToMeasure = {
  phase: 'before-first-dose',
  doseToday: false,
  daysSinceLastDose: null,
  daysSinceInductionEnd: null,
  daysSinceStop: null,
  dosesSinceFullSet: 0,
  lastItem9: 0,
  trauma: false,
  ketamineUsedBefore: false,
  pain: false,
  daysSince: {},
}
const base = ['phq9', 'gad7', 'cssrs_screener', 'audit_c', 'dast10', 'icsi', 'wsas', 'kset'] as const
const just = (days: number) =>
  Object.fromEntries(
    [...base, 'labs', 'integration_metrics', 'dsm5_check', 'mbc_decision'].map((key) => [key, days]),
  ) as CourseToMeasure['daysSince']

const due = (change: Partial<CourseToMeasure>) => measuresDue({ ...start, ...change }).map(({ oneOf }) => oneOf[0])

describe('before the first dose', () => {
  test('the whole set is due, and what is not known to be needless with it', () => {
    expect(due({})).toEqual([...base, 'labs'])
    expect(due({ trauma: true, ketamineUsedBefore: null, pain: null })).toEqual(
      expect.arrayContaining(['pcl5', 'sev_dep_scale', 'peg']),
    )
  })

  test.each([
    [7, []],
    [8, [...base, 'labs']],
  ])('what was taken %i days ago', (days, wanted) => {
    expect(due({ daysSince: just(days) })).toEqual(wanted)
  })

  test('either of two scales will do', () => {
    expect(due({ daysSince: { ...just(8), qids_sr16: 3, who5: 7 } })).toEqual(
      base.filter((key) => key !== 'phq9' && key !== 'wsas').concat('labs' as never),
    )
  })
})

describe('on the day of a dose', () => {
  const dosing = { phase: 'induction', doseToday: true, daysSinceLastDose: 3, daysSince: just(3) } as const

  test('what belongs to the dose, and the C-SSRS after any thought of death or when nobody knows', () => {
    expect(due(dosing)).toEqual(['craving_vas', 'cadss6', 'deq5', 'kset'])
    expect(due({ ...dosing, lastItem9: 1 })).toContain('cssrs_screener')
    expect(due({ ...dosing, lastItem9: null })).toContain('cssrs_screener')
  })

  test('what was taken today is not due again, except dissociation, which is asked twice', () => {
    expect(due({ ...dosing, daysSince: { ...just(3), craving_vas: 0, cadss6: 0, deq5: 0, kset: 0 } })).toEqual([
      'cadss6',
    ])
  })
})

test.each([
  ['induction', 6, []],
  ['induction', 7, ['phq9']],
  ['induction', 30, ['phq9', 'gad7']],
  ['maintenance', 29, []],
  ['maintenance', 30, ['gad7', 'phq9', 'icsi', 'integration_metrics']],
  ['continuation', 30, ['gad7', 'phq9', 'icsi', 'integration_metrics']],
] as const)('in %s, %i days after the last measures', (phase, days, wanted) => {
  expect(due({ phase, daysSince: just(days), daysSinceLastDose: days + 1 })).toEqual(wanted)
})

test.each([
  [13, []],
  [14, ['phq9']],
  [15, ['phq9']],
])('before a maintenance dose, with the last dose 14 days ago and a PHQ-9 %i days ago', (days, wanted) => {
  const course = { phase: 'maintenance', doseToday: true, daysSinceLastDose: 14 } as const
  const daysSince = { ...just(1), phq9: days, craving_vas: 0, deq5: 0, kset: 0 }
  expect(due({ ...course, daysSince }).filter((key) => key !== 'cadss6')).toEqual(wanted)
})

test.each([
  [2, [...base, 'mbc_decision']],
  [1, []],
])('at the end of induction yesterday, with the set taken %i days ago', (days, wanted) => {
  expect(due({ phase: 'induction-complete', daysSinceInductionEnd: 1, daysSince: just(days) })).toEqual(wanted)
})

test.each([
  [89, 11, []],
  [90, 0, [...base, 'labs', 'dsm5_check']],
  [20, 12, [...base, 'labs', 'dsm5_check']],
  [5, 12, []],
])('%i days and %i doses after the whole set', (days, doses, wanted) => {
  const course = { phase: 'maintenance', daysSinceLastDose: 10, dosesSinceFullSet: doses } as const
  const daysSince = { ...just(days), ...(days === 89 && { phq9: 1, gad7: 1, icsi: 1, integration_metrics: 1 }) }
  expect(new Set(due({ ...course, daysSince }).filter((key) => key !== 'integration_metrics'))).toEqual(new Set(wanted))
})

test.each([
  [6, 100, []],
  [7, 8, ['phq9', 'cssrs_screener', 'craving_vas']],
  [10, 3, []],
  [10, 4, ['phq9', 'cssrs_screener', 'craving_vas']],
  [28, 21, ['phq9', 'cssrs_screener', 'craving_vas']],
  [84, 56, ['phq9', 'cssrs_screener', 'craving_vas']],
  [90, 6, []],
])('%i days after stopping, last measured %i days ago', (stopped, days, wanted) => {
  const daysSince = { phq9: days, cssrs_screener: days, craving_vas: days }
  expect(due({ phase: 'stopped', daysSinceStop: stopped, daysSince })).toEqual(wanted)
})

test('a measure that two rows ask for stands once, with both reasons', () => {
  const course = {
    ...start,
    phase: 'maintenance',
    doseToday: true,
    daysSinceLastDose: 30,
    daysSince: just(40),
  } as const
  const [first] = measuresDue(course).filter(({ oneOf }) => oneOf[0] === 'phq9')
  expect(first?.because.map(({ row }) => row)).toEqual(['before-maintenance-dose', 'monthly-in-maintenance'])
})

test('names instruments that exist, and cites sources that exist', () => {
  const keys = instruments.map(({ key }) => key)
  const others = ['labs', 'integration_metrics', 'dsm5_check', 'mbc_decision']
  for (const { wants, cites } of cadence) {
    for (const key of wants.flatMap(({ oneOf }) => oneOf)) expect([...keys, ...others]).toContain(key)
    for (const cite of cites) expect(sources).toHaveProperty([cite])
  }
})
