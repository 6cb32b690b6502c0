import { all } from '@keel/engine'
import { weightBased } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const ibwNotApplied = defineRule({
  id: 'ibw-not-applied',
  title: 'Ideal weight not used',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'hold',
  says: 'Body mass index is {limit} or more and the order used actual weight.',
  saysToPatient: 'Your prescriber will work out your dose again with a different weight.',
  because: 'Dosing by actual weight at this body mass index moves pressure and heart rate more.',
  action: 'The prescriber orders again with ideal body weight.',
  values: {
    limit: [value(30, 'kg/m2', { cites: 'sanacora-2017', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, is }) => all(atLeast('bmi', value.limit), is('order.weight_basis', 'actual')),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit with actual weight: hold',
      given: { protocol: 'iv-ket-trd', bmi: 30, 'order.weight_basis': 'actual' },
      expect: 'fires',
    },
    {
      name: 'a tenth below the limit: go ahead',
      given: { protocol: 'iv-ket-trd', bmi: 29.9, 'order.weight_basis': 'actual' },
      expect: 'clear',
    },
    {
      name: 'at the limit with ideal weight: go ahead',
      given: { protocol: 'iv-ket-trd', bmi: 30, 'order.weight_basis': 'ideal' },
      expect: 'clear',
    },
    { name: 'basis of the order not known: ask', given: { protocol: 'iv-ket-trd', bmi: 34 }, expect: 'unknown' },
    {
      name: 'a spray is not dosed by weight',
      given: { protocol: 'in-esk-trd', bmi: 34, 'order.weight_basis': 'actual' },
      expect: 'clear',
    },
  ],
})
