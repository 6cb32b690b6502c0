import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const taperReviewDue = defineRule({
  id: 'taper-review-due',
  title: 'Taper review due',
  phases: askedFrom.continuation,
  severity: 'review',
  says: 'More than {season} in maintenance, and no taper review in the last {season}.',
  saysToPatient: 'You have had doses for a long time. Let us look together at whether you can have fewer, or stop.',
  because: 'Long-term safety is not known, so the fewest doses that hold the benefit are the aim.',
  action: 'The prescriber tries to lengthen the gap or to stop, or records why not.',
  values: {
    season: [value(6, 'mo', { cites: 'sanacora-2017', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    all(
      is('schedule.course_phase', 'maintenance'),
      above('schedule.months_in_maintenance', value.season),
      above('schedule.months_since_taper_review', value.season),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'six months in: go ahead',
      given: {
        'schedule.course_phase': 'maintenance',
        'schedule.months_in_maintenance': 6,
        'schedule.months_since_taper_review': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'past six months, never reviewed: review',
      given: {
        'schedule.course_phase': 'maintenance',
        'schedule.months_in_maintenance': 6.1,
        'schedule.months_since_taper_review': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'reviewed six months ago: go ahead',
      given: {
        'schedule.course_phase': 'maintenance',
        'schedule.months_in_maintenance': 14,
        'schedule.months_since_taper_review': 6,
      },
      expect: 'clear',
    },
    {
      name: 'reviewed longer ago: review',
      given: {
        'schedule.course_phase': 'maintenance',
        'schedule.months_in_maintenance': 14,
        'schedule.months_since_taper_review': 6.1,
      },
      expect: 'fires',
    },
    { name: 'before maintenance: not asked', given: { 'schedule.course_phase': 'continuation' }, expect: 'clear' },
    {
      name: 'last review not recorded: ask',
      given: { 'schedule.course_phase': 'maintenance', 'schedule.months_in_maintenance': 9 },
      expect: 'unknown',
    },
  ],
})
