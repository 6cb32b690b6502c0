import { all, any, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciPregnancy = defineRule({
  id: 'ci-pregnancy',
  title: 'Pregnant',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient is pregnant or the pregnancy test is positive.',
  saysToPatient:
    'This medicine may harm a growing baby, so we will not give it now. We will help you find care that fits.',
  because: 'In animals the drug harms the developing brain; nobody knows a safe dose in pregnancy.',
  action: 'Do not treat. Tell the patient in private, repeat the test if in doubt, and agree on other treatment.',
  values: {},
  when: (_value, { some, is }) =>
    any(
      is('derived.pregnancy_test_positive', true),
      some('conditions', (condition) => all(condition.is('key', 'pregnancy'), not(condition.is('status', 'history')))),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'pregnant, never tested here: block',
      given: { conditions: [{ key: 'pregnancy', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'positive test: block',
      given: { conditions: [], 'gate.pregnancy_test_result': 'positive' },
      expect: 'fires',
    },
    {
      name: 'positive test, although said not to be able to become pregnant: block',
      given: { conditions: [], 'gate.can_become_pregnant': false, 'gate.pregnancy_test_result': 'positive' },
      expect: 'fires',
    },
    {
      name: 'was pregnant, test negative: go ahead',
      given: { conditions: [{ key: 'pregnancy', status: 'history' }], 'gate.pregnancy_test_result': 'negative' },
      expect: 'clear',
    },
    {
      name: 'cannot become pregnant: no test needed',
      given: { conditions: [], 'gate.can_become_pregnant': false },
      expect: 'clear',
    },
    {
      name: 'can become pregnant, not tested: ask',
      given: { conditions: [], 'gate.can_become_pregnant': true },
      expect: 'unknown',
    },
    {
      name: 'another condition',
      given: { conditions: [{ key: 'breastfeeding', status: 'current' }], 'gate.pregnancy_test_result': 'negative' },
      expect: 'clear',
    },
  ],
})
