import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const maintenanceUnstudied = defineRule({
  id: 'maintenance-unstudied',
  title: 'Treatment beyond what was studied',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', 'in-esk-mdsi', 'iv-ket-ptsd'),
  severity: 'review',
  says: 'Esketamine for acute suicidality past {lastWeek}, or a maintenance dose of ketamine for PTSD.',
  saysToPatient: 'Treatment beyond this point is less well studied. Your prescriber will talk with you about going on.',
  because: 'Beyond this point there are no controlled data to lean on.',
  action: 'The prescriber records why going on is right.',
  values: {
    lastWeek: [value(4, 'wk', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    any(
      all(is('protocol', 'in-esk-mdsi'), above('schedule.week_of_treatment', value.lastWeek)),
      all(is('protocol', 'iv-ket-ptsd'), is('schedule.course_phase', 'maintenance')),
    ),
  cites: ['esketamine-label-us', 'feder-2021'],
  confidence: 'med',
  examples: [
    { name: 'week 4: go ahead', given: { protocol: 'in-esk-mdsi', 'schedule.week_of_treatment': 4 }, expect: 'clear' },
    { name: 'week 5: review', given: { protocol: 'in-esk-mdsi', 'schedule.week_of_treatment': 5 }, expect: 'fires' },
    {
      name: 'maintenance for PTSD: review',
      given: { protocol: 'iv-ket-ptsd', 'schedule.course_phase': 'maintenance' },
      expect: 'fires',
    },
    { name: 'other protocols: not asked', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    { name: 'week not known: ask', given: { protocol: 'in-esk-mdsi' }, expect: 'unknown' },
    {
      name: 'continuation for PTSD, past the fourth week: go ahead',
      given: { protocol: 'iv-ket-ptsd', 'schedule.course_phase': 'continuation', 'schedule.week_of_treatment': 9 },
      expect: 'clear',
    },
  ],
})
