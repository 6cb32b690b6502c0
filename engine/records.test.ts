import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allOf,
  anyOf,
  assessorOf,
  type Condition,
  choice,
  type Facts,
  flag,
  list,
  opposite,
  quantity,
  type Rule,
  type Ruleset,
  text,
  type Verdict,
  words,
} from './index.ts'

const vocabulary = {
  pots: list('pots', 'name', {
    name: text('name'),
    glaze: choice('glaze', ['salt', 'ash', 'lead']),
    marks: words('marks', 'any'),
    wet: flag('wet'),
    grams: quantity('weight', 'g', { min: 0, max: 9 }),
  }),
}
const heavy = {
  is: 5,
  unit: 'g',
  from: '2026-01-01',
  dateStated: false,
  cites: ['guild'],
  confidence: 'high',
  basis: 'src',
} as const

function assess(where: Condition, pots: readonly Facts[] | null) {
  const rule: Rule = {
    id: 'some-pot',
    title: '',
    phases: ['load'],
    severity: 'hold',
    says: '',
    saysToPatient: '',
    because: '',
    action: '',
    values: { heavy: [heavy] },
    when: { op: 'some', list: 'pots', where },
    cites: [],
    confidence: 'high',
    examples: [],
  }
  const ruleset: Ruleset = {
    name: 'kiln',
    vocabulary,
    rules: [rule],
    profile: { fact: 'kiln', settings: {} },
    derivations: {},
    sources: {},
    unitLabels: {},
  }
  const answer = assessorOf(ruleset).assess({ pots }, { phase: 'load' })
  if ('error' in answer) throw new Error(answer.error.message)
  const fired = answer.findings.find(({ rule }) => rule === 'some-pot')
  const verdict: Verdict = fired ? 'fires' : answer.missing.length > 0 ? 'unknown' : 'clear'
  return { verdict, matched: fired?.facts.pots, missing: answer.missing.map(({ fact }) => fact) }
}

/** What a condition says of one record, worked out with no short cut. */
function verdictOf(condition: Condition, pot: Facts): Verdict {
  switch (condition.op) {
    case 'all':
      return allOf(condition.of.map((part) => verdictOf(part, pot)))
    case 'any':
      return anyOf(condition.of.map((part) => verdictOf(part, pot)))
    case 'first-known':
      return condition.of.map((part) => verdictOf(part, pot)).find((one) => one !== 'unknown') ?? 'unknown'
    case 'not':
      return opposite(verdictOf(condition.of, pot))
    case 'some':
    case 'among':
      throw new Error('no list has a list in it')
    default: {
      const fact = pot[condition.fact] ?? undefined
      if (fact === undefined) return 'unknown'
      if (condition.op === 'is') return condition.one.includes(fact as string) ? 'fires' : 'clear'
      if (condition.op === 'includes')
        return (fact as readonly string[]).some((word) => condition.one.includes(word)) ? 'fires' : 'clear'
      return (fact as number) >= heavy.is ? 'fires' : 'clear'
    }
  }
}

const glazes = fc.subarray(['salt', 'ash', 'lead'], { minLength: 1 })
const { where } = fc.letrec<{ where: Condition }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    glazes.map((one): Condition => ({ op: 'is', fact: 'glaze', one })),
    fc.boolean().map((one): Condition => ({ op: 'is', fact: 'wet', one: [one] })),
    fc.subarray(['x', 'y'], { minLength: 1 }).map((one): Condition => ({ op: 'includes', fact: 'marks', one })),
    fc.constant<Condition>({ op: 'at-least', fact: 'grams', than: { value: 'heavy' } }),
    tie('where').map((of): Condition => ({ op: 'not', of })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const, 'first-known' as const),
        fc.array(tie('where'), { minLength: 1, maxLength: 3 }),
      )
      .map(([op, of]): Condition => ({ op, of })),
  ),
}))
const pot: fc.Arbitrary<Facts> = fc.record(
  {
    glaze: fc.constantFrom('salt', 'ash', 'lead', null),
    marks: fc.constantFrom([], ['x'], ['y', 'z'], ['z'], null),
    wet: fc.constantFrom(true, false, null),
    grams: fc.constantFrom(4, 5, null),
  },
  { requiredKeys: [] },
)

describe('some record of a list', () => {
  test('is found as if every record were looked at, and shown in its place', () => {
    fc.assert(
      fc.property(where, fc.array(pot, { maxLength: 5 }), (condition, bare) => {
        const pots = bare.map((one, index) => ({ name: `pot ${index}`, ...one }))
        const verdicts = pots.map((one) => verdictOf(condition, one))
        const { verdict, matched, missing } = assess(condition, pots)
        expect(verdict).toBe(anyOf(verdicts))
        if (verdict === 'fires') expect(matched).toEqual(pots.filter((_, index) => verdicts[index] === 'fires'))
        // Whatever is asked for is not known there, and stands in a record that leaves the question open.
        for (const path of missing) {
          const [, index = '', attribute = ''] = /^pots\[(\d+)\]\.(\w+)$/.exec(path) ?? []
          expect(pots[Number(index)]).toBeDefined()
          expect((pots[Number(index)] as Facts)[attribute] ?? null).toBeNull()
          expect(verdicts[Number(index)]).toBe('unknown')
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test.each<[string, Condition, readonly number[]]>([
    ['a word', { op: 'is', fact: 'glaze', one: ['ash'] }, [1, 3]],
    ['several words, in the order of the list', { op: 'is', fact: 'glaze', one: ['salt', 'ash'] }, [0, 1, 3]],
    ['a word of a list of words', { op: 'includes', fact: 'marks', one: ['x'] }, [0, 3]],
    [
      'either of two words, given apart',
      {
        op: 'any',
        of: [
          { op: 'is', fact: 'glaze', one: ['lead'] },
          { op: 'is', fact: 'glaze', one: ['salt'] },
        ],
      },
      [0, 2],
    ],
    [
      'one of two attributes',
      {
        op: 'any',
        of: [
          { op: 'is', fact: 'glaze', one: ['lead'] },
          { op: 'includes', fact: 'marks', one: ['x'] },
        ],
      },
      [0, 2, 3],
    ],
    [
      'a word among other conditions',
      {
        op: 'all',
        of: [
          { op: 'is', fact: 'wet', one: [true] },
          { op: 'is', fact: 'glaze', one: ['ash'] },
        ],
      },
      [3],
    ],
    ['a flag', { op: 'is', fact: 'wet', one: [true] }, [0, 3]],
    ['the lack of a word', { op: 'not', of: { op: 'is', fact: 'glaze', one: ['ash'] } }, [0, 2]],
  ])('is found by %s', (_what, condition, expected) => {
    const pots = [
      { name: 'a', glaze: 'salt', marks: ['x'], wet: true },
      { name: 'b', glaze: 'ash', marks: [], wet: false },
      { name: 'c', glaze: 'lead', marks: ['y'], wet: false },
      { name: 'd', glaze: 'ash', marks: ['y', 'x'], wet: true },
    ]
    expect(assess(condition, pots).matched).toEqual(expected.map((index) => pots[index]))
  })

  test('is unknown without a list, and where a record does not say the word', () => {
    const ash: Condition = { op: 'is', fact: 'glaze', one: ['ash'] }
    expect(assess(ash, null)).toMatchObject({ verdict: 'unknown', missing: ['pots'] })
    expect(assess(ash, [{ name: 'a', glaze: 'salt' }, { name: 'b' }])).toMatchObject({ missing: ['pots[1].glaze'] })
    expect(assess(ash, [{ name: 'a', glaze: 'salt' }, { name: 'b' }, { name: 'c', glaze: 'ash' }])).toMatchObject({
      verdict: 'fires',
      matched: [{ name: 'c', glaze: 'ash' }],
    })
    expect(assess(ash, [])).toMatchObject({ verdict: 'clear' })
  })
})
