import { describe, expect, test } from 'vitest'
import {
  all,
  any,
  assessorOf,
  choice,
  type DatedValue,
  type Facts,
  firstKnown,
  flag,
  list,
  not,
  quantity,
  type Rule,
  type Ruleset,
  refsOf,
  ruleDefiner,
  rulesetDigest,
  text,
  type Verdict,
  words,
} from './index.ts'

/** A pottery kiln: the engine knows no clinical word, so neither do its tests. */
const vocabulary = {
  kiln: choice('kiln', ['gas', 'electric', 'wood']),
  heat: quantity('temperature', 'Cel', { min: 0, max: 2_000 }),
  'door.open': flag('the door is open'),
  'door.minutes': quantity('minutes since the door was opened', 'min', { min: 0, max: 1e6, never: true }),
  glaze: choice('glaze', ['salt', 'ash']),
  marks: words('marks', 'any'),
  width: quantity('width', 'cm', { min: 0, max: 500 }),
  depth: quantity('depth', 'cm', { min: 0, max: 500 }),
  area: quantity('area', 'cm2', { min: 0, max: 1e6 }),
  pots: list('pots', 'name', {
    name: text('name'),
    wet: flag('wet'),
    grams: quantity('weight', 'g', { min: 0, max: 1e5 }),
  }),
} as const
const defineRule = ruleDefiner<typeof vocabulary, 'load' | 'fire'>(vocabulary)

function dated<const Unit extends string>(is: number | readonly number[], unit: Unit, from?: string): DatedValue<Unit> {
  return {
    is,
    unit,
    from: from ?? '2026-01-01',
    dateStated: from !== undefined,
    cites: ['guild'],
    confidence: 'high',
    basis: 'src',
  }
}

const plain = {
  title: 'Title',
  saysToPatient: 'Wait.',
  because: 'Because.',
  cites: ['guild'],
  confidence: 'high',
  examples: [],
  action: 'Let it cool.',
  values: {},
  phases: ['load'],
} as const

const hot = defineRule({
  ...plain,
  id: 'hot',
  severity: 'hold',
  group: 'heat',
  says: 'Hotter than {limit}.',
  values: { limit: [dated(100, 'Cel', '2020-01-01'), dated(80, 'Cel', '2025-01-01')] },
  when: (value, { above }) => above('heat', value.limit),
})
const warm = defineRule({
  ...plain,
  id: 'warm',
  severity: 'review',
  group: 'heat',
  says: 'Warm, above {limit}.',
  values: { limit: [dated(40, 'Cel')] },
  when: (value, { above }) => above('heat', value.limit),
})
const wetPot = defineRule({
  ...plain,
  id: 'wet-pot',
  severity: 'block',
  says: 'A heavy pot is wet.',
  values: { heavy: [dated(1_000, 'g')] },
  when: (value, { some }) => some('pots', (pot) => all(pot.is('wet', true), pot.atLeast('grams', value.heavy))),
})

function rulesetOf(
  rules: readonly Rule<'load' | 'fire'>[],
  more: Partial<Ruleset<'load' | 'fire'>> = {},
): Ruleset<'load' | 'fire'> {
  return {
    name: 'kiln',
    vocabulary,
    rules,
    profile: { fact: 'kiln', settings: { gas: {}, electric: {}, wood: {} } },
    derivations: {},
    sources: { guild: { title: 'Handbook', publisher: 'Guild' } },
    unitLabels: { Cel: '°C' },
    ...more,
  }
}

function decide(rules: readonly Rule<'load' | 'fire'>[], facts: Facts, question: object = {}, more = {}) {
  const answer = assessorOf(rulesetOf(rules, more)).assess(facts, { phase: 'load', ...question })
  if ('error' in answer) throw new Error(answer.error.message)
  const { decision, findings, missing } = answer
  return { decision, rules: findings.map(({ rule }) => rule), findings, missing }
}

describe('three-valued logic', () => {
  const facts: Readonly<Record<Verdict, Facts>> = {
    fires: { a: true },
    clear: { a: false },
    unknown: {},
  }
  const pair = { a: flag('a'), b: flag('b') }
  const rule = ruleDefiner<typeof pair, 'load'>(pair)
  const verdict = (when: 'all' | 'any' | 'not' | 'first', a: Verdict, b: Verdict): Verdict => {
    const one = rule({
      ...plain,
      id: 'one',
      severity: 'hold',
      says: 'One.',
      when: (_value, { is }) => {
        const parts = [is('a', true), is('b', true)] as const
        return { all: all(...parts), any: any(...parts), not: not(parts[0]), first: firstKnown(...parts) }[when]
      },
    })
    const second = Object.values(facts[b])[0]
    const given: Facts = { ...facts[a], ...(second !== undefined && { b: second }) }
    return assessorOf({ ...rulesetOf([]), vocabulary: pair, rules: [one] } as Ruleset<'load'>).verdictOf('one', given)
  }

  test.each([
    ['fires', 'fires', 'fires', 'fires', 'clear', 'fires'],
    ['fires', 'clear', 'clear', 'fires', 'clear', 'fires'],
    ['fires', 'unknown', 'unknown', 'fires', 'clear', 'fires'],
    ['clear', 'fires', 'clear', 'fires', 'fires', 'clear'],
    ['clear', 'clear', 'clear', 'clear', 'fires', 'clear'],
    ['clear', 'unknown', 'clear', 'unknown', 'fires', 'clear'],
    ['unknown', 'fires', 'unknown', 'fires', 'unknown', 'fires'],
    ['unknown', 'clear', 'clear', 'unknown', 'unknown', 'clear'],
    ['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ] as const)('%s with %s: all %s, any %s, not the first %s, first known %s', (a, b, both, either, opposite, first) => {
    expect([verdict('all', a, b), verdict('any', a, b), verdict('not', a, b)]).toEqual([both, either, opposite])
    expect(verdict('first', a, b)).toBe(first)
  })
})

describe('an assessment', () => {
  test('of known facts shows the rule, its sentence with the number, what it saw and the source', () => {
    const { decision, findings } = decide([hot], { heat: 90 })
    expect(decision).toBe('hold')
    expect(findings).toMatchObject([
      {
        rule: 'hot',
        message: 'Hotter than 80 °C.',
        facts: { heat: 90 },
        values: { limit: { is: 80 } },
        sources: ['guild'],
      },
    ])
  })

  test('reports of a sibling group only the most severe rule that fired', () => {
    expect(decide([warm, hot], { heat: 90 }).rules).toEqual(['hot'])
    expect(decide([warm, hot], { heat: 60 }).rules).toEqual(['warm'])
  })

  test('holds for what is not known, and names the fact and who needs it', () => {
    const { decision, missing, rules } = decide([hot, warm], {})
    expect([decision, rules, missing]).toEqual([
      'hold',
      ['data-missing'],
      [{ fact: 'heat', neededBy: ['hot', 'warm'] }],
    ])
  })

  test('does not ask for the facts of a milder sibling of a rule that fired', () => {
    const marked = defineRule({
      ...plain,
      id: 'marked',
      severity: 'caution',
      group: 'heat',
      says: 'Marked.',
      when: (_value, { includes }) => includes('marks', 'x'),
    })
    expect(decide([hot, marked], { heat: 90 }).missing).toEqual([])
    expect(decide([hot, marked], { heat: 20 }).missing).toEqual([{ fact: 'marks', neededBy: ['marked'] }])
  })

  test('asks for both ways to know one thing only while neither is known', () => {
    const damp = defineRule({
      ...plain,
      id: 'damp',
      severity: 'hold',
      says: 'Damp.',
      when: (_value, { is }) => firstKnown(is('glaze', 'salt'), is('door.open', true)),
    })
    expect(decide([damp], {}).missing.map(({ fact }) => fact)).toEqual(['door.open', 'glaze'])
    expect(decide([damp], { door: { open: false } }).missing).toEqual([])
    expect(decide([damp], { glaze: 'ash', door: { open: true } }).rules).toEqual([])
    expect(decide([damp], { glaze: null, door: { open: true } }).rules).toEqual(['damp'])
  })

  test('still asks for the facts of a stricter sibling of a rule that fired', () => {
    const open = defineRule({
      ...plain,
      id: 'open',
      severity: 'review',
      group: 'heat',
      says: 'Open.',
      when: (_value, { is }) => is('door.open', true),
    })
    expect(decide([hot, open], { door: { open: true } })).toMatchObject({
      decision: 'hold',
      rules: ['data-missing', 'open'],
    })
  })

  test('asks only the rules of the phase, and of those only the ones named', () => {
    const firing = { ...hot, id: 'firing', phases: ['fire'] as const }
    expect(decide([hot, firing], { heat: 90 }).rules).toEqual(['hot'])
    expect(decide([hot, wetPot], { heat: 90 }, { only: new Set(['hot']) }).missing).toEqual([])
  })

  test('does not ask for readings that are not due, but for the others that the same rule wants', () => {
    const both = defineRule({
      ...plain,
      id: 'both',
      severity: 'hold',
      says: 'Both.',
      when: (_value, { is }) => all(is('door.open', true), is('glaze', 'salt')),
    })
    expect(decide([both], {}, { notDue: new Set(['glaze', 'door.open']) })).toMatchObject({
      decision: 'allow',
      missing: [],
    })
    expect(decide([both], {}, { notDue: new Set(['glaze']) }).missing).toEqual([
      { fact: 'door.open', neededBy: ['both'] },
    ])
    expect(decide([both], { door: { open: true }, glaze: 'salt' }, { notDue: new Set(['glaze']) }).decision).toBe(
      'hold',
    )
  })

  test('counts a rule as unknown while it is not known whether it applies', () => {
    const here = { ...hot, appliesTo: { op: 'is', fact: 'glaze', one: ['salt'] } as const }
    expect(decide([here], { heat: 90 }).missing).toEqual([{ fact: 'glaze', neededBy: ['hot'] }])
    expect(decide([here], { heat: 20 }).decision).toBe('allow')
    expect(decide([here], { heat: 90, glaze: 'ash' }).decision).toBe('allow')
  })

  test('reads "never" as longer ago than any number', () => {
    const recent = defineRule({
      ...plain,
      id: 'recent',
      severity: 'hold',
      says: 'Recent.',
      values: { gap: [dated(10, 'min')] },
      when: (value, { below }) => below('door.minutes', value.gap),
    })
    expect(decide([recent], { door: { minutes: 'never' } }).decision).toBe('allow')
    expect(decide([recent], { door: { minutes: 9 } }).decision).toBe('hold')
  })
})

describe('lists', () => {
  test('fire on one record that matches, and show only that one', () => {
    const heavy = { name: 'urn', wet: true, grams: 1_000 }
    const { findings } = decide([wetPot], { pots: [{ name: 'cup', wet: true, grams: 999 }, heavy, { name: 'jar' }] })
    expect(findings).toMatchObject([{ rule: 'wet-pot', facts: { pots: [heavy] } }])
  })

  test('name the record whose attribute is wanted', () => {
    expect(
      decide([wetPot], {
        pots: [
          { name: 'cup', wet: false },
          { name: 'urn', wet: true },
        ],
      }).missing,
    ).toEqual([{ fact: 'pots[1].grams', neededBy: ['wet-pot'] }])
  })

  test('are clear when empty and unknown when not given', () => {
    expect(decide([wetPot], { pots: [] }).decision).toBe('allow')
    expect(decide([wetPot], {}).missing).toEqual([{ fact: 'pots', neededBy: ['wet-pot'] }])
  })
})

describe('dated values', () => {
  test('are those of the day that is asked about', () => {
    expect(decide([hot], { heat: 90 }, { on: '2024-12-31' }).decision).toBe('allow')
    expect(decide([hot], { heat: 90 }, { on: '2025-01-01' }).decision).toBe('hold')
  })

  test('refuse a day before the first, unless their source gives no date', () => {
    const answer = assessorOf(rulesetOf([hot])).assess({ heat: 90 }, { phase: 'load', on: '2019-12-31' })
    expect(answer).toMatchObject({ error: { path: 'on', message: expect.stringContaining('2020-01-01') } })
    expect(decide([warm], { heat: 90 }, { on: '1990-01-01' }).decision).toBe('review')
  })
})

describe('settings', () => {
  const bounds = { wide: [dated(100, 'cm')] } as const
  const settings = {
    gas: { most: 'not-limited' },
    electric: {
      most: [
        { where: { op: 'above', fact: 'width', than: refsOf(bounds).wide }, bounds, values: [dated(300, 'Cel')] },
        { values: [dated(200, 'Cel')] },
      ],
    },
    wood: { most: [{ where: { op: 'is', fact: 'glaze', one: ['ash'] }, values: [dated(50, 'Cel')] }] },
  } as const
  const over = defineRule({
    ...plain,
    id: 'over',
    severity: 'hold',
    says: 'Over {most}.',
    when: (_value, { above }) => above('heat', { setting: 'most' }),
  })
  const profile = { profile: { fact: 'kiln', settings } }
  const ask = (facts: Facts) => decide([over], facts, {}, profile)

  test('are those of the first case that applies, and the sentence shows which', () => {
    expect(ask({ kiln: 'electric', width: 101, heat: 250 }).decision).toBe('allow')
    expect(ask({ kiln: 'electric', width: 100, heat: 250 }).findings).toMatchObject([
      { message: 'Over 200 °C.', values: { most: { is: 200 } } },
    ])
  })

  test('clear the rule where the profile states none, and where no case applies', () => {
    expect(ask({ kiln: 'gas' }).decision).toBe('allow')
    expect(ask({ kiln: 'wood', glaze: 'salt', heat: 900 }).decision).toBe('allow')
  })

  test('are unknown while the case is, and ask for what it turns on', () => {
    expect(ask({ kiln: 'electric', heat: 250 }).missing).toEqual([{ fact: 'width', neededBy: ['over'] }])
    expect(ask({ heat: 250 }).missing).toEqual([{ fact: 'kiln', neededBy: ['over'] }])
  })

  test('refuse a profile that the ruleset does not cover', () => {
    const answer = assessorOf(rulesetOf([over], { profile: { fact: 'kiln', settings: {} } })).assess(
      { kiln: 'gas' },
      { phase: 'load' },
    )
    expect(answer).toMatchObject({ error: { path: 'kiln', message: expect.stringContaining('"gas"') } })
  })
})

describe('derived facts', () => {
  const product = (a: string, b: string) => ({
    version: 1,
    says: 'a product',
    values: {},
    compute: (read: (path: string) => unknown) => {
      const [x, y] = [read(a), read(b)]
      return typeof x === 'number' && typeof y === 'number' ? x * y : undefined
    },
  })
  const large = defineRule({
    ...plain,
    id: 'large',
    severity: 'hold',
    says: 'Large.',
    values: { limit: [dated(10, 'cm2')] },
    when: (value, { above }) => above('area', value.limit),
  })
  const more = { derivations: { area: product('width', 'depth') } }

  test('come from their inputs, unless they are given', () => {
    expect(decide([large], { width: 3, depth: 4 }, {}, more).decision).toBe('hold')
    expect(decide([large], { width: 3, depth: 4, area: 9 }, {}, more).decision).toBe('allow')
  })

  test('ask for the input that is not known', () => {
    expect(decide([large], { width: 3 }, {}, more).missing).toEqual([{ fact: 'depth', neededBy: ['large'] }])
  })

  test('stated as unknown are not worked out all the same', () => {
    expect(decide([large], { width: 3, depth: 4, area: null }, {}, more).missing).toEqual([
      { fact: 'area', neededBy: ['large'] },
    ])
  })

  test('that yield each other are unknown together, and end', () => {
    const circle = { derivations: { area: product('width', 'depth'), depth: product('area', 'width') } }
    expect(decide([large], { width: 3 }, {}, circle).missing).toEqual([{ fact: 'depth', neededBy: ['large'] }])
  })

  test('may want anew a fact that is known but will not do', () => {
    const stale = {
      area: {
        version: 1,
        says: 'stale',
        values: {},
        compute: (_read: unknown, want: (path: string) => void) => void want('width'),
      },
    }
    expect(decide([large], { width: 3 }, {}, { derivations: stale }).missing).toEqual([
      { fact: 'width', neededBy: ['large'] },
    ])
  })
})

test('a finding says whether its override is open, and it is unknown while its limits are', () => {
  const lenient = defineRule({
    ...plain,
    id: 'lenient',
    severity: 'hold',
    says: 'Open.',
    values: { most: [dated(50, 'Cel')] },
    when: (_value, { is }) => is('door.open', true),
    overridableBy: {
      role: 'potter',
      attests: 'I watch it.',
      within: (value, { atMost }) => atMost('heat', value.most),
    },
  })
  const open = (facts: Facts) => decide([lenient], { door: { open: true }, ...facts }).findings[0]?.overridableBy?.open
  expect([open({ heat: 50 }), open({ heat: 51 }), open({})]).toEqual(['fires', 'clear', 'unknown'])
})

test('the digest covers every number, and the version of the arithmetic', () => {
  const digest = (ruleset: Ruleset) => rulesetDigest(ruleset, (content) => JSON.stringify(content))
  const area = { version: 1, says: 'area', values: {}, compute: () => 1 }
  const base = rulesetOf([hot], { derivations: { area } })
  expect(digest(base)).toBe(digest(rulesetOf([hot], { derivations: { area: { ...area, compute: () => 1 } } })))
  expect(digest(base)).not.toBe(digest(rulesetOf([hot], { derivations: { area: { ...area, version: 2 } } })))
  expect(digest(base)).not.toBe(
    digest(rulesetOf([{ ...hot, values: { limit: [dated(81, 'Cel')] } }], { derivations: { area } })),
  )
})
