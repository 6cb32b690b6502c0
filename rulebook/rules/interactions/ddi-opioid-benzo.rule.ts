import { all } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { listed, takes } from './listed.ts'

export const ddiOpioidBenzo = defineRule({
  id: 'ddi-opioid-benzo',
  title: 'Opioid with benzodiazepine',
  phases: askedFrom.interaction,
  severity: 'review',
  says: 'An opioid and a benzodiazepine are taken together.',
  saysToPatient:
    'You take both a strong pain medicine and a calming medicine. With your dose the three could slow your breathing. Your prescriber will check first. Please do not stop either on your own.',
  because:
    'Each deepens sedation and slow breathing from the other; the labels of both classes warn of it in a box. Ketamine comes on top.',
  action: 'The prescriber decides whether to go on, and how breathing is watched. Stop neither abruptly.',
  values: {},
  when: () => all(takes('opioid'), takes('benzodiazepine')),
  cites: ['opioid-benzodiazepine-boxed-warnings'],
  confidence: 'high',
  examples: [
    {
      name: 'oxycodone with diazepam, whatever the doses: review',
      given: { medications: listed('oxycodone', 'diazepam') },
      expect: 'fires',
    },
    {
      name: 'buprenorphine with clonazepam: review',
      given: { medications: listed('buprenorphine', 'clonazepam') },
      expect: 'fires',
    },
    { name: 'an opioid alone: its own rule', given: { medications: listed('oxycodone') }, expect: 'clear' },
    { name: 'a benzodiazepine alone: its own rule', given: { medications: listed('diazepam') }, expect: 'clear' },
    {
      name: 'an opioid and a medicine of unknown class: ask',
      given: { medications: [...listed('oxycodone'), { name: 'x' }] },
      expect: 'unknown',
    },
    { name: 'medicines not known: ask', given: {}, expect: 'unknown' },
  ],
})
