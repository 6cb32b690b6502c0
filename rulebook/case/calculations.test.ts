import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCase, calculations, caseSchema } from '../index.ts'
import { matches } from './matches.ts'

const digest = 'sha256:0'

/** The kinds of the case format, in its order, but for the one that is not covered. */
const kindsOfTheFormat = [
  'misuse_tier',
  'early_refill',
  'theil_sen_slope',
  'phq9',
  'gad7',
  'pcl5',
  'qids_sr16',
  'dast10',
  'audit_c',
  'cssrs_screener',
  'peg',
  'who5',
  'icsi',
  'mbc_decision',
]

interface Example {
  readonly id: string
  readonly kind: string
  readonly input: unknown
  readonly expected: unknown
}

const folder = new URL('./examples/', import.meta.url)
const examplesIn = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Example[]

const examples = examplesIn('calculations.json')
/** Those of all files; a case without a `kind` asks for a decision and is tested with the others of its sort. */
const everyExample = readdirSync(folder)
  .flatMap(examplesIn)
  .filter((one) => 'kind' in one)

test('there is a calculation for every kind of the case format', () => {
  expect(calculations.map(({ kind }) => kind)).toEqual(kindsOfTheFormat)
})

test('the worked examples are all there, and each expects something', () => {
  expect(examples.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, index) => `EX-${index + 1}`))
  for (const { expected } of examples) expect(Object.keys(expected as object)).not.toEqual([])
})

test('no two examples share an id, and every kind has some', () => {
  expect(new Set(everyExample.map(({ id }) => id)).size).toBe(everyExample.length)
  expect(new Set(everyExample.map(({ kind }) => kind))).toEqual(new Set(kindsOfTheFormat))
})

test.each(everyExample.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  expect(answerCase(one, digest)).toMatchObject({ id: one.id, kind: one.kind, pass: true })
})

test.each(examples.map((one) => [one.id, one] as const))('%s fails when something else is expected', (_id, one) => {
  const keys = Object.keys(one.expected as object)
  for (const key of keys)
    expect(answerCase({ ...one, expected: { [key]: 'else' } }, digest)).toMatchObject({ pass: false })
})

const gad7 = { id: 'one', kind: 'gad7', input: { items: [1, 1, 1, 1, 1, 1, 1] } }

test('the answer has the form of the format', () => {
  expect(answerCase({ ...gad7, title: 'x', source: 'y' }, digest)).toEqual({
    id: 'one',
    kind: 'gad7',
    result: { total: 7, band: 'mild', mcid_met: null, response: null },
  })
  expect(answerCase({ ...gad7, expected: { total: 7, mcid_met: null } }, digest)).toEqual({
    id: 'one',
    kind: 'gad7',
    result: { total: 7, band: 'mild', mcid_met: null, response: null },
    expected: { total: 7, mcid_met: null },
    pass: true,
  })
})

test('a case without a kind asks for a decision', () => {
  const facts = { baseline: 'all-other-clear', phase: 'pre_session', protocol: 'iv-ket-trd' }
  expect(answerCase({ id: 'one', facts }, digest)).toMatchObject({ id: 'one', decision: 'allow' })
})

describe('a case of a kind is refused, with the place named, for', () => {
  test.each<[string, object, string, string, string?]>([
    ['an unknown kind', { kind: 'phq8' }, 'kind', '"phq8" is no kind of case; the nearest is "phq9".', 'phq9'],
    ['a kind that is no text', { kind: 9 }, 'kind', 'The "kind" of a case must be text.'],
    [
      'a kind that is not covered',
      { kind: 'pk' },
      'kind',
      'The running rulebook does not cover cases of the kind "pk" yet; nothing was computed.',
    ],
    [
      'facts beside it',
      { facts: {} },
      'facts',
      'A case with a "kind" has an "input" and no "facts"; nothing was computed.',
    ],
    [
      'an unknown key of its own',
      { inptu: {} },
      'inptu',
      '"inptu" is not known here; the nearest is "input".',
      'input',
    ],
    ['no id', { id: '' }, 'id', 'A case must have an "id", a text that names it.'],
    [
      'no input',
      { input: undefined },
      'input',
      '"input" is missing. It must be an object with the keys items, baseline.',
    ],
    [
      'an input that is a list',
      { input: [] },
      'input',
      '"input" must be an object with the keys items, baseline; it is a list of 0.',
    ],
    [
      'an unknown key of the input, before what it explains',
      { input: { itmes: [] } },
      'input.itmes',
      '"itmes" is not known here; the nearest is "items".',
      'items',
    ],
    ['a missing key', { input: {} }, 'input.items', '"input.items" is missing. It must be a list of 7.'],
    [
      'an answer out of range',
      { input: { items: [0, 0, 0, 4, 0, 0, 0] } },
      'input.items[3]',
      '"input.items[3]" (number 4 of the list) must be a whole number from 0 to 3, or null where it is not known; it is 4.',
    ],
    [
      'half an answer',
      { input: { items: [0.5, 0, 0, 0, 0, 0, 0] } },
      'input.items[0]',
      '"input.items[0]" (number 1 of the list) must be a whole number from 0 to 3, or null where it is not known; it is 0.5.',
    ],
    [
      'an answer too few',
      { input: { items: [0] } },
      'input.items',
      '"input.items" must be a list of 7; it is a list of 1.',
    ],
    [
      'a baseline that cannot be',
      { input: { items: [0, 0, 0, 0, 0, 0, 0], baseline: 22 } },
      'input.baseline',
      '"input.baseline" must be a whole number from 0 to 21, or null where it is not known; it is 22.',
    ],
    [
      'a word that is not among those known',
      { kind: 'audit_c', input: { items: [0, 0, 0], sex: 'femal' } },
      'input.sex',
      '"input.sex" must be "female" or "male" or "F" or "M" or "U", or null where it is not known; it is "femal", the nearest is "female".',
      'female',
    ],
    [
      'a flag that is text',
      { kind: 'misuse_tier', input: { take_home: 'yes' } },
      'input.take_home',
      '"input.take_home" must be true or false, or null where it is not known; it is "yes".',
    ],
    [
      'a yes that is neither',
      { kind: 'dast10', input: { answers_yes: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0] } },
      'input.answers_yes[0]',
      '"input.answers_yes[0]" (number 1 of the list) must be true or false, or 0 or 1, or null where it is not known; it is 2.',
    ],
    [
      'an expectation that is no object',
      { expected: [] },
      'expected',
      'What is expected must be an object with keys of the result.',
    ],
    [
      'an expected key that no result has',
      { expected: { totl: 7 } },
      'expected.totl',
      '"totl" is not in the result; the nearest is "total".',
      'total',
    ],
  ])('%s', (_what, change, path, message, near) => {
    const answer = answerCase({ ...gad7, ...change }, digest)
    expect(answer).toMatchObject({ error: { path, message, ...(near && { nearest: near }) } })
  })
})

describe('what is expected', () => {
  test.each<[object, object, boolean]>([
    [{ total: 7 }, { total: 7, band: 'mild' }, true],
    [{ total: 7 }, { total: 7.05 }, false],
    [{ pct_improvement: 47.4 }, { pct_improvement: 47.5 }, true],
    [{ pct_improvement: 47.4 }, { pct_improvement: 47.51 }, false],
    [{ slope_pct_per_week: 18.33 }, { slope_pct_per_week: 18.3 }, true],
    [{ mean: 4.67 }, { mean: 4.66 }, true],
    [{ mean: 4.67 }, { mean: 4.65 }, false],
    [{ threshold_days: 0.3 }, { threshold_days: 0.1 + 0.2 }, true],
    [{ flags: ['B', 'A'] }, { flags: ['A', 'B'] }, true],
    [{ flags: ['A'] }, { flags: ['A', 'B'] }, false],
    [{ flags: ['A', 'B'] }, { flags: ['A'] }, false],
    [{ flags: [] }, { flags: null }, false],
    [{ counts: { B: 1, C: 2 } }, { counts: { C: 2, B: 1 } }, true],
    [{ counts: { B: 1 } }, { counts: { B: 1, C: 2 } }, false],
    [{ counts: { B: 1, C: null } }, { counts: { B: 1, C: 0 } }, false],
    [{ change: null }, { change: null }, true],
    [{ change: null }, {}, false],
    [{ change: null }, { change: 0 }, false],
    [{ met: false }, { met: null }, false],
    [{}, { total: 1 }, true],
  ])('%j of %j: %s', (expected, result, agrees) => {
    expect(matches(expected as Record<string, unknown>, result as Record<string, unknown>)).toBe(agrees)
  })
})

describe('any JSON', () => {
  const kind = fc.constantFrom(...kindsOfTheFormat, 'pk', 'phq8')
  const sample = fc.constantFrom(...examples)
  /** A worked example in which one part was replaced by anything. */
  const nearly = fc.tuple(sample, fc.jsonValue(), fc.nat()).map(([one, anything, place]) => {
    const input = one.input as Record<string, unknown>
    const key = Object.keys(input)[place % Object.keys(input).length] ?? 'items'
    const part = input[key]
    const replaced = Array.isArray(part)
      ? part.map((old, at) => (at === place % part.length ? anything : old))
      : anything
    return { ...one, input: { ...input, [key]: replaced } }
  })
  const anyCase = fc.oneof(
    nearly,
    fc.record({ id: fc.constant('one'), kind, input: fc.jsonValue() }),
    fc.record({ id: fc.jsonValue(), kind: fc.jsonValue(), input: fc.jsonValue(), expected: fc.jsonValue() }),
    sample.chain((one) => fc.jsonValue().map((expected) => ({ ...one, expected }))),
  )

  test('gives a result without a gap, or a typed error, never a throw', () => {
    fc.assert(
      fc.property(anyCase, (json) => {
        const answer = answerCase(json, digest)
        if ('error' in answer) {
          expect(answer.error).toMatchObject({ path: expect.any(String), message: expect.stringMatching(/\.$/) })
          return
        }
        if (!('result' in answer)) throw new Error('a kind gave a decision')
        expect(Object.values(answer.result)).not.toContain(undefined)
        expect(JSON.parse(JSON.stringify(answer.result))).toEqual(answer.result)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(caseSchema)
  const accepted: readonly object[] = [
    ...examples,
    gad7,
    { ...gad7, expected: {}, title: 'x', source: 'y' },
    { ...gad7, input: { items: [0, 1, 2, 3, null, 0, 0], baseline: null } },
    { id: 'one', kind: 'audit_c', input: { items: [0, 0, 0] } },
    { id: 'one', kind: 'mbc_decision', input: { phase: 'induction', current: 3 } },
    { id: 'one', kind: 'cssrs_screener', input: {} },
    { id: 'one', kind: 'cssrs_screener', input: { q1: true, q2: 0, q3: null } },
    { id: 'one', kind: 'misuse_tier', input: { deq_more_last2: [0, null], sex: null } },
    { id: 'one', kind: 'theil_sen_slope', input: { points: [] } },
  ]
  const refused: readonly object[] = [
    { ...gad7, kind: 'pk' },
    { ...gad7, kind: 'phq8' },
    { ...gad7, facts: {} },
    { ...gad7, expected: [] },
    { ...gad7, input: { items: [0, 1, 2, 3, 4, 0, 0] } },
    { ...gad7, input: { items: [0, 1, 2, 3, 0.5, 0, 0] } },
    { ...gad7, input: { items: [0, 1, 2, 3] } },
    { ...gad7, input: { items: [0, 1, 2, 3, 0, 0, 0], basline: 3 } },
    { kind: 'gad7', input: gad7.input },
    { id: 'one', kind: 'gad7' },
    { id: 'one', kind: 'theil_sen_slope', input: { points: [[1]] } },
    { id: 'one', kind: 'audit_c', input: { sex: 'male' } },
  ]

  test.each(accepted.map((json) => [JSON.stringify(json), json] as const))(
    'accepts, as the reader does, %s',
    (_name, json) => {
      expect([validate(json), 'result' in answerCase(json, digest)]).toEqual([true, true])
    },
  )

  test.each(refused.map((json) => [JSON.stringify(json), json] as const))(
    'refuses, as the reader does, %s',
    (_name, json) => {
      expect([validate(json), 'result' in answerCase(json, digest)]).toEqual([false, false])
    },
  )

  test('says what each kind is', () => {
    const defs = (caseSchema as { $defs: Record<string, { description?: string }> }).$defs
    for (const { kind, says } of calculations) expect(defs[kind]?.description).toBe(says)
  })
})
