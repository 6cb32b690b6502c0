import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciSchizophrenia = defineRule({
  id: 'ci-schizophrenia',
  title: 'Schizophrenia or schizoaffective disorder',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'psychosis',
  says: 'The patient has, or once had, schizophrenia or schizoaffective disorder.',
  saysToPatient:
    'With a condition like yours this medicine could bring on or worsen unusual experiences. We will not give it.',
  because: 'The drug can bring symptoms back or worsen them, also after years. The trials left them out at any stage.',
  action: 'Do not treat. Look for another treatment together with the psychiatrist.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => condition.is('key', 'schizophrenia', 'schizoaffective-disorder')),
  cites: ['anand-2023', 'trial-exclusions'],
  confidence: 'med',
  examples: [
    {
      name: 'schizophrenia, stable for years: block',
      given: { conditions: [{ key: 'schizophrenia', status: 'stable', years_ago: 12 }] },
      expect: 'fires',
    },
    {
      name: 'schizoaffective disorder, status not known: block',
      given: { conditions: [{ key: 'schizoaffective-disorder' }] },
      expect: 'fires',
    },
    {
      name: 'another past psychosis: another rule',
      given: { conditions: [{ key: 'other-psychosis', status: 'history' }] },
      expect: 'clear',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
