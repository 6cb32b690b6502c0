import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const recent = { 'schedule.course_phase': 'maintenance', 'labs.months_since_lft': 1 } as const

export const labsOverdue = defineRule({
  id: 'labs-overdue',
  title: 'Liver or urine tests overdue',
  phases: askedFrom.continuation,
  severity: 'review',
  says: 'In maintenance, liver or urine tests are older than {age}, or older than {ageWhenWeekly} with {weekly} or more doses in 28 days.',
  saysToPatient: 'We need a new blood and urine test to make sure that the treatment agrees with you.',
  because: 'Repeated doses can hurt liver and bladder before anything is felt.',
  action: 'Take liver function tests and a urinalysis; the prescriber decides whether today’s dose waits for them.',
  values: {
    age: [value(6, 'mo', { cites: 'ketamine-label-us', confidence: 'low', basis: 'drv' })],
    ageWhenWeekly: [value(3, 'mo', { cites: 'ketamine-label-us', confidence: 'low', basis: 'drv' })],
    weekly: [value(3, '1', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, atLeast, is }) =>
    all(
      is('schedule.course_phase', 'maintenance'),
      any(
        above('labs.months_since_lft', value.age),
        above('schedule.months_since_labs', value.age),
        all(
          any(
            above('labs.months_since_lft', value.ageWhenWeekly),
            above('schedule.months_since_labs', value.ageWhenWeekly),
          ),
          atLeast('schedule.doses_last_28_days', value.weekly),
        ),
      ),
    ),
  cites: ['ketamine-label-us'],
  confidence: 'low',
  examples: [
    {
      name: 'both at the limit, doses far apart: go ahead',
      given: {
        'schedule.course_phase': 'maintenance',
        'labs.months_since_lft': 6,
        'schedule.months_since_labs': 6,
        'schedule.doses_last_28_days': 2,
      },
      expect: 'clear',
    },
    {
      name: 'liver tests past the limit: review',
      given: { ...recent, 'labs.months_since_lft': 6.1, 'schedule.months_since_labs': 1 },
      expect: 'fires',
    },
    {
      name: 'urine test past the limit: review',
      given: { ...recent, 'schedule.months_since_labs': 6.1 },
      expect: 'fires',
    },
    {
      name: 'never tested: review',
      given: {
        'schedule.course_phase': 'maintenance',
        'labs.months_since_lft': 'never',
        'schedule.months_since_labs': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'weekly doses, both at the shorter limit: go ahead',
      given: {
        'schedule.course_phase': 'maintenance',
        'labs.months_since_lft': 3,
        'schedule.months_since_labs': 3,
        'schedule.doses_last_28_days': 3,
      },
      expect: 'clear',
    },
    {
      name: 'weekly doses, liver tests past the shorter limit: review',
      given: {
        'schedule.course_phase': 'maintenance',
        'labs.months_since_lft': 3.1,
        'schedule.months_since_labs': 3,
        'schedule.doses_last_28_days': 3,
      },
      expect: 'fires',
    },
    {
      name: 'weekly doses, urine test past the shorter limit: review',
      given: { ...recent, 'schedule.months_since_labs': 3.1, 'schedule.doses_last_28_days': 3 },
      expect: 'fires',
    },
    {
      name: 'in induction: not asked',
      given: { 'schedule.course_phase': 'induction', 'labs.months_since_lft': 7 },
      expect: 'clear',
    },
    {
      name: 'fresh tests need no count of doses',
      given: { ...recent, 'schedule.months_since_labs': 1 },
      expect: 'clear',
    },
    { name: 'urine test not recorded: ask', given: recent, expect: 'unknown' },
  ],
})
