import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { misuseCalculations } from './calculations.ts'
import { misuseDefaults } from './index.ts'

function answer(kind: string, input: unknown): unknown {
  const one = misuseCalculations.find((calculation) => calculation.kind === kind)
  const parsed = one?.input.safeParse(input)
  return parsed?.success ? one?.compute(parsed.data as never) : 'refused'
}

describe('the worked examples', () => {
  test.each([
    ['EX-1', { audit_c: 1, dast10: 1 }, { score: 1, tier: 'low', points: { P02: 1 }, floors: [], safety_flags: [] }],
    [
      'EX-2',
      { sex: 'M', audit_c: 5, sud_status: 'remission_ge_12mo', ort_oud: 4, craving_vas_max_14d: 55 },
      { score: 4, tier: 'moderate', points: { P01: 1, P03: 1, P04: 1, P14: 1 }, floors: ['FM3'] },
    ],
    [
      'EX-3',
      { nonmedical_ketamine: 'past_12mo', sev_dep_scale: 5, interval_ratio: 0.7, deq_more_last2: [72, 65] },
      { score: 9, tier: 'high', points: { P05: 3, P06: 4, P08: 1, P15: 1 }, floors: ['FM4', 'FH4'] },
    ],
    [
      'EX-4',
      { icsi: 7, icsi_baseline: 1, hematuria: 'micro', cognitive_complaint: true },
      {
        score: 2,
        tier: 'moderate',
        points: { P19: 1, P20: 1 },
        floors: ['FM7'],
        safety_flags: ['UROLOGY_WORKUP', 'COGNITIVE_TEST'],
      },
    ],
  ])('%s', (_, input, result) => {
    expect(answer('misuse_tier', input)).toMatchObject({ ...result, stop_kind: null, stops: [] })
  })

  test('EX-5', () => {
    expect(
      answer('theil_sen_slope', {
        points: [
          [0, 50],
          [7, 55],
          [14, 70],
          [21, 75],
        ],
      }),
    ).toEqual({ slope_pct_per_week: 18.3 })
  })
})

describe('inputs', () => {
  test('every key may be stated, left out, or not known', () => {
    expect(answer('misuse_tier', misuseDefaults)).toMatchObject({ score: 0, tier: 'low' })
    const unknown = Object.fromEntries(Object.keys(misuseDefaults).map((key) => [key, null]))
    expect(answer('misuse_tier', unknown)).toMatchObject({
      score: 0,
      tier: 'low',
      tier_is_lower_bound: true,
      take_home_blocked: true,
    })
  })

  test.each([
    ['a key that is not known', 'misuse_tier', { audit: 3 }],
    ['a score out of range', 'misuse_tier', { audit_c: 13 }],
    ['half a point', 'misuse_tier', { dast10: 1.5 }],
    ['a word that is not known', 'misuse_tier', { sud_status: 'past' }],
    ['only one of two doses', 'misuse_tier', { deq_more_last2: [50] }],
    ['a number as text', 'misuse_tier', { icsi: '6' }],
    ['a refill without its day', 'early_refill', { days_supply: 30, runout_day: 40 }],
    ['a request without a dose', 'theil_sen_slope', { points: [[1]] }],
  ])('%s is refused', (_, kind, input) => {
    expect(answer(kind, input)).toBe('refused')
  })

  test('what cannot be computed is null, never left out', () => {
    expect(answer('early_refill', { days_supply: null, runout_day: 40, request_day: 30 })).toEqual({
      days_early: 10,
      threshold_days: null,
      is_early: null,
    })
    expect(answer('early_refill', { days_supply: 30, runout_day: null, request_day: 30 })).toEqual({
      days_early: null,
      threshold_days: 4.5,
      is_early: null,
    })
    expect(answer('early_refill', { days_supply: 30, runout_day: 30, request_day: 25 })).toEqual({
      days_early: 5,
      threshold_days: 4.5,
      is_early: true,
    })
    expect(answer('theil_sen_slope', { points: [[0, 50]] })).toEqual({ slope_pct_per_week: null })
  })
})

test('law: any JSON is answered or refused, never thrown at', () => {
  const kinds = fc.constantFrom(...misuseCalculations.map(({ kind }) => kind))
  const near = fc.dictionary(fc.constantFrom(...Object.keys(misuseDefaults), 'points', 'days_supply'), fc.jsonValue())
  fc.assert(
    fc.property(kinds, fc.oneof(fc.jsonValue(), near), (kind, input) => {
      const answered = answer(kind, input)
      if (answered !== 'refused') expect(JSON.parse(JSON.stringify(answered))).toEqual(answered)
    }),
  )
})
