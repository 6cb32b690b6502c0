import { setting } from '../../settings.ts'
import { defineRule } from '../../vocabulary.ts'

export const intervalTooShort = defineRule({
  id: 'interval-too-short',
  title: 'Too soon after the last dose',
  phases: ['pre_session'],
  severity: 'hold',
  group: 'interval',
  says: 'Less than {interval-min} since the last dose.',
  saysToPatient: 'It is too soon after your last dose. The time between doses is part of the treatment.',
  because: 'Spacing is what keeps exposure low and habit away.',
  action: 'Book the next day that the protocol allows.',
  values: {},
  when: (_value, { below }) => below('schedule.last_dose_days_ago', setting('interval-min')),
  cites: ['judgement'],
  confidence: 'med',
  examples: [
    {
      name: 'induction at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.last_dose_days_ago': 2 },
      expect: 'clear',
    },
    {
      name: 'induction a day short: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.last_dose_days_ago': 1 },
      expect: 'fires',
    },
    {
      name: 'weekly doses at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'continuation', 'schedule.last_dose_days_ago': 5 },
      expect: 'clear',
    },
    {
      name: 'weekly doses a day short: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'schedule.last_dose_days_ago': 4,
      },
      expect: 'fires',
    },
    {
      name: 'maintenance at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'schedule.last_dose_days_ago': 12 },
      expect: 'clear',
    },
    {
      name: 'maintenance a day short: hold',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'schedule.last_dose_days_ago': 11 },
      expect: 'fires',
    },
    {
      name: 'nasal week 4, two days: go ahead',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'schedule.week_of_treatment': 4,
        'schedule.last_dose_days_ago': 2,
      },
      expect: 'clear',
    },
    {
      name: 'nasal week 5, four days: hold',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'schedule.week_of_treatment': 5,
        'schedule.last_dose_days_ago': 4,
      },
      expect: 'fires',
    },
    {
      name: 'first dose ever: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.last_dose_days_ago': 'never' },
      expect: 'clear',
    },
    {
      name: 'phase of the course not known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.last_dose_days_ago': 3 },
      expect: 'unknown',
    },
  ],
})
