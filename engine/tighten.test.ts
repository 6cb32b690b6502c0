import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  all,
  assessorOf,
  choice,
  type DatedValue,
  type Decision,
  decisions,
  type Facts,
  languageOf,
  meet,
  not,
  quantity,
  type Ruleset,
  ruleDefiner,
  type Tightening,
  tighten,
  withFact,
} from './index.ts'

/** A kiln again: how hot, how many pots, at which step of the program. */
const vocabulary = {
  kiln: choice('kiln', ['gas', 'wood']),
  heat: quantity('temperature', 'Cel', { min: 0, max: 2_000 }),
  pots: quantity('pots', '1', { min: 0, max: 100 }),
  program: quantity('program', '1', { min: 0, max: 9 }),
} as const
const defineRule = ruleDefiner<typeof vocabulary, 'fire'>(vocabulary)
const kiln = languageOf(vocabulary)

const dated = <const Unit extends string>(is: number | readonly number[], unit: Unit): DatedValue<Unit> => ({
  is,
  unit,
  from: '2026-01-01',
  dateStated: false,
  cites: ['guild'],
  confidence: 'high',
  basis: 'src',
})
const plain = {
  title: 'Title',
  phases: ['fire'],
  saysToPatient: 'Wait.',
  because: 'Because.',
  action: 'Wait.',
  cites: ['guild'],
  confidence: 'high',
  examples: [],
} as const

const hot = defineRule({
  ...plain,
  id: 'hot',
  severity: 'review',
  says: 'Above {limit}.',
  values: { limit: [dated(1_200, 'Cel')] },
  when: (value, { above }) => above('heat', value.limit),
})
const empty = defineRule({
  ...plain,
  id: 'empty',
  severity: 'hold',
  says: 'Fewer than {least}.',
  values: { least: [dated(5, '1')], override: [dated(3, '1')] },
  when: (value, { below }) => below('pots', value.least),
  overridableBy: {
    role: 'master',
    attests: 'It is worth the wood.',
    within: (value, { atLeast }) => atLeast('pots', value.override),
  },
})
const program = defineRule({
  ...plain,
  id: 'program',
  severity: 'caution',
  says: 'Not one of {allowed}.',
  values: { allowed: [dated([1, 2, 3], '1')] },
  when: (value, { among }) => not(among('program', value.allowed)),
})
const tooHotForKiln = defineRule({
  ...plain,
  id: 'too-hot-for-kiln',
  severity: 'hold',
  says: 'Above {heat-max}.',
  values: {},
  when: (_value, { above }) => above('heat', { setting: 'heat-max' }),
})
const bothSides = defineRule({
  ...plain,
  id: 'both-sides',
  severity: 'caution',
  says: 'Exactly {edge}.',
  values: { edge: [dated(7, '1')] },
  when: (value, { atLeast, atMost }) => all(atLeast('pots', value.edge), atMost('pots', value.edge)),
})

const ruleset: Ruleset<'fire'> = {
  name: 'kiln',
  vocabulary,
  rules: [hot, empty, program, tooHotForKiln, bothSides],
  profile: {
    fact: 'kiln',
    settings: {
      gas: {
        'heat-max': [
          {
            where: kiln.atMost('pots', { value: 'few' }),
            bounds: { few: [dated(10, '1')] },
            values: [dated(1_300, 'Cel')],
          },
          { values: [dated(1_250, 'Cel')] },
        ],
      },
      wood: { 'heat-max': 'not-limited' },
    },
  },
  derivations: {},
  sources: {},
  unitLabels: {},
}
const by = { cite: 'clinic', from: '2026-11-22' }

function tightened(tightening: Tightening): Ruleset<'fire'> {
  const result = tighten(ruleset, tightening, by)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.ruleset
}
function problems(tightening: Tightening) {
  const result = tighten(ruleset, tightening, by)
  return 'problems' in result ? result.problems : []
}
function decide(rules: Ruleset<'fire'>, facts: Facts): Decision {
  const answer = assessorOf(rules).assess(
    { kiln: 'gas', pots: 20, heat: 1_000, program: 1, ...facts },
    { phase: 'fire' },
  )
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.decision
}

describe('a clinic may', () => {
  test('lower a limit that fires above', () => {
    const stricter = tightened({ rules: { hot: { values: { limit: 900 } } } })
    expect(decide(ruleset, { heat: 1_000 })).toBe('allow')
    expect(decide(stricter, { heat: 1_000 })).toBe('review')
    expect(stricter.rules[0]?.values.limit).toEqual([
      { ...dated(900, 'Cel'), from: '2026-11-22', cites: ['clinic'], basis: 'drv' },
    ])
  })
  test('raise a limit that fires below', () => {
    expect(decide(tightened({ rules: { empty: { values: { least: 30 } } } }), { pots: 20 })).toBe('hold')
  })
  test('raise a severity, and make it a block that nobody overrides', () => {
    const block = tightened({ rules: { empty: { severity: 'block' } } })
    expect(decide(block, { pots: 4 })).toBe('block')
    expect(block.rules[1]).not.toHaveProperty('overridableBy')
  })
  test('close an override, or narrow it', () => {
    expect(tightened({ rules: { empty: { overridable: false } } }).rules[1]).not.toHaveProperty('overridableBy')
    const narrow = tightened({ rules: { empty: { values: { override: 4 } } } })
    expect(narrow.rules[1]?.values.override?.[0]?.is).toBe(4)
  })
  test('take an amount out of an allowed set', () => {
    const fewer = tightened({ rules: { program: { values: { allowed: [1, 3] } } } })
    expect(fewer.rules[2]?.values.allowed?.[0]?.is).toEqual([1, 3])
  })
  test('lower a setting in the cases where that is stricter, and leave the others', () => {
    const stricter = tightened({ settings: { gas: { 'heat-max': 1_260 } } })
    expect(decide(stricter, { pots: 8, heat: 1_261 })).toBe('hold')
    expect(decide(stricter, { pots: 8, heat: 1_260 })).toBe('review')
    expect(assessorOf(stricter).settingOf('heat-max', { kiln: 'gas', pots: 20 })).toMatchObject({ is: 1_250 })
  })
})

describe('a wish is refused, with the rule named, that', () => {
  test.each<[string, Tightening, string, RegExp]>([
    [
      'loosens a limit',
      { rules: { hot: { values: { limit: 1_201 } } } },
      'rules.hot.values.limit',
      /looser.*"hot".*1200/,
    ],
    ['loosens a limit below', { rules: { empty: { values: { least: 4 } } } }, 'rules.empty.values.least', /"empty"/],
    ['widens an override', { rules: { empty: { values: { override: 2 } } } }, 'rules.empty.values.override', /"empty"/],
    ['lowers a severity', { rules: { empty: { severity: 'review' } } }, 'rules.empty.severity', /"empty" is a hold/],
    [
      'adds to an allowed set',
      { rules: { program: { values: { allowed: [1, 4] } } } },
      'rules.program.values.allowed',
      /looser/,
    ],
    [
      'leaves nothing allowed',
      { rules: { program: { values: { allowed: [8] } } } },
      'rules.program.values.allowed',
      /nothing/,
    ],
    [
      'gives a number for a set',
      { rules: { program: { values: { allowed: 1 } } } },
      'rules.program.values.allowed',
      /set/,
    ],
    [
      'gives a set for a number',
      { rules: { hot: { values: { limit: [900] } } } },
      'rules.hot.values.limit',
      /one number/,
    ],
    ['is no number', { rules: { hot: { values: { limit: Number.NaN } } } }, 'rules.hot.values.limit', /number/],
    [
      'moves a limit without a stricter side',
      { rules: { 'both-sides': { values: { edge: 6 } } } },
      'rules.both-sides.values.edge',
      /stricter side/,
    ],
    ['loosens a setting', { settings: { gas: { 'heat-max': 1_301 } } }, 'settings.gas.heat-max', /looser.*"gas"/],
    [
      'limits what is not limited',
      { settings: { wood: { 'heat-max': 900 } } },
      'settings.wood.heat-max',
      /states no limit/,
    ],
  ])('%s', (_what, wish, path, message) => {
    const [first, ...more] = problems(wish)
    expect(more).toEqual([])
    expect(first?.path).toBe(path)
    expect(first?.message).toMatch(message)
  })
  test.each<[string, Tightening, string, string]>([
    ['names no rule', { rules: { hut: {} } }, 'rules.hut', 'hot'],
    ['names no value', { rules: { hot: { values: { limmit: 1 } } } }, 'rules.hot.values.limmit', 'limit'],
    ['names no profile', { settings: { gass: {} } }, 'settings.gass', 'gas'],
    ['names no setting', { settings: { gas: { 'heat-mix': 1 } } }, 'settings.gas.heat-mix', 'heat-max'],
  ])('%s', (_what, wish, path, near) => {
    expect(problems(wish)).toEqual([expect.objectContaining({ path, nearest: near })])
  })
  test('has several things wrong: all are told', () => {
    expect(problems({ rules: { hut: {}, hot: { severity: 'caution', values: { limit: 1_300 } } } })).toHaveLength(3)
  })
})

/** Tightenings that are valid for the kiln. */
const valid: fc.Arbitrary<Tightening> = fc.record(
  {
    rules: fc.record(
      {
        hot: fc.record(
          {
            severity: fc.constantFrom('review' as const, 'hold' as const, 'block' as const),
            values: fc.record({ limit: fc.integer({ min: 0, max: 1_200 }) }),
          },
          { requiredKeys: [] },
        ),
        empty: fc.record(
          {
            values: fc.record({ least: fc.integer({ min: 5, max: 90 }) }),
            overridable: fc.constant(false as const),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    settings: fc.record({ gas: fc.record({ 'heat-max': fc.integer({ min: 0, max: 1_300 }) }) }),
  },
  { requiredKeys: [] },
)
const charts = fc.record(
  {
    heat: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(1_199, 1_200, 1_201, 1_250, 1_251)),
    pots: fc.integer({ min: 0, max: 100 }),
    program: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: ['heat', 'pots', 'program'] },
)

describe('whatever is tightened', () => {
  test('no chart gets a milder decision', () => {
    fc.assert(
      fc.property(valid, charts, (tightening, facts) => {
        const rank = (decision: Decision) => decisions.indexOf(decision)
        expect(rank(decide(tightened(tightening), facts))).toBeGreaterThanOrEqual(rank(decide(ruleset, facts)))
      }),
      { numRuns: 500 },
    )
  })
  test('an unknown fact still holds', () => {
    fc.assert(
      fc.property(valid, charts, (tightening, facts) => {
        const rules = tightened(tightening)
        for (const path of ['heat', 'pots', 'program'])
          expect(['hold', 'block']).toContain(decide(rules, withFact(facts, path, null)))
      }),
    )
  })
  test('twice is once, the order does not matter, and one after the other is the meet', () => {
    fc.assert(
      fc.property(valid, valid, (a, b) => {
        const apply = (rules: Ruleset<'fire'>, one: Tightening): Ruleset<'fire'> => {
          const result = tighten(rules, one, by)
          // The second may be looser than the first where they meet: then only its meet with the first can be asked for.
          return 'ruleset' in result ? result.ruleset : rules
        }
        expect(apply(tightened(a), a)).toEqual(tightened(a))
        expect(meet(ruleset, a, b)).toEqual(meet(ruleset, b, a))
        expect(tightened(meet(ruleset, a, a))).toEqual(tightened(a))
        expect(apply(tightened(a), meet(ruleset, a, b))).toEqual(tightened(meet(ruleset, a, b)))
      }),
    )
  })
})
