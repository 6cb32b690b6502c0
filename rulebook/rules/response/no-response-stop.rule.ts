import { all } from '@keel/engine'
import { setting } from '../../settings.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { endOfInduction } from './end-of-induction.ts'

export const noResponseStop = defineRule({
  id: 'no-response-stop',
  title: 'No response at the end of induction',
  phases: askedFrom.continuation,
  severity: 'block',
  group: 'response',
  says: 'At the end of induction the scale is less than {stop-improvement-below} better than before the course.',
  saysToPatient:
    'This treatment has not helped you enough to go on with it. That is not your fault. We will look with you for what comes next.',
  because: 'Doses that do not help still carry every risk, and a treatment that might help waits.',
  action: 'No further dose in this course. Tell the patient kindly, keep the safety plan, and plan another treatment.',
  values: {},
  when: (_value, { below }) =>
    all(endOfInduction, below('response.percent_improvement', setting('stop-improvement-below'))),
  cites: ['phillips-2019', 'sanacora-2017', 'esketamine-label-us'],
  confidence: 'low',
  examples: [
    {
      name: 'at the limit: another rule',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 25,
      },
      expect: 'clear',
    },
    {
      name: 'just below the limit: block',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 24.9,
      },
      expect: 'fires',
    },
    {
      name: 'the spray as the infusion: block',
      given: {
        protocol: 'in-esk-trd',
        'schedule.course_phase': 'induction-complete',
        'response.baseline': 34,
        'response.current': 27,
      },
      expect: 'fires',
    },
    {
      name: 'PTSD at its own limit: another rule',
      given: {
        protocol: 'iv-ket-ptsd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 30,
      },
      expect: 'clear',
    },
    {
      name: 'PTSD just below its own limit: block',
      given: {
        protocol: 'iv-ket-ptsd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 29.9,
      },
      expect: 'fires',
    },
    {
      name: 'anxiety after four doses, still in induction: block',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 4,
        'response.percent_improvement': 20,
      },
      expect: 'fires',
    },
    {
      name: 'anxiety after three doses: another rule',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 3,
        'response.percent_improvement': 20,
      },
      expect: 'clear',
    },
    {
      name: 'worse than before: block',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': -20,
      },
      expect: 'fires',
    },
    {
      name: 'within induction: not asked for a scale',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction', 'schedule.doses_given': 2 },
      expect: 'clear',
    },
    {
      name: 'pain is judged as well: block',
      given: {
        protocol: 'iv-ket-crps',
        'schedule.course_phase': 'induction-complete',
        'response.baseline': 8,
        'response.current': 7,
      },
      expect: 'fires',
    },
    {
      name: 'acute suicidality is not judged by a scale',
      given: { protocol: 'iv-ket-si', 'schedule.course_phase': 'induction-complete' },
      expect: 'clear',
    },
    {
      name: 'end of induction without a scale: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction-complete' },
      expect: 'unknown',
    },
    {
      name: 'anxiety in maintenance: not asked here',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'maintenance',
        'schedule.doses_given': 9,
        'response.percent_improvement': 20,
      },
      expect: 'clear',
    },
  ],
})
