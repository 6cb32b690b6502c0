import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcGaitNausea = defineRule({
  id: 'dc-gait-nausea',
  title: 'Unsteady, nauseated or PADSS too low',
  phases: ['discharge'],
  severity: 'hold',
  says: 'PADSS is below {padss}, the gait is unsteady, or nausea is not controlled.',
  saysToPatient: 'You are not quite steady yet, or still feel sick. Please rest here.',
  because: 'Falls and vomiting on the way home are the commonest harm after sedation.',
  action: 'Keep observing; treat the nausea and try standing again.',
  values: {
    padss: [value(9, '{score}', { cites: 'chung-1995', confidence: 'high', basis: 'src' })],
  },
  when: (value, { below, is }) =>
    any(
      below('discharge.padss', value.padss),
      is('discharge.gait_steady', false),
      is('discharge.nausea_controlled', false),
    ),
  cites: ['chung-1995'],
  confidence: 'high',
  examples: [
    {
      name: 'at the limit, steady and not sick',
      given: { 'discharge.padss': 9, 'discharge.gait_steady': true, 'discharge.nausea_controlled': true },
      expect: 'clear',
    },
    {
      name: 'one below: stay',
      given: { 'discharge.padss': 8, 'discharge.gait_steady': true, 'discharge.nausea_controlled': true },
      expect: 'fires',
    },
    {
      name: 'unsteady: stay',
      given: { 'discharge.padss': 10, 'discharge.gait_steady': false, 'discharge.nausea_controlled': true },
      expect: 'fires',
    },
    {
      name: 'nausea: stay',
      given: { 'discharge.padss': 10, 'discharge.gait_steady': true, 'discharge.nausea_controlled': false },
      expect: 'fires',
    },
    {
      name: 'gait not tried: ask',
      given: { 'discharge.padss': 10, 'discharge.nausea_controlled': true },
      expect: 'unknown',
    },
  ],
})
