import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const bpHold = defineRule({
  id: 'bp-hold',
  title: 'Blood pressure too high to start',
  phases: ['pre_session'],
  severity: 'hold',
  group: 'bp',
  says: 'Seated blood pressure is {systolic} systolic or {diastolic} diastolic, or more.',
  saysToPatient: 'Your blood pressure is too high to start right now. We will let you rest and measure again.',
  because: 'Pressure rises for a while after a dose, so a high start leaves no headroom.',
  action: 'Let the patient rest and recheck in 15–30 min. The dose may go on today if it falls.',
  values: {
    systolic: [value(160, 'mm[Hg]', { cites: ['judgement', 'yip-2022'], confidence: 'low', basis: 'drv' })],
    diastolic: [value(100, 'mm[Hg]', { cites: ['judgement', 'yip-2022'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast }) =>
    any(atLeast('derived.gate_sbp', value.systolic), atLeast('derived.gate_dbp', value.diastolic)),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'systolic at the limit: hold',
      given: { 'derived.gate_sbp': 160, 'derived.gate_dbp': 80 },
      expect: 'fires',
    },
    {
      name: 'diastolic at the limit: hold',
      given: { 'derived.gate_sbp': 120, 'derived.gate_dbp': 100 },
      expect: 'fires',
    },
    {
      name: 'one below both limits: go ahead',
      given: { 'derived.gate_sbp': 159, 'derived.gate_dbp': 99 },
      expect: 'clear',
    },
    { name: 'no diastolic reading: ask', given: { 'derived.gate_sbp': 120 }, expect: 'unknown' },
    { name: 'high systolic settles it without the diastolic', given: { 'derived.gate_sbp': 172 }, expect: 'fires' },
    {
      name: 'second reading only 5 min after the first does not count: ask again',
      given: {
        'vitals.sbp': 150,
        'vitals.dbp': 84,
        'vitals.first_sbp': 158,
        'vitals.first_dbp': 88,
        'vitals.minutes_between': 5,
      },
      expect: 'unknown',
    },
  ],
})
