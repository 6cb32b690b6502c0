import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isBpPause = defineRule({
  id: 'is-bp-pause',
  title: 'Pressure very high during the dose',
  phases: ['in_session'],
  severity: 'hold',
  group: 'is-bp',
  says: 'Pressure is {systolic} systolic or {diastolic} diastolic, or more.',
  saysToPatient: 'Your blood pressure is too high. We are pausing the dose and letting you rest.',
  because: 'Stopping the drug is the quickest way to let the pressure fall.',
  action:
    'Pause the drug or give no further device. Quiet room, measure again in 5 min; treat by order if it lasts 15 min.',
  values: {
    systolic: [value(180, 'mm[Hg]', { cites: ['wan-2015', 'yip-2022'], confidence: 'low', basis: 'drv' })],
    diastolic: [value(110, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast }) =>
    any(atLeast('in_session.sbp', value.systolic), atLeast('in_session.dbp', value.diastolic)),
  cites: ['wan-2015', 'yip-2022'],
  confidence: 'low',
  examples: [
    { name: 'systolic at the limit: pause', given: { 'in_session.sbp': 180, 'in_session.dbp': 90 }, expect: 'fires' },
    { name: 'diastolic at the limit: pause', given: { 'in_session.sbp': 150, 'in_session.dbp': 110 }, expect: 'fires' },
    { name: 'one below both limits', given: { 'in_session.sbp': 179, 'in_session.dbp': 109 }, expect: 'clear' },
    { name: 'no pressure: ask', given: {}, expect: 'unknown' },
  ],
})
