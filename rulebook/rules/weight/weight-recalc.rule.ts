import { weightBased } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const weightRecalc = defineRule({
  id: 'weight-recalc',
  title: 'Weight has moved since the order',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'hold',
  says: 'Weight differs by more than {limit} from the weight used in the order.',
  saysToPatient: 'Your weight has changed, so your prescriber will work out your dose again.',
  because: 'An order for another weight is another dose for each kilogram.',
  action: 'The prescriber orders again with today’s weight.',
  values: {
    limit: [value(5, '%', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above }) => above('derived.weight_change_percent', value.limit),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'at the limit: go ahead',
      given: { protocol: 'iv-ket-trd', weight_kg: 73.5, 'order.ordered_weight_kg': 70, 'order.weight_basis': 'actual' },
      expect: 'clear',
    },
    {
      name: 'a tenth of a percent past the limit: hold',
      given: { protocol: 'iv-ket-trd', 'derived.weight_change_percent': 5.1 },
      expect: 'fires',
    },
    {
      name: 'weight has fallen: hold',
      given: { protocol: 'iv-ket-trd', weight_kg: 62, 'order.ordered_weight_kg': 70, 'order.weight_basis': 'actual' },
      expect: 'fires',
    },
    {
      name: 'an order by ideal weight is compared with today’s ideal weight',
      given: {
        protocol: 'iv-ket-trd',
        weight_kg: 100,
        height_cm: 172.4,
        sex: 'male',
        'order.ordered_weight_kg': 68.2,
        'order.weight_basis': 'ideal',
      },
      expect: 'clear',
    },
    {
      name: 'weight of the order not known: ask',
      given: { protocol: 'iv-ket-trd', weight_kg: 70, 'order.weight_basis': 'actual' },
      expect: 'unknown',
    },
    {
      name: 'a spray is not dosed by weight',
      given: { protocol: 'in-esk-trd', 'derived.weight_change_percent': 12 },
      expect: 'clear',
    },
  ],
})
