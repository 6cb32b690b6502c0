import { all, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciDelirium = defineRule({
  id: 'ci-delirium',
  title: 'Delirium now',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient is delirious.',
  saysToPatient: 'You seem confused and may be ill. We will find out why before anything else.',
  because: 'A delirium has a medical cause that must be found first, and the drug would cloud the mind further.',
  action: 'Do not treat. Look for the cause of the delirium at once.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => all(condition.is('key', 'delirium'), not(condition.is('status', 'history')))),
  cites: ['trial-exclusions'],
  confidence: 'med',
  examples: [
    { name: 'delirious now: block', given: { conditions: [{ key: 'delirium', status: 'current' }] }, expect: 'fires' },
    {
      name: 'was delirious after an operation once',
      given: { conditions: [{ key: 'delirium', status: 'history' }] },
      expect: 'clear',
    },
    {
      name: 'now or in the past, not known: ask',
      given: { conditions: [{ key: 'delirium', days_ago: 20 }] },
      expect: 'unknown',
    },
    {
      name: 'another condition',
      given: { conditions: [{ key: 'major-neurocognitive-disorder', status: 'current' }] },
      expect: 'clear',
    },
  ],
})
