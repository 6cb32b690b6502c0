import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const dementia = defineRule({
  id: 'dementia',
  title: 'Major neurocognitive disorder',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'The patient has a major neurocognitive disorder, or scores below {score} on the MoCA.',
  saysToPatient:
    'Because of changes in memory or thinking, your prescriber will decide with you whether this medicine is right.',
  because:
    'What repeated doses do to a failing memory is not known. The large trial against ECT asked for this score to enter; some clinics leave such people out altogether.',
  action:
    'The prescriber makes sure that the patient can consent, weighs the benefit, plans cognition checks and records the decision.',
  values: {
    score: [value(18, '{score}', { cites: 'anand-2023', confidence: 'med', basis: 'src' })],
  },
  when: (value, { below, some }) =>
    any(
      some('conditions', (condition) => condition.is('key', 'major-neurocognitive-disorder')),
      below('labs.moca', value.score),
    ),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'mild Alzheimer disease, good score: review',
      given: {
        conditions: [{ key: 'major-neurocognitive-disorder', status: 'current', severity: 'mild' }],
        'labs.moca': 22,
      },
      expect: 'fires',
    },
    { name: 'score at the limit: go ahead', given: { conditions: [], 'labs.moca': 18 }, expect: 'clear' },
    { name: 'score one below the limit: review', given: { conditions: [], 'labs.moca': 17 }, expect: 'fires' },
    { name: 'never scored: ask', given: { conditions: [] }, expect: 'unknown' },
  ],
})
