import { all, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciNoCapacity = defineRule({
  id: 'ci-no-capacity',
  title: 'Cannot give informed consent',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient does not have the capacity to consent to this treatment.',
  saysToPatient:
    'We can only give this medicine to somebody who can weigh it up and agree to it. We will talk about what else can help.',
  because: 'Nobody is treated here without having understood it and agreed to it.',
  action: 'Do not treat. Assess capacity again if what hinders it can pass.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      all(condition.is('key', 'no-decision-capacity'), not(condition.is('status', 'history'))),
    ),
  cites: ['consent-law'],
  confidence: 'high',
  examples: [
    {
      name: 'no capacity now: block',
      given: { conditions: [{ key: 'no-decision-capacity', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'capacity was lost for a time and is back',
      given: { conditions: [{ key: 'no-decision-capacity', status: 'history' }] },
      expect: 'clear',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    {
      name: 'another condition',
      given: { conditions: [{ key: 'major-neurocognitive-disorder', status: 'current' }] },
      expect: 'clear',
    },
  ],
})
