import { any } from '@keel/engine'
import { defineRule, equipmentItems } from '../../vocabulary.ts'

export const emergencyEquipmentMissing = defineRule({
  id: 'emergency-equipment-missing',
  title: 'Emergency equipment missing or not checked',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'An item of the emergency equipment is missing or was not checked today.',
  saysToPatient: 'We still have equipment to check before we start.',
  because: 'In an emergency there is no time to look for what is missing.',
  action: 'Check every item of the list, and bring what is missing.',
  values: {},
  when: (_value, { is }) => any(...equipmentItems.map((item) => is(`site.${item}_checked_today`, false))),
  cites: ['asa-ketamine', 'askp3'],
  confidence: 'high',
  examples: [
    { name: 'the bag-mask was not checked: hold', given: { 'site.bag_mask_checked_today': false }, expect: 'fires' },
    {
      name: 'every item checked',
      given: Object.fromEntries(equipmentItems.map((item) => [`site.${item}_checked_today`, true])),
      expect: 'clear',
    },
    {
      name: 'one item not recorded: ask',
      given: Object.fromEntries(equipmentItems.slice(1).map((item) => [`site.${item}_checked_today`, true])),
      expect: 'unknown',
    },
    ...equipmentItems.map((item) => ({
      name: `${item.replaceAll('_', ' ')} alone not checked: hold`,
      given: { [`site.${item}_checked_today`]: false },
      expect: 'fires' as const,
    })),
  ],
})
