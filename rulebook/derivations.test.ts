import { type Facts, withFact } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { assessor } from './index.ts'

type Given = Readonly<Record<string, number | string | boolean | null>>
const charted = (given: Given): Facts =>
  Object.entries(given).reduce<Facts>((facts, [path, value]) => withFact(facts, path, value), {})
const derive = (path: string, given: Given) => assessor.factOf(path, charted(given))

describe('dosing weight', () => {
  const path = 'derived.dosing_weight_kg'
  test.each<[string, Given, number | undefined]>([
    ['is actual weight just below the limit', { weight_kg: 86.4, height_cm: 170, bmi: 29.9, sex: 'male' }, 86.4],
    [
      'is ideal weight at the limit, for a man of 180 cm',
      { weight_kg: 97.2, height_cm: 180, bmi: 30, sex: 'male' },
      75.116,
    ],
    ['is ideal weight for a woman of 165 cm', { weight_kg: 96, height_cm: 165, sex: 'female' }, 56.966],
    ['takes the height from the body mass index', { weight_kg: 97.2, bmi: 30, sex: 'male' }, 75.116],
    ['is never above actual weight', { weight_kg: 60, height_cm: 195, bmi: 31, sex: 'male' }, 60],
    ['is unknown at the limit while sex is', { weight_kg: 96, height_cm: 165 }, undefined],
    ['is unknown where no ideal weight is defined', { weight_kg: 40, height_cm: 95, sex: 'female' }, undefined],
    ['is unknown without weight', { height_cm: 170, sex: 'male' }, undefined],
    ['needs no sex below the limit', { weight_kg: 70, height_cm: 175 }, 70],
  ])('%s', (_what, given, expected) => {
    const weight = derive(path, given)
    if (expected === undefined) expect(weight).toBeUndefined()
    else expect(weight).toBeCloseTo(expected, 3)
  })
})

describe('the weight of an order', () => {
  const path = 'derived.weight_change_percent'
  const ideal = { weight_kg: 100, height_cm: 180, sex: 'male', 'order.weight_basis': 'ideal' } as const
  test.each<[string, Given, number]>([
    [
      'by actual weight is compared with actual weight',
      { weight_kg: 66.5, 'order.ordered_weight_kg': 70, 'order.weight_basis': 'actual' },
      5,
    ],
    ['by ideal weight is compared with ideal weight', { ...ideal, 'order.ordered_weight_kg': 75.116 }, 0],
    [
      'by ideal weight that states actual weight is compared with that',
      { ...ideal, 'order.ordered_weight_kg': 100 },
      0,
    ],
  ])('%s', (_what, given, expected) => {
    expect(derive(path, given)).toBeCloseTo(expected, 3)
  })
})

describe('the pressure that counts', () => {
  const readings = { 'vitals.sbp': 138, 'vitals.dbp': 84, 'vitals.first_sbp': 166, 'vitals.first_dbp': 90 }
  test.each<[number, number | undefined]>([
    [9, undefined],
    [10, 138],
    [30, 138],
  ])('with %i min between the readings is %s', (minutes, expected) => {
    expect(derive('derived.gate_sbp', { ...readings, 'vitals.minutes_between': minutes })).toBe(expected)
  })

  test('is wanted as a later reading when the second came too soon, and as a first when there is none', () => {
    const wanted = (facts: Facts) => {
      const answer = assessor.assess(facts, { phase: 'pre_session', only: new Set(['bp-hold']) })
      return 'missing' in answer ? answer.missing.map(({ fact }) => fact) : answer
    }
    expect(wanted(charted({ ...readings, 'vitals.minutes_between': 5 }))).toEqual(['vitals.minutes_between'])
    expect(wanted(charted({ 'vitals.sbp': 138, 'vitals.dbp': 84 }))).toEqual([
      'vitals.first_dbp',
      'vitals.first_sbp',
      'vitals.minutes_between',
    ])
  })
})

test('binary fractions never carry a dose across a limit', () => {
  const dose = (mg: number, kg: number) =>
    derive('order.dose_mg_per_kg', { 'order.dose_mg': mg, weight_kg: kg, bmi: 22 })
  expect(dose(0.1 + 0.2, 1)).toBe(0.3)
  expect(dose(55.05, 73.4)).toBe(0.75)
  expect(
    derive('derived.rate_mg_per_kg_h', { 'order.dose_mg': 47.6, 'order.duration_min': 42, weight_kg: 68, bmi: 22 }),
  ).toBe(1)
})

test('a division by zero is unknown, not infinite', () => {
  expect(derive('order.rate_mg_per_h', { 'order.dose_mg': 35, 'order.duration_min': 0 })).toBeUndefined()
  expect(derive('response.percent_improvement', { 'response.baseline': 0, 'response.current': 0 })).toBeUndefined()
})

describe('extended observation', () => {
  const none: Facts = { age: 64, conditions: [], medications: [], discharge: { baseline_sbp: 140, baseline_dbp: 90 } }
  const extended = (change: Facts) => assessor.factOf('discharge.extended_observation', { ...none, ...change })

  test.each<[string, Facts, boolean | undefined]>([
    ['nothing that asks for it', {}, false],
    ['age at the limit', { age: 65 }, true],
    ['systolic pressure above the limit', { discharge: { baseline_sbp: 141, baseline_dbp: 90 } }, true],
    ['diastolic pressure above the limit', { discharge: { baseline_sbp: 140, baseline_dbp: 91 } }, true],
    ['an opioid', { medications: [{ name: 'x', classes: ['opioid'] }] }, true],
    ['a stimulant', { medications: [{ name: 'x', classes: ['stimulant'] }] }, false],
    ['a medicine of unknown class', { medications: [{ name: 'x' }] }, undefined],
    [
      'sleep apnoea known to be untreated',
      { conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated' }] },
      true,
    ],
    ['treated sleep apnoea', { conditions: [{ key: 'obstructive-sleep-apnea', status: 'treated' }] }, false],
    ['sleep apnoea of unknown treatment', { conditions: [{ key: 'obstructive-sleep-apnea' }] }, undefined],
    ['medicines not known', { medications: null }, undefined],
    ['medicines not known but age at the limit', { medications: null, age: 70 }, true],
  ])('with %s', (_what, change, expected) => {
    expect(extended(change)).toBe(expected)
  })
})

test('what is stated stands, and what is stated as unknown stays unknown', () => {
  expect(derive('bmi', { weight_kg: 70, height_cm: 175, bmi: 25 })).toBe(25)
  expect(derive('bmi', { weight_kg: 70, height_cm: 175, bmi: null })).toBeUndefined()
})
