import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const bpAbove14090 = defineRule({
  id: 'bp-above-140-90',
  title: 'Blood pressure above the label’s limit',
  phases: ['pre_session'],
  severity: 'review',
  group: 'bp',
  says: 'Seated blood pressure is above {systolic} systolic or {diastolic} diastolic.',
  saysToPatient: 'Your blood pressure is a little high. Your prescriber will decide with you whether to go on today.',
  because: 'The dose raises pressure further; the label asks for benefit to be weighed against that risk.',
  action: 'The prescriber weighs benefit against risk and records the decision, or delays the dose.',
  values: {
    systolic: [value(140, 'mm[Hg]', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
    diastolic: [value(90, 'mm[Hg]', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
  },
  when: (value, { above }) =>
    any(above('derived.gate_sbp', value.systolic), above('derived.gate_dbp', value.diastolic)),
  cites: [],
  confidence: 'high',
  examples: [
    { name: 'at both limits: go ahead', given: { 'derived.gate_sbp': 140, 'derived.gate_dbp': 90 }, expect: 'clear' },
    { name: 'systolic one above: review', given: { 'derived.gate_sbp': 141, 'derived.gate_dbp': 80 }, expect: 'fires' },
    {
      name: 'diastolic one above: review',
      given: { 'derived.gate_sbp': 120, 'derived.gate_dbp': 91 },
      expect: 'fires',
    },
    {
      name: 'the second reading, at least 10 min after the first, is the one that counts',
      given: {
        'vitals.first_sbp': 130,
        'vitals.first_dbp': 80,
        'vitals.sbp': 152,
        'vitals.dbp': 84,
        'vitals.minutes_between': 10,
      },
      expect: 'fires',
    },
    { name: 'only one reading: ask', given: { 'vitals.sbp': 120, 'vitals.dbp': 70 }, expect: 'unknown' },
  ],
})
