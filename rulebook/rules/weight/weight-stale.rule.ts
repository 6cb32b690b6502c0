import { weightBased } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const weightStale = defineRule({
  id: 'weight-stale',
  title: 'Weight too old for dosing',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'hold',
  says: 'The patient was last weighed more than {age} ago.',
  saysToPatient: 'We need to weigh you before we work out your dose.',
  because: 'The dose follows weight, and weight drifts.',
  action: 'Weigh the patient now.',
  values: {
    age: [value(30, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above }) => above('gate.weight_days_ago', value.age),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit: go ahead', given: { protocol: 'iv-ket-trd', 'gate.weight_days_ago': 30 }, expect: 'clear' },
    {
      name: 'a day past the limit: hold',
      given: { protocol: 'iv-ket-trd', 'gate.weight_days_ago': 31 },
      expect: 'fires',
    },
    {
      name: 'never weighed here: hold',
      given: { protocol: 'iv-ket-trd', 'gate.weight_days_ago': 'never' },
      expect: 'fires',
    },
    { name: 'not recorded: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    { name: 'devices hold a fixed dose', given: { protocol: 'in-esk-trd', region: 'US' }, expect: 'clear' },
  ],
})
