import { describe, expect, test } from 'vitest'
import {
  type MbcFacts,
  mbcCites,
  mbcConfidence,
  mbcDecision,
  mbcDecisions,
  mbcSays,
  mbcTable,
  sources,
} from '../index.ts'

const start: MbcFacts = {
  phase: 'induction',
  remissionBelow: 5,
  doses: 4,
  planned: 6,
  baseline: 20,
  current: 20,
  mcid: 5,
  priorCurrent: null,
  dosesAtInterval: null,
  weeksInRemission: null,
}
const kept: MbcFacts = {
  ...start,
  phase: 'maintenance',
  current: 8,
  priorCurrent: 8,
  dosesAtInterval: 1,
  weeksInRemission: 0,
}

describe('in induction', () => {
  test.each<[string, Partial<MbcFacts>]>([
    ['HOLD_REVIEW', { current: 25 }],
    ['HOLD_REVIEW', { current: 25, doses: 0 }],
    ['HOLD_REVIEW', { current: 25, doses: 6 }],
    ['HOLD_REVIEW', { current: 25, doses: null }],
    ['REVIEW_OPTIMISE', { current: 24 }],
    ['CONTINUE', { doses: 3 }],
    ['CONTINUE', { doses: 0, baseline: 0, current: 0 }],
    ['REVIEW_OPTIMISE', { doses: 4, current: 17 }],
    ['CONTINUE', { doses: 4, current: 16 }],
    ['CONTINUE', { doses: 5, current: 4 }],
    ['REVIEW_OPTIMISE', { baseline: 1_000, current: 801, mcid: 5 }],
    ['CONTINUE', { baseline: 10_000 / 10, current: 800 }],
    ['STOP_NONRESPONSE', { doses: 6, current: 16 }],
    ['ONE_OPTIMISATION', { doses: 6, current: 15 }],
    ['ONE_OPTIMISATION', { doses: 6, current: 11 }],
    ['ONE_OPTIMISATION', { doses: 7, current: 11 }],
    ['MAINTENANCE', { doses: 6, current: 10 }],
    ['MAINTENANCE', { doses: 6, baseline: 6, current: 4 }],
    ['ONE_OPTIMISATION', { doses: 6, baseline: 7, current: 5 }],
    ['MAINTENANCE', { doses: 6, baseline: 34, current: 18, remissionBelow: 19 }],
    ['STOP_NONRESPONSE', { doses: 6, baseline: 5, current: 4 }],
    ['STOP_NONRESPONSE', { doses: 3, planned: 3, current: 16 }],
  ])('%s with %j', (decision, facts) => {
    expect(mbcDecision({ ...start, ...facts })).toBe(decision)
  })
})

describe('in maintenance', () => {
  test.each<[string, Partial<MbcFacts>]>([
    ['HOLD_REVIEW', { current: 25 }],
    ['CONTINUE', {}],
    ['REVIEW_REINDUCE_OR_STOP', { current: 11, priorCurrent: 11, dosesAtInterval: 2 }],
    ['CONTINUE', { current: 11, priorCurrent: 11, dosesAtInterval: 1 }],
    ['CONTINUE', { current: 11, priorCurrent: 10, dosesAtInterval: 2 }],
    ['CONTINUE', { current: 10, priorCurrent: 11, dosesAtInterval: 2 }],
    ['ATTEMPT_SPACING', { current: 4, weeksInRemission: 12 }],
    ['CONTINUE', { current: 4, weeksInRemission: 11.9 }],
    ['CONTINUE', { current: 5, weeksInRemission: 12 }],
    ['CONTINUE', { current: 8, weeksInRemission: null }],
    ['REVIEW_REINDUCE_OR_STOP', { baseline: 6, current: 4, priorCurrent: 4, dosesAtInterval: 2, weeksInRemission: 12 }],
  ])('%s with %j', (decision, facts) => {
    expect(mbcDecision({ ...kept, ...facts })).toBe(decision)
  })
})

test.each<[Partial<MbcFacts>]>([
  [{ current: null }],
  [{ baseline: null }],
  [{ doses: null }],
  [{ planned: null }],
  [{ mcid: null, current: 21 }],
  [{ baseline: 0, current: 3 }],
  [{ phase: 'maintenance', current: 11, dosesAtInterval: 2, weeksInRemission: 0 }],
  [{ phase: 'maintenance', current: 11, priorCurrent: 11, weeksInRemission: 0 }],
  [{ phase: 'maintenance', current: 4 }],
])('nothing is decided while %j leaves it open', (facts) => {
  expect(mbcDecision({ ...start, ...facts })).toBe(null)
})

test('what could not change the decision need not be known', () => {
  expect(mbcDecision({ ...start, mcid: null, current: 12 })).toBe('CONTINUE')
  expect(mbcDecision({ ...kept, priorCurrent: null, dosesAtInterval: null })).toBe('CONTINUE')
})

test('every decision has a row, and every row says its numbers', () => {
  expect(new Set(mbcTable.map(({ decision }) => decision))).toEqual(new Set(mbcDecisions))
  for (const row of mbcTable) expect(mbcSays(row)).not.toMatch(/[{}]/)
  expect(mbcTable.map(mbcSays)).toContain(
    'Improvement from 25 % to below 50 %, not in remission: once, up to 2 more doses.',
  )
})

test('the table names its sources and does not claim more than they say', () => {
  for (const cite of mbcCites) expect(sources).toHaveProperty([cite])
  expect(mbcConfidence).toBe('low')
})
