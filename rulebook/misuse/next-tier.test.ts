import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysSinceNewPoints, type HeldTier, misuseTiers, nextTier, type TierReview } from './index.ts'

const held = (tier: HeldTier['tier'], ...stops: readonly string[]): HeldTier => ({ tier, stops })
const evaluated = (tier: HeldTier['tier'], ...stops: readonly string[]) => ({ tier, stops, lowerBound: false })
const quiet: TierReview = { quietDays: 90, addictionMedicineNote: false, urologyNote: false, signOffs: [] }

describe('up', () => {
  test('a first evaluation is the tier', () => {
    expect(nextTier(null, evaluated('moderate'), null)).toMatchObject({ tier: 'moderate', stops: [] })
    expect(nextTier(null, evaluated('stop', 'SX1'), null)).toMatchObject({ tier: 'stop', stops: ['SX1'] })
  })

  test('it rises at once and over any number of steps, without a review', () => {
    expect(nextTier(held('low'), evaluated('high'), null).tier).toBe('high')
    expect(nextTier(held('low'), evaluated('stop', 'SM2'), null)).toMatchObject({ tier: 'stop', stops: ['SM2'] })
  })
})

describe('down', () => {
  test.each([
    ['without a review', null, 'high'],
    ['a day too soon', { ...quiet, quietDays: 89 }, 'high'],
    ['after a quiet season, one step only', quiet, 'moderate'],
    ['not known how quiet', { ...quiet, quietDays: null }, 'high'],
  ] as const)('%s', (_, review, tier) => {
    expect(nextTier(held('high'), evaluated('low'), review).tier).toBe(tier)
  })

  test('not while something is not known', () => {
    expect(nextTier(held('high'), { ...evaluated('low'), lowerBound: true }, quiet).tier).toBe('high')
  })

  test('and not below what was evaluated', () => {
    expect(nextTier(held('moderate'), evaluated('moderate'), quiet).tier).toBe('moderate')
  })
})

describe('out of a stop', () => {
  const misuseDone: TierReview = { ...quiet, addictionMedicineNote: true, signOffs: ['a', 'b'] }
  const medicalDone: TierReview = { ...quiet, urologyNote: true }

  test.each([
    ['no review', ['SM2'], null, 'stop'],
    ['misuse: everything', ['SM2'], misuseDone, 'high'],
    ['misuse: no note', ['SM2'], { ...misuseDone, addictionMedicineNote: false }, 'stop'],
    ['misuse: one signature', ['SM2'], { ...misuseDone, signOffs: ['a'] }, 'stop'],
    ['misuse: one person twice', ['SM2'], { ...misuseDone, signOffs: ['a', 'a'] }, 'stop'],
    ['misuse: urology instead', ['SM2'], medicalDone, 'stop'],
    ['medical: note of urology', ['SX1'], medicalDone, 'high'],
    ['medical: addiction medicine instead', ['SX1'], misuseDone, 'stop'],
    ['both: only one of them', ['SM2', 'SX1'], misuseDone, 'stop'],
    ['both: everything', ['SM2', 'SX1'], { ...misuseDone, urologyNote: true }, 'high'],
    ['not known which: only one of them', [], misuseDone, 'stop'],
    ['a code that is no stop: everything is wanted', ['SM9'], misuseDone, 'stop'],
  ] as const)('%s', (_, stops, review, tier) => {
    expect(nextTier(held('stop', ...stops), evaluated('low'), review).tier).toBe(tier)
  })

  test('not while what stops is still true, whoever signs', () => {
    const all = { ...misuseDone, urologyNote: true }
    expect(nextTier(held('stop', 'SM2'), evaluated('stop', 'SM2'), all).tier).toBe('stop')
  })

  test('a second stop is kept beside the first', () => {
    expect(nextTier(held('stop', 'SM2'), evaluated('stop', 'SX1'), null).stops).toEqual(['SM2', 'SX1'])
    expect(nextTier(held('stop', 'SM2'), evaluated('low'), null).stops).toEqual(['SM2'])
  })

  test('says what is still wanted', () => {
    expect(nextTier(held('stop', 'SM2'), evaluated('low'), quiet).because).toContain('a note of addiction medicine')
    expect(nextTier(held('stop', 'SM2'), evaluated('low'), quiet).because).toContain('the signatures of 2 clinicians')
  })
})

test('law: the tier that holds is never below the one evaluated, and never falls by more than one step', () => {
  const tier = fc.constantFrom(...misuseTiers)
  const review = fc.option(
    fc.record({
      quietDays: fc.option(fc.nat(200)),
      addictionMedicineNote: fc.boolean(),
      urologyNote: fc.boolean(),
      signOffs: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    }),
  )
  const rank = (one: HeldTier['tier']) => misuseTiers.indexOf(one)
  fc.assert(
    fc.property(tier, tier, fc.boolean(), review, (before, now, lowerBound, by) => {
      const stops = (one: HeldTier['tier']) => (one === 'stop' ? ['SM2'] : [])
      const next = nextTier(held(before, ...stops(before)), { tier: now, stops: stops(now), lowerBound }, by)
      expect(rank(next.tier)).toBeGreaterThanOrEqual(rank(now))
      expect(rank(next.tier)).toBeGreaterThanOrEqual(rank(before) - 1)
      if (by === null) expect(rank(next.tier)).toBeGreaterThanOrEqual(rank(before))
      expect(next.stops.length > 0).toBe(next.tier === 'stop')
    }),
  )
})

describe('days since new points', () => {
  test('count from the last rise of a row about behaviour', () => {
    const evaluations = [
      { day: 0, points: { P02: 2 } },
      { day: 10, points: { P02: 2, P07: 1 } },
      { day: 20, points: { P02: 4, P07: 1 } },
      { day: 30, points: { P02: 4 } },
    ]
    expect(daysSinceNewPoints(evaluations, 100)).toBe(90)
    expect(daysSinceNewPoints(evaluations.toReversed(), 100)).toBe(90)
  })

  test('count from the first evaluation when nothing ever rose', () => {
    expect(daysSinceNewPoints([{ day: 5, points: { P19: 1 } }], 100)).toBe(95)
  })

  test('count points that came back as new', () => {
    const evaluations = [
      { day: 0, points: { P14: 1 } },
      { day: 10, points: {} },
      { day: 20, points: { P14: 1 } },
    ]
    expect(daysSinceNewPoints(evaluations, 21)).toBe(1)
  })

  test('are not known without an evaluation, and the future does not count', () => {
    expect(daysSinceNewPoints([], 100)).toBeNull()
    expect(daysSinceNewPoints([{ day: 101, points: {} }], 100)).toBeNull()
  })
})
