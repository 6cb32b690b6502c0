import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const gate7Soft = defineRule({
  id: 'gate-7-soft',
  title: 'Two missed integration visits',
  phases: askedFrom.gate,
  severity: 'caution',
  group: 'gate-7',
  says: 'Integration visits missed in 60 days: {missed} or more.',
  saysToPatient: 'We missed you at your last visits. Let us find out what got in the way, and what would work better.',
  because: 'Coming for doses and not for what lies between them is an early sign that the treatment is slipping.',
  action: 'Go on; a counsellor calls the patient and asks what got in the way.',
  values: { missed: [value(2, '1', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, { atLeast }) => atLeast('engagement.missed_integrations_60d', value.missed),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'at the limit: caution',
      given: { 'engagement.missed_integrations_60d': 2 },
      expect: 'fires',
    },
    {
      name: 'one fewer: go ahead',
      given: { 'engagement.missed_integrations_60d': 1 },
      expect: 'clear',
    },

    { name: 'not known: ask', given: {}, expect: 'unknown' },
  ],
})
