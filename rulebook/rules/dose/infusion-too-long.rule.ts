import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const infusionTooLong = defineRule({
  id: 'infusion-too-long',
  title: 'Infusion longer than usual',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', 'iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si'),
  severity: 'review',
  says: 'The infusion is planned for more than {duration-max}.',
  saysToPatient: 'Your infusion is planned longer than usual. Your prescriber will confirm that it is meant.',
  because: 'Longer infusions are outside what was studied for this use and need more watching.',
  action: 'The prescriber records why a longer infusion is right, or shortens it.',
  values: {},
  when: (_value, { above }) => above('order.duration_min', setting('duration-max')),
  cites: ['andrade-2017', 'joseph-2023'],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { protocol: 'iv-ket-trd', 'order.duration_min': 120 }, expect: 'clear' },
    {
      name: 'a minute past the limit: review',
      given: { protocol: 'iv-ket-trd', 'order.duration_min': 121 },
      expect: 'fires',
    },
    { name: 'duration not ordered: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    {
      name: 'a protocol for reference only gives no dose: another rule',
      given: { protocol: 'iv-ket-aud-ref', 'order.duration_min': 600 },
      expect: 'clear',
    },
  ],
})
