import { operandsOf } from '@keel/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type MisuseEvaluation,
  type MisuseInputs,
  misuseCodes,
  misuseDefaults,
  misuseTier,
  misuseTiers,
} from './index.ts'
import { misuseInputFacts } from './misuse-inputs.ts'

type Given = Partial<MisuseInputs>
type Row = readonly [name: string, given: Given, fires: boolean | number]

/** Everything that one code says: its points, or whether it fired. */
function answerOf(code: string, given: Given): boolean | number {
  const { points, floors, stops, safetyFlags } = misuseTier(given)
  if (code.startsWith('P') && code !== 'PDMP_STALE') return points[code] ?? 0
  return [...floors, ...stops, ...safetyFlags].includes(code)
}

/** At the limit, one below, one above, and not known. */
const table: Readonly<Record<string, readonly Row[]>> = {
  P01: [
    ['woman below her limit', { audit_c: 2 }, 0],
    ['woman at her limit', { audit_c: 3 }, 1],
    ['man at the limit of women', { sex: 'M', audit_c: 3 }, 0],
    ['man at his limit', { sex: 'M', audit_c: 4 }, 1],
    ['sex undetermined takes the stricter limit', { sex: 'U', audit_c: 3 }, 1],
    ['sex not known takes the stricter limit', { sex: null, audit_c: 3 }, 1],
    ['one below harmful', { audit_c: 7 }, 1],
    ['harmful replaces, not adds', { audit_c: 8 }, 2],
    ['one above harmful', { sex: 'M', audit_c: 9 }, 2],
    ['not known', { audit_c: null }, 0],
  ],
  P02: [
    ['none', { dast10: 0 }, 0],
    ['low', { dast10: 1 }, 1],
    ['one below moderate', { dast10: 2 }, 1],
    ['moderate', { dast10: 3 }, 2],
    ['one below substantial', { dast10: 5 }, 2],
    ['substantial', { dast10: 6 }, 4],
    ['severe', { dast10: 10 }, 4],
    ['not known', { dast10: null }, 0],
  ],
  P03: [
    ['one below', { ort_oud: 2 }, 0],
    ['at', { ort_oud: 3 }, 1],
    ['above', { ort_oud: 4 }, 1],
    ['not known', { ort_oud: null }, 0],
  ],
  P04: [
    ['none', { sud_status: 'none' }, 0],
    ['sustained remission', { sud_status: 'remission_ge_12mo' }, 1],
    ['early remission', { sud_status: 'remission_lt_12mo' }, 3],
    ['mild', { sud_status: 'active_mild' }, 4],
    ['moderate or severe', { sud_status: 'active_mod_severe' }, 6],
    ['not known', { sud_status: null }, 0],
  ],
  P05: [
    ['never', { nonmedical_ketamine: 'never' }, 0],
    ['long ago', { nonmedical_ketamine: 'gt_12mo' }, 1],
    ['this year', { nonmedical_ketamine: 'past_12mo' }, 3],
    ['this month', { nonmedical_ketamine: 'past_30d' }, 5],
    ['not known', { nonmedical_ketamine: null }, 0],
  ],
  P06: [
    ['one below some', { sev_dep_scale: 2 }, 0],
    ['some', { sev_dep_scale: 3 }, 2],
    ['one below high', { sev_dep_scale: 4 }, 2],
    ['high', { sev_dep_scale: 5 }, 4],
    ['above', { sev_dep_scale: 6 }, 4],
    ['not asked', { sev_dep_scale: null }, 0],
  ],
  P07: [
    ['none', { early_refill_90d: 0 }, 0],
    ['one', { early_refill_90d: 1 }, 1],
    ['two', { early_refill_90d: 2 }, 3],
    ['three', { early_refill_90d: 3 }, 3],
    ['not known', { early_refill_90d: null }, 0],
  ],
  P08: [
    ['at the near limit', { interval_ratio: 0.8 }, 0],
    ['just below it', { interval_ratio: 0.79 }, 1],
    ['at the far limit', { interval_ratio: 0.6 }, 1],
    ['just below it', { interval_ratio: 0.59 }, 2],
    ['not known', { interval_ratio: null }, 0],
  ],
  P09: [
    ['one request', { escalation_requests_60d: 1 }, 0],
    ['two requests', { escalation_requests_60d: 2 }, 1],
    ['slope just below', { requested_dose_slope_pct_wk: 4.9 }, 0],
    ['slope that rounds up to the limit', { requested_dose_slope_pct_wk: 4.96 }, 1],
    ['slope at the limit', { requested_dose_slope_pct_wk: 5 }, 1],
    ['both add up', { escalation_requests_60d: 3, requested_dose_slope_pct_wk: 18.3 }, 2],
    ['slope not known', { escalation_requests_60d: 2, requested_dose_slope_pct_wk: null }, 1],
  ],
  P10: [
    ['share just below', { missed_integration_ratio_60d: 0.49, dose_requests_60d: 1 }, 0],
    ['at', { missed_integration_ratio_60d: 0.5, dose_requests_60d: 1 }, 2],
    ['above', { missed_integration_ratio_60d: 1, dose_requests_60d: 4 }, 2],
    ['without asking', { missed_integration_ratio_60d: 1, dose_requests_60d: 0 }, 0],
    ['asking not known', { missed_integration_ratio_60d: 1, dose_requests_60d: null }, 0],
  ],
  P11: [
    ['none', { lost_events_180d: 0 }, 0],
    ['one', { lost_events_180d: 1 }, 1],
    ['two', { lost_events_180d: 2 }, 3],
    ['three', { lost_events_180d: 3 }, 3],
  ],
  P12: [
    ['three of each', { pdmp_prescribers_12mo: 3, pdmp_pharmacies_12mo: 3 }, 0],
    ['four prescribers', { pdmp_prescribers_12mo: 4 }, 2],
    ['four pharmacies', { pdmp_pharmacies_12mo: 4 }, 2],
    ['five of each', { pdmp_prescribers_12mo: 5, pdmp_pharmacies_12mo: 5 }, 2],
    ['four prescribers, pharmacies not known', { pdmp_prescribers_12mo: 4, pdmp_pharmacies_12mo: null }, 2],
  ],
  P13: [
    ['another drug', { uds_unexpected_other: true }, 2],
    ['norketamine missing', { uds_expected_norketamine_absent: true }, 3],
    ['refused', { uds_refused: true }, 2],
    ['two of them, at the cap', { uds_unexpected_other: true, uds_refused: true }, 4],
    ['two of them, above the cap', { uds_unexpected_other: true, uds_expected_norketamine_absent: true }, 4],
    ['all of them', { uds_unexpected_other: true, uds_expected_norketamine_absent: true, uds_refused: true }, 4],
    ['one of them, another not known', { uds_refused: true, uds_unexpected_other: null }, 2],
  ],
  P14: [
    ['just below some', { craving_vas_max_14d: 49 }, 0],
    ['some', { craving_vas_max_14d: 50 }, 1],
    ['just below high', { craving_vas_max_14d: 69 }, 1],
    ['high', { craving_vas_max_14d: 70 }, 2],
    ['above', { craving_vas_max_14d: 71 }, 2],
    ['not known', { craving_vas_max_14d: null }, 0],
  ],
  P15: [
    ['one just below', { deq_more_last2: [60, 59] }, 0],
    ['the other just below', { deq_more_last2: [59, 60] }, 0],
    ['both at', { deq_more_last2: [60, 60] }, 1],
    ['both above', { deq_more_last2: [61, 100] }, 1],
    ['one not known', { deq_more_last2: [100, null] }, 0],
    ['neither known', { deq_more_last2: null }, 0],
  ],
  P16: [
    ['just below', { cadss6_first2_mean: 10, cadss6_last2_mean: 5.1, escalation_requests_60d: 1 }, 0],
    ['at', { cadss6_first2_mean: 10, cadss6_last2_mean: 5, escalation_requests_60d: 1 }, 1],
    ['above', { cadss6_first2_mean: 10, cadss6_last2_mean: 0, escalation_requests_60d: 1 }, 1],
    ['without asking', { cadss6_first2_mean: 10, cadss6_last2_mean: 0 }, 0],
    [
      'dose changed by the most that is allowed',
      { cadss6_first2_mean: 10, cadss6_last2_mean: 0, escalation_requests_60d: 1, dose_change_pct: -10 },
      1,
    ],
    [
      'dose changed by more',
      { cadss6_first2_mean: 10, cadss6_last2_mean: 0, escalation_requests_60d: 1, dose_change_pct: -10.1 },
      0,
    ],
    [
      'dose raised by more',
      { cadss6_first2_mean: 10, cadss6_last2_mean: 0, escalation_requests_60d: 1, dose_change_pct: 11 },
      0,
    ],
    ['first two at zero', { cadss6_first2_mean: 0, cadss6_last2_mean: 0, escalation_requests_60d: 1 }, 0],
    ['first two not known', { cadss6_first2_mean: null, cadss6_last2_mean: 0, escalation_requests_60d: 1 }, 0],
  ],
  P17: [
    ['one', { requests_in_remission_60d: 1 }, 0],
    ['two', { requests_in_remission_60d: 2 }, 2],
    ['three', { requests_in_remission_60d: 3 }, 2],
  ],
  P18: [
    ['none', { impaired_presentation_90d: 0 }, 0],
    ['one', { impaired_presentation_90d: 1 }, 3],
    ['two', { impaired_presentation_90d: 2 }, 3],
  ],
  P19: [
    ['just below both', { icsi: 5, icsi_baseline: 2 }, 0],
    ['score at', { icsi: 6, icsi_baseline: 6 }, 1],
    ['rise at', { icsi: 5, icsi_baseline: 1 }, 1],
    ['above', { icsi: 7, icsi_baseline: 1 }, 1],
    ['score high, baseline not known', { icsi: 6, icsi_baseline: null }, 1],
    ['score low, baseline not known', { icsi: 5, icsi_baseline: null }, 0],
    ['not known', { icsi: null }, 0],
  ],
  P20: [
    ['no', { cognitive_complaint: false }, 0],
    ['yes', { cognitive_complaint: true }, 1],
    ['not known', { cognitive_complaint: null }, 0],
  ],
  FM1: [
    ['one below', { dast10: 2 }, false],
    ['from', { dast10: 3 }, true],
    ['to', { dast10: 5 }, true],
    ['one above: another floor', { dast10: 6 }, false],
    ['not known', { dast10: null }, false],
  ],
  FM2: [
    ['one below', { audit_c: 7 }, false],
    ['at', { audit_c: 8 }, true],
    ['above', { audit_c: 9 }, true],
  ],
  FM3: [
    ['none', {}, false],
    ['sustained', { sud_status: 'remission_ge_12mo' }, true],
    ['early: another floor', { sud_status: 'remission_lt_12mo' }, false],
  ],
  FM4: [
    ['never', {}, false],
    ['long ago', { nonmedical_ketamine: 'gt_12mo' }, true],
    ['this year', { nonmedical_ketamine: 'past_12mo' }, true],
    ['this month: another floor', { nonmedical_ketamine: 'past_30d' }, false],
  ],
  FM5: [
    ['one below', { sev_dep_scale: 2 }, false],
    ['from', { sev_dep_scale: 3 }, true],
    ['to', { sev_dep_scale: 4 }, true],
    ['one above: another floor', { sev_dep_scale: 5 }, false],
  ],
  FM6: [
    ['none', { lost_events_180d: 0 }, false],
    ['one', { lost_events_180d: 1 }, true],
    ['two: another floor', { lost_events_180d: 2 }, false],
  ],
  FM7: [
    ['none', { hematuria: 'none' }, false],
    ['micro', { hematuria: 'micro' }, true],
    ['gross: a stop', { hematuria: 'gross' }, false],
    ['not known', { hematuria: null }, false],
  ],
  FM8: [
    ['at the limit', { pdmp_age_days: 90, take_home: true }, false],
    ['a day past', { pdmp_age_days: 91, take_home: true }, true],
    ['never queried', { pdmp_age_days: null, take_home: true }, true],
    ['never queried, nothing at home', { pdmp_age_days: null }, false],
  ],
  FM9: [
    ['one', { early_refill_90d: 1 }, false],
    ['two', { early_refill_90d: 2 }, true],
    ['three', { early_refill_90d: 3 }, true],
  ],
  FM10: [
    ['none', { impaired_presentation_90d: 0 }, false],
    ['one', { impaired_presentation_90d: 1 }, true],
    ['two', { impaired_presentation_90d: 2 }, true],
  ],
  FH1: [
    ['one below', { dast10: 5 }, false],
    ['at', { dast10: 6 }, true],
    ['above', { dast10: 7 }, true],
  ],
  FH2: [
    ['sustained remission', { sud_status: 'remission_ge_12mo' }, false],
    ['early remission', { sud_status: 'remission_lt_12mo' }, true],
    ['mild', { sud_status: 'active_mild' }, true],
    ['moderate', { sud_status: 'active_mod_severe' }, true],
  ],
  FH3: [
    ['this year', { nonmedical_ketamine: 'past_12mo' }, false],
    ['this month', { nonmedical_ketamine: 'past_30d' }, true],
  ],
  FH4: [
    ['one below', { sev_dep_scale: 4 }, false],
    ['at', { sev_dep_scale: 5 }, true],
    ['above', { sev_dep_scale: 6 }, true],
  ],
  FH5: [
    ['one', { lost_events_180d: 1 }, false],
    ['two', { lost_events_180d: 2 }, true],
    ['three', { lost_events_180d: 3 }, true],
  ],
  FH6: [
    ['no', {}, false],
    ['yes', { pdmp_undisclosed_ketamine: true }, true],
    ['not known', { pdmp_undisclosed_ketamine: null }, false],
  ],
  FH7: [
    ['no', {}, false],
    ['yes', { uds_undisclosed_ketamine: true }, true],
    ['not known', { uds_undisclosed_ketamine: null }, false],
  ],
  FH8: [
    ['nothing at home', { uds_expected_norketamine_absent: true }, false],
    ['at home', { uds_expected_norketamine_absent: true, take_home: true }, true],
    ['at home, test not known', { uds_expected_norketamine_absent: null, take_home: true }, false],
  ],
  FH9: [
    ['one', { dsm5_count: 1 }, false],
    ['two', { dsm5_count: 2 }, true],
    ['three', { dsm5_count: 3 }, true],
    ['four: a stop', { dsm5_count: 4 }, false],
  ],
  FH10: [
    ['two refills', { early_refill_90d: 2 }, false],
    ['one refill, one lost', { early_refill_90d: 1, lost_events_180d: 1 }, false],
    ['two refills, one lost', { early_refill_90d: 2, lost_events_180d: 1 }, true],
    ['more of both', { early_refill_90d: 3, lost_events_180d: 2 }, true],
  ],
  SM1: [
    ['three', { dsm5_count: 3 }, false],
    ['four', { dsm5_count: 4 }, true],
    ['five', { dsm5_count: 5 }, true],
    ['not known', { dsm5_count: null }, false],
  ],
  SM2: [
    ['no', {}, false],
    ['yes', { diversion: true }, true],
  ],
  SM3: [
    ['no', {}, false],
    ['yes', { forgery: true }, true],
  ],
  SM4: [
    ['no', {}, false],
    ['yes', { route_tampering: true }, true],
  ],
  SM5: [
    ['registry only', { pdmp_undisclosed_ketamine: true }, false],
    ['urine only', { uds_undisclosed_ketamine: true }, false],
    ['both', { pdmp_undisclosed_ketamine: true, uds_undisclosed_ketamine: true }, true],
  ],
  SX1: [
    ['micro', { hematuria: 'micro' }, false],
    ['gross', { hematuria: 'gross' }, true],
  ],
  SX2: [
    ['one below', { icsi: 11, icsi_baseline: 11 }, false],
    ['at', { icsi: 12, icsi_baseline: 12 }, true],
    ['above', { icsi: 13, icsi_baseline: 13 }, true],
    ['not known', { icsi: null }, false],
  ],
  MISSING_AUDIT_C: [
    ['known', { audit_c: 0 }, false],
    ['not known', { audit_c: null }, true],
  ],
  MISSING_DAST10: [
    ['known', { dast10: 0 }, false],
    ['not known', { dast10: null }, true],
  ],
  PDMP_STALE: [
    ['at the limit', { pdmp_age_days: 90 }, false],
    ['a day past, nothing at home', { pdmp_age_days: 91 }, true],
    ['never queried', { pdmp_age_days: null }, true],
  ],
  UROLOGY_WORKUP: [
    ['nothing', { icsi: 5, icsi_baseline: 5 }, false],
    ['score', { icsi: 6, icsi_baseline: 6 }, true],
    ['rise', { icsi: 4, icsi_baseline: 0 }, true],
    ['micro, score not known', { icsi: null, hematuria: 'micro' }, true],
    ['gross', { hematuria: 'gross' }, true],
  ],
  COGNITIVE_TEST: [
    ['no', {}, false],
    ['yes', { cognitive_complaint: true }, true],
  ],
  HOLD_TODAY: [
    ['none', {}, false],
    ['one', { impaired_presentation_90d: 1 }, true],
  ],
  ADDICTION_CONSULT: [
    ['mild', { sud_status: 'active_mild' }, false],
    ['moderate or severe', { sud_status: 'active_mod_severe' }, true],
  ],
}

describe('each code', () => {
  test('is in the table', () => {
    expect(Object.keys(table).toSorted()).toEqual(misuseCodes.map(({ code }) => code).toSorted())
  })

  const rows = Object.entries(table).flatMap(([code, cases]) => cases.map((row) => [code, ...row] as const))
  test.each(rows)('%s, %s', (code, _, given, fires) => {
    expect(answerOf(code, given)).toBe(fires)
  })

  test('stands once, and compares only with values that it states', () => {
    expect(new Set(misuseCodes.map(({ code }) => code)).size).toBe(misuseCodes.length)
    for (const { code, effect, values } of misuseCodes) {
      const conditions = effect.kind === 'points' ? effect.parts.map(({ when }) => when) : [effect.when]
      const named = conditions.flatMap(operandsOf).map((operand) => ('value' in operand ? operand.value : 'a setting'))
      for (const name of named) expect(Object.keys(values), code).toContain(name)
    }
  })

  test('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(misuseCodes))).toEqual(misuseCodes)
  })

  test('fills every number into its sentence', () => {
    for (const [code, cases] of Object.entries(table)) {
      const firing = cases.filter(([, , fires]) => fires !== 0 && fires !== false)
      expect(firing.length, code).toBeGreaterThan(0)
      for (const [, given] of firing) {
        const { fired } = misuseTier(given)
        const one = fired.find((other) => other.code === code)
        expect(one?.message, code).not.toMatch(/[{}]/)
        expect(Object.keys(one?.sees ?? {}).length, code).toBeGreaterThan(0)
        expect(one?.sources.length, code).toBeGreaterThan(0)
      }
    }
  })
})

describe('the tier', () => {
  test.each([
    [3, 'low', { nonmedical_ketamine: 'never', ort_oud: 3, audit_c: 3, dast10: 1 }],
    [4, 'moderate', { ort_oud: 3, audit_c: 3, dast10: 1, cognitive_complaint: true }],
    [7, 'moderate', { ort_oud: 3, audit_c: 3, dast10: 1, interval_ratio: 0.5, craving_vas_max_14d: 80 }],
    [
      8,
      'high',
      { ort_oud: 3, audit_c: 3, dast10: 1, interval_ratio: 0.5, craving_vas_max_14d: 80, cognitive_complaint: true },
    ],
  ] as const)('with %i points and no floor is %s', (score, tier, given) => {
    expect(misuseTier(given)).toMatchObject({ score, tier, floors: [], stopKind: null })
  })

  test('is not lowered by fewer points than its floor', () => {
    expect(misuseTier({ uds_undisclosed_ketamine: true })).toMatchObject({ score: 0, tier: 'high', floors: ['FH7'] })
  })

  test('names a stop for misuse before a medical one', () => {
    expect(misuseTier({ hematuria: 'gross' })).toMatchObject({ tier: 'stop', stopKind: 'medical', stops: ['SX1'] })
    expect(misuseTier({ hematuria: 'gross', diversion: true })).toMatchObject({
      tier: 'stop',
      stopKind: 'misuse',
      stops: ['SM2', 'SX1'],
    })
  })

  test('with nothing stated takes the safe defaults and fires nothing', () => {
    expect(misuseTier({})).toMatchObject({
      score: 0,
      tier: 'low',
      points: {},
      fired: [],
      unanswered: [],
      lowerBound: false,
      takeHomeBlocked: false,
    })
  })

  test('shows what a code saw, as it was recorded', () => {
    const sees = (given: Given, code: string) => misuseTier(given).fired.find((one) => one.code === code)?.sees
    expect(sees({ icsi: 5, icsi_baseline: 1 }, 'P19')).toEqual({ icsi: 5, icsi_baseline: 1 })
    expect(sees({ audit_c: null }, 'MISSING_AUDIT_C')).toEqual({ audit_c: null })
    expect(sees({ deq_more_last2: [72, 65] }, 'P15')).toEqual({ deq_more_last2: [72, 65] })
    expect(sees({ pdmp_age_days: null, take_home: true }, 'FM8')).toEqual({ pdmp_age_days: null, take_home: true })
  })
})

describe('what is not known', () => {
  test('is never zero: it is named with the codes that wait for it, and no dose goes home', () => {
    const { unanswered, lowerBound, takeHomeBlocked } = misuseTier({ dast10: null })
    expect(unanswered).toEqual([{ input: 'dast10', neededBy: ['FH1', 'FM1', 'P02'] }])
    expect({ lowerBound, takeHomeBlocked }).toEqual({ lowerBound: true, takeHomeBlocked: true })
  })

  test('Severity of Dependence is asked only of people who took ketamine outside care', () => {
    expect(misuseTier({ sev_dep_scale: null }).lowerBound).toBe(false)
    const asked = misuseTier({ sev_dep_scale: null, nonmedical_ketamine: 'gt_12mo' })
    expect(asked.unanswered.map(({ input }) => input)).toEqual(['sev_dep_scale'])
    const unknown = misuseTier({ sev_dep_scale: null, nonmedical_ketamine: null })
    expect(unknown.unanswered.map(({ input }) => input)).toEqual(['nonmedical_ketamine', 'sev_dep_scale'])
  })

  test('the change of dose is asked for once there are doses to compare', () => {
    const asking = { escalation_requests_60d: 1, dose_change_pct: null }
    expect(misuseTier(asking).lowerBound).toBe(false)
    expect(misuseTier({ ...asking, cadss6_first2_mean: 10, cadss6_last2_mean: 2 }).unanswered).toEqual([
      { input: 'dose_change_pct', neededBy: ['P16'] },
    ])
  })

  const keys = Object.keys(misuseDefaults) as (keyof MisuseInputs)[]
  const mayBeUnknown = [
    'sex',
    'sev_dep_scale',
    'pdmp_age_days',
    'cadss6_first2_mean',
    'cadss6_last2_mean',
    'dose_change_pct',
    'new_patient',
  ]
  test.each(keys.filter((key) => !mayBeUnknown.includes(key)))(
    '%s leaves a code open wherever it could matter',
    (key) => {
      const { unanswered } = misuseTier({
        nonmedical_ketamine: 'gt_12mo',
        dose_requests_60d: 1,
        missed_integration_ratio_60d: 1,
        take_home: true,
        pdmp_age_days: null,
        [key]: null,
      })
      expect(unanswered.map(({ input }) => input)).toContain(key)
    },
  )
})

const worse: { readonly [Key in keyof MisuseInputs]?: readonly MisuseInputs[Key][] } = {
  audit_c: [0, 2, 3, 4, 7, 8, 12],
  dast10: [0, 1, 2, 3, 5, 6, 10],
  ort_oud: [0, 2, 3, 9],
  sud_status: ['none', 'remission_ge_12mo', 'remission_lt_12mo', 'active_mild', 'active_mod_severe'],
  nonmedical_ketamine: ['never', 'gt_12mo', 'past_12mo', 'past_30d'],
  dsm5_count: [0, 1, 2, 3, 4, 10],
  sev_dep_scale: [0, 2, 3, 4, 5, 15],
  early_refill_90d: [0, 1, 2, 3],
  interval_ratio: [1.2, 1, 0.8, 0.79, 0.6, 0.59, 0.1],
  escalation_requests_60d: [0, 1, 2, 3],
  requested_dose_slope_pct_wk: [-10, 0, 4.9, 5, 40],
  missed_integration_ratio_60d: [0, 0.49, 0.5, 1],
  dose_requests_60d: [0, 1, 5],
  lost_events_180d: [0, 1, 2, 3],
  pdmp_age_days: [0, 90, 91, null],
  pdmp_undisclosed_ketamine: [false, true],
  pdmp_prescribers_12mo: [1, 3, 4, 9],
  pdmp_pharmacies_12mo: [1, 3, 4, 9],
  uds_undisclosed_ketamine: [false, true],
  uds_unexpected_other: [false, true],
  uds_expected_norketamine_absent: [false, true],
  uds_refused: [false, true],
  icsi: [0, 3, 4, 5, 6, 11, 12, 20],
  icsi_baseline: [12, 6, 2, 1, 0],
  hematuria: ['none', 'micro', 'gross'],
  cognitive_complaint: [false, true],
  craving_vas_max_14d: [0, 49, 50, 69, 70, 100],
  deq_more_last2: [
    [0, 0],
    [59, 60],
    [60, 60],
    [100, 100],
  ],
  cadss6_last2_mean: [10, 6, 5, 0],
  requests_in_remission_60d: [0, 1, 2, 4],
  impaired_presentation_90d: [0, 1, 2],
  route_tampering: [false, true],
  diversion: [false, true],
  forgery: [false, true],
  take_home: [false, true],
  sex: ['M', 'F'],
}

type Key = keyof typeof worse
const worseKeys = Object.keys(worse) as Key[]
const anyInputs: fc.Arbitrary<Given> = fc
  .record(
    Object.fromEntries(worseKeys.map((key) => [key, fc.constantFrom(...(worse[key] as readonly unknown[]), null)])),
    {
      requiredKeys: [],
    },
  )
  .map((given) => ({ cadss6_first2_mean: 10, ...given }) as Given)

const rank = ({ tier }: MisuseEvaluation): number => misuseTiers.indexOf(tier)

describe('laws', () => {
  test('making one input worse never lowers the score or the tier', () => {
    const twoSteps = fc.constantFrom(...worseKeys).chain((key) => {
      const steps = (worse[key] as readonly unknown[]).length
      return fc.tuple(fc.constant(key), fc.nat(steps - 1), fc.nat(steps - 1))
    })
    fc.assert(
      fc.property(anyInputs, twoSteps, (given, [key, a, b]) => {
        const at = (step: number) => misuseTier({ ...given, [key]: worse[key]?.[step] })
        const [better, worsened] = [at(Math.min(a, b)), at(Math.max(a, b))]
        expect(worsened.score).toBeGreaterThanOrEqual(better.score)
        expect(rank(worsened)).toBeGreaterThanOrEqual(rank(better))
      }),
      { numRuns: 1_000 },
    )
  })

  test('what is not known never scores above any answer, and an answer that would raise the tier is asked for', () => {
    const known = worseKeys.filter((key) => key !== 'pdmp_age_days' && key !== 'sex' && key !== 'cadss6_last2_mean')
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(...known), fc.nat(20), (given, key, pick) => {
        const answers = worse[key] as readonly unknown[]
        const unknown = misuseTier({ ...given, [key]: null })
        const answered = misuseTier({ ...given, [key]: answers[pick % answers.length] })
        expect(unknown.score).toBeLessThanOrEqual(answered.score)
        expect(rank(unknown)).toBeLessThanOrEqual(rank(answered))
        const notAsked = key === 'sev_dep_scale' && (given.nonmedical_ketamine ?? 'never') === 'never'
        if (rank(answered) > rank(unknown) && !notAsked) expect(unknown.lowerBound).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('any inputs in range give one answer, whatever the order of their keys', () => {
    fc.assert(
      fc.property(anyInputs, (given) => {
        const once = misuseTier(given)
        expect(misuseTier(Object.fromEntries(Object.entries(given).toReversed()))).toEqual(once)
        expect(misuseTiers).toContain(once.tier)
        expect(once.score).toBe(Object.values(once.points).reduce((sum, one) => sum + one, 0))
        expect(once.fired.length).toBe(
          Object.keys(once.points).length + once.floors.length + once.stops.length + once.safetyFlags.length,
        )
        expect(once.stopKind === null).toBe(once.tier !== 'stop')
      }),
      { numRuns: 500 },
    )
  })

  test('has a default for every input', () => {
    expect(Object.keys(misuseDefaults).toSorted()).toEqual(
      [...Object.keys(misuseInputFacts), 'deq_more_last2'].toSorted(),
    )
  })
})
