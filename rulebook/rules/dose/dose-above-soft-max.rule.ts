import { weightBased } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const doseAboveSoftMax = defineRule({
  id: 'dose-above-soft-max',
  title: 'Dose above the usual range',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'review',
  group: 'dose',
  says: 'The ordered dose is above {dose-soft-max}.',
  saysToPatient: 'Your dose is higher than usual. Your prescriber will confirm that it is meant.',
  because: 'Side effects rise with the dose; few people need more than the usual range.',
  action: 'The prescriber records why a higher dose is right, or lowers it.',
  values: {},
  when: (_value, { above }) => above('order.dose_mg_per_kg', setting('dose-soft-max')),
  cites: ['andrade-2017'],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 0.75 }, expect: 'clear' },
    {
      name: 'just above the limit: review',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 0.76 },
      expect: 'fires',
    },
    {
      name: 'worked out from dose and weight',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg': 52.5, weight_kg: 70, bmi: 23 },
      expect: 'clear',
    },
    { name: 'no order: ask', given: { protocol: 'iv-ket-trd', weight_kg: 70, bmi: 23 }, expect: 'unknown' },
  ],
})
