import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcAldrete = defineRule({
  id: 'dc-aldrete',
  title: 'Aldrete score too low to leave',
  phases: ['discharge'],
  severity: 'hold',
  says: 'The modified Aldrete score is below {total}, or one item is {item}.',
  saysToPatient: 'You need a little longer to wake up fully.',
  because: 'The score sums up movement, breathing, circulation, wakefulness and oxygen; one failing item counts.',
  action: 'Keep observing and score again.',
  values: {
    total: [value(9, '{score}', { cites: 'aldrete-1995', confidence: 'high', basis: 'src' })],
    item: [value(0, '{score}', { cites: 'aldrete-1995', confidence: 'high', basis: 'src' })],
  },
  when: (value, { atMost, below }) =>
    any(below('discharge.aldrete', value.total), atMost('discharge.aldrete_lowest_item', value.item)),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'at the limit, no item at zero',
      given: { 'discharge.aldrete': 9, 'discharge.aldrete_lowest_item': 1 },
      expect: 'clear',
    },
    { name: 'one below: stay', given: { 'discharge.aldrete': 8, 'discharge.aldrete_lowest_item': 1 }, expect: 'fires' },
    {
      name: 'one item at zero: stay',
      given: { 'discharge.aldrete': 9, 'discharge.aldrete_lowest_item': 0 },
      expect: 'fires',
    },
    { name: 'items not scored: ask', given: { 'discharge.aldrete': 10 }, expect: 'unknown' },
  ],
})
