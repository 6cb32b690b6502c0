import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isSpo2Pause = defineRule({
  id: 'is-spo2-pause',
  title: 'Saturation falling during the dose',
  phases: ['in_session'],
  severity: 'hold',
  group: 'is-spo2',
  says: 'Oxygen saturation is below {lowest}.',
  saysToPatient: 'Your oxygen level has dropped a little. We are pausing the dose to help you breathe.',
  because: 'A falling saturation is the first sign that sedation has gone too deep.',
  action: 'Pause the drug, reposition the head, rouse the patient, give oxygen.',
  values: {
    lowest: [value(92, '%', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below }) => below('in_session.spo2', value.lowest),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit', given: { 'in_session.spo2': 92 }, expect: 'clear' },
    { name: 'one below: pause', given: { 'in_session.spo2': 91 }, expect: 'fires' },
    { name: 'no saturation: ask', given: {}, expect: 'unknown' },
  ],
})
