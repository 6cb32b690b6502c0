import { askedFrom, defineRule } from '../../vocabulary.ts'

export const bipolar = defineRule({
  id: 'bipolar',
  title: 'Bipolar disorder',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'bipolar',
  says: 'The patient has bipolar disorder, or was manic once.',
  saysToPatient:
    'With your mood history we watch closely for a mood that rises too high. Your prescriber will plan that with you.',
  because:
    'Mood can switch to mania. In one small trial one person switched on the drug and one on placebo; everybody in it took a mood stabiliser.',
  action:
    'The prescriber makes sure that a mood stabiliser is taken, plans a mania scale at each visit and records the decision.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => condition.is('key', 'bipolar-disorder', 'manic-symptoms')),
  cites: ['diazgranados-2010'],
  confidence: 'high',
  examples: [
    {
      name: 'bipolar depression: review',
      given: { conditions: [{ key: 'bipolar-disorder', status: 'depressed' }] },
      expect: 'fires',
    },
    {
      name: 'manic once, no diagnosis: review',
      given: { conditions: [{ key: 'manic-symptoms', status: 'history' }] },
      expect: 'fires',
    },
    {
      name: 'depression that was never bipolar',
      given: { conditions: [{ key: 'major-depressive-disorder', status: 'current' }] },
      expect: 'clear',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
