import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule, facts } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'

export const gate6 = defineRule({
  id: 'gate-6',
  title: 'Full re-evaluation overdue',
  phases: askedFrom.gate,
  appliesTo: all(notCrisisCare, facts.is('schedule.course_phase', 'induction-complete', 'continuation', 'maintenance')),
  severity: 'hold',
  group: 'gate-6',
  says: 'After induction the full re-evaluation is more than {age} old (12 weeks), or was never done.',
  saysToPatient: 'It is time to look together at how the whole treatment is going, before the next dose.',
  because: 'Doses that nobody re-evaluates become a habit.',
  action:
    'Do the re-evaluation now: scale, pressure, urinary symptoms, cravings, cognition, liver tests, and the decision.',
  values: { age: [value(2.8, 'mo', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, { above }) => above('schedule.months_since_reevaluation', value.age),
  cites: [],
  confidence: 'low',
  overridableBy: { role: 'medical-director', attests: 'Why the re-evaluation can wait, once in this course.' },
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'at the limit: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'maintenance',
        'schedule.months_since_reevaluation': 2.8,
      },
      expect: 'clear',
    },
    {
      name: 'a tenth of a month past the limit: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'maintenance',
        'schedule.months_since_reevaluation': 2.9,
      },
      expect: 'fires',
    },
    {
      name: 'end of induction, never done: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'schedule.months_since_reevaluation': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'in induction: not asked',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.months_since_reevaluation': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'not known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance' },
      expect: 'unknown',
    },
    {
      name: 'in continuation, past the limit: hold',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'continuation',
        'schedule.months_since_reevaluation': 2.9,
      },
      expect: 'fires',
    },
    {
      name: 'acute suicidality outside hospital: hold as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'schedule.course_phase': 'maintenance',
        'schedule.months_since_reevaluation': 'never',
      },
      expect: 'fires',
    },
  ],
})
