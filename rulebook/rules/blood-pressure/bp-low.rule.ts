import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const bpLow = defineRule({
  id: 'bp-low',
  title: 'Blood pressure too low to start',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Seated blood pressure is below {systolic} systolic or {diastolic} diastolic.',
  saysToPatient: 'Your blood pressure is too low to start right now. We will find out why.',
  because: 'Low pressure before a dose points to illness, fluid loss or a medicine that needs attention first.',
  action: 'Look for the cause and measure again. The dose may go on today if it recovers.',
  values: {
    systolic: [value(90, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    diastolic: [value(50, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below }) =>
    any(below('derived.gate_sbp', value.systolic), below('derived.gate_dbp', value.diastolic)),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at both limits: go ahead', given: { 'derived.gate_sbp': 90, 'derived.gate_dbp': 50 }, expect: 'clear' },
    { name: 'systolic one below: hold', given: { 'derived.gate_sbp': 89, 'derived.gate_dbp': 60 }, expect: 'fires' },
    { name: 'diastolic one below: hold', given: { 'derived.gate_sbp': 100, 'derived.gate_dbp': 49 }, expect: 'fires' },
    { name: 'no diastolic reading: ask', given: { 'derived.gate_sbp': 110 }, expect: 'unknown' },
  ],
})
