import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiTheophylline = defineRule({
  id: 'ddi-theophylline',
  title: 'Theophylline',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'Theophylline or aminophylline is among the medicines.',
  saysToPatient:
    'You take a lung medicine that can make a seizure more likely with your dose. Your prescriber will check first. Please do not stop it on your own.',
  because: 'With ketamine it may lower the threshold for a seizure.',
  action: 'Choose a drug other than ketamine if possible. Otherwise the prescriber decides and records why.',
  values: {},
  when: () => takes('theophylline'),
  cites: ['ketamine-label-us'],
  confidence: 'high',
  examples: [
    { name: 'theophylline: review', given: { medications: listed('theophylline') }, expect: 'fires' },
    { name: 'aminophylline: review', given: { medications: listed('aminophylline') }, expect: 'fires' },
    {
      name: 'an inhaled steroid for the lungs',
      given: { medications: [{ ...listed('budesonide')[0], route: 'inhaled' }] },
      expect: 'clear',
    },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
