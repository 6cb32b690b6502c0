import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isHrAlert = defineRule({
  id: 'is-hr-alert',
  title: 'Heart rate far out of range during the dose',
  phases: ['in_session'],
  severity: 'hold',
  says: 'Heart rate is above {fastest} or below {slowest} for {sustained} or longer.',
  saysToPatient: 'Your heart is beating faster or slower than we like. We are pausing the dose to check.',
  because: 'A rate that stays there may be an arrhythmia.',
  action: 'Pause the drug and record an ECG.',
  values: {
    fastest: [value(130, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    slowest: [value(45, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    sustained: [value(120, 's', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, atLeast, below }) =>
    all(
      any(above('in_session.hr', value.fastest), below('in_session.hr', value.slowest)),
      atLeast('in_session.hr_out_of_range_seconds', value.sustained),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'at the upper limit',
      given: { 'in_session.hr': 130, 'in_session.hr_out_of_range_seconds': 300 },
      expect: 'clear',
    },
    {
      name: 'one above, at the least time: pause',
      given: { 'in_session.hr': 131, 'in_session.hr_out_of_range_seconds': 120 },
      expect: 'fires',
    },
    {
      name: 'one above, a second too short',
      given: { 'in_session.hr': 131, 'in_session.hr_out_of_range_seconds': 119 },
      expect: 'clear',
    },
    {
      name: 'at the lower limit',
      given: { 'in_session.hr': 45, 'in_session.hr_out_of_range_seconds': 300 },
      expect: 'clear',
    },
    {
      name: 'one below: pause',
      given: { 'in_session.hr': 44, 'in_session.hr_out_of_range_seconds': 300 },
      expect: 'fires',
    },
    { name: 'no heart rate: ask', given: { 'in_session.hr_out_of_range_seconds': 300 }, expect: 'unknown' },
  ],
})
