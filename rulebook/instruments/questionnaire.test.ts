import { describe, expect, test } from 'vitest'
import { instruments, type Questionnaire, type QuestionnaireItem, questionnaireOf } from '../index.ts'

const named = instruments.map((one) => [one.key, one] as const)
const ordinal = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'

const allowedKeys = [
  'resourceType',
  'url',
  'version',
  'name',
  'title',
  'status',
  'subjectType',
  'description',
  'copyright',
  'code',
  'item',
]
const allowedItemKeys = [
  'linkId',
  'prefix',
  'text',
  'code',
  'type',
  'enableWhen',
  'required',
  'repeats',
  'extension',
  'answerOption',
]

/** What a Questionnaire breaks of the rules of FHIR R4 that concern what these use. */
function problems(form: Questionnaire): readonly string[] {
  const ids = form.item.map(({ linkId }) => linkId)
  const said = (holds: boolean, what: string): readonly string[] => (holds ? [] : [what])
  return [
    ...said(
      Object.keys(form).every((key) => allowedKeys.includes(key)),
      'unknown element',
    ),
    ...said(form.resourceType === 'Questionnaire' && form.status === 'active', 'type or status'),
    ...said(/^[A-Z]([A-Za-z0-9_]){0,254}$/.test(form.name), 'que-0: name is usable by machines'),
    ...said(/^urn:[a-z][a-z0-9-]{0,31}:\S+$/.test(form.url), 'url'),
    ...said(new Set(ids).size === ids.length, 'que-2: linkIds are unique'),
    ...said(form.item.length > 0, 'no items'),
    ...form.item.flatMap((item) => itemProblems(item, ids).map((what) => `${item.linkId}: ${what}`)),
  ]
}

function itemProblems(item: QuestionnaireItem, ids: readonly string[]): readonly string[] {
  const said = (holds: boolean, what: string): readonly string[] => (holds ? [] : [what])
  const { type, text, code = [], answerOption, required, repeats, enableWhen = [], extension = [] } = item
  const scores = answerOption?.map(({ valueCoding }) => valueCoding.extension.map((one) => one.valueDecimal)) ?? []
  const wanted = { integer: 'valueInteger', decimal: 'valueDecimal' }[String(type)]
  return [
    ...said(
      Object.keys(item).every((key) => allowedItemKeys.includes(key)),
      'unknown element',
    ),
    ...said(text !== '', 'no text'),
    ...said(type !== 'display' || code.length === 0, 'que-3: display items have no code'),
    ...said((answerOption !== undefined) === (type === 'choice'), 'que-5: options belong to choices'),
    ...said(type !== 'display' || (required === undefined && repeats === undefined), 'que-6: display items'),
    ...said(type === 'display' || (required !== undefined && repeats === false), 'required and repeats are stated'),
    ...said(
      scores.every((each) => each.length === 1 && typeof each[0] === 'number'),
      'an option has one ordinal',
    ),
    ...said(new Set(scores.flat()).size === scores.length, 'ordinals differ'),
    ...said(
      answerOption?.every(({ valueCoding }) => valueCoding.extension[0]?.url === ordinal) ?? true,
      'ordinal extension',
    ),
    ...said(
      enableWhen.every(
        ({ question }) => ids.indexOf(question) >= 0 && ids.indexOf(question) < ids.indexOf(item.linkId),
      ),
      'enableWhen looks back at a question of the form',
    ),
    ...said((wanted === undefined) === (extension.length === 0), 'only numbers have bounds'),
    ...said(
      extension.every((one) => wanted !== undefined && wanted in one),
      'bounds are of the item’s type',
    ),
    ...said(
      code.every(({ system }) => system === 'http://loinc.org'),
      'code system',
    ),
  ]
}

test.each(named)('%s is a well-formed Questionnaire', (_key, instrument) => {
  const form = questionnaireOf(instrument)
  expect(problems(form)).toEqual([])
  expect(JSON.parse(JSON.stringify(form))).toEqual(form)
})

describe('the check finds', () => {
  const good = questionnaireOf(instruments[0] as (typeof instruments)[number])
  const withItem = (change: Partial<QuestionnaireItem>, index = 1): Questionnaire => ({
    ...good,
    item: good.item.map((item, at) => (at === index ? { ...item, ...change } : item)),
  })
  test.each<[string, Questionnaire]>([
    ['a name with a hyphen', { ...good, name: 'PHQ-9' }],
    ['two items of one id', withItem({ linkId: '2' })],
    ['a display item with a code', withItem({ code: [{ system: 'http://loinc.org', code: '1', display: 'x' }] }, 0)],
    ['a choice without options', withItem({ type: 'boolean' })],
    [
      'an item that waits for a later one',
      withItem({ enableWhen: [{ question: '9', operator: '=', answerBoolean: true }] }),
    ],
    ['an item without text', withItem({ text: '' })],
  ])('%s', (_what, form) => {
    expect(problems(form)).not.toEqual([])
  })
})

const formOf = (key: string): Questionnaire => {
  const instrument = instruments.find((one) => one.key === key)
  if (instrument === undefined) throw new Error(key)
  return questionnaireOf(instrument)
}

test('the PHQ-9 asks in its own words, must have item 9, and scores 0 to 3', () => {
  const form = formOf('phq9')
  expect(form).toMatchObject({ url: 'urn:keel:questionnaire:phq9', name: 'Phq9', code: [{ code: '44249-1' }] })
  expect(form.item.map(({ linkId, required }) => [linkId, required])).toEqual([
    ['stem', undefined],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => [String(number), false]),
    ['9', true],
  ])
  expect(form.item.at(-1)).toMatchObject({
    prefix: '9',
    text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    code: [{ code: '44260-8' }],
    answerOption: [0, 1, 2, 3].map((score) => ({
      valueCoding: { code: String(score), extension: [{ url: ordinal, valueDecimal: score }] },
    })),
  })
})

test('a code that is not verified is not sent', () => {
  const sent = instruments
    .map(questionnaireOf)
    .flatMap(({ code = [], item }) => [...code, ...item.flatMap((one) => one.code ?? [])])
  const codes = sent.map(({ code }) => code)
  expect(codes).toContain('101697-1')
  expect(codes).not.toContain('93373-9')
  expect(codes).not.toContain('82666-9')
})

test('an instrument whose words are not shipped takes a total instead of answers', () => {
  expect(formOf('madrs').item).toEqual([expect.objectContaining({ linkId: 'total', type: 'integer', required: true })])
  expect(formOf('qids_sr16').item.at(-1)).toMatchObject({ linkId: 'total', required: false })
  expect(formOf('qids_sr16').item.every(({ required }) => required === false)).toBe(true)
  expect(formOf('peg').item.at(-1)).toMatchObject({ linkId: 'total', type: 'decimal' })
  expect(formOf('dast10').item.at(-1)).toMatchObject({ linkId: 'total', code: [{ code: '82667-7' }] })
})

test('the C-SSRS leaves out what the one before makes needless', () => {
  const waits = formOf('cssrs_screener').item.map(({ linkId, enableWhen }) => [linkId, enableWhen?.[0]?.question])
  expect(waits).toEqual([
    ['q1', undefined],
    ['q2', undefined],
    ['q3', 'q2'],
    ['q4', 'q2'],
    ['q5', 'q2'],
    ['q6_lifetime', undefined],
    ['q6_3mo', 'q6_lifetime'],
  ])
})
