import { setting } from '../../settings.ts'
import { defineRule } from '../../vocabulary.ts'

export const weeklyMax = defineRule({
  id: 'weekly-max',
  title: 'Too many doses in a week',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'With this dose there would be more than {weekly-max} in 7 days.',
  saysToPatient: 'You have had the most doses that a week allows. We will book the next one later.',
  because: 'More doses in a week have not been shown to help and add exposure.',
  action: 'Book the first day on which the last 7 days hold fewer doses.',
  values: {},
  when: (_value, { atLeast }) => atLeast('schedule.doses_last_7_days', setting('weekly-max')),
  cites: ['judgement'],
  confidence: 'high',
  examples: [
    {
      name: 'three already, a fourth planned: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.doses_last_7_days': 3 },
      expect: 'fires',
    },
    {
      name: 'two already, a third planned: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.doses_last_7_days': 2 },
      expect: 'clear',
    },
    {
      name: 'nasal week 4, two already: hold',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.week_of_treatment': 4, 'schedule.doses_last_7_days': 2 },
      expect: 'fires',
    },
    {
      name: 'nasal week 5, one already: hold',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.week_of_treatment': 5, 'schedule.doses_last_7_days': 1 },
      expect: 'fires',
    },
    { name: 'doses not counted: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
  ],
})
