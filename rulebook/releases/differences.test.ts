import type { DatedValue } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { panel } from '../panel/index.ts'
import { diffReleases, isRelease, type Release, runningRelease } from './index.ts'

const running = runningRelease()
type Rule = Release['ruleset']['rules'][number]
type Protocol = Release['protocols'][number]

function changesOfRule(id: string, change: (rule: Rule) => object): readonly string[] | undefined {
  const rules = running.ruleset.rules.map((rule) => (rule.id === id ? { ...rule, ...change(rule) } : rule))
  const { changed } = diffReleases(running, { ...running, ruleset: { ...running.ruleset, rules } }, []).rules
  expect(changed.map((one) => one.id)).toEqual([id])
  return changed[0]?.changes
}

describe('a rule that', () => {
  test('is asked elsewhere', () => {
    expect(changesOfRule('bp-hold', () => ({ phases: ['pre_session', 'discharge'] }))).toEqual([
      'was asked in pre_session; is asked in pre_session, discharge',
    ])
  })

  test('fires at something else, in words', () => {
    const changes = changesOfRule('no-escort', () => ({ when: { op: 'is', fact: 'gate.escort', one: [true] } }))
    expect(changes).toHaveLength(1)
    expect(changes?.[0]).toMatch(/^fired when .+; fires when .+$/)
    const [then, now] = (changes?.[0] ?? '').replace('fired when ', '').split('; fires when ')
    expect(then).not.toBe(now)
  })

  test('is for other charts', () => {
    expect(changesOfRule('weight-stale', () => ({ appliesTo: undefined }))).toEqual([
      'is asked of other charts than before',
    ])
  })

  test('lets nobody, or somebody else, override it', () => {
    expect(changesOfRule('pdmp-stale', () => ({ overridableBy: undefined }))).toEqual([
      'override: was prescriber, is nobody',
    ])
    const overridableBy = { role: 'medical-director', attests: 'I looked.' }
    expect(changesOfRule('no-escort', () => ({ overridableBy }))).toEqual(['override: was nobody, is medical-director'])
  })

  test('says something else', () => {
    expect(changesOfRule('no-escort', () => ({ says: 'Nobody is here.' }))?.[0]).toMatch(
      /^said ".+"; says ".*Nobody is here\.?.*"$/,
    )
  })

  test('is only worded differently behind its sentence', () => {
    expect(changesOfRule('no-escort', () => ({ because: 'Because.' }))).toEqual(['is worded differently'])
  })

  test('has a number more, and one fewer', () => {
    const value = { is: 3, unit: 'h' } as DatedValue
    expect(changesOfRule('no-escort', ({ values }) => ({ values: { ...values, more: [value] } }))).toEqual([
      expect.stringMatching(/^more: none → 3/),
    ])
    const more = running.ruleset.rules.map((rule) =>
      rule.id === 'no-escort' ? { ...rule, values: { more: [value] } } : rule,
    )
    const { changed } = diffReleases({ ...running, ruleset: { ...running.ruleset, rules: more } }, running, []).rules
    expect(changed[0]?.changes).toEqual([expect.stringMatching(/^more: 3.* → none$/)])
  })
})

describe('a protocol', () => {
  const changesOf = (settings: object): readonly string[] | undefined => {
    const protocols = running.protocols.map((one) =>
      one.id === 'iv-ket-trd' ? ({ ...one, settings: { ...one.settings, ...settings } } as Protocol) : one,
    )
    return diffReleases(running, { ...running, protocols }, []).protocols.changed.find(({ id }) => id === 'iv-ket-trd')
      ?.changes
  }
  const cited = {
    cites: ['judgement'],
    confidence: 'low',
    basis: 'drv',
    from: '2026-11-22',
    dateStated: false,
  } as const

  test('with another number says both', () => {
    expect(changesOf({ 'weekly-max': [{ values: [{ is: 2, unit: '1', ...cited }] }] })).toEqual(['weekly-max: 3 → 2'])
  })

  test('with no number any more, and with a new one', () => {
    expect(changesOf({ 'weekly-max': 'not-limited' })).toEqual(['weekly-max: 3 → not limited'])
    expect(changesOf({ made: [{ values: [{ is: 4, unit: 'h', ...cited }] }] })?.[0]).toMatch(/^made: not stated → 4/)
    expect(changesOf({ 'weekly-max': undefined })).toEqual(['weekly-max: 3 → not stated'])
  })

  test('with a number for some charts says for which', () => {
    const where = { op: 'is', fact: 'region', one: ['EU'] }
    const cases = [{ where, values: [{ is: 2, unit: '1', ...cited }] }, { values: [{ is: 3, unit: '1', ...cited }] }]
    expect(changesOf({ 'weekly-max': cases })?.[0]).toMatch(/^weekly-max: 3 → 2 \(.*EU.*\), 3$/)
  })
})

test('knowledge that says something else, is new or is gone is named by its kind', () => {
  const [kind, entries] = Object.entries(running.knowledge)[0] as [string, Readonly<Record<string, object>>]
  const [first, second] = Object.keys(entries) as [string, string]
  const { [second]: _gone, ...left } = entries
  const knowledge = {
    ...running.knowledge,
    [kind]: { ...left, [first]: { made: 'up' }, added: {} },
    'a new kind': { one: {} },
  }
  const diff = diffReleases(running, { ...running, knowledge }, [])
  expect(diff.knowledge[kind]).toEqual({
    added: ['added'],
    removed: [second],
    changed: [{ id: first, changes: ['says something else'] }],
  })
  expect(diff.knowledge['a new kind']).toEqual({ added: ['one'], removed: [], changed: [] })
  expect(diffReleases({ ...running, knowledge }, running, []).knowledge['a new kind']?.removed).toEqual(['one'])
})

test('arithmetic with another number says which, with another version what it does', () => {
  const [path, one] = Object.entries(running.ruleset.derivations).find(
    ([, { values }]) => Object.keys(values).length > 0,
  ) as [string, Release['ruleset']['derivations'][string]]
  const withArithmetic = (changed: object): Release => ({
    ...running,
    ruleset: { ...running.ruleset, derivations: { ...running.ruleset.derivations, [path]: { ...one, ...changed } } },
  })
  const [name, [value]] = Object.entries(one.values)[0] as [string, [DatedValue]]
  const other = withArithmetic({ values: { ...one.values, [name]: [{ ...value, is: 77 }] } })
  expect(diffReleases(running, other, []).arithmetic.changed).toEqual([
    { id: path, changes: [expect.stringMatching(new RegExp(`^${name}: .+ → 77`))] },
  ])
  expect(diffReleases(running, withArithmetic({ version: 9 }), []).arithmetic.changed).toEqual([
    { id: path, changes: [`works differently (version 9): ${one.says}`] },
  ])
})

test('a patient whose decision stays but for another reason is told, with what is new and what is gone', () => {
  const renamed = running.ruleset.rules.map((rule) =>
    rule.id === 'age-65-plus' ? { ...rule, id: 'age-from-65' } : rule,
  )
  const { changed } = diffReleases(
    running,
    { ...running, ruleset: { ...running.ruleset, rules: renamed } },
    panel,
  ).panel
  expect(changed.length).toBeGreaterThan(0)
  for (const { before, after, because, noLonger } of changed)
    expect([after, because, noLonger]).toEqual([before, ['age-from-65'], ['age-65-plus']])
})

test('a patient that cannot be read stops the comparison, by name', () => {
  const broken = [{ ...(panel[0] as (typeof panel)[number]), id: 'p-broken', facts: { protocol: 'made-up' } }]
  expect(() => diffReleases(running, running, broken as never)).toThrow(/p-broken/)
})

test('a patient of a protocol that a release does not cover is not asked there', () => {
  const { 'iv-ket-trd': _gone, ...settings } = running.ruleset.profile.settings
  const fewer = { ...running, ruleset: { ...running.ruleset, profile: { ...running.ruleset.profile, settings } } }
  const { changed } = diffReleases(fewer, running, panel).panel
  const patients = panel.filter(({ facts }) => facts.protocol === 'iv-ket-trd')
  expect(new Set(changed.map(({ patient }) => patient))).toEqual(new Set(patients.map(({ id }) => id)))
  for (const { before, noLonger } of changed) expect([before, noLonger]).toEqual(['not asked', []])
})

test.each([[null], [undefined], ['keel-rulebook-1'], [[]], [{}], [{ format: 'other' }]])('%j is no release', (json) => {
  expect(isRelease(json)).toBe(false)
})
