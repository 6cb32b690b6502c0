import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isSedationPause = defineRule({
  id: 'is-sedation-pause',
  title: 'Sedation deeper than wanted',
  phases: ['in_session'],
  severity: 'hold',
  group: 'is-sedation',
  says: 'Sedation is MOAA/S {moaas} or RASS {rass}, or deeper.',
  saysToPatient: 'You are sleepier than we want. We are pausing the dose.',
  because: 'The patient should answer to their name; deeper than that the airway needs watching.',
  action: 'Pause the drug, watch saturation and airway.',
  values: {
    moaas: [value(3, '{score}', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
    rass: [value(-3, '{score}', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atMost }) => any(atMost('in_session.moaas', value.moaas), atMost('in_session.rass', value.rass)),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'MOAA/S at the limit: pause', given: { 'in_session.moaas': 3, 'in_session.rass': -2 }, expect: 'fires' },
    { name: 'RASS at the limit: pause', given: { 'in_session.moaas': 4, 'in_session.rass': -3 }, expect: 'fires' },
    { name: 'one above both limits', given: { 'in_session.moaas': 4, 'in_session.rass': -2 }, expect: 'clear' },
    { name: 'not scored: ask', given: {}, expect: 'unknown' },
  ],
})
