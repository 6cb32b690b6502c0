/**
 * What the misuse-risk tier is worked out from: each input with its unit, possible range and safe default. An input left
 * out takes its default; `null` is not known, and never counts as zero.
 */
import { type ChoiceFact, choice, type FlagFact, flag, quantity } from '@keel/engine'

const count = (says: string, max = 1_000) => quantity(says, '1', { min: 0, max })
const score = (says: string, max: number) => quantity(says, '{score}', { min: 0, max })
/** A line of 0 to 100 on which the patient makes a mark. */
const line = (says: string) => quantity(says, '{score}', { min: 0, max: 100, step: 0.1 })
const percent = (says: string) => quantity(says, '%', { min: -100_000, max: 100_000, step: 0.1 })
const ratio = (says: string, max: number) => quantity(says, '1', { min: 0, max, step: 0.000001 })

export const misuseInputFacts = {
  sex: choice('sex', ['F', 'M', 'U']),
  audit_c: score('AUDIT-C', 12),
  dast10: score('DAST-10', 10),
  ort_oud: score('ORT-OUD', 9),
  sud_status: choice('use disorder of a substance other than ketamine and tobacco', [
    'none',
    'remission_ge_12mo',
    'remission_lt_12mo',
    'active_mild',
    'active_mod_severe',
  ]),
  nonmedical_ketamine: choice('ketamine taken outside care', ['never', 'gt_12mo', 'past_12mo', 'past_30d']),
  dsm5_count: count('criteria of ketamine use disorder met, as a clinician judged', 10),
  sev_dep_scale: score('Severity of Dependence Scale, for ketamine', 15),
  early_refill_90d: count('early refill requests in 90 days'),
  interval_ratio: ratio('asked-for intervals against the planned interval', 1_000),
  escalation_requests_60d: count('requests for more than the plan in 60 days'),
  requested_dose_slope_pct_wk: percent('rise of the requested dose a week'),
  missed_integration_ratio_60d: ratio('share of integration visits missed in 60 days', 1),
  dose_requests_60d: count('dose requests by the patient in 60 days'),
  lost_events_180d: count('lost, stolen or spilled doses in 180 days'),
  pdmp_age_days: quantity('days since the registry was queried', 'd', { min: 0, max: 50_000, step: 0.1 }),
  pdmp_undisclosed_ketamine: flag('ketamine in the registry that the patient had not told of'),
  pdmp_prescribers_12mo: count('prescribers in the registry in 12 months'),
  pdmp_pharmacies_12mo: count('pharmacies in the registry in 12 months'),
  uds_undisclosed_ketamine: flag('ketamine in the urine that nothing explains'),
  uds_unexpected_other: flag('another drug in the urine that nothing explains'),
  uds_expected_norketamine_absent: flag('norketamine missing from the urine after a dose at home'),
  uds_refused: flag('urine test refused'),
  icsi: score('ICSI', 20),
  icsi_baseline: score('ICSI at baseline', 20),
  hematuria: choice('blood in the urine', ['none', 'micro', 'gross']),
  cognitive_complaint: flag('memory or attention worse since baseline'),
  craving_vas_max_14d: line('highest craving in 14 days'),
  cadss6_first2_mean: quantity('mean CADSS-6 of the first two doses', '{score}', { min: 0, max: 24, step: 0.01 }),
  cadss6_last2_mean: quantity('mean CADSS-6 of the last two doses', '{score}', { min: 0, max: 24, step: 0.01 }),
  dose_change_pct: percent('change of the dose since the first two'),
  requests_in_remission_60d: count('requests in 60 days made while well'),
  impaired_presentation_90d: count('arrivals intoxicated or sedated in 90 days'),
  route_tampering: flag('a dispensed product snorted or injected, confirmed'),
  diversion: flag('medicine sold or shared, confirmed'),
  forgery: flag('prescription forged or altered, confirmed'),
  take_home: flag('doses are taken at home'),
  new_patient: flag('new to this clinic'),
} as const

type Known<Fact> = Fact extends ChoiceFact<infer Word> ? Word : Fact extends FlagFact ? boolean : number

/** `null`: not known. Counts and scores are whole numbers; slopes and changes are percent. */
export type MisuseInputs = {
  readonly [Key in keyof typeof misuseInputFacts]: Known<(typeof misuseInputFacts)[Key]> | null
} & {
  /** DEQ-5 "want more" at the last dose and the one before it, 0 to 100. */
  readonly deq_more_last2: readonly [number | null, number | null] | null
}

export const wantMore = line('want more at one of the last two doses')

/** Everything that a code may read: the inputs, and what arithmetic yields from them. */
export const misuseVocabulary = {
  ...misuseInputFacts,
  'deq_more_last2.0': wantMore,
  'deq_more_last2.1': wantMore,
  icsi_rise: quantity('rise of the ICSI since baseline', '{score}', { min: -20, max: 20 }),
  tolerance_index: quantity('share of the first dissociation that has gone', '1', { min: -1_000, max: 1, step: 0.01 }),
  pdmp_query_current: flag('the registry was queried lately'),
  audit_c_known: flag('AUDIT-C is on record'),
  dast10_known: flag('DAST-10 is on record'),
} as const

export const misuseDefaults: MisuseInputs = {
  sex: 'F',
  audit_c: 0,
  dast10: 0,
  ort_oud: 0,
  sud_status: 'none',
  nonmedical_ketamine: 'never',
  dsm5_count: 0,
  sev_dep_scale: null,
  early_refill_90d: 0,
  interval_ratio: 1,
  escalation_requests_60d: 0,
  requested_dose_slope_pct_wk: 0,
  missed_integration_ratio_60d: 0,
  dose_requests_60d: 0,
  lost_events_180d: 0,
  pdmp_age_days: 10,
  pdmp_undisclosed_ketamine: false,
  pdmp_prescribers_12mo: 1,
  pdmp_pharmacies_12mo: 1,
  uds_undisclosed_ketamine: false,
  uds_unexpected_other: false,
  uds_expected_norketamine_absent: false,
  uds_refused: false,
  icsi: 0,
  icsi_baseline: 0,
  hematuria: 'none',
  cognitive_complaint: false,
  craving_vas_max_14d: 0,
  deq_more_last2: [0, 0],
  cadss6_first2_mean: null,
  cadss6_last2_mean: null,
  dose_change_pct: 0,
  requests_in_remission_60d: 0,
  impaired_presentation_90d: 0,
  route_tampering: false,
  diversion: false,
  forgery: false,
  take_home: false,
  new_patient: false,
}
