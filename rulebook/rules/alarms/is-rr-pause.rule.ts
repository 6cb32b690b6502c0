import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isRrPause = defineRule({
  id: 'is-rr-pause',
  title: 'Breathing slow during the dose',
  phases: ['in_session'],
  severity: 'hold',
  group: 'is-rr',
  says: 'Breathing is slower than {slowest}.',
  saysToPatient: 'You are breathing slowly. We are pausing the dose.',
  because: 'Slow breathing comes before low oxygen.',
  action: 'Pause the drug and rouse the patient.',
  values: {
    slowest: [value(10, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below }) => below('in_session.rr', value.slowest),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the limit', given: { 'in_session.rr': 10 }, expect: 'clear' },
    { name: 'one below: pause', given: { 'in_session.rr': 9 }, expect: 'fires' },
    { name: 'not counted: ask', given: {}, expect: 'unknown' },
  ],
})
