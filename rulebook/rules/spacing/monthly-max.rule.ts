import { setting } from '../../settings.ts'
import { defineRule } from '../../vocabulary.ts'

export const monthlyMax = defineRule({
  id: 'monthly-max',
  title: 'Many doses in four weeks',
  phases: ['pre_session'],
  severity: 'review',
  group: 'monthly',
  says: 'With this dose there would be more than {monthly-soft-max} in 28 days.',
  saysToPatient: 'You have had many doses this month. Your prescriber will decide with you about another.',
  because: 'Exposure adds up; past this number the benefit of one more is not shown.',
  action: 'The prescriber records why one more dose is right, or spaces the doses out.',
  values: {},
  when: (_value, { atLeast }) => atLeast('schedule.doses_last_28_days', setting('monthly-soft-max')),
  cites: ['judgement'],
  confidence: 'med',
  examples: [
    {
      name: 'induction, eight already: review',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_last_28_days': 8 },
      expect: 'fires',
    },
    {
      name: 'induction, seven already: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_last_28_days': 7 },
      expect: 'clear',
    },
    {
      name: 'maintenance, four already: review',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'schedule.doses_last_28_days': 4 },
      expect: 'fires',
    },
    {
      name: 'nasal week 5, four already: review',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'schedule.week_of_treatment': 5,
        'schedule.doses_last_28_days': 4,
      },
      expect: 'fires',
    },
    {
      name: 'nasal week 4, seven already: go ahead',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'schedule.week_of_treatment': 4,
        'schedule.doses_last_28_days': 7,
      },
      expect: 'clear',
    },
    {
      name: 'doses not counted: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction' },
      expect: 'unknown',
    },
  ],
})
