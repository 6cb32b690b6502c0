import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiNmdaAntagonist = defineRule({
  id: 'ddi-nmda-antagonist',
  title: 'Another NMDA antagonist',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'Another NMDA antagonist is among the medicines.',
  saysToPatient:
    'You take a medicine that works in the same place as your dose. Both at once may make you confused or see things that are not there. Your prescriber will check first.',
  because:
    'Two drugs then block one receptor; psychosis becomes more likely. This holds for dextromethorphan with bupropion too.',
  action: 'The prescriber decides whether it can be left out, or whether to go on.',
  values: {},
  when: () => takes('nmda-antagonist'),
  cites: ['memantine-smpc-eu'],
  confidence: 'med',
  examples: [
    { name: 'memantine: review', given: { medications: listed('memantine') }, expect: 'fires' },
    {
      name: 'dextromethorphan with bupropion: review',
      given: { medications: listed('dextromethorphan', 'bupropion') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: review',
      given: { medications: [{ name: 'dextrorphan', classes: ['nmda-antagonist'] }] },
      expect: 'fires',
    },
    { name: 'bupropion alone', given: { medications: listed('bupropion') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
