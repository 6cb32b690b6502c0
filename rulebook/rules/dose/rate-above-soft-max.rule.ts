import { intravenous } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const rateAboveSoftMax = defineRule({
  id: 'rate-above-soft-max',
  title: 'Infusion rate above the usual range',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...intravenous),
  severity: 'review',
  group: 'rate',
  says: 'The planned rate is above {rate-soft-max}.',
  saysToPatient: 'Your infusion is planned faster than usual. Your prescriber will confirm that it is meant.',
  because: 'A faster infusion means higher peaks, with more dissociation and pressure.',
  action: 'The prescriber records why a faster infusion is right, or lengthens it.',
  values: {},
  when: (_value, { above }) => above('derived.rate_mg_per_kg_h', setting('rate-soft-max')),
  cites: ['pennsylvania-2020'],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { protocol: 'iv-ket-trd', 'derived.rate_mg_per_kg_h': 1 }, expect: 'clear' },
    {
      name: 'just above the limit: review',
      given: { protocol: 'iv-ket-trd', 'derived.rate_mg_per_kg_h': 1.01 },
      expect: 'fires',
    },
    {
      name: 'the usual dose over the usual time',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35, 'order.duration_min': 40, weight_kg: 70, bmi: 23 },
      expect: 'clear',
    },
    {
      name: 'duration not ordered: ask',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35, weight_kg: 70, bmi: 23 },
      expect: 'unknown',
    },
  ],
})
