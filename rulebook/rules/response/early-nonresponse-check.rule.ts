import { all } from '@keel/engine'
import { setting } from '../../settings.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const earlyNonresponseCheck = defineRule({
  id: 'early-nonresponse-check',
  title: 'Little change in the middle of induction',
  phases: askedFrom.continuation,
  severity: 'review',
  says: 'After {early-check-from} doses or more, the scale is less than {early-improvement-below} better than before the course.',
  saysToPatient:
    'You feel about the same so far. Your prescriber will talk with you about whether more doses make sense.',
  because:
    'Half of those who responded in the trial had needed 3 doses or fewer. More doses without any sign of benefit add risk.',
  action: 'The prescriber looks at diagnosis, dose and medicines with the patient, and records why to go on, or stops.',
  values: {},
  when: (_value, { atLeast, below, is }) =>
    all(
      is('schedule.course_phase', 'induction'),
      atLeast('schedule.doses_given', setting('early-check-from')),
      below('response.percent_improvement', setting('early-improvement-below')),
    ),
  cites: ['phillips-2019'],
  confidence: 'low',
  examples: [
    {
      name: 'before dose 5, at the limit: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 4,
        'response.percent_improvement': 25,
      },
      expect: 'clear',
    },
    {
      name: 'before dose 5, just below the limit: review',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 4,
        'response.percent_improvement': 24.9,
      },
      expect: 'fires',
    },
    {
      name: 'before dose 4: too early to say',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 3,
        'response.percent_improvement': 0,
      },
      expect: 'clear',
    },
    {
      name: 'anxiety is looked at after two doses: review',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 2,
        'response.baseline': 20,
        'response.current': 16,
      },
      expect: 'fires',
    },
    {
      name: 'injections as infusions: review',
      given: {
        protocol: 'im-ket-trd',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 5,
        'response.percent_improvement': 10,
      },
      expect: 'fires',
    },
    {
      name: 'a protocol that has no early look: not asked for a scale',
      given: { protocol: 'iv-ket-ptsd', 'schedule.course_phase': 'induction', 'schedule.doses_given': 5 },
      expect: 'clear',
    },
    {
      name: 'after induction another rule asks',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'schedule.doses_given': 6,
        'response.percent_improvement': 10,
      },
      expect: 'clear',
    },
    {
      name: 'before dose 5 without a scale: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_given': 4 },
      expect: 'unknown',
    },
  ],
})
