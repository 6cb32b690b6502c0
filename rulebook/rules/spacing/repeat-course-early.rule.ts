import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const repeatCourseEarly = defineRule({
  id: 'repeat-course-early',
  title: 'Infusion course repeated early or too dense',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', 'iv-ket-crps'),
  severity: 'review',
  says: 'Less than {gap} since the last course ended, or more than {days} infusion days in 14 with this one.',
  saysToPatient: 'It is early for another course. Your prescriber will decide with you.',
  because: 'High total doses strain the liver, and the benefit of a course lasts for weeks.',
  action: 'The prescriber records why an earlier or denser course is right.',
  values: {
    gap: [value(12, 'wk', { cites: ['schwartzman-2009', 'cohen-2018'], confidence: 'low', basis: 'drv' })],
    days: [value(10, '1', { cites: 'schwartzman-2009', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast, below }) =>
    any(below('schedule.weeks_since_course_end', value.gap), atLeast('schedule.doses_last_14_days', value.days)),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'twelve weeks after the last course: go ahead',
      given: { protocol: 'iv-ket-crps', 'schedule.weeks_since_course_end': 12, 'schedule.doses_last_14_days': 0 },
      expect: 'clear',
    },
    {
      name: 'eleven weeks after: review',
      given: { protocol: 'iv-ket-crps', 'schedule.weeks_since_course_end': 11, 'schedule.doses_last_14_days': 0 },
      expect: 'fires',
    },
    {
      name: 'an eleventh infusion day in fourteen: review',
      given: { protocol: 'iv-ket-crps', 'schedule.weeks_since_course_end': 'never', 'schedule.doses_last_14_days': 10 },
      expect: 'fires',
    },
    {
      name: 'a tenth infusion day in fourteen: go ahead',
      given: { protocol: 'iv-ket-crps', 'schedule.weeks_since_course_end': 'never', 'schedule.doses_last_14_days': 9 },
      expect: 'clear',
    },
    { name: 'other protocols: not asked', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    {
      name: 'infusion days not counted: ask',
      given: { protocol: 'iv-ket-crps', 'schedule.weeks_since_course_end': 20 },
      expect: 'unknown',
    },
  ],
})
