import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isRrStop = defineRule({
  id: 'is-rr-stop',
  title: 'Breathing too slow or stopped',
  phases: ['in_session'],
  severity: 'block',
  group: 'is-rr',
  says: 'Breathing is slower than {slowest}, or has stopped.',
  saysToPatient: 'We have stopped the dose and are helping you breathe.',
  because: 'This is respiratory depression; nothing reverses the drug, so breathing must be supported.',
  action: 'Stop the drug and ventilate with the bag-mask.',
  values: {
    slowest: [value(8, '/min', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { below, includes }) =>
    any(below('in_session.rr', value.slowest), includes('in_session.symptoms', 'apnoea')),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'at the limit: another rule', given: { 'in_session.rr': 8, 'in_session.symptoms': [] }, expect: 'clear' },
    { name: 'one below: stop', given: { 'in_session.rr': 7, 'in_session.symptoms': [] }, expect: 'fires' },
    { name: 'apnoea settles it without a count: stop', given: { 'in_session.symptoms': ['apnoea'] }, expect: 'fires' },
    { name: 'not counted: ask', given: { 'in_session.symptoms': [] }, expect: 'unknown' },
  ],
})
