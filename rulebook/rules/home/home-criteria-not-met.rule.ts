import { all, any, type FactValue, not, refsOf } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { type Provenance, value } from '../../values.ts'
import { askedFrom, defineRule, type FactPath, facts } from '../../vocabulary.ts'
import { homeUse } from './home-use.ts'
import { reviewConditions, reviewValues } from './reviewed-at-screening.ts'

const required: Provenance = { cites: ['asa-ketamine', 'hull-2022', 'fda-2023'], confidence: 'low', basis: 'drv' }
const excluding: Provenance = { cites: ['fda-2023', 'asa-ketamine'], confidence: 'low', basis: 'drv' }

const values = {
  doses: [value(2, '1', required)],
  systolic: [value(140, 'mm[Hg]', required)],
  diastolic: [value(90, 'mm[Hg]', required)],
  query: [value(1, 'd', required)],
  visit: [value(31, 'd', required)],
  ideation: [value(3, '{score}', excluding)],
  behaviour: [value(366, 'd', excluding)],
  age: [value(65, 'a', excluding)],
} as const
const limit = refsOf(values)
const { above, atLeast, atMost, below, is, some } = facts

const requirementsUnmet = [
  not(is('protocol', 'sl-ket-home')),
  below('home.supervised_doses_at_or_above', limit.doses),
  is('home.adult_present', false),
  is('home.live_video', false),
  is('home.bp_cuff', false),
  atLeast('derived.gate_sbp', limit.systolic),
  atLeast('derived.gate_dbp', limit.diastolic),
  is('home.single_dose_dispensing', false),
  is('home.locked_storage', false),
  above('gate.pdmp_days_ago', limit.query),
  above('home.days_since_in_person_visit', limit.visit),
]

const exclusions = [
  some('conditions', (condition) =>
    condition.is(
      'key',
      'substance-use-disorder',
      'ketamine-use-disorder',
      'phencyclidine-use-disorder',
      'hypertension',
      'obstructive-sleep-apnea',
    ),
  ),
  some('medications', (medicine) => medicine.includes('classes', 'benzodiazepine', 'opioid', 'cns-depressant')),
  atLeast('gate.cssrs_ideation', limit.ideation),
  atMost('gate.cssrs_behaviour_days_ago', limit.behaviour),
  atLeast('age', limit.age),
  // At the highest support level nothing goes home.
  is('engagement.misuse_tier', 'high', 'stop'),
  ...reviewConditions,
]

type Given = { readonly [P in FactPath]?: FactValue }

const bare: Given = { protocol: 'sl-ket-home', 'site.home_protocol_enabled': true }
const inOrder: Given = {
  ...bare,
  age: 40,
  conditions: [],
  medications: [],
  'home.supervised_doses_at_or_above': 2,
  'home.adult_present': true,
  'home.live_video': true,
  'home.bp_cuff': true,
  'home.single_dose_dispensing': true,
  'home.locked_storage': true,
  'home.days_since_in_person_visit': 31,
  'derived.gate_sbp': 139,
  'derived.gate_dbp': 89,
  'gate.pdmp_days_ago': 1,
  'engagement.misuse_tier': 'low',
  'gate.cssrs_ideation': 2,
  'gate.cssrs_behaviour_days_ago': 367,
  'history.diagnosis_matches_protocol': true,
  'history.failed_antidepressant_trials': 2,
  'labs.alt_x_uln': 0.8,
  'labs.ast_x_uln': 0.8,
  'labs.tsh': 'normal',
  'labs.moca': 27,
  'labs.stop_bang': 1,
  'symptoms.bpic_ss': 2,
  'symptoms.dysuria': false,
  'symptoms.urgency': false,
  'symptoms.frequency': false,
  'symptoms.nocturia': false,
  'symptoms.haematuria': false,
}
const ruledOut = (name: string, change: Given) => ({ name, given: { ...inOrder, ...change }, expect: 'fires' as const })

export const homeCriteriaNotMet = defineRule({
  id: 'home-criteria-not-met',
  title: 'Not safe enough for a dose at home',
  phases: askedFrom.screening,
  appliesTo: not(is('protocol', ...nasalEsketamine)),
  severity: 'block',
  says: 'A dose at home lacks something that it needs: the protocol for home; {doses} supervised doses at or above it; an adult present, live video, a cuff and a reading below {systolic}/{diastolic}; single doses, locked up; a fresh registry query, and a visit of the last {visit}. Or something rules it out: any substance use disorder, hypertension, sleep apnoea, a benzodiazepine, opioid or other sedative, suicidal ideation of grade {ideation} or more, suicidal behaviour in the last {behaviour}, age {age} or older, a high misuse-risk tier, or anything at screening that a prescriber would have to review.',
  saysToPatient:
    'A dose at home is only safe when everything on our list is in place. Something is missing today, so please come to the clinic for it.',
  because:
    'At home nobody can step in. No source states this list as a whole; it is built from what a professional society, a regulator and a large open program asked for.',
  action: 'No dose at home. Put right what is missing, or treat at the clinic.',
  values: { ...reviewValues, ...values },
  when: () => all(homeUse, is('site.home_protocol_enabled', true), any(...requirementsUnmet, ...exclusions)),
  cites: ['fda-2023', 'asa-ketamine', 'hull-2022'],
  confidence: 'low',
  examples: [
    { name: 'everything in order, each at its limit: go ahead', given: inOrder, expect: 'clear' },
    ruledOut('one supervised dose: block', { 'home.supervised_doses_at_or_above': 1 }),
    ruledOut('nobody else at home: block', { 'home.adult_present': false }),
    ruledOut('no video: block', { 'home.live_video': false }),
    ruledOut('no cuff: block', { 'home.bp_cuff': false }),
    ruledOut('systolic pressure at the limit: block', { 'derived.gate_sbp': 140 }),
    ruledOut('diastolic pressure at the limit: block', { 'derived.gate_dbp': 90 }),
    ruledOut('several doses dispensed: block', { 'home.single_dose_dispensing': false }),
    ruledOut('no lock: block', { 'home.locked_storage': false }),
    ruledOut('registry queried two days ago: block', { 'gate.pdmp_days_ago': 2 }),
    ruledOut('last seen 32 days ago: block', { 'home.days_since_in_person_visit': 32 }),
    ruledOut('a disorder of 20 years ago: block', {
      conditions: [
        { key: 'substance-use-disorder', substance: 'alcohol', status: 'history', months_since_criteria_met: 240 },
      ],
    }),
    ruledOut('treated hypertension: block', { conditions: [{ key: 'hypertension', status: 'treated' }] }),
    ruledOut('treated sleep apnoea: block', { conditions: [{ key: 'obstructive-sleep-apnea', status: 'treated' }] }),
    ruledOut('a sleeping pill: block', { medications: [{ name: 'zolpidem', classes: ['cns-depressant'] }] }),
    ruledOut('ideation at the limit: block', { 'gate.cssrs_ideation': 3 }),
    ruledOut('behaviour on the last day that counts: block', { 'gate.cssrs_behaviour_days_ago': 366 }),
    ruledOut('age at the limit: block', { age: 65 }),
    ruledOut('a high misuse-risk tier: block', { 'engagement.misuse_tier': 'high' }),
    { name: 'age just under the limit: go ahead', given: { ...inOrder, age: 64.9 }, expect: 'clear' },
    ruledOut('what a prescriber would review, here breastfeeding: block', {
      conditions: [{ key: 'breastfeeding', status: 'current' }],
    }),
    ruledOut('what a prescriber would review, here blood in the urine: block', { 'symptoms.haematuria': true }),
    ruledOut('what a prescriber would review, here one trial of antidepressants: block', {
      'history.failed_antidepressant_trials': 1,
    }),
    ruledOut('a protocol of the clinic at home: block', { protocol: 'iv-ket-trd', setting: 'home' }),
    {
      name: 'switched off: another rule',
      given: { protocol: 'sl-ket-home', 'site.home_protocol_enabled': false },
      expect: 'clear',
    },
    {
      name: 'in the clinic: not asked',
      given: { protocol: 'sl-ket-clinic', setting: 'outpatient', 'order.home_use': false },
      expect: 'clear',
    },
    { name: 'esketamine: another rule', given: { protocol: 'in-esk-trd', setting: 'home' }, expect: 'clear' },
    { name: 'nothing else known: ask', given: bare, expect: 'unknown' },
    ruledOut('what a prescriber would review, here glaucoma: block', {
      conditions: [{ key: 'glaucoma', status: 'treated' }],
    }),
    ruledOut('what a prescriber would review, here a pacemaker: block', {
      conditions: [{ key: 'pacemaker', status: 'current' }],
    }),
    ruledOut('what a prescriber would review, here a stroke of the past: block', {
      conditions: [{ key: 'ischemic-stroke', status: 'history', days_ago: 900 }],
    }),
    ruledOut('what a prescriber would review, here a psychosis of the past: block', {
      conditions: [{ key: 'other-psychosis', status: 'history' }],
    }),
    ruledOut('what a prescriber would review, here bipolar disorder: block', {
      conditions: [{ key: 'bipolar-disorder', status: 'euthymic' }],
    }),
    ruledOut('what a prescriber would review, here lungs that fail: block', {
      conditions: [{ key: 'chronic-respiratory-failure', status: 'current' }],
    }),
    ruledOut('what a prescriber would review, here dementia: block', {
      conditions: [{ key: 'major-neurocognitive-disorder', status: 'current' }],
    }),
    ruledOut('what a prescriber would review, here a seizure of last month: block', {
      conditions: [{ key: 'epilepsy', status: 'treated', days_ago: 30 }],
    }),
    ruledOut('what a prescriber would review, here liver enzymes: block', { 'labs.alt_x_uln': 3.1 }),
    ruledOut('what a prescriber would review, here the thyroid: block', {
      conditions: [{ key: 'hyperthyroidism', status: 'treated', treated: true }],
      'labs.tsh': 'suppressed',
    }),
    ruledOut('what a prescriber would review, here signs of sleep apnoea: block', { 'labs.stop_bang': 5 }),
    ruledOut('a ketamine use disorder: block', { conditions: [{ key: 'ketamine-use-disorder', status: 'history' }] }),
    ruledOut('dosing stopped by the tier of misuse: block', { 'engagement.misuse_tier': 'stop' }),
    ruledOut('a phencyclidine use disorder: block', {
      conditions: [{ key: 'phencyclidine-use-disorder', status: 'history' }],
    }),
    ruledOut('a benzodiazepine: block', { medications: [{ name: 'diazepam', classes: ['benzodiazepine'] }] }),
    ruledOut('an opioid: block', { medications: [{ name: 'morphine', classes: ['opioid'] }] }),
    {
      name: 'esketamine for acute suicidality: another rule',
      given: { protocol: 'in-esk-mdsi', setting: 'home' },
      expect: 'clear',
    },
  ],
})
