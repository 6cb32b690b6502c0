import { all, firstKnown, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const hypertensionControlled = defineRule({
  id: 'hypertension-controlled',
  title: 'Hypertension',
  phases: askedFrom.screening,
  severity: 'caution',
  group: 'hypertension',
  says: 'The patient has hypertension. Today’s pressure has rules of its own.',
  saysToPatient:
    'If you take blood pressure medicine, please take it as usual. We will check your pressure more closely during and after the dose.',
  because: 'In one series every patient with hypertension had a surge of pressure with the drug.',
  action: 'Go ahead while the pressure is controlled. Expect a rise, and have treatment for it at hand.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => {
      const hasIt = condition.is('key', 'hypertension')
      // Advice costs nothing: it is given unless the hypertension is said to be over, and nobody is held to be asked.
      return all(hasIt, firstKnown(not(condition.is('status', 'history')), hasIt))
    }),
  cites: ['yale-2024'],
  confidence: 'high',
  examples: [
    { name: 'treated: caution', given: { conditions: [{ key: 'hypertension', status: 'treated' }] }, expect: 'fires' },
    {
      name: 'untreated: caution, the readings decide',
      given: { conditions: [{ key: 'hypertension', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'of the past',
      given: { conditions: [{ key: 'hypertension', status: 'history' }] },
      expect: 'clear',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    {
      name: 'years ago, not said whether still there: caution',
      given: { conditions: [{ key: 'hypertension', years_ago: 4 }] },
      expect: 'fires',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    { name: 'another condition', given: { conditions: [{ key: 'epilepsy', status: 'current' }] }, expect: 'clear' },
  ],
})
