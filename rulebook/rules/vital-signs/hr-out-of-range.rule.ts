import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const hrOutOfRange = defineRule({
  id: 'hr-out-of-range',
  title: 'Resting heart rate out of range',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'Resting heart rate is below {slowest} or above {fastest}.',
  saysToPatient: 'Your heart rate is outside the range in which we start. We will look for the reason.',
  because: 'The dose drives the heart; a rate already out of range leaves less reserve.',
  action: 'Rest, measure again and look for the cause. A prescriber may override a known cause within the limits.',
  values: {
    slowest: [value(50, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    fastest: [value(110, '/min', { cites: ['murrough-2013', 'wan-2015'], confidence: 'low', basis: 'drv' })],
    slowestForOverride: [value(45, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    fastestForOverride: [value(120, '/min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, below }) => any(below('vitals.hr', value.slowest), above('vitals.hr', value.fastest)),
  cites: [],
  confidence: 'low',
  overridableBy: {
    role: 'prescriber',
    attests: 'The cause of this heart rate is known and I accept it because:',
    within: (value, { atLeast, atMost }) =>
      all(atLeast('vitals.hr', value.slowestForOverride), atMost('vitals.hr', value.fastestForOverride)),
  },
  examples: [
    { name: 'at the lower limit: go ahead', given: { 'vitals.hr': 50 }, expect: 'clear' },
    { name: 'one below the lower limit: hold', given: { 'vitals.hr': 49 }, expect: 'fires' },
    { name: 'at the upper limit: go ahead', given: { 'vitals.hr': 110 }, expect: 'clear' },
    { name: 'one above the upper limit: hold', given: { 'vitals.hr': 111 }, expect: 'fires' },
    { name: 'not measured: ask', given: {}, expect: 'unknown' },
  ],
})
