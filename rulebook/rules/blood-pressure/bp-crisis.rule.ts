import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const bpCrisis = defineRule({
  id: 'bp-crisis',
  title: 'Blood pressure in the crisis range',
  phases: ['pre_session'],
  severity: 'block',
  group: 'bp',
  says: 'A blood pressure reading is {systolic} systolic or {diastolic} diastolic, or more.',
  saysToPatient:
    'Your blood pressure is dangerously high. There will be no dose today, and a clinician will see you now.',
  because: 'At this pressure organs can be harmed without any dose.',
  action: 'No dose today. Look for signs of organ damage and arrange care for the pressure itself.',
  values: {
    systolic: [value(180, 'mm[Hg]', { cites: 'hypertensive-crisis', confidence: 'med', basis: 'drv' })],
    diastolic: [value(120, 'mm[Hg]', { cites: 'hypertensive-crisis', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast }) =>
    any(
      atLeast('vitals.sbp', value.systolic),
      atLeast('vitals.dbp', value.diastolic),
      atLeast('vitals.first_sbp', value.systolic),
      atLeast('vitals.first_dbp', value.diastolic),
    ),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'last systolic at the limit: block',
      given: { 'vitals.sbp': 180, 'vitals.dbp': 90, 'vitals.first_sbp': 150, 'vitals.first_dbp': 88 },
      expect: 'fires',
    },
    {
      name: 'last diastolic at the limit: block',
      given: { 'vitals.sbp': 150, 'vitals.dbp': 120, 'vitals.first_sbp': 150, 'vitals.first_dbp': 88 },
      expect: 'fires',
    },
    {
      name: 'first systolic at the limit counts though it has fallen',
      given: { 'vitals.sbp': 138, 'vitals.dbp': 86, 'vitals.first_sbp': 180, 'vitals.first_dbp': 88 },
      expect: 'fires',
    },
    {
      name: 'first diastolic at the limit counts though it has fallen',
      given: { 'vitals.sbp': 138, 'vitals.dbp': 86, 'vitals.first_sbp': 150, 'vitals.first_dbp': 120 },
      expect: 'fires',
    },
    {
      name: 'every reading one below its limit',
      given: { 'vitals.sbp': 179, 'vitals.dbp': 119, 'vitals.first_sbp': 179, 'vitals.first_dbp': 119 },
      expect: 'clear',
    },
    { name: 'first reading not recorded: ask', given: { 'vitals.sbp': 128, 'vitals.dbp': 78 }, expect: 'unknown' },
  ],
})
