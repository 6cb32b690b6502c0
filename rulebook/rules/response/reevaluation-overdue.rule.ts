import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const reevaluationOverdue = defineRule({
  id: 'reevaluation-overdue',
  title: 'Full re-evaluation overdue',
  phases: askedFrom.continuation,
  severity: 'review',
  group: 'gate-6',
  says: 'In maintenance, more than {age} since everything was last looked at afresh.',
  saysToPatient: 'It is time to look at your whole treatment together: how it helps, and what it costs you.',
  because:
    'Doses go on by habit unless somebody asks again whether they help, and harm to the bladder or the mind is slow.',
  action: 'Look at scale, blood pressure, urinary symptoms, cravings, cognition and liver tests, and record the plan.',
  values: {
    age: [value(3, 'mo', { cites: ['sanacora-2017', 'mcintyre-2021'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    all(is('schedule.course_phase', 'maintenance'), above('schedule.months_since_reevaluation', value.age)),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'at the limit: go ahead',
      given: { 'schedule.course_phase': 'maintenance', 'schedule.months_since_reevaluation': 3 },
      expect: 'clear',
    },
    {
      name: 'past the limit: review',
      given: { 'schedule.course_phase': 'maintenance', 'schedule.months_since_reevaluation': 3.1 },
      expect: 'fires',
    },
    {
      name: 'never done: review',
      given: { 'schedule.course_phase': 'maintenance', 'schedule.months_since_reevaluation': 'never' },
      expect: 'fires',
    },
    { name: 'in induction: not asked', given: { 'schedule.course_phase': 'induction' }, expect: 'clear' },
    { name: 'not recorded: ask', given: { 'schedule.course_phase': 'maintenance' }, expect: 'unknown' },
  ],
})
