import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { byMouth, listed, takes } from './listed.ts'

export const ddiCypInhibitorOral = defineRule({
  id: 'ddi-cyp-inhibitor-oral',
  title: 'CYP inhibitor with ketamine by mouth',
  phases: askedFrom.interaction,
  appliesTo: byMouth,
  severity: 'review',
  group: 'cyp-inhibitor',
  says: 'A CYP inhibitor (or grapefruit) with ketamine by mouth. Exposure to S-ketamine rose to {clarithromycin} times with clarithromycin (its peak to {clarithromycinPeak} times), {ticlopidine} times with ticlopidine and {grapefruit} times with grapefruit.',
  saysToPatient:
    'You take something that makes your dose much stronger when you swallow it. Your prescriber will check first: the dose may be halved.',
  because: 'Gut and liver take apart most of a swallowed dose; without their enzymes far more reaches the brain.',
  action: 'Halve the dose, or avoid the pair.',
  values: {
    clarithromycin: [value(2.6, '1', { cites: 'hagelberg-2010', confidence: 'high', basis: 'src' })],
    clarithromycinPeak: [value(3.6, '1', { cites: 'hagelberg-2010', confidence: 'high', basis: 'src' })],
    ticlopidine: [value(2.4, '1', { cites: 'peltoniemi-2011', confidence: 'high', basis: 'src' })],
    grapefruit: [value(3, '1', { cites: 'peltoniemi-2012', confidence: 'high', basis: 'src' })],
  },
  when: () => takes('cyp-inhibitor'),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'clarithromycin, dose in the clinic: review',
      given: { protocol: 'sl-ket-clinic', medications: listed('clarithromycin') },
      expect: 'fires',
    },
    {
      name: 'clarithromycin, dose at home: review',
      given: { protocol: 'sl-ket-home', medications: listed('clarithromycin') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: review',
      given: { protocol: 'sl-ket-clinic', medications: [{ name: 'x', classes: ['cyp-inhibitor'] }] },
      expect: 'fires',
    },
    {
      name: 'itraconazole left the parent drug as it was',
      given: { protocol: 'sl-ket-clinic', medications: listed('itraconazole') },
      expect: 'clear',
    },
    {
      name: 'by infusion: the other rule',
      given: { protocol: 'iv-ket-trd', medications: listed('clarithromycin') },
      expect: 'clear',
    },
    { name: 'protocol not known: ask', given: { medications: listed('clarithromycin') }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: { protocol: 'sl-ket-clinic' }, expect: 'unknown' },
  ],
})
