import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const infusionTooShort = defineRule({
  id: 'infusion-too-short',
  title: 'Infusion shorter than usual',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', 'iv-ket-trd', 'iv-ket-ptsd', 'iv-ket-anx', 'iv-ket-si'),
  severity: 'review',
  says: 'The infusion is planned for less than {duration-min}.',
  saysToPatient: 'Your infusion is planned shorter than usual. Your prescriber will confirm that it is meant.',
  because: 'The same dose in less time peaks higher.',
  action: 'The prescriber records why a shorter infusion is right, or lengthens it.',
  values: {},
  when: (_value, { below }) => below('order.duration_min', setting('duration-min')),
  cites: ['andrade-2017'],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { protocol: 'iv-ket-trd', 'order.duration_min': 40 }, expect: 'clear' },
    { name: 'a minute short: review', given: { protocol: 'iv-ket-trd', 'order.duration_min': 39 }, expect: 'fires' },
    { name: 'duration not ordered: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    { name: 'a spray is not an infusion', given: { protocol: 'in-esk-trd', region: 'US' }, expect: 'clear' },
    {
      name: 'a protocol for reference only gives no dose: another rule',
      given: { protocol: 'iv-ket-aud-ref', 'order.duration_min': 5 },
      expect: 'clear',
    },
  ],
})
