import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const rrOutOfRange = defineRule({
  id: 'rr-out-of-range',
  title: 'Breathing rate out of range',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Breathing is slower than {slowest} or faster than {fastest}.',
  saysToPatient: 'You are breathing slower or faster than usual. We will check why before any dose.',
  because: 'An unusual rate can be illness, anxiety or another drug, each of which changes the risk of sedation.',
  action: 'Count again over a full minute and look for the cause.',
  values: {
    slowest: [value(10, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    fastest: [value(24, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, below }) => any(below('vitals.rr', value.slowest), above('vitals.rr', value.fastest)),
  cites: [],
  confidence: 'low',
  examples: [
    { name: 'at the lower limit: go ahead', given: { 'vitals.rr': 10 }, expect: 'clear' },
    { name: 'one below the lower limit: hold', given: { 'vitals.rr': 9 }, expect: 'fires' },
    { name: 'at the upper limit: go ahead', given: { 'vitals.rr': 24 }, expect: 'clear' },
    { name: 'one above the upper limit: hold', given: { 'vitals.rr': 25 }, expect: 'fires' },
    { name: 'not counted: ask', given: {}, expect: 'unknown' },
  ],
})
