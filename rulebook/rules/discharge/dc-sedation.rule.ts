import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcSedation = defineRule({
  id: 'dc-sedation',
  title: 'Still sedated',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Sedation is below MOAA/S {awake}.',
  saysToPatient: 'You are still a little sleepy. Please rest here.',
  because: 'Somebody who is slow to answer is slow to notice trouble.',
  action: 'Keep observing and score again.',
  values: {
    awake: [value(5, '{score}', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { below }) => below('discharge.moaas', value.awake),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { 'discharge.moaas': 5 }, expect: 'clear' },
    { name: 'one below: stay', given: { 'discharge.moaas': 4 }, expect: 'fires' },
    { name: 'not scored: ask', given: {}, expect: 'unknown' },
  ],
})
