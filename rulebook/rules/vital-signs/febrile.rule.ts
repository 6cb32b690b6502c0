import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const febrile = defineRule({
  id: 'febrile',
  title: 'Fever',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Temperature is {limit} or more.',
  saysToPatient: 'You have a fever. It is better to have your dose when you are well.',
  because: 'Fever means an illness that should be understood first, and raises the heart rate by itself.',
  action: 'Postpone, and look for the cause of the fever.',
  values: {
    limit: [value(38, 'Cel', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast }) => atLeast('vitals.temp_c', value.limit),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit: hold', given: { 'vitals.temp_c': 38 }, expect: 'fires' },
    { name: 'a tenth below: go ahead', given: { 'vitals.temp_c': 37.9 }, expect: 'clear' },
    { name: 'not measured: ask', given: {}, expect: 'unknown' },
  ],
})
