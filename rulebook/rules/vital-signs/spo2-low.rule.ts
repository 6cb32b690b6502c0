import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const spo2Low = defineRule({
  id: 'spo2-low',
  title: 'Oxygen saturation low before the dose',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Oxygen saturation on room air is below {lowest}.',
  saysToPatient: 'Your oxygen level is lower than it should be before a dose. We will check why.',
  because: 'Sedation can lower breathing further.',
  action: 'Check the probe and the patient, measure again. The dose may go on today if it is back in range.',
  values: {
    lowest: [value(94, '%', { cites: 'bts-oxygen', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below }) => below('vitals.spo2', value.lowest),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit: go ahead', given: { 'vitals.spo2': 94 }, expect: 'clear' },
    { name: 'one below: hold', given: { 'vitals.spo2': 93 }, expect: 'fires' },
    { name: 'not measured: ask', given: {}, expect: 'unknown' },
  ],
})
