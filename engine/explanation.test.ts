import { describe, expect, test } from 'vitest'
import {
  all,
  any,
  assessorOf,
  type Condition,
  choice,
  type DatedValue,
  type Facts,
  fill,
  flag,
  languageOf,
  list,
  quantity,
  type Rule,
  type Ruleset,
  type Severity,
  text,
} from './index.ts'

const vocabulary = {
  kiln: choice('kiln', ['gas', 'wood']),
  heat: quantity('temperature', 'Cel', { min: 0, max: 2_000 }),
  width: quantity('width', 'cm', { min: 0, max: 500 }),
  area: quantity('area', 'cm2', { min: 0, max: 1e6 }),
  'door.open': flag('the door is open'),
  pots: list('pots', 'name', { name: text('name'), wet: flag('wet') }),
  lids: list('lids', 'name', { name: text('name'), wet: flag('damp') }),
} as const
const { above, is, some } = languageOf(vocabulary)

const dated = (amount: number | readonly number[], unit = 'Cel', cites = ['guild']): DatedValue => ({
  is: amount,
  unit,
  from: '2026-01-01',
  dateStated: false,
  cites,
  confidence: 'high',
  basis: 'src',
})

function ruleOf(id: string, severity: Severity, when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: '',
    phases: ['load'],
    severity,
    says: '',
    saysToPatient: '',
    because: '',
    action: '',
    values: {},
    when,
    cites: [],
    confidence: 'high',
    examples: [],
    ...more,
  }
}

function assess(rules: readonly Rule[], facts: Facts, more: Partial<Ruleset> = {}) {
  const ruleset: Ruleset = {
    name: 'kiln',
    vocabulary,
    rules,
    profile: { fact: 'kiln', settings: { gas: { most: [{ values: [dated(50)] }] }, wood: { most: 'not-limited' } } },
    derivations: {},
    sources: {},
    unitLabels: { Cel: '°C', '{pot}': '' },
    ...more,
  }
  const answer = assessorOf(ruleset).assess(facts, { phase: 'load' })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer
}

const open = is('door.open', true)
const wetPots = some('pots', (pot) => pot.is('wet', true))
const wetLids = some('lids', (lid) => lid.is('wet', true))

describe('findings', () => {
  test('stand by severity, then by name, whatever the order of the rules', () => {
    const rules = [
      ruleOf('d', 'caution', open),
      ruleOf('c', 'review', open),
      ruleOf('a', 'review', open),
      ruleOf('b', 'block', open),
      ruleOf('e', 'hold', open),
    ]
    const facts = { door: { open: true } }
    const order = ['b', 'e', 'a', 'c', 'd']
    expect(assess(rules, facts).findings.map(({ rule }) => rule)).toEqual(order)
    expect(assess(rules.toReversed(), facts).findings.map(({ rule }) => rule)).toEqual(order)
  })

  test('show what was known of the facts that the rule reads, and nothing of what was not', () => {
    const [finding] = assess([ruleOf('a', 'hold', any(open, above('heat', { setting: 'most' }), wetPots))], {
      kiln: 'gas',
      door: { open: true },
      heat: null,
    }).findings
    expect(finding?.facts).toEqual({ 'door.open': true })
    expect(Object.keys(finding?.facts ?? {})).toEqual(['door.open'])
  })

  test('show of each list the records that matched there, or else the whole list', () => {
    const pots = [{ name: 'urn', wet: true }]
    const lids = [
      { name: 'flat', wet: false },
      { name: 'round', wet: true },
    ]
    const both = [ruleOf('a', 'hold', all(wetPots, wetLids))]
    expect(assess(both, { pots, lids }).findings[0]?.facts).toEqual({ pots, lids: [lids[1]] })
    const either = [ruleOf('a', 'hold', any(wetPots, wetLids))]
    const dry = [{ name: 'flat', wet: false }]
    expect(assess(either, { pots: dry, lids }).findings[0]?.facts).toEqual({ pots: dry, lids: [lids[1]] })
  })

  test('show nothing of the records that another rule matched', () => {
    const rules = [
      ruleOf('a', 'hold', wetPots),
      ruleOf(
        'b',
        'hold',
        any(
          open,
          some('pots', (pot) => pot.is('name', 'jar')),
        ),
      ),
    ]
    const pots = [
      { name: 'urn', wet: true },
      { name: 'cup', wet: false },
    ]
    expect(assess(rules, { pots, door: { open: true } }).findings.map(({ facts }) => facts.pots)).toEqual([
      [pots[0]],
      pots,
    ])
  })

  test('carry the sources of the rule and of its numbers, each once, and the limit that the profile states', () => {
    const rule = ruleOf('a', 'hold', any(above('heat', { value: 'limit' }), above('heat', { setting: 'most' })), {
      cites: ['guild', 'master'],
      values: { limit: [dated(40, 'Cel', ['guild', 'trial'])] },
    })
    const [gas] = assess([rule], { kiln: 'gas', heat: 60 }).findings
    expect(gas?.sources).toEqual(['guild', 'master', 'trial'])
    expect(gas?.values).toMatchObject({ limit: { is: 40 }, most: { is: 50 } })
    const [wood] = assess([rule], { kiln: 'wood', heat: 60 }).findings
    expect(Object.keys(wood?.values ?? {})).toEqual(['limit'])
  })

  test('have no override where the rule names none', () => {
    expect(assess([ruleOf('a', 'hold', open)], { door: { open: true } }).findings[0]).not.toHaveProperty(
      'overridableBy',
    )
    const overridableBy = { role: 'master', attests: 'I watch it.' }
    expect(
      assess([ruleOf('a', 'hold', open, { overridableBy })], { door: { open: true } }).findings[0]?.overridableBy,
    ).toEqual({ ...overridableBy, open: 'fires' })
  })
})

describe('a fact that is missing', () => {
  test('is a hold that says what is wanted, in words, and by which rules in order', () => {
    const rules = [ruleOf('z', 'hold', open), ruleOf('a', 'review', open)]
    const { decision, findings, missing } = assess(rules, {})
    expect([decision, missing]).toEqual(['hold', [{ fact: 'door.open', neededBy: ['a', 'z'] }]])
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'data-missing',
        severity: 'hold',
        message: 'Not known: the door is open.',
        action: 'Record the door is open. Needed by a, z.',
        facts: { 'door.open': null },
        values: {},
        sources: [],
      }),
    ])
  })

  test('of a record names the record', () => {
    const { findings } = assess([ruleOf('a', 'hold', wetLids)], { lids: [{ name: 'flat' }] })
    expect(findings[0]?.message).toBe('Not known: damp (lids[0].wet).')
  })

  test('that the vocabulary does not know is named by its path', () => {
    const undeclared: Condition = { op: 'is', fact: 'chimney.clear', one: [true] }
    expect(assess([ruleOf('a', 'hold', undeclared)], {}).findings[0]?.message).toBe('Not known: chimney.clear.')
    const attribute = some('pots', () => ({ op: 'is', fact: 'colour', one: ['red'] }))
    expect(assess([ruleOf('a', 'hold', attribute)], { pots: [{ name: 'urn' }] }).findings[0]?.message).toBe(
      'Not known: colour (pots[0].colour).',
    )
  })

  test('and others stand in order of their names', () => {
    const rules = [ruleOf('a', 'hold', all(open, is('kiln', 'gas'), wetPots))]
    expect(assess(rules, {}).missing.map(({ fact }) => fact)).toEqual(['door.open', 'kiln', 'pots'])
  })

  test('is not asked for by a sibling as severe as the rule that fired', () => {
    const rules = [ruleOf('a', 'hold', open, { group: 'g' }), ruleOf('b', 'hold', wetPots, { group: 'g' })]
    expect(assess(rules, { door: { open: true } }).missing).toEqual([])
    expect(assess(rules, { door: { open: false } }).missing).toHaveLength(1)
  })

  test('is asked for even where the arithmetic does not say what it lacks', () => {
    const area = { version: 1, says: 'area', values: {}, compute: () => undefined }
    expect(
      assess([ruleOf('a', 'hold', above('area', { setting: 'most' }))], { kiln: 'gas' }, { derivations: { area } })
        .missing,
    ).toEqual([{ fact: 'area', neededBy: ['a'] }])
  })
})

describe('one fact, one setting, one rule', () => {
  const double = {
    version: 1,
    says: 'twice the width',
    values: {},
    compute: (read: (path: string) => unknown) => {
      const width = read('width')
      return typeof width === 'number' ? width * 2 : null
    },
  }
  const rules = [ruleOf('a', 'hold', open), ruleOf('b', 'hold', above('area', { setting: 'most' }))]
  const { factOf, settingOf, verdictOf } = assessorOf({
    name: 'kiln',
    vocabulary,
    rules,
    profile: { fact: 'kiln', settings: { gas: { most: [{ values: [dated(50)] }] } } },
    derivations: { area: double },
    sources: {},
    unitLabels: {},
  })

  test('a fact is as given, or as derived, or unknown', () => {
    expect(factOf('width', { width: 3 })).toBe(3)
    expect(factOf('area', { width: 3 })).toBe(6)
    expect(factOf('area', { width: 3, area: 7 })).toBe(7)
    expect(factOf('area', { width: 3, area: null })).toBeUndefined()
    expect(factOf('area', {})).toBeUndefined()
    expect(factOf('width', { width: null })).toBeUndefined()
    expect(factOf('door.open', { door: null })).toBeUndefined()
    expect(factOf('door.open', { door: 'ajar' })).toBeUndefined()
  })

  test('a setting is that of the profile', () => {
    expect(settingOf('most', { kiln: 'gas' })).toMatchObject({ is: 50 })
    expect(settingOf('most', {})).toBe('unknown')
  })

  test('a rule is found by its id', () => {
    const facts = { kiln: 'gas', width: 30, door: { open: false } }
    expect([verdictOf('a', facts), verdictOf('b', facts)]).toEqual(['clear', 'fires'])
  })
})

test('a sentence is filled with amounts and units; a name that is no value stays as it is', () => {
  const values = { most: dated(50), set: dated([28, 56], 'mg'), pots: dated(3, '{pot}') }
  const unitLabels = { Cel: '°C', '{pot}': '' }
  expect(fill('Above {most}, not {set}, for {pots} pots: {other}.', values, { unitLabels })).toBe(
    'Above 50 °C, not 28 or 56 mg, for 3 pots: {other}.',
  )
})
