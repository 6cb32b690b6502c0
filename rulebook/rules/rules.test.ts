import {
  type Condition,
  type Example,
  type Facts,
  type FactValue,
  type Operand,
  operandsOf,
  type Rule,
  valueOn,
  withFact,
} from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { assessor, protocols, ruleset, sources, vocabulary } from '../index.ts'
import type { SettingName } from '../settings.ts'
import { rules } from './index.ts'

/** Severity, where it is first asked, and group of every rule, typed from the index that clinicians reviewed. */
const index = `
ci-hypersensitivity block screening
ci-aneurysm-avm block screening
ci-intracerebral-hemorrhage block screening
ci-raised-icp block screening
ci-open-globe-acute-glaucoma block screening eye
glaucoma-iop review screening eye
ci-cv-event-6wk block screening cardiac
ci-unstable-cardiac block screening cardiac
cardiac-stable-disease review screening cardiac
stroke-history review screening
ci-uncontrolled-hypertension block screening hypertension
hypertension-controlled caution screening hypertension
ci-psychosis-active block screening psychosis
ci-schizophrenia block screening psychosis
psychosis-history review screening psychosis
ci-mania-active block screening bipolar
bipolar review screening bipolar
ci-pregnancy block screening
lactation review screening
ci-hepatic-severe block screening hepatic
hepatic-moderate review screening hepatic
ci-sud-active block screening sud
sud-early-remission review screening sud
sud-sustained-remission caution screening sud
ci-ketamine-misuse block screening
cannabis-use caution screening
ci-cystitis block screening urinary
urinary-symptoms review any urinary
ci-thyrotoxicosis block screening thyroid
hyperthyroid-partial review screening thyroid
osa-untreated review screening
respiratory-severe review screening
ci-age-under-18 block screening
age-65-plus caution screening
ci-delirium block screening
ci-no-capacity block screening
dementia review screening
ci-acute-porphyria block screening
ci-pheochromocytoma block screening
seizure-uncontrolled review screening
indication-not-met review screening
ptsd-evidence-conflict review screening
concurrent-ketamine-provider block screening
protocol-reference-only block screening
home-ketamine-disabled block screening
home-esketamine block screening
home-criteria-not-met block screening
ddi-benzodiazepine caution interaction benzo
ddi-benzodiazepine-high review interaction benzo
ddi-opioid caution interaction opioid
ddi-opioid-high review interaction opioid
ddi-opioid-benzo review interaction
ddi-sodium-oxybate review interaction
ddi-maoi review interaction
ddi-theophylline review interaction
ddi-sympathomimetic review interaction
ddi-nmda-antagonist review interaction
ddi-cns-depressant caution interaction
ddi-stimulant caution interaction
ddi-naltrexone caution interaction
ddi-lamotrigine caution interaction
ddi-thyroid-hormone caution interaction
ddi-cyp-inhibitor-oral review interaction cyp-inhibitor
ddi-cyp-inhibitor-parenteral caution interaction cyp-inhibitor
ddi-cyp-inducer-oral review interaction cyp-inducer
ddi-cyp-inducer caution interaction cyp-inducer
alcohol-24h hold pre_session
nasal-steroid-decongestant-1h hold pre_session
bp-crisis block pre_session bp
bp-hold hold pre_session bp
bp-above-140-90 review pre_session bp
bp-low hold pre_session
hr-out-of-range hold pre_session
spo2-low hold pre_session
rr-out-of-range hold pre_session
febrile hold pre_session
fasting-esketamine hold pre_session
fasting-parenteral hold pre_session
no-escort hold pre_session
pregnancy-test-missing hold pre_session
intoxicated hold pre_session
uds-unexpected hold pre_session
weight-stale hold pre_session
weight-recalc hold pre_session
ibw-not-applied hold pre_session
pdmp-stale hold pre_session
consent-not-current hold pre_session
weekly-max hold pre_session
staffing-insufficient hold pre_session
emergency-equipment-missing hold pre_session
suicide-emergency hold pre_session suicide
suicide-ideation-elevated review pre_session suicide
new-medication-unreviewed review pre_session
missed-sessions-worsening review pre_session
infusion-too-short review pre_session
infusion-too-long review pre_session
induction-gap review pre_session
maintenance-unstudied review pre_session
repeat-course-early review pre_session
rems-form-overdue review pre_session
same-day-repeat block pre_session interval
interval-too-short hold pre_session interval
monthly-hard-max block pre_session monthly
monthly-max review pre_session monthly
dose-above-hard-max block pre_session dose
dose-above-soft-max review pre_session dose
dose-below-soft-min caution pre_session dose
rate-above-hard-max block pre_session rate
rate-above-soft-max review pre_session rate
dose-not-labelled block pre_session label-dose
first-dose-56-only block pre_session label-dose
rems-site-not-certified block pre_session
rems-patient-not-enrolled block pre_session
early-nonresponse-check review continuation
no-response-stop block continuation response
partial-response-review review continuation response
induction-overrun review continuation
reevaluation-overdue review continuation gate-6
taper-review-due review continuation
labs-overdue review continuation
misuse-signal review continuation
is-bp-alert review in_session is-bp
is-bp-pause hold in_session is-bp
is-bp-emergency block in_session is-bp
is-hr-alert hold in_session
is-chest-pain-arrhythmia block in_session
is-anaphylaxis block in_session
is-spo2-pause hold in_session is-spo2
is-spo2-stop block in_session is-spo2
is-rr-pause hold in_session is-rr
is-rr-stop block in_session is-rr
is-sedation-pause hold in_session is-sedation
is-sedation-stop block in_session is-sedation
is-agitation-pause hold in_session is-agitation
is-agitation-stop block in_session is-agitation
is-dissociation-expected caution in_session is-dissociation
is-dissociation-distress review in_session is-dissociation
is-vomiting review in_session
dc-min-time hold discharge
dc-vitals hold discharge
dc-spo2 hold discharge
dc-aldrete hold discharge
dc-sedation hold discharge
dc-dissociation hold discharge
dc-gait-nausea hold discharge
dc-no-escort hold discharge
dc-driving hold discharge
dc-suicide-risk hold discharge
tier-stop block pre_session tier
tier-interval hold pre_session tier
gate-1 hold pre_session gate-1
gate-2 hold pre_session gate-2
gate-3 hold pre_session gate-3
gate-5 hold pre_session gate-5
gate-6 hold pre_session gate-6
gate-7 hold pre_session gate-7
gate-8 hold pre_session gate-8
gate-1-soft caution pre_session gate-1
gate-5-soft caution pre_session gate-5
gate-7-soft caution pre_session gate-7`
  .trim()
  .split('\n')

/** In which phases a rule is asked, by where it is first asked. */
const asked: Readonly<Record<string, readonly string[]>> = {
  screening: ['screening', 'pre_session', 'continuation'],
  any: ['screening', 'pre_session', 'continuation'],
  interaction: ['screening', 'pre_session'],
  pre_session: ['pre_session'],
  continuation: ['pre_session', 'continuation'],
  in_session: ['in_session'],
  discharge: ['discharge'],
}

/** Who may override, typed by hand; nobody may override any other hold. */
const overrides = {
  'fasting-parenteral': 'prescriber',
  'hr-out-of-range': 'prescriber',
  'uds-unexpected': 'prescriber',
  'pdmp-stale': 'prescriber',
  'gate-1': 'prescriber',
  'gate-5': 'prescriber',
  'gate-6': 'medical-director',
  'gate-7': 'prescriber',
  'gate-8': 'prescriber',
}

function factsOf({ given }: Example): Facts {
  return Object.entries(given).reduce<Facts>((facts, [path, value]) => withFact(facts, path, value as FactValue), {})
}

interface Leaf {
  readonly op: 'above' | 'at-least' | 'below' | 'at-most'
  readonly fact: string
  readonly list?: string
  readonly than: Operand
}

function comparisonsIn(condition: Condition, list?: string): readonly Leaf[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.flatMap((part) => comparisonsIn(part, list))
    case 'not':
      return comparisonsIn(condition.of, list)
    case 'some':
      return comparisonsIn(condition.where, condition.list)
    case 'is':
    case 'includes':
    case 'among':
      return []
    default:
      return [{ ...condition, ...(list && { list }) }]
  }
}

function stepOf({ fact, list }: Leaf): number {
  const listed = list === undefined ? undefined : (vocabulary as typeof ruleset.vocabulary)[list]
  const declared = listed?.kind === 'list' ? listed.of[fact] : ruleset.vocabulary[fact]
  return declared?.kind === 'quantity' ? declared.step : Number.NaN
}

/** The values that the fact of a comparison has in an example. */
function seen({ fact, list }: Leaf, facts: Facts): readonly FactValue[] {
  if (list === undefined) return [assessor.factOf(fact, facts)]
  const records = facts[list]
  return Array.isArray(records) ? (records as Facts[]).map((record) => record[fact]) : []
}

/** The limits that a comparison has with the facts of an example. */
function limitsIn(rule: Rule, { than }: Leaf, facts: Facts): number | undefined {
  if ('value' in than) return valueOn(than.value, rule.values[than.value] ?? [], undefined).is as number
  const value = assessor.settingOf(than.setting, facts)
  return typeof value === 'object' ? (value.is as number) : undefined
}

const close = (a: FactValue, b: number): boolean => typeof a === 'number' && Math.abs(a - b) < 1e-9

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(assessor.verdictOf(rule.id, factsOf(example), example.on)).toBe(example.expect)
  })

  test('has an example that fires, one that is clear and one that cannot say', () => {
    expect(new Set(rule.examples.map((example) => example.expect))).toEqual(new Set(['fires', 'clear', 'unknown']))
  })

  test('has for every comparison an example at the limit and one a step past it', () => {
    for (const leaf of comparisonsIn(rule.when)) {
      // A value that is named for another rule is tested with that rule.
      if ('value' in leaf.than && leaf.than.value.includes('.')) continue
      const step = stepOf(leaf)
      const past = leaf.op === 'above' || leaf.op === 'at-most' ? step : -step
      const distances = rule.examples.flatMap((example) => {
        const facts = factsOf(example)
        const limit = limitsIn(rule, leaf, facts)
        return limit === undefined
          ? []
          : seen(leaf, facts).map((fact) => (typeof fact === 'number' ? fact - limit : undefined))
      })
      const place = `${leaf.fact} ${leaf.op} ${JSON.stringify(leaf.than)}`
      expect(
        distances.some((one) => close(one, 0)),
        `${place}: at the limit`,
      ).toBe(true)
      expect(
        distances.some((one) => close(one, past)),
        `${place}: a step (${past}) past`,
      ).toBe(true)
    }
  })

  test('is plain data, named and cited', () => {
    expect(JSON.parse(JSON.stringify(rule))).toEqual(rule)
    const cites = [
      ...rule.cites,
      ...Object.values(rule.values).flatMap((dated) => dated.flatMap((value) => value.cites)),
    ]
    expect(cites.length).toBeGreaterThan(0)
    for (const cite of cites) expect(sources).toHaveProperty([cite])
    for (const dated of Object.values(rule.values)) {
      expect(dated.length).toBeGreaterThan(0)
      for (const { unit, cites } of dated) expect([unit.length > 0, cites.length > 0]).toEqual([true, true])
    }
  })

  test('fills every number of its sentences', () => {
    const settings = operandsOf(rule.when).flatMap((operand) => ('setting' in operand ? [operand.setting] : []))
    const known = new Set([...Object.keys(rule.values), ...settings])
    const named = [rule.says, rule.saysToPatient, rule.action].flatMap((text) => [...text.matchAll(/\{([\w.-]+)\}/g)])
    for (const [, name] of named) expect(known).toContain(name)
  })
})

test('severity, phase and group of every rule are those of the index', () => {
  const ours = rules.map(({ id, severity, phases, group }) =>
    [id, severity, ...phases, ...(group ? [group] : [])].join(' '),
  )
  const theirs = index.map((row) => {
    const [id, severity, first, ...group] = row.split(' ')
    return [id, severity, ...(asked[first as string] ?? []), ...group].join(' ')
  })
  expect(ours.sort()).toEqual(theirs.sort())
})

test('only the holds of the override table may be overridden', () => {
  const ours = rules.flatMap(({ id, overridableBy }) => (overridableBy ? [[id, overridableBy.role]] : []))
  expect(Object.fromEntries(ours)).toEqual(overrides)
})

test('an override is open only within its limits', () => {
  const open = (id: string, facts: Facts) => {
    const answer = assessor.assess(facts, { phase: 'pre_session', only: new Set([id]) })
    return 'findings' in answer ? answer.findings.map(({ overridableBy }) => overridableBy?.open) : answer
  }
  const fasting = (food: number, dose: number): Facts => ({
    protocol: 'iv-ket-trd',
    gate: { last_food_h: food, last_liquid_h: 3 },
    order: { dose_mg_per_kg: dose },
  })
  expect(open('fasting-parenteral', fasting(2, 0.5))).toEqual(['fires'])
  expect(open('fasting-parenteral', fasting(1.9, 0.5))).toEqual(['clear'])
  expect(open('fasting-parenteral', fasting(2, 0.51))).toEqual(['clear'])
  expect(open('hr-out-of-range', { vitals: { hr: 45 } })).toEqual(['fires'])
  expect(open('hr-out-of-range', { vitals: { hr: 44 } })).toEqual(['clear'])
  expect(open('hr-out-of-range', { vitals: { hr: 120 } })).toEqual(['fires'])
  expect(open('hr-out-of-range', { vitals: { hr: 121 } })).toEqual(['clear'])
})

/** A limit that a protocol does not state reads as clear; behind a `not` it would fire. */
test('no comparison with a setting stands behind a not', () => {
  const negated = (condition: Condition, inside: boolean): readonly Leaf[] => {
    switch (condition.op) {
      case 'all':
      case 'any':
      case 'first-known':
        return condition.of.flatMap((part) => negated(part, inside))
      case 'not':
        return negated(condition.of, true)
      default:
        return inside ? comparisonsIn(condition).filter(({ than }) => 'setting' in than) : []
    }
  }
  expect(rules.flatMap(({ when }) => negated(when, false))).toEqual([])
})

test('every value of every protocol is cited, with unit', () => {
  for (const { settings, monitoring, notes } of protocols) {
    for (const [name, cases] of Object.entries(settings))
      for (const { values, bounds = {} } of cases === 'not-limited' ? [] : cases)
        for (const { unit, cites } of [...values, ...Object.values(bounds).flat()]) {
          expect(unit, name as SettingName).not.toBe('')
          expect(cites.length).toBeGreaterThan(0)
          for (const cite of cites) expect(sources).toHaveProperty([cite])
        }
    for (const { cites } of [...monitoring, ...notes]) for (const cite of cites) expect(sources).toHaveProperty([cite])
  }
})
