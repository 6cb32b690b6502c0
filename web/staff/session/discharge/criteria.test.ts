import type { ShownFinding, ShownQuestion } from '@keel/care'
import { rulesByTopic } from '@keel/rulebook'
import { expect, test } from 'vitest'
import { criteriaOf } from './criteria.ts'

const nothing: ShownQuestion = { decision: 'allow', findings: [], missing: [] }
function finding(rule: string): ShownFinding {
  return { rule, message: `${rule} fires` } as ShownFinding
}

test('every rule of leaving has its line', () => {
  const rules = Object.values(rulesByTopic).flatMap(({ rules }) =>
    rules.filter(({ phases }) => phases.includes('discharge')),
  )
  const lines = criteriaOf(nothing).map(({ rule }) => rule)
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.map(({ id }) => id).filter((id) => !lines.includes(id))).toEqual([])
})

test('a rule that fired is not met; one that wants a fact is not known; all others are met', () => {
  const question: ShownQuestion = {
    decision: 'hold',
    findings: [finding('dc-sedation'), finding('data-missing')],
    missing: [{ fact: 'discharge.spo2', neededBy: ['dc-spo2'] }],
  }
  const states = Object.fromEntries(criteriaOf(question).map(({ rule, state }) => [rule, state]))
  expect(states).toMatchObject({ 'dc-sedation': 'not-met', 'dc-spo2': 'not-known', 'dc-vitals': 'met' })
  expect(Object.keys(states)).not.toContain('data-missing')
})

test('a finding without a line of its own is shown all the same', () => {
  const shown = criteriaOf({ ...nothing, decision: 'hold', findings: [finding('clinic-own-rule')] })
  expect(shown.at(-1)).toMatchObject({ says: 'clinic-own-rule fires', state: 'not-met' })
})
