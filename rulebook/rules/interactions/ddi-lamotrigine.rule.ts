import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiLamotrigine = defineRule({
  id: 'ddi-lamotrigine',
  title: 'Lamotrigine',
  phases: askedFrom.interaction,
  severity: 'caution',
  says: 'Lamotrigine is among the medicines.',
  saysToPatient:
    'You take lamotrigine. The dreamy feeling after your dose may be weaker. Nothing changes: please keep taking it.',
  because:
    'It may soften dissociation: one study suggests so, a trial in resistant depression found no effect, and a later study found no loss of response and a trend to less dissociation.',
  action: 'Go on; no change of either medicine.',
  values: {
    usersStudied: [value(13, '1', { cites: 'joseph-2023', confidence: 'high', basis: 'src' })],
  },
  when: () => takes('lamotrigine'),
  cites: ['anand-2000', 'mathew-2010'],
  confidence: 'high',
  examples: [
    { name: 'lamotrigine: caution', given: { medications: listed('lamotrigine') }, expect: 'fires' },
    { name: 'another mood stabiliser', given: { medications: listed('lithium', 'valproate') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
