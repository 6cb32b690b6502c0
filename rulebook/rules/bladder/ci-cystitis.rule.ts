import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciCystitis = defineRule({
  id: 'ci-cystitis',
  title: 'Interstitial, ulcerative or ketamine cystitis',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'urinary',
  says: 'The patient has, or once had, interstitial, ulcerative or ketamine cystitis.',
  saysToPatient:
    'Ketamine can hurt the bladder, and yours has had trouble already. To protect it we will not give this medicine.',
  because:
    'Heavy use of ketamine can destroy a bladder. The label asks for symptoms to be watched and forbids nothing here; many clinics leave such people out, and so do we.',
  action: 'Do not treat. Refer to urology if there are symptoms.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      condition.is('key', 'interstitial-cystitis', 'ulcerative-cystitis', 'ketamine-cystitis'),
    ),
  cites: ['esketamine-label-us', 'winstock-2012', 'judgement'],
  confidence: 'low',
  examples: [
    {
      name: 'interstitial cystitis: block',
      given: { conditions: [{ key: 'interstitial-cystitis', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'ketamine cystitis years ago: block',
      given: { conditions: [{ key: 'ketamine-cystitis', status: 'history', years_ago: 8 }] },
      expect: 'fires',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
    {
      name: 'ulcerative cystitis: block',
      given: { conditions: [{ key: 'ulcerative-cystitis', status: 'current' }] },
      expect: 'fires',
    },
  ],
})
