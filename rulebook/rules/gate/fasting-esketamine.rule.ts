import { any } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const fastingEsketamine = defineRule({
  id: 'fasting-esketamine',
  title: 'Not fasted for a nasal dose',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...nasalEsketamine),
  severity: 'hold',
  says: 'Less than {food} since food, or less than {drink} since a drink.',
  saysToPatient: 'You ate or drank too recently. Waiting makes nausea less likely.',
  because: 'Nausea and vomiting are common after the spray, and worse on a full stomach.',
  action: 'Wait until the time has passed.',
  values: {
    food: [value(2, 'h', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
    drink: [value(0.5, 'h', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
  },
  when: (value, { below }) => any(below('gate.last_food_h', value.food), below('gate.last_liquid_h', value.drink)),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'at both limits: go ahead',
      given: { protocol: 'in-esk-trd', region: 'US', 'gate.last_food_h': 2, 'gate.last_liquid_h': 0.5 },
      expect: 'clear',
    },
    {
      name: 'food just under the limit: hold',
      given: { protocol: 'in-esk-trd', region: 'US', 'gate.last_food_h': 1.9, 'gate.last_liquid_h': 2 },
      expect: 'fires',
    },
    {
      name: 'drink just under the limit: hold',
      given: { protocol: 'in-esk-trd', region: 'US', 'gate.last_food_h': 4, 'gate.last_liquid_h': 0.4 },
      expect: 'fires',
    },
    {
      name: 'food not asked about: ask',
      given: { protocol: 'in-esk-trd', region: 'US', 'gate.last_liquid_h': 2 },
      expect: 'unknown',
    },
    { name: 'an injected dose has its own rule', given: { protocol: 'iv-ket-trd' }, expect: 'clear' },
    {
      name: 'for acute suicidality, food just under the limit: hold',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'gate.last_food_h': 1.9, 'gate.last_liquid_h': 2 },
      expect: 'fires',
    },
  ],
})
