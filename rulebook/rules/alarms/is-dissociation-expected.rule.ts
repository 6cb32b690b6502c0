import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isDissociationExpected = defineRule({
  id: 'is-dissociation-expected',
  title: 'Expected dissociation',
  phases: ['in_session'],
  severity: 'caution',
  group: 'is-dissociation',
  says: 'Dissociation of CADSS-6 {score} or more without distress.',
  saysToPatient: 'Feeling far away or unreal is expected and passes.',
  because: 'It is a known effect of the drug and fades within the hour.',
  action: 'Reassure and go on.',
  values: {
    score: [value(2, '{score}', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast, is }) => all(atLeast('in_session.cadss6', value.score), is('in_session.distress', false)),
  cites: ['esketamine-label-us', 'acevedo-diaz-2020'],
  confidence: 'high',
  examples: [
    { name: 'at the limit', given: { 'in_session.cadss6': 2, 'in_session.distress': false }, expect: 'fires' },
    { name: 'one below', given: { 'in_session.cadss6': 1, 'in_session.distress': false }, expect: 'clear' },
    {
      name: 'distress has its own rule',
      given: { 'in_session.cadss6': 8, 'in_session.distress': true },
      expect: 'clear',
    },
    { name: 'not asked about distress: ask', given: { 'in_session.cadss6': 8 }, expect: 'unknown' },
  ],
})
