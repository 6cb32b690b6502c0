import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiSodiumOxybate = defineRule({
  id: 'ddi-sodium-oxybate',
  title: 'Oxybate',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'Sodium oxybate or mixed oxybates are among the medicines.',
  saysToPatient:
    'You take a very strong sleep medicine. With your dose it could make you far too sleepy. Your prescriber will check first.',
  because: 'Oxybates depress the nervous system deeply by themselves; their labels warn against adding to it.',
  action:
    'The prescriber decides whether to go on, how long after the last oxybate, and that none is taken too soon after the dose.',
  values: {},
  when: () => takes('sodium-oxybate'),
  cites: ['oxybate-labels', 'esketamine-label-us'],
  confidence: 'med',
  examples: [
    { name: 'sodium oxybate: review', given: { medications: listed('sodium oxybate') }, expect: 'fires' },
    { name: 'mixed oxybates: review', given: { medications: listed('mixed oxybates') }, expect: 'fires' },
    { name: 'baclofen is another matter', given: { medications: listed('baclofen') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
