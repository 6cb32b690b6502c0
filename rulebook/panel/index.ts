/**
 * Invented patients, by whom a change of the rulebook is judged: who would be treated differently tomorrow. Each states
 * what is out of the ordinary, in the case format; everything else is known and normal. No person is behind any of them.
 */
import type { Facts } from '@keel/engine'
import type { ProtocolId } from '../protocol-ids.ts'
import type { Phase } from '../vocabulary.ts'

export interface PanelPatient {
  readonly id: string
  /** Who this is, in a few words. */
  readonly says: string
  /** Which questions are asked of the patient. */
  readonly phases: readonly Phase[]
  readonly facts: Facts & { readonly protocol: ProtocolId }
}

const before: readonly Phase[] = ['screening', 'pre_session']
const later: readonly Phase[] = ['pre_session', 'continuation']

function patient(
  id: string,
  says: string,
  protocol: ProtocolId,
  facts: Facts = {},
  phases: readonly Phase[] = before,
): PanelPatient {
  return { id, says, phases, facts: { ...facts, protocol } }
}

const course = (phase: string, more: Facts = {}): Facts => ({ course_phase: phase, ...more })

export const panel: readonly PanelPatient[] = [
  patient('p01', 'A woman of 34 without anything else', 'iv-ket-trd'),
  patient('p02', 'A man of 52 with treated hypertension', 'iv-ket-trd', {
    age: 52,
    sex: 'male',
    conditions: [{ key: 'hypertension', status: 'treated' }],
    vitals: { sbp: 138, dbp: 86 },
  }),
  patient('p03', 'A man of 58 whose pressure is 152/94 on the day', 'iv-ket-trd', {
    age: 58,
    sex: 'male',
    vitals: { sbp: 152, dbp: 94 },
  }),
  patient('p04', 'A woman of 61 whose pressure is 166/98 on the day', 'in-esk-trd', {
    age: 61,
    vitals: { sbp: 166, dbp: 98 },
  }),
  patient('p05', 'A woman of 72 with early Alzheimer disease and capacity', 'in-esk-trd', {
    age: 72,
    conditions: [{ key: 'major-neurocognitive-disorder', severity: 'mild' }],
    labs: { moca: 21 },
  }),
  patient('p06', 'A man of 69 in the EU, first dose', 'in-esk-trd', {
    age: 69,
    sex: 'male',
    region: 'EU',
    schedule: { dose_number: 1 },
  }),
  patient('p07', 'A woman of Japanese ancestry in the EU, first dose', 'in-esk-trd', {
    region: 'EU',
    japanese_ancestry: true,
    schedule: { dose_number: 1 },
  }),
  patient('p08', 'A woman four months after birth who breastfeeds', 'in-esk-trd', {
    age: 31,
    conditions: [{ key: 'breastfeeding' }],
  }),
  patient('p09', 'A woman who is pregnant', 'iv-ket-trd', { age: 29, conditions: [{ key: 'pregnancy' }] }),
  patient('p10', 'A man of 45 with an infarction four weeks ago', 'iv-ket-trd', {
    age: 45,
    sex: 'male',
    conditions: [{ key: 'myocardial-infarction', days_ago: 28 }],
  }),
  patient('p11', 'A man of 66 with an infarction two years ago', 'iv-ket-trd', {
    age: 66,
    sex: 'male',
    conditions: [{ key: 'myocardial-infarction', years_ago: 2 }],
  }),
  patient('p12', 'A woman of 70 with a stroke a year ago', 'iv-ket-trd', {
    age: 70,
    conditions: [{ key: 'ischemic-stroke', years_ago: 1 }],
  }),
  patient('p13', 'A woman with idiopathic intracranial hypertension', 'in-esk-trd', {
    age: 31,
    conditions: [{ key: 'idiopathic-intracranial-hypertension' }],
  }),
  patient('p14', 'A man with a small aortic aneurysm', 'iv-ket-trd', {
    age: 64,
    sex: 'male',
    conditions: [{ key: 'aortic-aneurysm', size_mm: 31 }],
  }),
  patient('p15', 'A man with schizophrenia', 'iv-ket-trd', { sex: 'male', conditions: [{ key: 'schizophrenia' }] }),
  patient('p16', 'A woman who was psychotic ten years ago', 'iv-ket-trd', {
    conditions: [{ key: 'other-psychosis', status: 'history' }],
  }),
  patient('p17', 'A woman with bipolar disorder, depressed, on lithium', 'iv-ket-trd', {
    conditions: [{ key: 'bipolar-disorder', status: 'depressed' }],
    medications: [{ name: 'lithium' }],
  }),
  patient('p18', 'A man in a hypomanic state', 'in-esk-trd', {
    sex: 'male',
    conditions: [{ key: 'bipolar-disorder', status: 'hypomanic' }],
  }),
  patient('p19', 'A man who drinks, severe disorder, last week', 'iv-ket-trd', {
    sex: 'male',
    conditions: [
      { key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', months_since_criteria_met: 0 },
    ],
  }),
  patient('p20', 'A man six months into remission of opioid use disorder, on buprenorphine', 'iv-ket-trd', {
    sex: 'male',
    conditions: [
      { key: 'substance-use-disorder', substance: 'opioids', severity: 'severe', months_since_criteria_met: 6 },
    ],
    medications: [{ name: 'buprenorphine', dose_mg_per_day: 16 }],
  }),
  patient('p21', 'A woman three years into remission of cocaine use disorder', 'iv-ket-trd', {
    conditions: [
      { key: 'substance-use-disorder', substance: 'cocaine', severity: 'moderate', months_since_criteria_met: 36 },
    ],
  }),
  patient('p22', 'A man who took ketamine at clubs eight months ago', 'iv-ket-trd', {
    age: 26,
    sex: 'male',
    history: { nonmedical_ketamine_use: { frequency: 'monthly', last_use_months_ago: 8 } },
  }),
  patient('p23', 'A man with ketamine cystitis in the past', 'iv-ket-trd', {
    sex: 'male',
    conditions: [{ key: 'ketamine-cystitis', status: 'history' }],
  }),
  patient(
    'p24',
    'A woman with new urgency and nocturia',
    'iv-ket-trd',
    {
      symptoms: { urgency: true, nocturia: true, bpic_ss: 14 },
    },
    later,
  ),
  patient('p25', 'A woman with cirrhosis, Child-Pugh B', 'in-esk-trd', {
    conditions: [{ key: 'cirrhosis', child_pugh: 'B' }],
  }),
  patient('p26', 'A man with ALT four times the limit', 'iv-ket-trd', { sex: 'male', labs: { alt_x_uln: 4 } }),
  patient('p27', 'A man with untreated moderate sleep apnoea', 'iv-ket-trd', {
    sex: 'male',
    bmi: 34,
    conditions: [{ key: 'obstructive-sleep-apnea', ahi: 24, treated: false }],
  }),
  patient('p28', 'A woman on lorazepam 1 mg a day', 'iv-ket-trd', {
    medications: [{ name: 'lorazepam', dose_mg_per_day: 1 }],
  }),
  patient('p29', 'A woman on clonazepam 0.25 mg a day', 'iv-ket-trd', {
    medications: [{ name: 'clonazepam', dose_mg_per_day: 0.25 }],
  }),
  patient('p30', 'A man on oxycodone 40 mg a day and diazepam 5 mg', 'iv-ket-crps', {
    sex: 'male',
    medications: [
      { name: 'oxycodone', dose_mg_per_day: 40 },
      { name: 'diazepam', dose_mg_per_day: 5 },
    ],
  }),
  patient('p31', 'A woman on tranylcypromine', 'in-esk-trd', { medications: [{ name: 'tranylcypromine' }] }),
  patient('p32', 'A man on lisdexamfetamine and lamotrigine', 'iv-ket-trd', {
    sex: 'male',
    medications: [{ name: 'lisdexamfetamine' }, { name: 'lamotrigine' }],
  }),
  patient('p33', 'A woman on clarithromycin who takes lozenges at the clinic', 'sl-ket-clinic', {
    medications: [{ name: 'clarithromycin' }],
  }),
  patient('p34', 'A man on theophylline', 'iv-ket-trd', { sex: 'male', medications: [{ name: 'theophylline' }] }),
  patient('p35', 'A woman who used a decongestant spray 20 minutes ago', 'in-esk-trd', {
    medications: [{ name: 'oxymetazoline', route: 'nasal', minutes_ago: 20 }],
  }),
  patient('p36', 'A veteran with PTSD', 'iv-ket-ptsd', { sex: 'male', history: { veteran: true } }),
  patient(
    'p37',
    'A woman with social anxiety disorder after two doses without effect',
    'iv-ket-anx',
    {
      schedule: { doses_given: 2 },
      response: { scale: 'GAD-7', baseline: 17, current: 16 },
    },
    later,
  ),
  patient('p38', 'A man with acute suicidality, outpatient', 'iv-ket-si', { sex: 'male', gate: { cssrs_ideation: 5 } }),
  patient('p39', 'A man with acute suicidality, in hospital', 'iv-ket-si', {
    sex: 'male',
    setting: 'hospital',
    gate: { cssrs_ideation: 5 },
  }),
  patient('p40', 'A woman with CRPS, seventh day', 'iv-ket-crps', {
    schedule: { dose_number: 7, doses_last_14_days: 6, last_dose_days_ago: 1 },
  }),
  patient('p41', 'A woman who wants lozenges at home', 'sl-ket-home'),
  patient('p42', 'A man with alcohol use disorder for whom infusions are asked', 'iv-ket-aud-ref', { sex: 'male' }),
  patient(
    'p43',
    'A man who responded by a fifth at the end of induction',
    'iv-ket-trd',
    {
      sex: 'male',
      schedule: course('induction-complete', { doses_given: 6 }),
      response: { scale: 'MADRS', baseline: 34, current: 27 },
    },
    later,
  ),
  patient(
    'p44',
    'A woman who responded by 40 % at the end of induction',
    'iv-ket-trd',
    {
      schedule: course('induction-complete', { doses_given: 6 }),
      response: { scale: 'MADRS', baseline: 35, current: 21 },
    },
    later,
  ),
  patient(
    'p45',
    'A woman in her eighth month of maintenance, never reviewed for taper',
    'iv-ket-trd',
    {
      schedule: course('maintenance', { months_in_maintenance: 8, months_since_taper_review: 'never' }),
    },
    later,
  ),
  patient(
    'p46',
    'A man in maintenance whose liver tests are seven months old',
    'iv-ket-trd',
    {
      sex: 'male',
      schedule: course('maintenance'),
      labs: { months_since_lft: 7 },
    },
    later,
  ),
  patient(
    'p47',
    'A woman of high support level, five days after her dose',
    'iv-ket-trd',
    {
      engagement: { misuse_tier: 'high' },
      schedule: { last_dose_days_ago: 5 },
    },
    later,
  ),
  patient(
    'p48',
    'A man who asked for early doses twice',
    'iv-ket-trd',
    {
      sex: 'male',
      history: { early_dose_requests: 2 },
    },
    later,
  ),
  patient('p49', 'A woman ordered 0.8 mg/kg', 'iv-ket-trd', { order: { dose_mg_per_kg: 0.8 } }),
  patient('p50', 'A woman who forgot her escort and drank last night', 'im-ket-trd', {
    gate: { escort: false, alcohol_hours_ago: 12 },
  }),
  patient(
    'p51',
    'A man at 40 minutes with 184/112',
    'iv-ket-trd',
    {
      sex: 'male',
      in_session: { minute: 40, sbp: 184, dbp: 112 },
    },
    ['in_session'],
  ),
  patient(
    'p52',
    'A woman 70 minutes after her infusion who sways',
    'iv-ket-trd',
    {
      discharge: { minutes_since_infusion_end: 70, gait_steady: false },
    },
    ['discharge'],
  ),
  patient('p53', 'A woman with acute suicidal ideation, fifth week of nasal esketamine', 'in-esk-mdsi', {
    schedule: { week_of_treatment: 5, course_phase: 'maintenance' },
  }),
]
