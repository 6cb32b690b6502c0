import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const alcohol24h = defineRule({
  id: 'alcohol-24h',
  title: 'Alcohol too recently',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Less than {gap} since the last alcohol.',
  saysToPatient: 'You drank alcohol too recently. Please leave a full day between alcohol and a dose.',
  because: 'Alcohol adds to sedation and to the risk of breathing in stomach contents.',
  action: 'Wait until the time has passed, or choose another day.',
  values: {
    gap: [value(24, 'h', { cites: ['dakwar-2020', 'esketamine-label-us'], confidence: 'med', basis: 'drv' })],
  },
  when: (value, { below }) => below('gate.alcohol_hours_ago', value.gap),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'at the limit: go ahead', given: { 'gate.alcohol_hours_ago': 24 }, expect: 'clear' },
    { name: 'just under the limit: hold', given: { 'gate.alcohol_hours_ago': 23.9 }, expect: 'fires' },
    { name: 'never drinks: go ahead', given: { 'gate.alcohol_hours_ago': 'never' }, expect: 'clear' },
    { name: 'not asked: ask', given: {}, expect: 'unknown' },
  ],
})
