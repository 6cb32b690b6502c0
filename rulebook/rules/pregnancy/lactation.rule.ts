import { all, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const lactation = defineRule({
  id: 'lactation',
  title: 'Breastfeeding',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'The patient is breastfeeding.',
  saysToPatient:
    'Some of this medicine can pass into breast milk. Your prescriber will talk with you about feeding and treatment.',
  because:
    'The drug passes into milk and could harm the infant; the label advises against breastfeeding during treatment.',
  action:
    'The prescriber goes through the choices with the patient, feeding another way among them, and records the decision.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      all(condition.is('key', 'breastfeeding'), not(condition.is('status', 'history'))),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'breastfeeding: review',
      given: { conditions: [{ key: 'breastfeeding', status: 'current' }] },
      expect: 'fires',
    },
    { name: 'weaned', given: { conditions: [{ key: 'breastfeeding', status: 'history' }] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    { name: 'another condition', given: { conditions: [{ key: 'pregnancy', status: 'current' }] }, expect: 'clear' },
  ],
})
