import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isSpo2Stop = defineRule({
  id: 'is-spo2-stop',
  title: 'Saturation dangerously low during the dose',
  phases: ['in_session'],
  severity: 'block',
  group: 'is-spo2',
  says: 'Oxygen saturation is below {low} for {sustained} or longer, or below {lowest} at all.',
  saysToPatient: 'Your oxygen level is too low. We have stopped the dose and are helping you breathe.',
  because: 'The brain is short of oxygen.',
  action: 'Stop the drug, open the airway and ventilate.',
  values: {
    low: [value(90, '%', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
    sustained: [value(60, 's', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
    lowest: [value(85, '%', { cites: 'judgement', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, below }) =>
    any(
      all(below('in_session.spo2', value.low), atLeast('in_session.spo2_low_seconds', value.sustained)),
      below('in_session.spo2', value.lowest),
    ),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit: another rule',
      given: { 'in_session.spo2': 90, 'in_session.spo2_low_seconds': 120 },
      expect: 'clear',
    },
    {
      name: 'one below, at the least time: stop',
      given: { 'in_session.spo2': 89, 'in_session.spo2_low_seconds': 60 },
      expect: 'fires',
    },
    {
      name: 'one below, a second too short: another rule',
      given: { 'in_session.spo2': 89, 'in_session.spo2_low_seconds': 59 },
      expect: 'clear',
    },
    {
      name: 'at the lowest limit, for a moment: another rule',
      given: { 'in_session.spo2': 85, 'in_session.spo2_low_seconds': 5 },
      expect: 'clear',
    },
    { name: 'one below the lowest limit, however short: stop', given: { 'in_session.spo2': 84 }, expect: 'fires' },
    { name: 'not known for how long: ask', given: { 'in_session.spo2': 88 }, expect: 'unknown' },
  ],
})
