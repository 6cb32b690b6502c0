import { all, firstKnown, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const cannabisUse = defineRule({
  id: 'cannabis-use',
  title: 'Cannabis use',
  phases: askedFrom.screening,
  severity: 'caution',
  says: 'The patient uses cannabis, without a disorder.',
  saysToPatient:
    'Please do not use cannabis around your visits. Together with this medicine it can make the experience harder.',
  because: 'Cannabis can add to unusual experiences and quickens the heart. No source sets a limit.',
  action: 'Go ahead. Advise against cannabis around doses and ask about it at each visit.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => {
      const listed = condition.is('key', 'cannabis-use')
      // Advice costs nothing: it is given unless the use is said to be over, and nobody is held to be asked.
      return all(listed, firstKnown(not(condition.is('status', 'history')), listed))
    }),
  cites: ['judgement'],
  confidence: 'low',
  examples: [
    { name: 'uses it now', given: { conditions: [{ key: 'cannabis-use', status: 'current' }] }, expect: 'fires' },
    {
      name: 'used it three days ago',
      given: { conditions: [{ key: 'cannabis-use', days_ago: 3 }] },
      expect: 'fires',
    },
    { name: 'gave it up', given: { conditions: [{ key: 'cannabis-use', status: 'history' }] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    { name: 'another condition', given: { conditions: [{ key: 'epilepsy', status: 'current' }] }, expect: 'clear' },
  ],
})
