import { all } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { presentNow, psychoses } from './psychosis.ts'

export const ciPsychosisActive = defineRule({
  id: 'ci-psychosis-active',
  title: 'Psychosis now',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'psychosis',
  says: 'The patient is psychotic now: hallucinations, delusions or disorganised thinking, also as part of depression.',
  saysToPatient: 'This medicine can make unusual experiences stronger. It is not safe for you right now.',
  because:
    'The drug causes perceptual changes of its own and can worsen a psychosis. The trials left such people out; the label is softer and asks for benefit to be weighed.',
  action: 'Do not treat. Treat the psychosis first and screen again once it has passed.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => all(condition.is('key', ...psychoses), condition.is('status', ...presentNow))),
  cites: ['cohen-2018', 'trial-exclusions', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'hears voices now: block',
      given: { conditions: [{ key: 'psychotic-symptoms', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'untreated psychosis: block',
      given: { conditions: [{ key: 'other-psychosis', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'depressed with psychotic features: block',
      given: { conditions: [{ key: 'psychotic-depression', status: 'depressed' }] },
      expect: 'fires',
    },
    {
      name: 'a psychosis that has passed: another rule',
      given: { conditions: [{ key: 'other-psychosis', status: 'history' }] },
      expect: 'clear',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    {
      name: 'now or in the past, not known: ask',
      given: { conditions: [{ key: 'psychotic-symptoms' }] },
      expect: 'unknown',
    },
    {
      name: 'manic, with psychosis: block',
      given: { conditions: [{ key: 'other-psychosis', status: 'manic' }] },
      expect: 'fires',
    },
    {
      name: 'hypomanic, with psychosis: block',
      given: { conditions: [{ key: 'other-psychosis', status: 'hypomanic' }] },
      expect: 'fires',
    },
    {
      name: 'mixed, with psychosis: block',
      given: { conditions: [{ key: 'other-psychosis', status: 'mixed' }] },
      expect: 'fires',
    },
    {
      name: 'manic without psychosis: another rule',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'manic' }] },
      expect: 'clear',
    },
  ],
})
