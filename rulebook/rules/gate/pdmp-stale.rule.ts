import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const pdmpStale = defineRule({
  id: 'pdmp-stale',
  title: 'Prescription-monitoring query too old',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'The prescription-monitoring registry was last queried more than {age} ago.',
  saysToPatient: 'We need to check the prescription registry before this dose.',
  because: 'Controlled medicines from elsewhere change the risk, and the patient may not think to mention them.',
  action: 'Query the registry now. If it cannot be reached, a prescriber may override and query within 24 hours.',
  values: {
    age: [value(90, 'd', { cites: 'cdc-2022', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above }) => above('gate.pdmp_days_ago', value.age),
  cites: [],
  confidence: 'low',
  overridableBy: {
    role: 'prescriber',
    attests: 'The registry cannot be reached and I will have it queried within 24 hours.',
  },
  examples: [
    { name: 'at the limit: go ahead', given: { 'gate.pdmp_days_ago': 90 }, expect: 'clear' },
    { name: 'a day past the limit: hold', given: { 'gate.pdmp_days_ago': 91 }, expect: 'fires' },
    { name: 'never queried: hold', given: { 'gate.pdmp_days_ago': 'never' }, expect: 'fires' },
    { name: 'not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
