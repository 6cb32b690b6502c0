import { describe, expect, test } from 'vitest'
import {
  all,
  any,
  type Condition,
  choice,
  type DatedValue,
  directionsIn,
  firstKnown,
  languageOf,
  list,
  meet,
  not,
  quantity,
  type Rule,
  type Ruleset,
  type Tightening,
  text,
  tighten,
} from './index.ts'

const vocabulary = {
  kiln: choice('kiln', ['gas', 'wood']),
  heat: quantity('temperature', 'Cel', { min: 0, max: 2_000 }),
  program: quantity('program', '1', { min: 0, max: 9 }),
  pots: list('pots', 'name', { name: text('name'), grams: quantity('weight', 'g', { min: 0, max: 1e5 }) }),
} as const
const { above, atMost, among, some } = languageOf(vocabulary)
const limit = { value: 'limit' } as const

const dated = (is: number | readonly number[], from = '2026-01-01'): DatedValue => ({
  is,
  unit: '1',
  from,
  dateStated: true,
  cites: ['guild'],
  confidence: 'high',
  basis: 'src',
})

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
    values: { limit: [dated(7)], set: [dated([1, 2, 3])], unused: [dated(1)] },
    when,
    cites: [],
    confidence: 'high',
    examples: [],
    ...more,
  }
  const other = { ...rule, id: 'other', values: {}, when: above('heat', { setting: 'most' }) }
  const settings = {
    gas: { most: [{ values: [dated(50)] }], least: [{ values: [dated(5)] }] },
    wood: { most: 'not-limited' },
  } as const
  return {
    name: 'kiln',
    vocabulary,
    rules: [other, rule],
    profile: { fact: 'kiln', settings },
    derivations: {},
    sources: {},
    unitLabels: {},
  }
}
const by = { cite: 'clinic', from: '2026-11-22' }
function tightened(ruleset: Ruleset, wish: Tightening): Ruleset {
  const result = tighten(ruleset, wish, by)
  if ('problems' in result) throw new Error(result.problems[0]?.message)
  return result.ruleset
}
function messageOf(ruleset: Ruleset, wish: Tightening): string | undefined {
  const result = tighten(ruleset, wish, by)
  return 'problems' in result ? result.problems[0]?.message : undefined
}

describe('the stricter side of a limit', () => {
  const sideOf = (when: Condition, more: Partial<Rule> = {}, value = 'limit') => {
    const ruleset = rulesetOf(when, more)
    return directionsIn(ruleset).ofValue(ruleset.rules[1] as Rule, value)
  }
  const hot = above('heat', limit)

  test.each<[string, Condition, string]>([
    ['above: lower', hot, 'lower'],
    ['below: higher', atMost('heat', limit), 'higher'],
    ['behind a "not": the other side', not(hot), 'higher'],
    ['in every kind of joining', all(any(firstKnown(hot))), 'lower'],
    ['in a record of a list', some('pots', (pot) => pot.above('grams', limit as never)), 'lower'],
    ['behind a "not", in a record', not(some('pots', (pot) => pot.above('grams', limit as never))), 'higher'],
    ['twice on the same side', all(hot, above('heat', limit)), 'lower'],
    ['on both sides: none', any(hot, not(hot)), 'fixed'],
    ['on both sides and one again: none', any(hot, not(hot), not(hot)), 'fixed'],
  ])('%s', (_what, when, side) => {
    expect(sideOf(when)).toBe(side)
  })

  test('of a set: one that must be met grows smaller, one that fires grows larger', () => {
    const inSet = among('program', { value: 'set' })
    expect([sideOf(not(inSet), {}, 'set'), sideOf(inSet, {}, 'set')]).toEqual(['subset', 'superset'])
  })

  test('where the rule applies to more charts it is stricter, where its override is open to fewer', () => {
    const nowhere = all()
    expect(sideOf(nowhere, { appliesTo: hot })).toBe('lower')
    expect(sideOf(nowhere, { overridableBy: { role: 'r', attests: 'a', within: hot } })).toBe('higher')
    expect(sideOf(nowhere)).toBeUndefined()
  })
})

describe('tightening', () => {
  test('keeps the override of a hold that is only limited further', () => {
    const overridableBy = { role: 'master', attests: 'I watch it.' }
    const open = rulesetOf(above('heat', limit), { overridableBy })
    const limited = tightened(open, { rules: { one: { values: { limit: 6 } } } })
    expect(limited.rules[1]).toMatchObject({ overridableBy, values: { limit: [{ is: 6 }] } })
    const never = tightened(rulesetOf(above('heat', limit)), { rules: { one: { values: { limit: 6 } } } })
    expect(never.rules[1]).not.toHaveProperty('overridableBy')
  })

  test('moves past values as well, and leaves alone those that are strict enough', () => {
    const values = { limit: [dated(5, '2020-01-01'), dated(7, '2025-01-01')] }
    const limited = tightened(rulesetOf(above('heat', limit), { values }), { rules: { one: { values: { limit: 6 } } } })
    expect(limited.rules[1]?.values.limit).toEqual([
      values.limit[0],
      { ...dated(6, '2026-11-22'), dateStated: false, cites: ['clinic'], basis: 'drv' },
    ])
  })

  test('is measured by the newest value, not by a past one', () => {
    const values = { limit: [dated(9, '2020-01-01'), dated(7, '2025-01-01')] }
    expect(messageOf(rulesetOf(above('heat', limit), { values }), { rules: { one: { values: { limit: 8 } } } })).toBe(
      '8 is looser than what "one" states (7 1); a clinic may only tighten.',
    )
  })

  test('leaves the other settings of a protocol as they are', () => {
    const limited = tightened(rulesetOf(all()), { settings: { gas: { most: 40 } } })
    expect(limited.profile.settings.gas).toMatchObject({
      most: [{ values: [{ is: 40 }] }],
      least: [{ values: [dated(5)] }],
    })
  })

  test('adds to a set that fires, in order', () => {
    const inSet = rulesetOf(among('program', { value: 'set' }))
    const more = tightened(inSet, { rules: { one: { values: { set: [9, 1, 2, 3, 4] } } } })
    expect(more.rules[1]?.values.set?.[0]?.is).toEqual([1, 2, 3, 4, 9])
    expect(messageOf(inSet, { rules: { one: { values: { set: [1, 2] } } } })).toMatch(/^1, 2 is looser/)
  })

  test('of a set to itself changes nothing, its source neither', () => {
    const outside = rulesetOf(not(among('program', { value: 'set' })))
    const same = tightened(outside, { rules: { one: { values: { set: [3, 2, 1] } } } })
    expect(same.rules[1]?.values.set).toEqual([dated([1, 2, 3])])
    expect(messageOf(outside, { rules: { one: { values: { set: [1, 2, 8, 9] } } } })).toMatch(/looser/)
  })

  test.each<[string, Tightening]>([
    ['an empty set', { rules: { one: { values: { set: [] } } } }],
    ['a set of which one is no number', { rules: { one: { values: { set: [1, Number.NaN] } } } }],
  ])('to %s is refused', (_what, wish) => {
    expect(messageOf(rulesetOf(not(among('program', { value: 'set' }))), wish)).toMatch(/must be a number/)
  })

  test('a number that no condition uses is refused', () => {
    expect(messageOf(rulesetOf(above('heat', limit)), { rules: { one: { values: { unused: 0 } } } })).toMatch(
      /no stricter side/,
    )
  })
})

describe('the meet of two tightenings', () => {
  const ruleset = rulesetOf(all(above('heat', limit), not(among('program', { value: 'set' }))))

  test('takes the stricter of each number, and what only one of them wishes', () => {
    const a: Tightening = {
      rules: { one: { severity: 'block', values: { limit: 6 } } },
      settings: { gas: { most: 40 } },
    }
    const b: Tightening = {
      rules: { one: { severity: 'hold', values: { limit: 5, set: [1, 2] } }, other: { overridable: false } },
    }
    expect(meet(ruleset, a, b)).toEqual({
      rules: { one: { severity: 'block', values: { limit: 5, set: [1, 2] } }, other: { overridable: false } },
      settings: { gas: { most: 40 } },
    })
  })

  test('says nothing of what neither says', () => {
    const only: Tightening = { rules: { one: { overridable: false } } }
    expect(meet(ruleset, only, only)).toEqual({ rules: { one: { overridable: false } }, settings: {} })
  })

  test('of two sets is what both allow', () => {
    const set = (...amounts: number[]): Tightening => ({ rules: { one: { values: { set: amounts } } } })
    expect(meet(ruleset, set(1, 2), set(2, 3))).toMatchObject({ rules: { one: { values: { set: [2] } } } })
  })
})
