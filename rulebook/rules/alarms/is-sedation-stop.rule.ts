import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isSedationStop = defineRule({
  id: 'is-sedation-stop',
  title: 'Hardly or not rousable',
  phases: ['in_session'],
  severity: 'block',
  group: 'is-sedation',
  says: 'Sedation is MOAA/S {moaas} or RASS {rass}, or deeper.',
  saysToPatient: 'We have stopped the dose and are watching your breathing.',
  because: 'At this depth the airway can close.',
  action: 'Stop the drug and secure the airway.',
  values: {
    moaas: [value(1, '{score}', { cites: 'esketamine-label-us', confidence: 'high', basis: 'drv' })],
    rass: [value(-4, '{score}', { cites: 'judgement', confidence: 'high', basis: 'drv' })],
  },
  when: (value, { atMost }) => any(atMost('in_session.moaas', value.moaas), atMost('in_session.rass', value.rass)),
  cites: [],
  confidence: 'high',
  examples: [
    { name: 'MOAA/S at the limit: stop', given: { 'in_session.moaas': 1, 'in_session.rass': -3 }, expect: 'fires' },
    { name: 'RASS at the limit: stop', given: { 'in_session.moaas': 2, 'in_session.rass': -4 }, expect: 'fires' },
    {
      name: 'one above both limits: another rule',
      given: { 'in_session.moaas': 2, 'in_session.rass': -3 },
      expect: 'clear',
    },
    { name: 'not scored: ask', given: {}, expect: 'unknown' },
  ],
})
