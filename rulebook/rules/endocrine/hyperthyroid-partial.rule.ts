import { all } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const hyperthyroidPartial = defineRule({
  id: 'hyperthyroid-partial',
  title: 'Hyperthyroidism, not yet in balance',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'thyroid',
  says: 'Hyperthyroidism or thyrotoxicosis, treated or of the past, and TSH is not normal.',
  saysToPatient:
    'Your thyroid is not yet back in balance. Your prescriber will decide with you whether to start or to wait a little.',
  because:
    'Until the thyroid is in balance, the drug can raise pressure and pulse more than usual. TSH can lag behind for weeks; that is for the prescriber to weigh.',
  action: 'Check free thyroid hormone. The prescriber weighs waiting, and records the decision.',
  values: {},
  // Of a hyperthyroidism that is not treated a stricter rule of the group speaks, whatever the TSH.
  when: (_value, { is, some }) =>
    all(
      some('conditions', (condition) => condition.is('key', 'hyperthyroidism', 'thyrotoxicosis')),
      is('labs.tsh', 'suppressed', 'raised'),
    ),
  cites: ['esketamine-label-eu'],
  confidence: 'high',
  examples: [
    {
      name: 'treated, TSH still suppressed: review',
      given: {
        conditions: [{ key: 'hyperthyroidism', status: 'treated', treated: true }],
        'labs.tsh': 'suppressed',
      },
      expect: 'fires',
    },
    {
      name: 'treated too far, TSH raised: review',
      given: { conditions: [{ key: 'thyrotoxicosis', status: 'stable' }], 'labs.tsh': 'raised' },
      expect: 'fires',
    },
    {
      name: 'of the past, TSH suppressed again: review',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'history' }], 'labs.tsh': 'suppressed' },
      expect: 'fires',
    },
    {
      name: 'treated, TSH normal: go ahead',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'treated', treated: true }], 'labs.tsh': 'normal' },
      expect: 'clear',
    },
    { name: 'no thyroid disease, TSH not taken: go ahead', given: { conditions: [] }, expect: 'clear' },
    {
      name: 'treated, TSH not taken: ask',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'treated', treated: true }] },
      expect: 'unknown',
    },
  ],
})
