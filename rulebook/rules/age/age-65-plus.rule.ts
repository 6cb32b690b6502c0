import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const age65Plus = defineRule({
  id: 'age-65-plus',
  title: 'Older person',
  phases: askedFrom.screening,
  severity: 'caution',
  says: 'The patient is {age} or older.',
  saysToPatient:
    'With age this medicine can raise blood pressure more. We will watch yours closely and may keep you a little longer.',
  because:
    'Blood levels are higher in older people, and each year of age raises the odds of a surge in pressure a little.',
  action: 'Go ahead. Watch pressure, breathing and balance closely, and observe for longer.',
  values: {
    age: [value(65, 'a', { cites: 'esketamine-label-eu', confidence: 'high', basis: 'src' })],
  },
  when: (value, { atLeast }) => atLeast('age', value.age),
  cites: ['yale-2024'],
  confidence: 'high',
  examples: [
    { name: 'at the limit: caution', given: { age: 65 }, expect: 'fires' },
    { name: 'just under the limit: go ahead', given: { age: 64.9 }, expect: 'clear' },
    { name: 'age not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
