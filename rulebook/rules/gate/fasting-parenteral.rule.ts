import { all, any } from '@keel/engine'
import { parenteral } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const fastingParenteral = defineRule({
  id: 'fasting-parenteral',
  title: 'Not fasted for an injected dose',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...parenteral),
  severity: 'hold',
  says: 'Less than {solids} since solid food, or less than {liquids} since clear liquid.',
  saysToPatient: 'You ate or drank too recently. With an empty stomach the dose is safer.',
  because: 'Sedation with a full stomach risks aspiration.',
  action: 'Wait until the time has passed, or the prescriber overrides within the limits.',
  values: {
    solids: [value(6, 'h', { cites: 'asa-fasting', confidence: 'low', basis: 'src' })],
    liquids: [value(2, 'h', { cites: 'asa-fasting', confidence: 'low', basis: 'src' })],
    solidsForOverride: [value(2, 'h', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    doseForOverride: [value(0.5, 'mg/kg', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below }) => any(below('gate.last_food_h', value.solids), below('gate.last_liquid_h', value.liquids)),
  cites: [],
  confidence: 'low',
  overridableBy: {
    role: 'prescriber',
    attests: 'The dose is low, solid food was at least two hours ago, and I accept the risk of aspiration because:',
    within: (value, { atLeast, atMost }) =>
      all(atLeast('gate.last_food_h', value.solidsForOverride), atMost('order.dose_mg_per_kg', value.doseForOverride)),
  },
  examples: [
    {
      name: 'at both limits: go ahead',
      given: { protocol: 'iv-ket-trd', 'gate.last_food_h': 6, 'gate.last_liquid_h': 2 },
      expect: 'clear',
    },
    {
      name: 'food just under the limit: hold',
      given: { protocol: 'iv-ket-trd', 'gate.last_food_h': 5.9, 'gate.last_liquid_h': 3 },
      expect: 'fires',
    },
    {
      name: 'drink just under the limit: hold',
      given: { protocol: 'iv-ket-trd', 'gate.last_food_h': 8, 'gate.last_liquid_h': 1.9 },
      expect: 'fires',
    },
    { name: 'drink not asked about: ask', given: { protocol: 'iv-ket-trd', 'gate.last_food_h': 8 }, expect: 'unknown' },
    { name: 'nasal esketamine has its own rule', given: { protocol: 'in-esk-trd' }, expect: 'clear' },
  ],
})
