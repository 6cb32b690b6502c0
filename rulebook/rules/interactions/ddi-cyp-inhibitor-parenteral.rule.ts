import { not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { byMouth, listed, takes } from './listed.ts'

export const ddiCypInhibitorParenteral = defineRule({
  id: 'ddi-cyp-inhibitor-parenteral',
  title: 'CYP inhibitor, dose not by mouth',
  phases: askedFrom.interaction,
  appliesTo: not(byMouth),
  severity: 'caution',
  group: 'cyp-inhibitor',
  says: 'A CYP inhibitor is among the medicines; the dose does not pass the gut.',
  saysToPatient: 'You take something that can make your dose a little stronger. It should not change much here.',
  because: 'Past the gut the effect is small; the label of esketamine asks for no change of dose.',
  action: 'Go on; no change of dose.',
  values: {},
  when: () => takes('cyp-inhibitor'),
  cites: ['peltoniemi-2011', 'esketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'voriconazole, dose by infusion: caution',
      given: { protocol: 'iv-ket-trd', medications: listed('voriconazole') },
      expect: 'fires',
    },
    {
      name: 'voriconazole, dose into a muscle: caution',
      given: { protocol: 'im-ket-trd', medications: listed('voriconazole') },
      expect: 'fires',
    },
    {
      name: 'voriconazole, dose by nose: caution',
      given: { protocol: 'in-esk-trd', medications: listed('voriconazole') },
      expect: 'fires',
    },
    {
      name: 'one known only by its class: caution',
      given: { protocol: 'iv-ket-trd', medications: [{ name: 'x', classes: ['cyp-inhibitor'] }] },
      expect: 'fires',
    },
    {
      name: 'itraconazole left the parent drug as it was',
      given: { protocol: 'iv-ket-trd', medications: listed('itraconazole') },
      expect: 'clear',
    },
    {
      name: 'by mouth: the other rule',
      given: { protocol: 'sl-ket-clinic', medications: listed('voriconazole') },
      expect: 'clear',
    },
    { name: 'protocol not known: ask', given: { medications: listed('voriconazole') }, expect: 'unknown' },
    { name: 'medicines not known: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    {
      name: 'by mouth at home: the other rule',
      given: { protocol: 'sl-ket-home', medications: listed('voriconazole') },
      expect: 'clear',
    },
  ],
})
