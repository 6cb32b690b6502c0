import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciAgeUnder18 = defineRule({
  id: 'ci-age-under-18',
  title: 'Not yet an adult',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient is younger than {age}.',
  saysToPatient: 'This treatment is only for adults. We will help you and your family find the right care.',
  because: 'Neither safety nor benefit is established before adulthood.',
  action: 'Do not treat. Refer to a child and adolescent psychiatrist.',
  values: {
    age: [value(18, 'a', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
  },
  when: (value, { below }) => below('age', value.age),
  cites: [],
  confidence: 'high',
  examples: [
    { name: 'eighteen: go ahead', given: { age: 18 }, expect: 'clear' },
    { name: 'just under eighteen: block', given: { age: 17.9 }, expect: 'fires' },
    { name: 'age not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
