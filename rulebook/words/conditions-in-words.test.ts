import { all, any, type Condition, type DatedValue, firstKnown, not } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import {
  factSays,
  inWords,
  keyInPlainWords,
  limitInWords,
  protocols,
  sentenceOf,
  usualOrder,
  wordOf,
} from '../index.ts'
import { setting } from '../settings.ts'
import { facts } from '../vocabulary.ts'

const dated = (is: number | readonly number[], unit: string) => ({ is, unit }) as DatedValue
const values = {
  limit: [dated(150, 'mm[Hg]'), dated(160, 'mm[Hg]')],
  doses: [dated([28, 56], 'mg')],
  score: [dated(4, '{score}')],
}
const { above, atLeast, below, atMost, among, is, includes, some } = facts
const limit = { value: 'limit' } as const
const escort = is('gate.escort', false)
const says = (condition: Condition) => inWords(condition, values)

describe('a condition', () => {
  test.each<[Condition, string]>([
    [above('vitals.sbp', limit), 'systolic pressure, last reading above 160 mmHg'],
    [atLeast('vitals.sbp', limit), 'systolic pressure, last reading at least 160 mmHg'],
    [below('vitals.sbp', limit), 'systolic pressure, last reading below 160 mmHg'],
    [atMost('vitals.sbp', limit), 'systolic pressure, last reading at most 160 mmHg'],
    [atMost('gate.cssrs_ideation', { value: 'score' }), 'C-SSRS ideation today at most 4'],
    [among('order.dose_mg', { value: 'doses' }), 'ordered dose is 28 or 56 mg'],
    [above('order.dose_mg', setting('dose-absolute-max')), 'ordered dose above the protocol’s `dose-absolute-max`'],
    [above('order.dose_mg', { value: 'not there' }), 'ordered dose above not there'],
    [escort, 'a responsible adult will take the patient home: no'],
    [is('gate.escort', true), 'a responsible adult will take the patient home: yes'],
    [
      is('gate.uds.cocaine', 'negative', 'positive-expected'),
      'urine drug test: cocaine: negative or positive expected',
    ],
    [is('protocol', 'iv-ket-trd'), 'the protocol: iv-ket-trd'],
    [includes('in_session.symptoms', 'chest-pain', 'apnoea'), 'symptoms include chest pain or apnoea'],
    [not(escort), 'not a responsible adult will take the patient home: no'],
    [{ op: 'is', fact: 'not.declared', one: ['x'] }, 'not.declared: x'],
  ])('%j', (condition, expected) => {
    expect(says(condition)).toBe(expected)
  })

  test('of several parts says how they are joined; of one, only that', () => {
    const home = is('order.home_use', true)
    expect(says(all(escort, home))).toBe(`(${says(escort)} and ${says(home)})`)
    expect(says(any(escort, home))).toBe(`(${says(escort)} or ${says(home)})`)
    expect(says(all(escort))).toBe(says(escort))
    expect(says(firstKnown(escort, home))).toBe(`what is known first of: ${says(escort)}; ${says(home)}`)
  })

  test('of a list speaks of its records, with conditions by their names', () => {
    const heart = some('conditions', (condition) => condition.is('key', 'myocardial-infarction'))
    expect(says(heart)).toMatch(/^one of the conditions has condition: .*infarction/)
    expect(says(heart)).not.toContain('myocardial-infarction')
  })
})

test('a word is said as people say it', () => {
  expect([wordOf('gate.escort', true), wordOf('gate.escort', false)]).toEqual(['yes', 'no'])
  expect(wordOf('protocol', 'iv-ket-trd')).toBe('iv-ket-trd')
  expect(wordOf('route', 'iv-ket-trd')).toBe('IV ket trd')
  expect(wordOf('status', 'hypertension')).toBe('hypertension')
  expect(wordOf('key', 'no-such-condition')).toBe('no such condition')
  expect(keyInPlainWords('cns-depressant')).toBe('CNS depressant')
  expect(keyInPlainWords('bp_monitor')).toBe('BP monitor')
  expect(keyInPlainWords('nasal-steroid-decongestant')).toBe('nasal steroid or decongestant')
  expect(factSays('vitals.hr')).toBe('heart rate')
  expect(limitInWords({ op: 'below', fact: 'vitals.hr', than: limit }, values)).toBe('below 160 mmHg')
})

test('a sentence has its newest number, and names the protocol’s', () => {
  expect(sentenceOf({ says: 'Above {limit}, or {dose-hard-max}.', values })).toBe(
    'Above 160 mmHg, or the protocol’s `dose-hard-max`.',
  )
})

test('the usual order of each kind of protocol', () => {
  const usual = (id: string) => usualOrder(protocols.find((one) => one.id === id) as (typeof protocols)[number])
  expect(usual('iv-ket-trd')).toMatch(/^0\.5 mg\/kg of dosing weight over 40 min$/)
  expect(usual('im-ket-trd')).toMatch(/mg\/kg of dosing weight at once$/)
  expect(usual('in-esk-trd')).toMatch(/^56 mg, devices of 28 mg with 5 min between them$/)
})
