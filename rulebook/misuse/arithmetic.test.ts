import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earlyRefill, type RequestedDose, theilSenSlope } from './index.ts'

describe('early refill', () => {
  test.each([
    ['a short supply, at two days', 7, 2, true, 2],
    ['a short supply, one day', 7, 1, false, 2],
    ['13 days: two days still are more', 13, 2, true, 2],
    ['14 days: a little more than two', 14, 2, false, 2.1],
    ['20 days: at the limit of three', 20, 3, true, 3],
    ['30 days: four days are not enough', 30, 4, false, 4.5],
    ['30 days: five are', 30, 5, true, 4.5],
    ['30 days: exactly four and a half', 30, 4.5, true, 4.5],
    ['on the day', 30, 0, false, 4.5],
    ['late', 30, -3, false, 4.5],
  ])('%s', (_, daysSupply, early, isEarly, thresholdDays) => {
    expect(earlyRefill({ daysSupply, runoutDay: 40, requestDay: 40 - early })).toEqual({
      daysEarly: early,
      thresholdDays,
      isEarly,
    })
  })
})

describe('Theil-Sen slope', () => {
  test('the worked example', () => {
    const slope = theilSenSlope([
      [0, 50],
      [7, 55],
      [14, 70],
      [21, 75],
    ])
    expect(slope).toBeCloseTo(18.33, 2)
  })

  test.each([
    ['nothing', [], null],
    ['one request', [[0, 50]], null],
    [
      'two on one day',
      [
        [3, 50],
        [3, 60],
      ],
      null,
    ],
    [
      'from a dose of nothing',
      [
        [0, 0],
        [7, 10],
      ],
      null,
    ],
    [
      'the same dose',
      [
        [0, 50],
        [7, 50],
        [20, 50],
      ],
      0,
    ],
    [
      'falling',
      [
        [0, 50],
        [7, 45],
      ],
      -10,
    ],
    [
      'an odd number of pairs: the middle one',
      [
        [0, 100],
        [7, 110],
        [14, 200],
      ],
      50,
    ],
    [
      'two on one day beside a third',
      [
        [0, 50],
        [7, 60],
        [7, 70],
      ],
      30,
    ],
  ] as const)('%s', (_, requests, slope) => {
    expect(theilSenSlope(requests)).toBe(slope)
  })

  test('looks at the newest eight only, and divides by the first of them', () => {
    const steady = Array.from({ length: 8 }, (_, week): RequestedDose => [week * 7 + 7, 50 + week * 5])
    expect(theilSenSlope([[0, 1_000], ...steady])).toBe(10)
  })

  const requests = fc.uniqueArray(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 400 })), {
    maxLength: 8,
    selector: ([day]) => day,
  })
  test('law: order does not matter, nor the day from which is counted', () => {
    fc.assert(
      fc.property(requests, fc.nat(1_000), (some, shift) => {
        const slope = theilSenSlope(some)
        expect(theilSenSlope(some.toReversed())).toBe(slope)
        expect(theilSenSlope(some.map(([day, mg]) => [day + shift, mg]))).toBe(slope)
      }),
    )
  })

  test('law: one odd request of five cannot turn a straight line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.nat(3), fc.nat(10_000), (weekly, odd, mg) => {
        const straight = [0, 1, 2, 3, 4].map((week): RequestedDose => [week * 7, 100 + week * weekly])
        const bent = straight.map(([day, dose], index): RequestedDose => (index === odd + 1 ? [day, mg] : [day, dose]))
        expect(theilSenSlope(bent)).toBe(theilSenSlope(straight))
      }),
    )
  })
})
