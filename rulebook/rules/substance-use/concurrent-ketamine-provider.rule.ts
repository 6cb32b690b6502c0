import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const concurrentKetamineProvider = defineRule({
  id: 'concurrent-ketamine-provider',
  title: 'Ketamine from another provider',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient had ketamine or esketamine from elsewhere in the last {recent}, or takes it as a medicine.',
  saysToPatient:
    'You are getting ketamine somewhere else as well. Two sources together are not safe; one clinic should hold the plan.',
  because: 'Doses from two places add up unseen, and it is a known way for the drug to be passed on.',
  action:
    'Do not treat. Speak with the patient and the other provider about who goes on with the treatment. The list of medicines is for what others prescribe: this clinic’s own doses do not belong on it.',
  values: {
    recent: [value(28, 'd', { cites: ['asa-ketamine', 'judgement'], confidence: 'med', basis: 'drv' })],
  },
  when: (value, { some, atMost }) =>
    any(
      atMost('gate.pdmp_other_ketamine_days_ago', value.recent),
      some('medications', (medicine) => medicine.includes('classes', 'ketamine')),
    ),
  cites: ['asa-ketamine'],
  confidence: 'med',
  examples: [
    {
      name: 'on the last day that counts: block',
      given: { 'gate.pdmp_other_ketamine_days_ago': 28, medications: [] },
      expect: 'fires',
    },
    {
      name: 'a day longer ago: go ahead',
      given: { 'gate.pdmp_other_ketamine_days_ago': 29, medications: [] },
      expect: 'clear',
    },
    {
      name: 'lozenges by mail, not in the registry: block',
      given: {
        'gate.pdmp_other_ketamine_days_ago': 'never',
        medications: [{ name: 'ketamine', classes: ['ketamine'], route: 'sublingual' }],
      },
      expect: 'fires',
    },
    { name: 'registry not queried: ask', given: { medications: [] }, expect: 'unknown' },
  ],
})
