import type { DatedValue } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { panel } from '../panel/index.ts'
import { diffReleases, isRelease, type Release, rulesetOf, runningRelease } from './index.ts'

const running = runningRelease()

/** The running rulebook with one rule changed. */
function withRule(id: string, change: (rule: Release['ruleset']['rules'][number]) => object): Release {
  const rules = running.ruleset.rules.map((rule) => (rule.id === id ? { ...rule, ...change(rule) } : rule))
  return { ...running, ruleset: { ...running.ruleset, rules } }
}

const nothing = { added: [], removed: [], changed: [] }

describe('two releases', () => {
  test('that are the same differ in nothing, for nobody', () => {
    const diff = diffReleases(running, JSON.parse(JSON.stringify(running)), panel)
    expect(diff.rules).toEqual(nothing)
    expect(diff.protocols).toEqual(nothing)
    expect(Object.values(diff.knowledge)).toEqual(Object.keys(diff.knowledge).map(() => nothing))
    expect(diff.panel).toMatchObject({ changed: [], notAsked: null })
    expect(diff.panel.asked).toBeGreaterThan(panel.length)
  })

  test('a stricter number is told in words, and for whom it matters', () => {
    const stricter = withRule('bp-above-140-90', ({ values }) => ({
      values: { ...values, systolic: [{ ...(values.systolic?.[0] as DatedValue), is: 135 }] },
    }))
    const diff = diffReleases(running, stricter, panel)
    expect(diff.rules.changed.map(({ id }) => id)).toEqual(['bp-above-140-90'])
    expect(diff.rules.changed[0]?.changes).toContain('systolic: 140 mmHg → 135 mmHg')
    expect(diff.panel.changed).toContainEqual(
      expect.objectContaining({
        patient: 'p02',
        phase: 'pre_session',
        before: 'allow',
        after: 'review',
        because: ['bp-above-140-90'],
      }),
    )
  })

  test('a higher severity, a new rule and one that is gone are named', () => {
    const raised = withRule('age-65-plus', () => ({ severity: 'hold' }))
    const fewer = { ...raised, ruleset: { ...raised.ruleset, rules: raised.ruleset.rules.slice(1) } }
    const diff = diffReleases(running, fewer, panel)
    expect(diff.rules.changed).toEqual([{ id: 'age-65-plus', changes: ['was a caution, is a hold'] }])
    expect(diff.rules.removed).toEqual([running.ruleset.rules[0]?.id])
    expect(diffReleases(fewer, running, []).rules.added).toEqual(diff.rules.removed)
    expect(diff.panel.changed.map(({ patient }) => patient)).toContain('p12')
  })

  test('a phase that a release has no rules for is not asked; it is not allowed', () => {
    const rules = running.ruleset.rules.filter(({ phases }) => !phases.includes('screening'))
    const diff = diffReleases({ ...running, ruleset: { ...running.ruleset, rules } }, running, panel)
    const screened = diff.panel.changed.filter(({ phase }) => phase === 'screening')
    expect(new Set(screened.map(({ before }) => before))).toEqual(new Set(['not asked']))
  })

  test('arithmetic that this program no longer has is said, and nobody is asked', () => {
    const { bmi, ...others } = running.ruleset.derivations
    const older = {
      ...running,
      ruleset: { ...running.ruleset, derivations: { ...others, bmi: { ...bmi, version: 99 } } },
    }
    expect(rulesetOf(older as Release)).toEqual({ lacks: ['bmi'] })
    const { panel: asked, arithmetic } = diffReleases(older as Release, running, panel)
    expect(asked).toMatchObject({ asked: 0, notAsked: expect.stringContaining('bmi') })
    expect(arithmetic.changed.map(({ id }) => id)).toEqual(['bmi'])
  })
})

test('a release that went through JSON decides as the running rulebook', () => {
  const again: unknown = JSON.parse(JSON.stringify(running))
  expect(isRelease(again)).toBe(true)
  expect(isRelease({ format: 'keel-rulebook-0' })).toBe(false)
  expect(diffReleases(again as Release, running, panel).panel.changed).toEqual([])
})

describe('the panel', () => {
  test('has at least 40 patients of every protocol, each with a name of its own', () => {
    expect(panel.length).toBeGreaterThanOrEqual(40)
    expect(new Set(panel.map(({ id }) => id)).size).toBe(panel.length)
    expect(new Set(panel.map(({ facts }) => facts.protocol))).toEqual(new Set(running.protocols.map(({ id }) => id)))
  })
})
