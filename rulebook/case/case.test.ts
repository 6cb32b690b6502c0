import { readdirSync, readFileSync } from 'node:fs'
import { type Facts, factAt } from '@keel/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import {
  assessor,
  caseSchema,
  decideCase,
  type Phase,
  phases,
  protocols,
  readCase,
  ruleset,
  sources,
} from '../index.ts'
import { caseVocabulary } from './case-vocabulary.ts'

const digest = 'sha256:0'

type Stated = Readonly<Record<string, unknown>>
const clearCase = (facts: Stated = {}, more: Stated = {}) => ({
  id: 'one',
  facts: { baseline: 'all-other-clear', phase: 'pre_session', protocol: 'iv-ket-trd', ...facts },
  ...more,
})

function decide(facts: Stated, more: Stated = {}) {
  const answer = decideCase(clearCase(facts, more), digest)
  if ('error' in answer) throw new Error(answer.error.message)
  return { ...answer, rules: answer.findings.map(({ rule }) => rule) }
}

function refusal(facts: Stated, more: Stated = {}) {
  const answer = decideCase(clearCase(facts, more), digest)
  return 'error' in answer ? answer.error : undefined
}

interface Example {
  readonly id: string
  readonly title?: string
}

/** Every case in the folder that asks for a decision; one with a `kind` asks for a calculation and has a test of its own. */
const examplesByFile = readdirSync(new URL('./examples', import.meta.url)).map((file) => {
  const cases = JSON.parse(readFileSync(new URL(`./examples/${file}`, import.meta.url), 'utf8')) as readonly Example[]
  return [file, cases.filter((one) => !('kind' in one))] as const
})
const examples = examplesByFile.flatMap(([, cases]) => cases)

describe.each(examplesByFile.filter(([, cases]) => cases.length > 0))('examples in %s', (_file, cases) => {
  test.each(cases.map((one) => [one.id, one.title ?? '', one] as const))('%s: %s', (id, _title, one) => {
    const answer = decideCase(one, digest)
    expect(answer).toMatchObject({ id, pass: true })
  })

  test('have an id each', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  })
})

describe('all other clear', () => {
  /** What a protocol always means, whoever is treated by it. */
  const always: Readonly<Record<string, string>> = {
    'iv-ket-ptsd': 'ptsd-evidence-conflict',
    'iv-ket-si': 'suicide-emergency',
    'iv-ket-aud-ref': 'protocol-reference-only',
    'sl-ket-home': 'home-ketamine-disabled',
  }
  const pastStudy = { 'in-esk-mdsi': ['maintenance-unstudied'] }

  /** A chart, and what it means by itself: under every protocol, or under one. */
  const bodies: readonly (readonly [stated: Stated, means?: Readonly<Record<string, readonly string[]>>])[] = [
    [{}],
    [{ weight_kg: 120 }],
    [{ weight_kg: 220 }],
    [{ weight_kg: 45 }],
    [{ bmi: 34 }],
    [{ bmi: 34, sex: 'male', weight_kg: 110 }],
    [{ height_cm: 190 }],
    [{ height_cm: 165, weight_kg: 96 }],
    [{ age: 70 }, { every: ['age-65-plus'] }],
    [
      { age: 70, region: 'EU' },
      { every: ['age-65-plus'], 'in-esk-mdsi': ['dose-not-labelled'] },
    ],
    [{ japanese_ancestry: true, region: 'EU', schedule: { dose_number: 1 } }],
    [{ schedule: { dose_number: 1 } }],
    [{ schedule: { last_dose_days_ago: null } }],
    [
      { schedule: { doses_given: 7 } },
      {
        'iv-ket-si': ['induction-overrun', 'monthly-hard-max'],
        'iv-ket-aud-ref': ['induction-overrun', 'monthly-max'],
      },
    ],
    [{ schedule: { course_phase: 'maintenance' } }, { ...pastStudy, 'iv-ket-ptsd': ['maintenance-unstudied'] }],
    [{ schedule: { course_phase: 'continuation' } }, pastStudy],
    [{ schedule: { course_phase: 'induction-complete' } }, pastStudy],
    [{ schedule: { week_of_treatment: 9 } }, pastStudy],
    [{ order: { ordered_weight_kg: 82 } }],
    [{ order: { dose_mg_per_kg: 0.5 }, weight_kg: 91.3 }],
    [{ setting: 'hospital' }],
  ]

  const isAsked = (rule: string, phase: Phase) =>
    ruleset.rules.some((one) => one.id === rule && one.phases.includes(phase))

  test.each(bodies.map((body) => [JSON.stringify(body[0]), ...body] as const))(
    'of %s means nothing else',
    (_name, stated, means = {}) => {
      for (const { id, usual } of protocols)
        for (const phase of phases) {
          if (usual.by === 'device' && 'order' in stated) continue
          const inHospital = id === 'iv-ket-si' && stated.setting === 'hospital'
          const own = inHospital ? [] : [always[id]].filter((rule) => rule !== undefined)
          const meant = [...own, ...(means.every ?? []), ...(means[id] ?? [])].filter((rule) => isAsked(rule, phase))
          const { rules, missing } = decide({ ...stated, phase, protocol: id })
          expect([rules.toSorted(), missing], `${id} ${phase}`).toEqual([meant.toSorted(), []])
        }
    },
  )

  test('knows every fact', () => {
    const read = readCase(clearCase())
    if ('error' in read) throw new Error(read.error.message)
    const { facts } = read.case
    const unknown = Object.keys(caseVocabulary).filter((path) => assessor.factOf(path, facts) === undefined)
    expect(unknown).toEqual(['baseline', 'on', 'missing'])
  })

  test('does not cover what is stated as unknown, by null, by a null group or by name', () => {
    expect(decide({ vitals: { hr: null } }).missing).toEqual([{ fact: 'vitals.hr', neededBy: ['hr-out-of-range'] }])
    expect(decide({ missing: ['vitals.hr'] }).missing).toEqual([{ fact: 'vitals.hr', neededBy: ['hr-out-of-range'] }])
    expect(decide({ vitals: { hr: 70 }, missing: ['vitals.hr'] }).decision).toBe('hold')
    expect(decide({ vitals: null }).missing.map(({ fact }) => fact)).toContain('vitals.spo2')
    expect(decide({ missing: ['gate'] }).missing.map(({ fact }) => fact)).toContain('gate.escort')
  })

  test('does not cover an attribute of a listed medicine that a rule needs', () => {
    const spray = { name: 'fluticasone', route: 'nasal' }
    expect(decide({ protocol: 'in-esk-trd', medications: [spray] }).missing).toEqual([
      { fact: 'medications[0].minutes_ago', neededBy: ['nasal-steroid-decongestant-1h'] },
    ])
  })

  test('agrees with a scale that is stated too high to leave', () => {
    expect(decide({ phase: 'discharge', discharge: { cadss6_above_baseline: 2 } }).rules).toEqual(['dc-dissociation'])
    expect(decide({ phase: 'discharge', discharge: { cadss: 5 } }).rules).toEqual(['dc-dissociation'])
    expect(decide({ phase: 'discharge', discharge: { cadss: 4 } }).rules).toEqual([])
  })
})

describe('without the baseline', () => {
  test('what is not listed is unknown and holds, whatever else is known', () => {
    const facts = { phase: 'discharge', protocol: 'in-esk-trd', discharge: { moaas: 5 } }
    const answer = decideCase({ id: 'one', facts }, digest)
    if ('error' in answer) throw new Error(answer.error.message)
    expect(answer.decision).toBe('hold')
    expect(new Set(answer.findings.map(({ rule }) => rule))).toEqual(new Set(['data-missing']))
    const wanted = answer.missing.map(({ fact }) => fact)
    expect(wanted).toEqual(expect.arrayContaining(['discharge.gait_steady', 'discharge.minutes_since_last_device']))
    expect(wanted).not.toContain('discharge.moaas')
  })

  test('a reading during the dose is asked for only once it is due', () => {
    const at = (minute: number) =>
      decideCase({ id: 'one', facts: { phase: 'in_session', protocol: 'iv-ket-trd', in_session: { minute } } }, digest)
    const missing = (minute: number) => {
      const answer = at(minute)
      return 'error' in answer ? [] : answer.missing.map(({ fact }) => fact)
    }
    expect(missing(9)).toEqual([])
    expect(missing(10)).toContain('in_session.sbp')
    expect(missing(19)).not.toContain('in_session.previous_sbp')
    expect(missing(20)).toContain('in_session.previous_sbp')
    expect(missing(39)).not.toContain('in_session.cadss6')
    expect(missing(40)).toContain('in_session.cadss6')
  })

  test('an alarm that is known fires before any reading is due', () => {
    const facts = { phase: 'in_session', protocol: 'in-esk-trd', in_session: { minute: 3, symptoms: ['apnoea'] } }
    expect(decideCase({ id: 'one', facts }, digest)).toMatchObject({
      decision: 'block',
      findings: [{ rule: 'is-rr-stop' }],
    })
  })
})

describe('what a case leaves out is worked out', () => {
  test('an abnormal reading without its time is taken as sustained, one with a short time is not', () => {
    expect(decide({ phase: 'in_session', in_session: { spo2: 88 } }).rules).toEqual(['is-spo2-stop'])
    expect(decide({ phase: 'in_session', in_session: { spo2: 88, spo2_low_seconds: 20 } }).rules).toEqual([
      'is-spo2-pause',
    ])
    expect(decide({ phase: 'in_session', in_session: { hr: 140 } }).rules).toEqual(['is-hr-alert'])
    expect(decide({ phase: 'in_session', in_session: { hr: 140, hr_out_of_range_seconds: null } }).missing).toEqual([
      { fact: 'in_session.hr_out_of_range_seconds', neededBy: ['is-hr-alert'] },
    ])
  })

  test('a dose for each kilogram is of ideal weight from the body mass index limit on', () => {
    const facts = {
      weight_kg: 110,
      height_cm: 180,
      sex: 'male',
      order: { dose_mg: 60, ordered_weight_kg: 110, weight_basis: 'actual' },
    }
    expect(decide(facts).rules).toEqual(['ibw-not-applied', 'dose-above-soft-max', 'rate-above-soft-max'])
  })

  test.each<[string, { readonly discharge?: Stated }]>([
    ['age', { age: 65 } as object],
    ['pressure before the dose', { discharge: { baseline_sbp: 141 } }],
    ['a sedative', { medications: [{ name: 'clonazepam', class: 'benzodiazepine' }] } as object],
    ['untreated sleep apnoea', { conditions: [{ key: 'obstructive-sleep-apnea', treated: false }] } as object],
  ])('%s extends the observation', (_why, stated) => {
    const after = (minutes: number) =>
      decide({ ...stated, phase: 'discharge', discharge: { ...stated.discharge, minutes_since_infusion_end: minutes } })
        .rules
    expect(after(119)).toEqual(['dc-min-time'])
    expect(after(120)).toEqual([])
  })

  test('whether sleep apnoea is treated is asked for, also beside the baseline', () => {
    const facts = {
      phase: 'discharge',
      conditions: [{ key: 'obstructive-sleep-apnea' }],
      discharge: { minutes_since_infusion_end: 90 },
    }
    expect(decide(facts).missing).toEqual([{ fact: 'conditions[0].treated', neededBy: ['dc-min-time'] }])
  })
})

describe('a case is refused, with the place named, for', () => {
  test.each<[string, Stated, string, string?]>([
    ['an unknown key', { vitals: { spb: 120 } }, 'vitals.spb', 'sbp'],
    ['an unknown group', { vital: { sbp: 120 } }, 'vital', 'vitals'],
    ['a fact that only arithmetic makes', { derived: { gate_sbp: 120 } }, 'derived'],
    [
      'classes that only the reader makes',
      { medications: [{ name: 'lithium', classes: [] }] },
      'medications[0].classes',
      'class',
    ],
    ['an unknown condition', { conditions: [{ key: 'crsp' }] }, 'conditions[0].key', 'crps'],
    [
      'an unknown medicine without a class',
      { medications: [{ name: 'sertralin' }] },
      'medications[0].name',
      'sertraline',
    ],
    ['an unknown name among the missing', { missing: ['vitals.sbq'] }, 'missing[0]', 'vitals.sbp'],
    ['another baseline', { baseline: 'all-clear' }, 'baseline', 'all-other-clear'],
    ['a protocol that does not exist', { protocol: 'iv-ket-tdr' }, 'protocol', 'iv-ket-trd'],
    [
      'a class of heart failure that does not exist',
      { conditions: [{ key: 'heart-failure', nyha: 5 }] },
      'conditions[0].nyha',
    ],
    ['a phase that is not stated', { phase: null }, 'phase'],
    ['a day before a value’s first', { on: '2020-10-06' }, 'on'],
    ['a body mass index that is not that of height and weight', { bmi: 24, height_cm: 170, weight_kg: 80 }, 'bmi'],
    [
      'a dose for each kilogram that is not that of dose and weight',
      { weight_kg: 70, order: { dose_mg: 35, dose_mg_per_kg: 0.6 } },
      'order.dose_mg_per_kg',
    ],
    [
      'a rate that is not that of dose and time',
      { order: { dose_mg: 35, duration_min: 40, rate_mg_per_h: 60 } },
      'order.rate_mg_per_h',
    ],
    [
      'an improvement that is not that of the scores',
      { response: { baseline: 30, current: 15, percent_improvement: 60 } },
      'response.percent_improvement',
    ],
  ])('%s', (_what, facts, path, near) => {
    const error = refusal(facts)
    expect(error?.path).toBe(path)
    if (near) expect(error?.nearest).toBe(near)
  })

  test.each<[string, Stated, string]>([
    ['an unknown key of its own', { exepcted: {} }, 'exepcted'],
    ['a kind of calculation', { kind: 'phq9' }, 'kind'],
    ['an expectation that is no decision', { expected: { decision: 'alow' } }, 'expected.decision'],
    ['reasons that are no list', { expected: { decision: 'hold', reasons: 'bp-hold' } }, 'expected.reasons'],
    ['an id that is no text', { id: 7 }, 'id'],
  ])('%s', (_what, more, path) => {
    expect(refusal({}, more)?.path).toBe(path)
  })

  test.each([null, 7, 'case', [], { id: 'one' }, { id: 'one', facts: [] }])('%j', (json) => {
    expect(decideCase(json, digest)).toHaveProperty('error.message')
  })
})

describe('a stated value stands beside its inputs', () => {
  test.each<[string, Stated]>([
    ['within five per cent', { weight_kg: 70, order: { dose_mg: 35, dose_mg_per_kg: 0.52 } }],
    [
      'when it is of the weight that the order used',
      { weight_kg: 68, order: { dose_mg: 36, dose_mg_per_kg: 0.5, ordered_weight_kg: 71 } },
    ],
    ['when the other input is not stated', { order: { dose_mg: 40, dose_mg_per_kg: 0.5 } }],
    ['on the first day of a value', { on: '2020-10-07' }],
    [
      'as a medicine of a class that has no interactions',
      { medications: [{ name: 'cetirizine', class: 'none-of-these' }] },
    ],
  ])('%s', (_when, facts) => {
    expect(decide(facts).decision).toBe('allow')
  })

  test('and a class given with a known medicine is added to its own', () => {
    const { rules } = decide({ medications: [{ name: 'phenelzine', class: 'stimulant' }] })
    expect(new Set(rules)).toEqual(new Set(['ddi-maoi', 'ddi-stimulant']))
  })
})

describe('the answer', () => {
  test('has the form of the format', () => {
    const answer = decideCase(
      clearCase({ vitals: { sbp: 172 } }, { expected: { decision: 'hold', reasons: ['bp-hold'] } }),
      digest,
    )
    expect(answer).toEqual({
      id: 'one',
      decision: 'hold',
      ruleset: digest,
      findings: [
        {
          rule: 'bp-hold',
          severity: 'hold',
          message: 'Seated blood pressure is 160 mmHg systolic or 100 mmHg diastolic, or more.',
          facts: { 'derived.gate_sbp': 172, 'derived.gate_dbp': 76 },
          values: expect.objectContaining({ systolic: expect.objectContaining({ is: 160, unit: 'mm[Hg]' }) }),
          sources: ['judgement', 'yip-2022'].map((id) => ({ id, ...sources[id as 'judgement'] })),
        },
      ],
      missing: [],
      expected: { decision: 'hold', reasons: ['bp-hold'] },
      pass: true,
    })
  })

  test('passes when the decision is equal and the reasons are among the findings', () => {
    const pass = (decision: string, reasons: readonly string[]) =>
      decide({ vitals: { sbp: 172, hr: 130 } }, { expected: { decision, reasons } }).pass
    expect(pass('hold', [])).toBe(true)
    expect(pass('hold', ['bp-hold'])).toBe(true)
    expect(pass('hold', ['bp-hold', 'hr-out-of-range'])).toBe(true)
    expect(pass('hold', ['febrile'])).toBe(false)
    expect(pass('review', ['bp-hold'])).toBe(false)
  })
})

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(caseSchema)
  const accepted: readonly unknown[] = [
    ...examples,
    clearCase(),
    clearCase({ schedule: { last_dose_days_ago: 'never' }, on: '2026-01-31', missing: ['vitals.hr'] }),
    clearCase(
      { conditions: [{ key: 'chronic-pain', years_ago: 2.5, treated: null }], vitals: null },
      { title: 'x', source: 'y' },
    ),
    clearCase({ gate: { uds: { cocaine: 'negative' } } }, { expected: { decision: 'allow' } }),
    clearCase({ conditions: [{ key: 'heart-failure', nyha: 4 }] }),
  ]
  const refused: readonly unknown[] = [
    clearCase({ vitals: { spb: 120 } }),
    clearCase({ vitals: { sbp: '120' } }),
    clearCase({ vitals: { sbp: 1_200 } }),
    clearCase({ schedule: { dose_number: 1.5 } }),
    clearCase({ derived: {} }),
    clearCase({ medications: [{ name: 'lithium', classes: [] }] }),
    clearCase({ medications: [{ route: 'oral' }] }),
    clearCase({ conditions: [{ key: 'crsp' }] }),
    clearCase({ conditions: [{ key: 'heart-failure', nyha: 0 }] }),
    clearCase({ conditions: [{ key: 'heart-failure', nyha: 2.5 }] }),
    clearCase({ conditions: [{ key: 'cirrhosis', child_pugh: 1 }] }),
    clearCase({}, { exepcted: {} }),
    clearCase({}, { kind: 'phq9' }),
    clearCase({}, { expected: { decision: 'alow' } }),
    { facts: {} },
    { id: 'one' },
    7,
  ]

  test.each(accepted.map((json) => [JSON.stringify(json), json] as const))(
    'accepts, as the reader does, %s',
    (_name, json) => {
      expect([validate(json), 'case' in readCase(json)]).toEqual([true, true])
    },
  )

  test.each(refused.map((json) => [JSON.stringify(json), json] as const))(
    'refuses, as the reader does, %s',
    (_name, json) => {
      expect([validate(json), 'case' in readCase(json)]).toEqual([false, false])
    },
  )

  test('accepts a list of cases, and states every fact with its unit', () => {
    expect(validate([clearCase(), ...examples])).toBe(true)
    const facts = (caseSchema as { $defs: { facts: Facts } }).$defs.facts
    expect(factAt(facts, 'properties.weight_kg.anyOf')).toMatchObject([
      { description: 'weight today, in kg' },
      { type: 'null' },
    ])
  })
})
