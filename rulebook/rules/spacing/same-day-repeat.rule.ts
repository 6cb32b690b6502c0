import { defineRule } from '../../vocabulary.ts'

export const sameDayRepeat = defineRule({
  id: 'same-day-repeat',
  title: 'A dose was already given today',
  phases: ['pre_session'],
  severity: 'block',
  group: 'interval',
  says: 'A dose was already given today.',
  saysToPatient: 'You have had a dose today. The next one is for another day.',
  because: 'No schedule gives two doses on one day.',
  action: 'No second dose today. Book the next day that the schedule allows.',
  values: {},
  when: (_value, { is }) => is('schedule.dose_given_today', true),
  cites: ['phillips-2019', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'second dose on one day: block', given: { 'schedule.dose_given_today': true }, expect: 'fires' },
    { name: 'no dose yet today: go ahead', given: { 'schedule.dose_given_today': false }, expect: 'clear' },
    { name: 'not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
