import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'

export const gate2 = defineRule({
  id: 'gate-2',
  title: 'No recent measure of the symptoms',
  phases: askedFrom.gate,
  appliesTo: notCrisisCare,
  severity: 'hold',
  group: 'gate-2',
  says: 'The last measure of the symptoms is older than {induction} in induction, or than {later} after it.',
  saysToPatient: 'Please fill in a short form on how you have been, so that we can see whether the treatment helps.',
  because: 'Whether to go on is decided by measured change; without a measure nobody can say.',
  action: 'Take the measure now: the PHQ-9 takes three minutes.',
  values: {
    induction: [value(7, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    later: [value(30, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { is, above }) =>
    any(
      all(
        is('schedule.course_phase', 'induction', 'induction-complete'),
        above('engagement.days_since_measure', value.induction),
      ),
      above('engagement.days_since_measure', value.later),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'induction, at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'engagement.days_since_measure': 7 },
      expect: 'clear',
    },
    {
      name: 'induction, a day past the limit: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'engagement.days_since_measure': 8 },
      expect: 'fires',
    },
    {
      name: 'end of induction, a day past the limit: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'engagement.days_since_measure': 8,
      },
      expect: 'fires',
    },
    {
      name: 'maintenance, at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'engagement.days_since_measure': 30 },
      expect: 'clear',
    },
    {
      name: 'maintenance, a day past the limit: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'engagement.days_since_measure': 31 },
      expect: 'fires',
    },
    {
      name: 'never measured: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'continuation',
        'engagement.days_since_measure': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'not known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction' },
      expect: 'unknown',
    },
    {
      name: 'acute suicidality outside hospital: hold as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'schedule.course_phase': 'induction',
        'engagement.days_since_measure': 8,
      },
      expect: 'fires',
    },
  ],
})
