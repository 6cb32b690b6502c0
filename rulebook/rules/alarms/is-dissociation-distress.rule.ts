import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isDissociationDistress = defineRule({
  id: 'is-dissociation-distress',
  title: 'Distressing experience',
  phases: ['in_session'],
  severity: 'review',
  group: 'is-dissociation',
  says: 'The experience is distressing and agitation is RASS {rass} or less.',
  saysToPatient: 'This feels hard right now. We are with you, and you can ask us to slow down or stop.',
  because: 'Guidance helps more than drugs, and the patient may choose to stop.',
  action: 'The prescriber comes; guide the patient, slow or stop by their choice.',
  values: {
    rass: [value(1, '{score}', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atMost, is }) => all(is('in_session.distress', true), atMost('in_session.rass', value.rass)),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'distress at the limit: review',
      given: { 'in_session.distress': true, 'in_session.rass': 1 },
      expect: 'fires',
    },
    {
      name: 'above the limit agitation has its own rule',
      given: { 'in_session.distress': true, 'in_session.rass': 2 },
      expect: 'clear',
    },
    { name: 'no distress', given: { 'in_session.distress': false, 'in_session.rass': 0 }, expect: 'clear' },
    { name: 'not scored: ask', given: { 'in_session.distress': true }, expect: 'unknown' },
  ],
})
