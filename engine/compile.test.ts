import { describe, expect, test } from 'vitest'
import {
  type AssessmentError,
  any,
  assessorOf,
  type Condition,
  choice,
  type DatedValue,
  type Facts,
  flag,
  type Language,
  languageOf,
  list,
  operandsOf,
  quantity,
  type Rule,
  type Ruleset,
  text,
  words,
} from './index.ts'

const vocabulary = {
  kiln: choice('kiln', ['gas', 'wood']),
  heat: quantity('temperature', 'Cel', { min: 0, max: 2_000 }),
  hours: quantity('hours since', 'h', { min: 0, max: 1e6, never: true }),
  marks: words('marks', 'any'),
  pots: list('pots', 'name', {
    name: text('name'),
    wet: flag('wet'),
    grams: quantity('weight', 'g', { min: 0, max: 1e5 }),
  }),
} as const
const language: Language<typeof vocabulary> = languageOf(vocabulary)

const dated = (is: number | readonly number[], from?: string): DatedValue => ({
  is,
  unit: 'Cel',
  from: from ?? '2026-01-01',
  dateStated: from !== undefined,
  cites: ['guild'],
  confidence: 'high',
  basis: 'src',
})
const values = {
  limit: [dated(100)],
  set: [dated([28, 56])],
  one: [dated(56)],
  moving: [dated(100, '2020-01-01'), dated(80, '2025-01-01')],
}

function rulesetOf(when: Condition, more: Partial<Rule> = {}): Ruleset {
  const rule: Rule = {
    id: 'one',
    title: '',
    phases: ['load'],
    severity: 'hold',
    says: '',
    saysToPatient: '',
    because: '',
    action: '',
    values,
    when,
    cites: [],
    confidence: 'high',
    examples: [],
    ...more,
  }
  const settings = { gas: { most: [{ values: [dated(50)] }] }, wood: { most: 'not-limited' } } as const
  return {
    name: 'kiln',
    vocabulary,
    rules: [rule],
    profile: { fact: 'kiln', settings },
    derivations: {},
    sources: {},
    unitLabels: {},
  }
}
const verdict = (when: Condition, facts: Facts, on?: string) => assessorOf(rulesetOf(when)).verdictOf('one', facts, on)
const missing = (when: Condition, facts: Facts) => {
  const answer = assessorOf(rulesetOf(when)).assess(facts, { phase: 'load' })
  return 'missing' in answer ? answer.missing.map(({ fact }) => fact) : answer
}

describe('a comparison', () => {
  const limit = { value: 'limit' } as const
  test.each([
    ['above', [99, 100, 101], ['clear', 'clear', 'fires']],
    ['atLeast', [99, 100, 101], ['clear', 'fires', 'fires']],
    ['below', [99, 100, 101], ['fires', 'clear', 'clear']],
    ['atMost', [99, 100, 101], ['fires', 'fires', 'clear']],
  ] as const)('%s 100: of %j it says %j', (op, amounts, expected) => {
    expect(amounts.map((heat) => verdict(language[op]('heat', limit), { heat }))).toEqual(expected)
  })

  test('with an amount that is not known is unknown, whether absent or null', () => {
    expect(verdict(language.above('heat', limit), {})).toBe('unknown')
    expect(verdict(language.above('heat', limit), { heat: null })).toBe('unknown')
    expect(verdict(language.above('heat', limit), { heat: 0 })).toBe('clear')
  })

  test('reads "never" as more than any number', () => {
    expect(verdict(language.above('hours', limit), { hours: 'never' })).toBe('fires')
    expect(verdict(language.atMost('hours', limit), { hours: 'never' })).toBe('clear')
  })

  test('uses the value of the day that is asked about, and the newest where none is', () => {
    const hot = language.above('heat', { value: 'moving' })
    expect(verdict(hot, { heat: 90 }, '2024-06-01')).toBe('clear')
    expect(verdict(hot, { heat: 90 }, '2025-06-01')).toBe('fires')
    expect(verdict(hot, { heat: 90 })).toBe('fires')
  })

  test('with a value that the rule does not have is a bug, found before anything is asked', () => {
    expect(() => assessorOf(rulesetOf(language.above('heat', { value: 'limmit' })))).toThrow(/"limmit"/)
  })
})

describe('being among a set of amounts', () => {
  const among = (set: string, heat: number | null) => verdict(language.among('heat', { value: set }), { heat })
  test('fires for each of them and for no other', () => {
    expect([28, 56, 42].map((heat) => among('set', heat))).toEqual(['fires', 'fires', 'clear'])
    expect([56, 28].map((heat) => among('one', heat))).toEqual(['fires', 'clear'])
    expect(among('set', null)).toBe('unknown')
  })

  test('fires for every amount where the profile states no set', () => {
    const most = language.among('heat', { setting: 'most' })
    expect(verdict(most, { kiln: 'wood', heat: 7 })).toBe('fires')
    expect(verdict(most, { kiln: 'gas', heat: 7 })).toBe('clear')
    expect(verdict(most, { kiln: 'gas', heat: 50 })).toBe('fires')
  })

  test('names its set among the operands', () => {
    expect(operandsOf(language.among('heat', { setting: 'most' }))).toEqual([{ setting: 'most' }])
  })
})

test('a list of words includes one of several when any of its words is one of them', () => {
  const marked = language.includes('marks', 'x', 'y')
  expect([['a', 'y'], ['a'], [], null].map((marks) => verdict(marked, { marks }))).toEqual([
    'fires',
    'clear',
    'clear',
    'unknown',
  ])
})

describe('some record of a list', () => {
  const wetOne = language.some('pots', (pot) => pot.is('wet', true))
  test('fires for one that matches, though another is unknown, and is unknown for one that may', () => {
    const dry = { name: 'cup', wet: false }
    const untold = { name: 'jar' }
    const wet = { name: 'urn', wet: true }
    const told = { name: 'jar', wet: null }
    const of = (...pots: Facts[]) => verdict(wetOne, { pots })
    expect([of(dry), of(dry, untold), of(untold, dry), of(untold, wet), of(wet, untold), of(told)]).toEqual([
      'clear',
      'unknown',
      'unknown',
      'fires',
      'fires',
      'unknown',
    ])
  })

  test('asks for the attribute that could settle it, by its record', () => {
    expect(missing(wetOne, { pots: [{ name: 'cup', wet: false }, { name: 'jar' }] })).toEqual(['pots[1].wet'])
    expect(missing(wetOne, { pots: [{ name: 'jar', wet: null }] })).toEqual(['pots[0].wet'])
  })

  test('asks for nothing of the records before one that matches', () => {
    const either = any(wetOne, language.above('heat', { value: 'limit' }))
    expect(missing(either, { pots: [{ name: 'jar' }, { name: 'urn', wet: true }] })).toEqual([])
  })

  test('asks for nothing of its records once another part settles the rule', () => {
    const both = { op: 'all', of: [wetOne, language.above('heat', { value: 'limit' })] } as const
    expect(missing(both, { pots: [{ name: 'jar' }], heat: 20 })).toEqual([])
    expect(missing(both, { pots: [{ name: 'jar' }] })).toEqual(['heat', 'pots[0].wet'])
  })

  test('is unknown when there is no list', () => {
    expect(missing(wetOne, {})).toEqual(['pots'])
  })
})

describe('asking for what is not there', () => {
  const hot = language.above('heat', { value: 'limit' })
  test('a rule: a bug, named', () => {
    expect(() => assessorOf(rulesetOf(hot)).verdictOf('two', {})).toThrow(/no rule "two" in ruleset kiln/)
  })

  test('a setting that the profile does not state: a bug, named', () => {
    const asked = rulesetOf(language.above('heat', { setting: 'least' }))
    expect(() => assessorOf(asked).assess({ kiln: 'gas', heat: 1 }, { phase: 'load' })).toThrow(/"gas".*"least"/)
  })

  test('a setting of a profile that is not covered: a bug, named', () => {
    const { assess, settingOf } = assessorOf(rulesetOf(hot))
    expect(() => settingOf('most', { kiln: 'salt' })).toThrow(/"salt".*"most"/)
    const refused = assess({ kiln: 'salt' }, { phase: 'load' }) as AssessmentError
    expect(refused.error.path).toBe('kiln')
  })

  test('a phase without rules: nothing is found', () => {
    expect(assessorOf(rulesetOf(hot)).assess({}, { phase: 'unload' })).toEqual({
      decision: 'allow',
      findings: [],
      missing: [],
    })
  })

  test('an error of the arithmetic is no answer', () => {
    const compute = () => {
      throw new RangeError('divided by nothing')
    }
    const ruleset = { ...rulesetOf(hot), derivations: { heat: { version: 1, says: '', values: {}, compute } } }
    expect(() => assessorOf(ruleset).assess({}, { phase: 'load' })).toThrow('divided by nothing')
  })
})
