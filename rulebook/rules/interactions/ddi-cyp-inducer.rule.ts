import { not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { byMouth, listed, takes } from './listed.ts'

export const ddiCypInducer = defineRule({
  id: 'ddi-cyp-inducer',
  title: 'CYP inducer, dose not by mouth',
  phases: askedFrom.interaction,
  appliesTo: not(byMouth),
  severity: 'caution',
  group: 'cyp-inducer',
  says: 'A CYP inducer is among the medicines; the dose does not pass the gut. Rifampin took away {fall} of an infused dose.',
  saysToPatient: 'You take something that can make your dose a little weaker. It should not change much here.',
  because: 'Past the gut an inducer changes little.',
  action: 'Go on; no change of dose.',
  values: {
    fall: [value(14, '%', { cites: ['peltoniemi-2011', 'peltoniemi-2012'], confidence: 'high', basis: 'src' })],
  },
  when: () => takes('cyp-inducer'),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'carbamazepine, dose by infusion: caution',
      given: { protocol: 'iv-ket-trd', medications: listed('carbamazepine') },
      expect: 'fires',
    },
    {
      name: 'carbamazepine, dose into a muscle: caution',
      given: { protocol: 'im-ket-trd', medications: listed('carbamazepine') },
      expect: 'fires',
    },
    {
      name: 'carbamazepine, dose by nose: caution',
      given: { protocol: 'in-esk-trd', medications: listed('carbamazepine') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: caution',
      given: { protocol: 'iv-ket-trd', medications: [{ name: 'x', classes: ['cyp-inducer'] }] },
      expect: 'fires',
    },
    {
      name: 'a mood stabiliser that induces nothing here',
      given: { protocol: 'iv-ket-trd', medications: listed('lithium') },
      expect: 'clear',
    },
    {
      name: 'by mouth: the other rule',
      given: { protocol: 'sl-ket-clinic', medications: listed('carbamazepine') },
      expect: 'clear',
    },
    { name: 'protocol not known: ask', given: { medications: listed('carbamazepine') }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    {
      name: 'by mouth at home: the other rule',
      given: { protocol: 'sl-ket-home', medications: listed('carbamazepine') },
      expect: 'clear',
    },
  ],
})
