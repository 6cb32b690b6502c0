import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const missedSessionsWorsening = defineRule({
  id: 'missed-sessions-worsening',
  title: 'Missed sessions and worse depression',
  phases: ['pre_session'],
  severity: 'review',
  says: 'At least {count} session was missed and depression is worse.',
  saysToPatient: 'You missed a session and feel worse. Your prescriber will look at how often you should come.',
  because: 'Doses may have become too far apart to hold the benefit.',
  action: 'The prescriber considers going back to the earlier, more frequent schedule.',
  values: {
    count: [value(1, '1', { cites: 'esketamine-label-us', confidence: 'med', basis: 'src' })],
  },
  when: (value, { atLeast, is }) =>
    all(atLeast('schedule.missed_sessions', value.count), is('schedule.depression_worse', true)),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'one missed and worse: review',
      given: { 'schedule.missed_sessions': 1, 'schedule.depression_worse': true },
      expect: 'fires',
    },
    {
      name: 'none missed',
      given: { 'schedule.missed_sessions': 0, 'schedule.depression_worse': true },
      expect: 'clear',
    },
    {
      name: 'missed but no worse',
      given: { 'schedule.missed_sessions': 2, 'schedule.depression_worse': false },
      expect: 'clear',
    },
    { name: 'not asked how the depression is: ask', given: { 'schedule.missed_sessions': 1 }, expect: 'unknown' },
  ],
})
