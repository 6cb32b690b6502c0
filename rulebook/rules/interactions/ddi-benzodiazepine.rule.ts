import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiBenzodiazepine = defineRule({
  id: 'ddi-benzodiazepine',
  title: 'Benzodiazepine',
  phases: askedFrom.interaction,
  severity: 'caution',
  group: 'benzo',
  says: 'A benzodiazepine is among the medicines.',
  saysToPatient:
    'You take a calming medicine. With your dose it can make you more sleepy, so we will watch you closely. Please do not stop it on your own.',
  because:
    'It adds to sedation and may take a little of the benefit: in one trial taking one made no difference by itself, but a higher dose did at first.',
  action: 'Watch sedation and breathing. Record dose and time of the last tablet. Never have it stopped abruptly.',
  values: {},
  when: () => takes('benzodiazepine'),
  cites: ['esketamine-label-us', 'feeney-2023'],
  confidence: 'high',
  examples: [
    { name: 'lorazepam, whatever the dose: caution', given: { medications: listed('lorazepam') }, expect: 'fires' },
    {
      name: 'one known only by its class: caution',
      given: { medications: [{ name: 'oxazepam', classes: ['benzodiazepine'] }] },
      expect: 'fires',
    },
    {
      name: 'a sleeping tablet of another class: its own rule',
      given: { medications: listed('zolpidem') },
      expect: 'clear',
    },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
