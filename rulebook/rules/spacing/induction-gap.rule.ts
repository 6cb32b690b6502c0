import { all } from '@keel/engine'
import { setting } from '../../settings.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const inductionGap = defineRule({
  id: 'induction-gap',
  title: 'Long gap during induction',
  phases: ['pre_session'],
  appliesTo: facts.is('schedule.course_phase', 'induction'),
  severity: 'review',
  says: 'More than {induction-gap-max} since the last dose of the induction.',
  saysToPatient: 'It has been a while since your last dose. Your prescriber will look at the plan with you.',
  because: 'An induction with long gaps is not the treatment that was studied.',
  action: 'The prescriber reviews the plan: go on, start over or stop.',
  values: {
    firstDose: [value(1, '1', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above }) =>
    all(
      above('schedule.dose_number', value.firstDose),
      above('schedule.last_dose_days_ago', setting('induction-gap-max')),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'at the limit: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.dose_number': 3,
        'schedule.last_dose_days_ago': 7,
      },
      expect: 'clear',
    },
    {
      name: 'a day past the limit: review',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.dose_number': 2,
        'schedule.last_dose_days_ago': 8,
      },
      expect: 'fires',
    },
    {
      name: 'the first dose follows no other',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.dose_number': 1,
        'schedule.last_dose_days_ago': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'after induction gaps are wanted',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'schedule.last_dose_days_ago': 28 },
      expect: 'clear',
    },
    {
      name: 'after induction, protocol not known: nothing to ask',
      given: { 'schedule.course_phase': 'maintenance', 'schedule.dose_number': 9, 'schedule.last_dose_days_ago': 28 },
      expect: 'clear',
    },
    {
      name: 'last dose not recorded: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.dose_number': 3 },
      expect: 'unknown',
    },
  ],
})
