import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const intoxicated = defineRule({
  id: 'intoxicated',
  title: 'Signs of intoxication',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'There are signs of intoxication, or breath alcohol is above {limit}.',
  saysToPatient: 'We cannot give a dose on top of alcohol or another drug.',
  because: 'Alcohol and other drugs add to sedation and make the response unpredictable.',
  action: 'No dose while intoxicated. Keep the patient safe, and talk about substance use before the next one.',
  values: {
    limit: [value(0, '%', { cites: 'judgement', confidence: 'high', basis: 'drv' })],
  },
  when: (value, { above, is }) => any(is('gate.intoxicated', true), above('gate.breath_alcohol_percent', value.limit)),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'no signs and breath alcohol at zero: go ahead',
      given: { 'gate.intoxicated': false, 'gate.breath_alcohol_percent': 0 },
      expect: 'clear',
    },
    {
      name: 'any breath alcohol: hold',
      given: { 'gate.intoxicated': false, 'gate.breath_alcohol_percent': 0.001 },
      expect: 'fires',
    },
    { name: 'signs settle it without a breath test', given: { 'gate.intoxicated': true }, expect: 'fires' },
    { name: 'no breath test: ask', given: { 'gate.intoxicated': false }, expect: 'unknown' },
  ],
})
