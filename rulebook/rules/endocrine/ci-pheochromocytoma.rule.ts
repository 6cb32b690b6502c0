import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciPheochromocytoma = defineRule({
  id: 'ci-pheochromocytoma',
  title: 'Phaeochromocytoma or paraganglioma',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient has, or had, a phaeochromocytoma or a paraganglioma.',
  saysToPatient:
    'A growth like yours can push blood pressure up suddenly, and this medicine could trigger that, so we will not give it.',
  because:
    'The drug releases the very hormones that such a tumour stores, and they can come back after surgery. No source names it; it follows from the hazard of high pressure.',
  action: 'Do not treat. Refer to endocrinology.',
  values: {},
  when: (_value, { some }) => some('conditions', (condition) => condition.is('key', 'pheochromocytoma')),
  cites: ['ketamine-label-us', 'judgement'],
  confidence: 'low',
  examples: [
    {
      name: 'present: block',
      given: { conditions: [{ key: 'pheochromocytoma', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'removed years ago: block',
      given: { conditions: [{ key: 'pheochromocytoma', status: 'history', years_ago: 5 }] },
      expect: 'fires',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
