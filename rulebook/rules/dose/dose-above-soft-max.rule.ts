import { any } from '@keel/engine'
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
  says: 'The ordered dose is above the usual range of the protocol, for the patient’s weight or in all.',
  saysToPatient: 'Your dose is higher than usual. Your prescriber will confirm that it is meant.',
  because: 'Side effects rise with the dose; few people need more than the usual range, and nobody at a first lozenge.',
  action: 'The prescriber records why a higher dose is right, or lowers it.',
  values: {},
  when: (_value, { above }) =>
    any(
      above('order.dose_mg_per_kg', setting('dose-soft-max')),
      above('order.dose_mg', setting('dose-absolute-soft-max')),
    ),
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
    {
      name: 'a day of pain treatment, at the limit',
      given: { protocol: 'iv-ket-crps', 'order.dose_mg': 100 },
      expect: 'clear',
    },
    {
      name: 'a day of pain treatment, just above the limit: review',
      given: { protocol: 'iv-ket-crps', 'order.dose_mg': 100.1 },
      expect: 'fires',
    },
    {
      name: 'the first lozenge, at both limits',
      given: {
        protocol: 'sl-ket-clinic',
        'schedule.dose_number': 1,
        'order.dose_mg_per_kg': 0.5,
        'order.dose_mg': 50,
      },
      expect: 'clear',
    },
    {
      name: 'the first lozenge, just above the limit in all: review',
      given: {
        protocol: 'sl-ket-clinic',
        'schedule.dose_number': 1,
        'order.dose_mg_per_kg': 0.5,
        'order.dose_mg': 50.1,
      },
      expect: 'fires',
    },
    {
      name: 'a later lozenge, at both limits',
      given: {
        protocol: 'sl-ket-clinic',
        'schedule.dose_number': 2,
        'order.dose_mg_per_kg': 2,
        'order.dose_mg': 200,
      },
      expect: 'clear',
    },
    {
      name: 'a lozenge, number of the dose not known: ask',
      given: { protocol: 'sl-ket-clinic', 'order.dose_mg_per_kg': 1, 'order.dose_mg': 60 },
      expect: 'unknown',
    },
    { name: 'no order: ask', given: { protocol: 'iv-ket-trd', weight_kg: 70, bmi: 23 }, expect: 'unknown' },
    {
      name: 'a protocol for reference only gives no dose: another rule',
      given: { protocol: 'iv-ket-aud-ref', 'order.dose_mg_per_kg': 3, 'order.dose_mg': 210 },
      expect: 'clear',
    },
  ],
})
