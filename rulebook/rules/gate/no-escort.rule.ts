import { defineRule } from '../../vocabulary.ts'

export const noEscort = defineRule({
  id: 'no-escort',
  title: 'Nobody to take the patient home',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'No responsible adult will take the patient home.',
  saysToPatient: 'Please arrange for an adult to take you home; we cannot start without that.',
  because: 'Judgement, balance and reactions stay impaired for hours after the patient feels well.',
  action: 'Arrange an adult to come, or choose another day.',
  values: {},
  when: (_value, { is }) => is('gate.escort', false),
  cites: ['esketamine-label-us', 'ketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'nobody will come: hold', given: { 'gate.escort': false }, expect: 'fires' },
    { name: 'an adult will come: go ahead', given: { 'gate.escort': true }, expect: 'clear' },
    { name: 'not asked: ask', given: {}, expect: 'unknown' },
  ],
})
