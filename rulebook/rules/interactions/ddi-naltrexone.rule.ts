import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiNaltrexone = defineRule({
  id: 'ddi-naltrexone',
  title: 'Naltrexone',
  phases: askedFrom.interaction,
  severity: 'caution',
  says: 'Naltrexone is among the medicines.',
  saysToPatient:
    'You take naltrexone. It may make your treatment work less well; studies do not agree. Please do not stop it on your own.',
  because:
    'It may blunt the benefit: in one crossover trial it did, in a pilot study of people with alcohol use disorder it did not. Both were very small. This holds with bupropion too.',
  action: 'Go on. If the response stays away, the prescriber weighs this against what naltrexone is taken for.',
  values: {
    completersInWhomItBlunted: [value(12, '1', { cites: 'williams-2018', confidence: 'high', basis: 'src' })],
    patientsInWhomItDidNot: [value(5, '1', { cites: 'yoon-2019', confidence: 'med', basis: 'src' })],
  },
  when: () => takes('naltrexone'),
  cites: [],
  confidence: 'med',
  examples: [
    { name: 'naltrexone: caution', given: { medications: listed('naltrexone') }, expect: 'fires' },
    {
      name: 'naltrexone with bupropion: caution',
      given: { medications: listed('bupropion', 'naltrexone') },
      expect: 'fires',
    },
    { name: 'bupropion alone', given: { medications: listed('bupropion') }, expect: 'clear' },
    { name: 'no medicines: go ahead', given: { medications: [] }, expect: 'clear' },
    { name: 'class of a medicine not known: ask', given: { medications: [{ name: 'x' }] }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
