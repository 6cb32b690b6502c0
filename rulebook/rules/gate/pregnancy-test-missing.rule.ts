import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const pregnancyTestMissing = defineRule({
  id: 'pregnancy-test-missing',
  title: 'No recent negative pregnancy test',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'The patient can become pregnant and there is no negative pregnancy test of the last {age}.',
  saysToPatient: 'We need a pregnancy test before this dose.',
  because: 'In animals the drug harms the developing brain; the label asks for pregnancy to be considered.',
  action: 'Do a pregnancy test now.',
  values: {
    age: [value(30, 'd', { cites: 'esketamine-label-us', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    all(
      is('gate.can_become_pregnant', true),
      any(above('gate.pregnancy_test_days_ago', value.age), is('gate.pregnancy_test_result', 'positive')),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'negative test at the limit: go ahead',
      given: {
        'gate.can_become_pregnant': true,
        'gate.pregnancy_test_days_ago': 30,
        'gate.pregnancy_test_result': 'negative',
      },
      expect: 'clear',
    },
    {
      name: 'test one day too old: hold',
      given: {
        'gate.can_become_pregnant': true,
        'gate.pregnancy_test_days_ago': 31,
        'gate.pregnancy_test_result': 'negative',
      },
      expect: 'fires',
    },
    {
      name: 'never tested: hold',
      given: { 'gate.can_become_pregnant': true, 'gate.pregnancy_test_days_ago': 'never' },
      expect: 'fires',
    },
    {
      name: 'positive test: hold',
      given: {
        'gate.can_become_pregnant': true,
        'gate.pregnancy_test_days_ago': 2,
        'gate.pregnancy_test_result': 'positive',
      },
      expect: 'fires',
    },
    {
      name: 'result not known: ask',
      given: { 'gate.can_become_pregnant': true, 'gate.pregnancy_test_days_ago': 2 },
      expect: 'unknown',
    },
    { name: 'cannot become pregnant: no test needed', given: { 'gate.can_become_pregnant': false }, expect: 'clear' },
  ],
})
