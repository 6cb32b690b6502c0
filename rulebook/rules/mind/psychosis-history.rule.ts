import { all } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { passed, psychoses } from './psychosis.ts'

export const psychosisHistory = defineRule({
  id: 'psychosis-history',
  title: 'Psychosis in the past',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'psychosis',
  says: 'The patient was psychotic in the past and is not now.',
  saysToPatient:
    'Because of what you went through before, your prescriber will decide with you whether this medicine is right.',
  because: 'The drug can bring a psychosis back. The label asks for benefit to be weighed against that.',
  action:
    'The prescriber weighs the risk with the treating psychiatrist, agrees on early signs and records the decision.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => all(condition.is('key', ...psychoses), condition.is('status', ...passed))),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'one episode long ago: review',
      given: { conditions: [{ key: 'other-psychosis', status: 'history', years_ago: 9 }] },
      expect: 'fires',
    },
    {
      name: 'psychotic depression, treated: review',
      given: { conditions: [{ key: 'psychotic-depression', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'psychotic now: another rule',
      given: { conditions: [{ key: 'psychotic-symptoms', status: 'current' }] },
      expect: 'clear',
    },
    {
      name: 'depression without psychosis',
      given: { conditions: [{ key: 'major-depressive-disorder', status: 'current' }] },
      expect: 'clear',
    },
    {
      name: 'now or in the past, not known: ask',
      given: { conditions: [{ key: 'other-psychosis', years_ago: 9 }] },
      expect: 'unknown',
    },
    {
      name: 'psychotic symptoms of the past: review',
      given: { conditions: [{ key: 'psychotic-symptoms', status: 'history' }] },
      expect: 'fires',
    },
    {
      name: 'stable by now: review',
      given: { conditions: [{ key: 'other-psychosis', status: 'stable' }] },
      expect: 'fires',
    },
    {
      name: 'mood even by now: review',
      given: { conditions: [{ key: 'psychotic-depression', status: 'euthymic' }] },
      expect: 'fires',
    },
    {
      name: 'bipolar disorder without psychosis: another rule',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'euthymic' }] },
      expect: 'clear',
    },
  ],
})
