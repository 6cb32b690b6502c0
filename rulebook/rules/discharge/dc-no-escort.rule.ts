import { defineRule } from '../../vocabulary.ts'

export const dcNoEscort = defineRule({
  id: 'dc-no-escort',
  title: 'Nobody here to take the patient home',
  phases: ['discharge'],
  severity: 'hold',
  says: 'The responsible adult is not here.',
  saysToPatient: 'Please wait here until the adult who takes you home has come.',
  because: 'Judgement and reactions are impaired for hours.',
  action: 'Wait for the adult, or arrange another.',
  values: {},
  when: (_value, { is }) => is('discharge.escort_present', false),
  cites: ['esketamine-label-us', 'ketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'nobody here: stay', given: { 'discharge.escort_present': false }, expect: 'fires' },
    { name: 'the adult is here', given: { 'discharge.escort_present': true }, expect: 'clear' },
    { name: 'not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
