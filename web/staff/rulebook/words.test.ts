import { amountOf, inWords, keyInPlainWords, protocols, ruleset, sentenceOf, settingUnits, value } from '@keel/rulebook'
import { describe, expect, test } from 'vitest'
import { givenInWords } from './rule/given-in-words.ts'
import { settingRows } from './rule/setting-rows.ts'
import { parseRulebookSearch, parseTextSearch } from './search-params.ts'
import { basisOf, counted, dateOf, meaningOf, settingWords, valueNameInWords, windowInWords } from './words.ts'

function rule(id: string) {
  const found = ruleset.rules.find((one) => one.id === id)
  if (!found) throw new Error(`There is no rule ${id}.`)
  return found
}

describe('numbers', () => {
  test('judgement alone is called judgement; a date that no source states is not made up', () => {
    const ours = value(160, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })
    const derived = value(160, 'mm[Hg]', { cites: ['judgement', 'yip-2022'], confidence: 'low', basis: 'drv' })
    const stated = value(3, '1', { cites: 'singh-2016', confidence: 'high', basis: 'src', from: '2016-08-01' })
    expect(basisOf(ours)).toBe('Expert judgement; no source states it')
    expect(basisOf(derived)).toBe('Derived from the source by judgement')
    expect(basisOf(stated)).toBe('Stated by the source')
    expect(dateOf(ours)).toBe('Date not stated')
    expect(dateOf(stated)).toBe('1 August 2016')
    expect(amountOf(ours)).toBe('160 mmHg')
    expect(amountOf(stated)).toBe('3')
  })
  test('names as their author wrote them, and counts', () => {
    expect(valueNameInWords('fastestForOverride')).toBe('fastest for override')
    expect(valueNameInWords('idealFromBmi')).toBe('ideal from BMI')
    expect([counted(1, 'rule'), counted(2, 'rule')]).toEqual(['1 rule', '2 rules'])
  })
})

describe('conditions', () => {
  test('say what is compared, with number and unit; a setting stands by its name', () => {
    expect(inWords(rule('bp-crisis').when, rule('bp-crisis').values)).toContain(
      'systolic pressure, last reading at least 180 mmHg or diastolic pressure, last reading at least 120 mmHg',
    )
    expect(inWords(rule('interval-too-short').when, {})).toContain('the protocol’s `interval-min`')
  })
  test('name a condition as clinicians do, and a class so that it says what it is', () => {
    const where = { op: 'is', fact: 'key', one: ['obstructive-sleep-apnea'] } as const
    expect(inWords({ op: 'some', list: 'conditions', where }, {})).toBe(
      'one of the conditions has condition: obstructive sleep apnoea',
    )
    expect(keyInPlainWords('nasal-steroid-decongestant')).toBe('nasal steroid or decongestant')
    expect(keyInPlainWords('cns-depressant')).toBe('CNS depressant')
  })
})

test('a sentence has its numbers filled in, or names the setting', () => {
  expect(sentenceOf(rule('bp-hold'))).toBe('Seated blood pressure is 160 mmHg systolic or 100 mmHg diastolic, or more.')
  expect(sentenceOf(rule('interval-too-short'))).toContain('`interval-min`')
  for (const one of ruleset.rules) expect(sentenceOf(one)).not.toMatch(/[{}]/)
})

test('every setting has words, and no protocol states one without', () => {
  expect(Object.keys(settingWords).toSorted()).toEqual(Object.keys(settingUnits).toSorted())
  for (const { settings } of protocols)
    for (const name of Object.keys(settings)) expect(settingWords).toHaveProperty(name)
})

test('what a rule does when it fires depends on whether somebody may override it', () => {
  expect(meaningOf(rule('bp-hold'))).toBe('Not now, until a fact changes.')
  expect(meaningOf(rule('fasting-parenteral'))).toContain('overrides')
  expect(meaningOf(rule('bp-crisis'))).toBe('Not at all on these facts.')
})

test('an example’s facts are read as people write them', () => {
  expect(givenInWords('vitals.sbp', 150)).toEqual(['Systolic pressure, last reading: 150 mmHg'])
  expect(givenInWords('protocol', 'iv-ket-trd')).toEqual(['The protocol: iv-ket-trd'])
  expect(givenInWords('conditions', [])).toEqual(['Conditions: none'])
  expect(
    givenInWords('conditions', [
      { key: 'obstructive-sleep-apnea', treated: false, ahi: 31 },
      { key: 'epilepsy', status: null },
    ]),
  ).toEqual([
    'Conditions: obstructive sleep apnoea (treated: no; apnoea-hypopnoea index: 31 /h)',
    'Conditions: epilepsy (status of the condition: not known)',
  ])
})

test('a setting’s cases keep their order, and one without a limit is still there', () => {
  const [infusion, nasal] = ['iv-ket-trd', 'in-esk-trd'].map((id) => protocols.find((one) => one.id === id))
  if (!infusion || !nasal) throw new Error('Both protocols are part of the rulebook.')
  expect(settingRows(infusion, 'interval-min').map(({ otherwise, value: stated }) => [otherwise, stated?.is])).toEqual([
    [false, 2],
    [true, 5],
    [true, 12],
  ])
  expect(settingRows(nasal, 'dose-hard-max')).toEqual([{ where: null, bounds: {}, otherwise: false, value: null }])
})

test('an address keeps what is a search, also a number, and drops the rest', () => {
  expect(parseRulebookSearch({ q: 160, severity: 'hold', phase: '', other: 'x' })).toEqual({
    q: '160',
    severity: 'hold',
  })
})

test('an address keeps Spanish, and nothing else of a language', () => {
  expect(parseTextSearch({ language: 'es' })).toEqual({ language: 'es' })
  expect(parseTextSearch({ language: 'en' })).toEqual({})
  expect(parseTextSearch({ language: 'klingon' })).toEqual({})
})

test('how far a measure looks back', () => {
  expect(windowInWords([value(60, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })])).toBe('60 days')
  expect(windowInWords(undefined)).toBe('No limit')
})
