import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'

export const gate3 = defineRule({
  id: 'gate-3',
  title: 'Education not passed before the first dose',
  phases: askedFrom.gate,
  appliesTo: notCrisisCare,
  severity: 'hold',
  group: 'gate-3',
  says: 'This is dose {first} of the course and the lessons with their questions have not been passed.',
  saysToPatient: 'Before your first dose please go through the short lessons with us. You can try each question again.',
  because:
    'Nobody can agree to what was not explained: that the use is off-label, that dependence can happen, what to do in a crisis.',
  action: 'Go through the missing lessons together now; most people need half an hour.',
  values: { first: [value(1, '1', { cites: ['esketamine-label-us', 'fda-2023'], confidence: 'high', basis: 'drv' })] },
  when: (value, { is, atMost }) =>
    all(atMost('schedule.dose_number', value.first), is('engagement.education_passed', false)),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'first dose, not passed: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.dose_number': 1, 'engagement.education_passed': false },
      expect: 'fires',
    },
    {
      name: 'first dose, passed: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.dose_number': 1, 'engagement.education_passed': true },
      expect: 'clear',
    },
    {
      name: 'second dose: not asked any more',
      given: { protocol: 'iv-ket-trd', 'schedule.dose_number': 2, 'engagement.education_passed': false },
      expect: 'clear',
    },
    {
      name: 'first dose, not known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.dose_number': 1 },
      expect: 'unknown',
    },
    {
      name: 'acute suicidality outside hospital: hold as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'schedule.dose_number': 1,
        'engagement.education_passed': false,
      },
      expect: 'fires',
    },
  ],
})
