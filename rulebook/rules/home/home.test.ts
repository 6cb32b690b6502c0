import { type Example, type Facts, type FactValue, withFact } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { assessor } from '../../ruleset.ts'
import { rules } from '../index.ts'
import { homeCriteriaNotMet } from './home-criteria-not-met.rule.ts'

const factsOf = (given: Example['given']): Facts =>
  Object.entries(given).reduce<Facts>((facts, [path, value]) => withFact(facts, path, value as FactValue), {})

const inOrder = homeCriteriaNotMet.examples[0]?.given ?? {}
const atHome = (change: Example['given']) =>
  assessor.verdictOf(
    'home-criteria-not-met',
    factsOf({ ...inOrder, ...change, protocol: 'sl-ket-home', setting: 'home' }),
  )

/** What a prescriber would review at screening of the patient; the rest reviews medicines, or another protocol. */
const reviews = rules.filter(
  ({ id, severity, phases }) =>
    severity === 'review' && phases.includes('screening') && !id.startsWith('ddi-') && id !== 'ptsd-evidence-conflict',
)

describe.each(reviews.map((rule) => [rule.id, rule] as const))('what %s asks to be reviewed', (id, rule) => {
  const firing = rule.examples.filter(({ expect: verdict }) => verdict === 'fires')
  test.each(firing.map((example) => [example.name, example.given] as const))(
    'rules a dose at home out: %s',
    (_name, given) => {
      expect([id, atHome(given)]).toEqual([id, 'fires'])
    },
  )
})

test('nothing is ruled out where everything is in order', () => {
  expect(reviews.length).toBeGreaterThan(0)
  expect(atHome({})).toBe('clear')
})
