import { any } from '@keel/engine'
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
  says: 'The planned rate is above {rate-soft-max}, or above what the protocol usually gives in an hour.',
  saysToPatient: 'Your infusion is planned faster than usual. Your prescriber will confirm that it is meant.',
  because: 'A faster infusion means higher peaks, with more dissociation and pressure.',
  action: 'The prescriber records why a faster infusion is right, or lengthens it.',
  values: {},
  when: (_value, { above }) =>
    any(
      above('derived.rate_mg_per_kg_h', setting('rate-soft-max')),
      above('order.rate_mg_per_h', setting('rate-absolute-soft-max')),
    ),
  cites: ['pennsylvania-2020', 'schwartzman-2009'],
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
      name: 'a pain infusion at both limits',
      given: { protocol: 'iv-ket-crps', 'derived.rate_mg_per_kg_h': 0.35, 'order.rate_mg_per_h': 25 },
      expect: 'clear',
    },
    {
      name: 'a pain infusion just above the limit for weight: review',
      given: { protocol: 'iv-ket-crps', 'derived.rate_mg_per_kg_h': 0.36, 'order.rate_mg_per_h': 20 },
      expect: 'fires',
    },
    {
      name: 'a pain infusion just above the limit in all: review',
      given: { protocol: 'iv-ket-crps', 'derived.rate_mg_per_kg_h': 0.3, 'order.rate_mg_per_h': 25.1 },
      expect: 'fires',
    },
    {
      name: 'duration not ordered: ask',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35, weight_kg: 70, bmi: 23 },
      expect: 'unknown',
    },
  ],
})
