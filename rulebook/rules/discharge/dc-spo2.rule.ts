import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcSpo2 = defineRule({
  id: 'dc-spo2',
  title: 'Saturation not ready to leave',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Oxygen saturation on room air is below {lowest} and below that before the dose.',
  saysToPatient: 'Your oxygen level needs a little longer.',
  because: 'Nobody measures it on the way home.',
  action: 'Keep observing and measure again.',
  values: {
    lowest: [value(94, '%', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    belowBaseline: [value(0, '%', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, below }) =>
    all(below('discharge.spo2', value.lowest), above('derived.discharge_spo2_below_baseline', value.belowBaseline)),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit', given: { 'discharge.spo2': 94, 'discharge.baseline_spo2': 98 }, expect: 'clear' },
    {
      name: 'one below, and below that before the dose: stay',
      given: { 'discharge.spo2': 93, 'discharge.baseline_spo2': 94 },
      expect: 'fires',
    },
    {
      name: 'below the limit as before the dose',
      given: { 'discharge.spo2': 92, 'discharge.baseline_spo2': 92 },
      expect: 'clear',
    },
    { name: 'not measured: ask', given: {}, expect: 'unknown' },
  ],
})
