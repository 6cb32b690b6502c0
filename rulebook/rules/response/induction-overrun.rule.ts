import { all, any } from '@keel/engine'
import { setting } from '../../settings.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const inductionOverrun = defineRule({
  id: 'induction-overrun',
  title: 'Induction longer than planned',
  phases: askedFrom.continuation,
  severity: 'review',
  says: 'This would be a dose past the {induction-max} that an induction has at most; in acute suicidality, that the whole treatment has.',
  saysToPatient:
    'You have had the usual number of doses for this part. Your prescriber will decide with you how to go on.',
  because: 'An induction that does not end turns into frequent doses without a decision behind them.',
  action: 'The prescriber ends the induction, or records why it goes on.',
  values: {},
  when: (_value, { above, is }) =>
    all(
      any(is('protocol', 'iv-ket-si'), is('schedule.course_phase', 'induction')),
      above('schedule.dose_number', setting('induction-max')),
    ),
  cites: ['phillips-2019', 'singh-2016'],
  confidence: 'med',
  examples: [
    {
      name: 'dose 8 of an induction: go ahead',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.dose_number': 8 },
      expect: 'clear',
    },
    {
      name: 'dose 9 of an induction: review',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.dose_number': 9 },
      expect: 'fires',
    },
    {
      name: 'a third dose in acute suicidality: review',
      given: { protocol: 'iv-ket-si', 'schedule.course_phase': 'induction', 'schedule.dose_number': 3 },
      expect: 'fires',
    },
    {
      name: 'a third dose in acute suicidality, a month later: review',
      given: { protocol: 'iv-ket-si', 'schedule.course_phase': 'maintenance', 'schedule.dose_number': 3 },
      expect: 'fires',
    },
    {
      name: 'the tenth infusion day in pain: go ahead',
      given: { protocol: 'iv-ket-crps', 'schedule.course_phase': 'induction', 'schedule.dose_number': 10 },
      expect: 'clear',
    },
    {
      name: 'dose 20 in maintenance',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance', 'schedule.dose_number': 20 },
      expect: 'clear',
    },
    {
      name: 'number of the dose not known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction' },
      expect: 'unknown',
    },
  ],
})
