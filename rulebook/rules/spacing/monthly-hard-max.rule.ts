import { setting } from '../../settings.ts'
import { defineRule } from '../../vocabulary.ts'

export const monthlyHardMax = defineRule({
  id: 'monthly-hard-max',
  title: 'Too many doses in four weeks',
  phases: ['pre_session'],
  severity: 'block',
  group: 'monthly',
  says: 'With this dose there would be more than {monthly-hard-max} in 28 days.',
  saysToPatient:
    'You have had the most doses that four weeks allow, so there is none today. We will book the next one with you.',
  because: 'Nothing behind this protocol supports more than that in four weeks.',
  action: 'No dose. Book the first day on which the last 28 days hold fewer doses.',
  values: {},
  when: (_value, { atLeast }) => atLeast('schedule.doses_last_28_days', setting('monthly-hard-max')),
  cites: ['judgement'],
  confidence: 'med',
  examples: [
    {
      name: 'twelve already, a thirteenth planned: block',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_last_28_days': 12 },
      expect: 'fires',
    },
    {
      name: 'eleven already: another rule',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_last_28_days': 11 },
      expect: 'clear',
    },
    {
      name: 'the nasal label states no second limit',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.doses_last_28_days': 12 },
      expect: 'clear',
    },
    {
      name: 'doses not counted: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction' },
      expect: 'unknown',
    },
  ],
})
