import {
  all,
  any,
  type Condition,
  choice,
  type Example,
  firstKnown,
  flag,
  not,
  quantity,
  type Rule,
  type Ruleset,
  ruleDefiner,
} from '@keel/engine'
import { ruleset } from '@keel/rulebook'
import { describe, expect, test } from 'vitest'
import { mutateRules, type Survivor } from './rule-mutants.ts'

const vocabulary = {
  pressure: quantity('pressure', 'mm[Hg]', { min: 0, max: 300 }),
  fever: flag('fever'),
  route: choice('route', ['vein', 'nose', 'mouth']),
  plan: choice('plan', ['one', 'other']),
}
const limit = {
  unit: 'mm[Hg]',
  from: '2026-11-22',
  dateStated: false,
  cites: ['x'],
  confidence: 'low',
  basis: 'drv',
} as const

const thorough: readonly Example<keyof typeof vocabulary>[] = [
  { name: 'at the limit', given: { route: 'vein', pressure: 160, fever: false }, expect: 'fires' },
  { name: 'just below it', given: { route: 'nose', pressure: 159, fever: false }, expect: 'clear' },
  { name: 'fever', given: { route: 'nose', pressure: 120, fever: true }, expect: 'fires' },
  { name: 'by mouth', given: { route: 'mouth', pressure: 160, fever: true }, expect: 'clear' },
  { name: 'route not known', given: { pressure: 160, fever: true }, expect: 'unknown' },
  { name: 'other plan', given: { plan: 'other' }, expect: 'clear' },
]

function rulesetOf(examples: readonly Example<keyof typeof vocabulary>[]): Ruleset {
  const rule: Rule = ruleDefiner<typeof vocabulary, 'asked'>(vocabulary)({
    id: 'made-up',
    title: '',
    phases: ['asked'],
    appliesTo: not({ op: 'is', fact: 'plan', one: ['other'] }),
    severity: 'hold',
    says: '',
    saysToPatient: '',
    because: '',
    action: '',
    values: { highest: [{ ...limit, is: 160 }] },
    when: ({ highest }, { atLeast, is }) =>
      all(is('route', 'vein', 'nose'), any(atLeast('pressure', highest), is('fever', true))),
    cites: ['x'],
    confidence: 'low',
    examples: examples.map((example) => ({ ...example, given: { plan: 'one', ...example.given } })),
  })
  const profile = { fact: 'plan', settings: { one: {}, other: {} } }
  return { name: 'made up', vocabulary, rules: [rule], profile, derivations: {}, sources: {}, unitLabels: {} }
}

const without = (name: string) =>
  mutateRules(rulesetOf(thorough.filter((example) => example.name !== name))).survivors.map(({ change }) => change)

describe('changes to a rule', () => {
  test('thorough examples notice every one', () => {
    // 2 parts, 2 words, 2 parts again, 1 neighbour, 2 steps, 1 flag; of where it applies the not, its word, the whole.
    expect(mutateRules(rulesetOf(thorough))).toEqual({ mutants: 13, survivors: [] })
  })

  test('without an example at the limit, the neighbour and the step up are not noticed', () => {
    expect(without('at the limit')).toEqual([
      'without a part of "any": {"op":"at-least","fact":"pressure","than":{"value":"highest"}}',
      'route without "vein"',
      'pressure above in the place of at-least',
      'pressure: the limit {"value":"highest"} moved by 1',
    ])
  })

  test('without an example just below it, the step down is not noticed', () => {
    expect(without('just below it')).toEqual([
      'without a part of "all": {"op":"any","of":[{"op":"at-least","fact":"pressure","than":{"value":"highest"}},{"op":"is","fact":"fever","one":[true]}]}',
      'pressure: the limit {"value":"highest"} moved by -1',
    ])
  })

  test('without an example of its own, a flag and a word are not noticed', () => {
    expect(without('fever')).toEqual([
      'without a part of "any": {"op":"is","fact":"fever","one":[true]}',
      'route without "nose"',
    ])
  })

  test('without an example elsewhere, where the rule applies is not noticed', () => {
    expect(without('other plan')).toEqual(['plan without "other"', 'applies everywhere'])
  })
})

describe('to drop which profiles a rule is for', () => {
  const settings = { highest: [{ values: [{ ...limit, is: 160 }] }] }
  const [rule] = rulesetOf([
    { name: 'at the limit', given: { pressure: 160 }, expect: 'clear' },
    { name: 'above it', given: { pressure: 161 }, expect: 'fires' },
  ]).rules as [Rule]
  const above: Condition = { op: 'above', fact: 'pressure', than: { setting: 'highest' } }
  const changesOf = (appliesTo: Condition, when: Condition, other: Ruleset['profile']['settings'][string]) =>
    mutateRules({
      ...rulesetOf([]),
      rules: [{ ...rule, appliesTo, when }],
      profile: { fact: 'plan', settings: { one: settings, other } },
    })
  const planOne: Condition = { op: 'is', fact: 'plan', one: ['one'] }
  const everywhere = [{ rule: 'made-up', change: 'applies everywhere' }]

  test('is no change where no other profile states its limit', () => {
    // The neighbour, 2 steps, and the one word of where it applies.
    expect(changesOf(planOne, above, { highest: 'not-limited' })).toEqual({ mutants: 4, survivors: [] })
  })

  test('is one where another profile states it, where more than the profile is asked, and where one answer gives way', () => {
    expect(changesOf(planOne, above, settings).survivors).toEqual(everywhere)
    expect(changesOf(all(planOne), above, { highest: 'not-limited' }).survivors).toEqual(everywhere)
    expect(changesOf(planOne, firstKnown(above), { highest: 'not-limited' }).survivors).toEqual(everywhere)
  })
})

/** Changes that no example can notice, because no chart can: how a change begins, and why. */
const withoutEffect: readonly (readonly [rule: string, begins: string, why: string])[] = [
  [
    'sud-early-remission',
    'without a part of "all": {"op":"at-least"',
    'unknown months leave the upper limit open, too',
  ],
  ['sud-early-remission', 'without a part of "any": {"op":"below"', 'unknown months leave the other part open, too'],
  ['sud-early-remission', 'months_since_criteria_met at-most', 'from three months on the other part fires'],
  ['sud-early-remission', 'months_since_criteria_met: the limit {"value":"recent"} moved by 0.1', 'as before'],
  ['home-esketamine', 'protocol without "sl-ket-home"', 'it applies to no lozenge'],
  [
    'home-criteria-not-met',
    'without a part of "any": {"op":"some","list":"conditions","where":{"op":"all"',
    'any use disorder counts at home',
  ],
  ['gate-5', 'engagement.misuse_tier without "high"', 'what is older than thirty days is older than one'],
  ['gate-5', 'engagement.misuse_tier without "stop"', 'as before'],
  ['gate-5-soft', 'engagement.misuse_tier without "high"', 'as before'],
  ['gate-5-soft', 'engagement.misuse_tier without "stop"', 'as before'],
  [
    'first-dose-56-only',
    'without a part of "all": {"op":"is","fact":"protocol"',
    'no other protocol states a first dose',
  ],
]

test('the examples of the rulebook notice every change to its rules that has an effect', () => {
  const { mutants, survivors } = mutateRules(ruleset)
  const explains = ({ rule, change }: Survivor) =>
    withoutEffect.filter(([id, begins]) => id === rule && change.startsWith(begins))
  expect(survivors.filter((survivor) => explains(survivor).length === 0)).toEqual([])
  // And none is excused that an example does notice by now.
  expect(new Set(survivors.flatMap(explains))).toEqual(new Set(withoutEffect))
  expect(mutants).toBeGreaterThan(1_400)
})
