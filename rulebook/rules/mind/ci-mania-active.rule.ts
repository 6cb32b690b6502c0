import { all, any, firstKnown, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciManiaActive = defineRule({
  id: 'ci-mania-active',
  title: 'Mania, hypomania or a mixed state now',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'bipolar',
  says: 'The patient is manic, hypomanic or in a mixed state, or scores {score} or more on the Young Mania Rating Scale.',
  saysToPatient:
    'Your mood is very high or racing right now. This medicine could push it further, so we will not give it now.',
  because:
    'A drug that lifts mood can drive a mania higher. The trials left such people out, and the EU leaflet warns. The score is a usual cut-off; no source states it for this purpose.',
  action: 'Do not treat. Treat the mania first and screen again once the mood is settled.',
  values: {
    score: [
      value(12, '{score}', { cites: ['trial-exclusions', 'esketamine-label-eu'], confidence: 'med', basis: 'drv' }),
    ],
  },
  // The scale is asked for only where the status does not settle the question.
  when: (value, { some }) =>
    some('conditions', (condition) => {
      const isScoredManic = condition.atLeast('ymrs', value.score)
      const isSaidManic = condition.is('status', 'manic', 'hypomanic', 'mixed')
      const isSaidPresent = not(condition.is('status', 'history'))
      return any(
        all(condition.is('key', 'bipolar-disorder'), any(isSaidManic, firstKnown(isScoredManic, isSaidManic))),
        all(condition.is('key', 'manic-symptoms'), any(isSaidPresent, firstKnown(isScoredManic, isSaidPresent))),
      )
    }),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'hypomanic: block',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'hypomanic' }] },
      expect: 'fires',
    },
    {
      name: 'manic whatever the score says: block',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'manic', ymrs: 4 }] },
      expect: 'fires',
    },
    {
      name: 'said to be depressed, score at the limit: block',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'depressed', ymrs: 12 }] },
      expect: 'fires',
    },
    {
      name: 'depressed, score one below the limit: another rule',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'depressed', ymrs: 11 }] },
      expect: 'clear',
    },
    {
      name: 'even mood, never scored: another rule',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'euthymic' }] },
      expect: 'clear',
    },
    {
      name: 'manic symptoms now without a diagnosis: block',
      given: { conditions: [{ key: 'manic-symptoms', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'manic symptoms once: another rule',
      given: { conditions: [{ key: 'manic-symptoms', status: 'history' }] },
      expect: 'clear',
    },
    {
      name: 'neither status nor score: ask',
      given: { conditions: [{ key: 'bipolar-disorder' }] },
      expect: 'unknown',
    },
    { name: 'mixed: block', given: { conditions: [{ key: 'bipolar-disorder', status: 'mixed' }] }, expect: 'fires' },
    {
      name: 'manic symptoms now, whatever the score says: block',
      given: { conditions: [{ key: 'manic-symptoms', status: 'current', ymrs: 4 }] },
      expect: 'fires',
    },
    {
      name: 'manic symptoms said to be over, score at the limit: block',
      given: { conditions: [{ key: 'manic-symptoms', status: 'history', ymrs: 12 }] },
      expect: 'fires',
    },
    {
      name: 'manic symptoms said to be over, score one below: another rule',
      given: { conditions: [{ key: 'manic-symptoms', status: 'history', ymrs: 11 }] },
      expect: 'clear',
    },
    {
      name: 'psychotic in a manic state: another rule',
      given: { conditions: [{ key: 'psychotic-symptoms', status: 'manic' }] },
      expect: 'clear',
    },
  ],
})
