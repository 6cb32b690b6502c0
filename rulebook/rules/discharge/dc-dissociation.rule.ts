import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcDissociation = defineRule({
  id: 'dc-dissociation',
  title: 'Still dissociated or disoriented',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Dissociation is more than {short} above baseline on CADSS-6 and above {long} on CADSS, or the patient is not oriented.',
  saysToPatient: 'The world may still feel strange. Please rest here until it is back.',
  because: 'Somebody who does not feel real is not safe on a street.',
  action: 'Keep observing and score again.',
  values: {
    short: [value(1, '{score}', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    long: [value(4, '{score}', { cites: 'transform', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    any(
      all(above('discharge.cadss6_above_baseline', value.short), above('discharge.cadss', value.long)),
      is('discharge.oriented', false),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'both scales at their limits',
      given: { 'discharge.cadss6_above_baseline': 1, 'discharge.cadss': 4, 'discharge.oriented': true },
      expect: 'clear',
    },
    {
      name: 'both scales one above: stay',
      given: { 'discharge.cadss6_above_baseline': 2, 'discharge.cadss': 5, 'discharge.oriented': true },
      expect: 'fires',
    },
    {
      name: 'one scale in range is enough',
      given: { 'discharge.cadss6_above_baseline': 1, 'discharge.oriented': true },
      expect: 'clear',
    },
    { name: 'not oriented: stay', given: { 'discharge.oriented': false }, expect: 'fires' },
    { name: 'not scored: ask', given: { 'discharge.oriented': true }, expect: 'unknown' },
    {
      name: 'the short scale above its limit, the long one at it',
      given: { 'discharge.cadss6_above_baseline': 2, 'discharge.cadss': 4, 'discharge.oriented': true },
      expect: 'clear',
    },
  ],
})
