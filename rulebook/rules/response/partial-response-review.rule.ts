import { all } from '@keel/engine'
import { setting } from '../../settings.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { endOfInduction } from './end-of-induction.ts'

/** Below the limit for stopping it fires as well: its stricter sibling is then the one that is shown. */
export const partialResponseReview = defineRule({
  id: 'partial-response-review',
  title: 'Partial response at the end of induction',
  phases: askedFrom.continuation,
  severity: 'review',
  group: 'response',
  says: 'At the end of induction the scale is better, but by less than {partial-improvement-below}.',
  saysToPatient: 'You feel somewhat better. Your prescriber will decide with you whether to go on.',
  because: 'This falls short of a response. Going on may help, and it may only add doses.',
  action: 'The prescriber weighs benefit and burden with the patient, and records why to go on, or plans the end.',
  values: {},
  when: (_value, { below }) =>
    all(endOfInduction, below('response.percent_improvement', setting('partial-improvement-below'))),
  cites: ['phillips-2019'],
  confidence: 'low',
  examples: [
    {
      name: 'half better: a response',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 50,
      },
      expect: 'clear',
    },
    {
      name: 'just short of half better: review',
      given: {
        protocol: 'iv-ket-trd',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 49.9,
      },
      expect: 'fires',
    },
    {
      name: 'PTSD, a third better: review',
      given: {
        protocol: 'iv-ket-ptsd',
        'schedule.course_phase': 'induction-complete',
        'response.baseline': 45,
        'response.current': 30,
      },
      expect: 'fires',
    },
    {
      name: 'pain, short of the 30 % that count there: review',
      given: {
        protocol: 'iv-ket-crps',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 29.9,
      },
      expect: 'fires',
    },
    {
      name: 'pain down by 30 %: a response',
      given: {
        protocol: 'iv-ket-crps',
        'schedule.course_phase': 'induction-complete',
        'response.percent_improvement': 30,
      },
      expect: 'clear',
    },
    {
      name: 'anxiety after four doses: review',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 4,
        'response.percent_improvement': 40,
      },
      expect: 'fires',
    },
    {
      name: 'anxiety after three doses: too early to say',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'induction',
        'schedule.doses_given': 3,
        'response.percent_improvement': 40,
      },
      expect: 'clear',
    },
    {
      name: 'in maintenance: not asked',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'maintenance' },
      expect: 'clear',
    },
    {
      name: 'only one score known: ask',
      given: { protocol: 'iv-ket-trd', 'schedule.course_phase': 'induction-complete', 'response.current': 20 },
      expect: 'unknown',
    },
    {
      name: 'anxiety in maintenance, little better: not asked',
      given: {
        protocol: 'iv-ket-anx',
        'schedule.course_phase': 'maintenance',
        'schedule.doses_given': 9,
        'response.percent_improvement': 40,
      },
      expect: 'clear',
    },
  ],
})
