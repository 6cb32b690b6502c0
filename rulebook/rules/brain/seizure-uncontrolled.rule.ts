import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const seizureUncontrolled = defineRule({
  id: 'seizure-uncontrolled',
  title: 'Epilepsy with a recent seizure',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'Epilepsy with a seizure in the last {recent}.',
  saysToPatient:
    'Since you had a seizure not long ago, your prescriber will decide with you whether this medicine is right and when.',
  because:
    'The label of the injection warns of a lower seizure threshold together with some asthma medicines. That a recent seizure alone asks for a review, and for how long, is our choice.',
  action: 'The prescriber speaks with the neurologist, checks the seizure medicines and records the decision.',
  values: {
    recent: [value(184, 'd', { cites: ['ketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) => all(condition.is('key', 'epilepsy'), condition.atMost('days_ago', value.recent))),
  cites: ['ketamine-label-us'],
  confidence: 'low',
  examples: [
    {
      name: 'seizure on the last day that counts: review',
      given: { conditions: [{ key: 'epilepsy', status: 'treated', days_ago: 184 }] },
      expect: 'fires',
    },
    {
      name: 'seizure a day longer ago: go ahead',
      given: { conditions: [{ key: 'epilepsy', status: 'treated', days_ago: 185 }] },
      expect: 'clear',
    },
    { name: 'no epilepsy', given: { conditions: [] }, expect: 'clear' },
    {
      name: 'last seizure not known: ask',
      given: { conditions: [{ key: 'epilepsy', status: 'treated' }] },
      expect: 'unknown',
    },
    {
      name: 'another event of these months',
      given: { conditions: [{ key: 'head-injury', status: 'current', days_ago: 100 }] },
      expect: 'clear',
    },
  ],
})
