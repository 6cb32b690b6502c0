import { all, any, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciThyrotoxicosis = defineRule({
  id: 'ci-thyrotoxicosis',
  title: 'Thyrotoxicosis or untreated hyperthyroidism',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'thyroid',
  says: 'The patient has thyrotoxicosis, or hyperthyroidism that is not treated.',
  saysToPatient:
    'An overactive thyroid makes the heart race, and this medicine would add to it. It needs treatment first; then we can look again.',
  because:
    'With too much thyroid hormone the drug can bring on high pressure and a racing heart. Sources conflict: some product texts list it among the hazards, the EU text of esketamine only warns. We take the stricter.',
  action: 'Do not treat. Arrange treatment of the thyroid, and screen again.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      all(
        condition.is('key', 'thyrotoxicosis', 'hyperthyroidism'),
        not(condition.is('status', 'treated', 'stable', 'history')),
        any(condition.is('key', 'thyrotoxicosis'), condition.is('treated', false)),
      ),
    ),
  cites: ['ketamine-label-non-us', 'esketamine-label-eu'],
  confidence: 'low',
  examples: [
    {
      name: 'thyrotoxicosis: block',
      given: { conditions: [{ key: 'thyrotoxicosis', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'thyrotoxicosis under treatment: another rule',
      given: { conditions: [{ key: 'thyrotoxicosis', status: 'treated', treated: true }] },
      expect: 'clear',
    },
    {
      name: 'hyperthyroidism, untreated: block',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'untreated', treated: false }] },
      expect: 'fires',
    },
    {
      name: 'hyperthyroidism now, with treatment: another rule',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'current', treated: true }] },
      expect: 'clear',
    },
    {
      name: 'hyperthyroidism of the past',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'history' }] },
      expect: 'clear',
    },
    {
      name: 'hyperthyroidism now, not said whether treated: ask',
      given: { conditions: [{ key: 'hyperthyroidism', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'thyrotoxicosis that is stable by now: another rule',
      given: { conditions: [{ key: 'thyrotoxicosis', status: 'stable' }] },
      expect: 'clear',
    },
    {
      name: 'another condition, untreated',
      given: { conditions: [{ key: 'hypertension', status: 'untreated', treated: false }] },
      expect: 'clear',
    },
  ],
})
