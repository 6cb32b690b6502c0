import { all, any } from '@keel/engine'
import { weightBased } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const doseAboveHardMax = defineRule({
  id: 'dose-above-hard-max',
  title: 'Dose above the highest allowed',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased, 'sl-ket-home'),
  severity: 'block',
  group: 'dose',
  says: 'The ordered dose is above {dose-absolute-max}, above the highest for the patient’s weight, or, at home, above what was tolerated under supervision.',
  saysToPatient: 'The ordered dose is too high, so we will not give it. Your prescriber will plan a safe one with you.',
  because:
    'Above it, risk grows and nothing behind this protocol asks for so much; and nobody should meet a dose for the first time at home.',
  action: 'The prescriber orders a dose within the limits.',
  values: {
    aboveTolerated: [value(0, 'mg', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    any(
      above('order.dose_mg_per_kg', setting('dose-hard-max')),
      above('order.dose_mg', setting('dose-absolute-max')),
      all(is('protocol', 'sl-ket-home'), above('derived.home_dose_above_tolerated_mg', value.aboveTolerated)),
    ),
  cites: ['fava-2018'],
  confidence: 'high',
  examples: [
    {
      name: 'at both limits: another rule',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 1, 'order.dose_mg': 100 },
      expect: 'clear',
    },
    {
      name: 'just above the limit for weight: block',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 1.01, 'order.dose_mg': 70 },
      expect: 'fires',
    },
    {
      name: 'just above the limit for anybody: block',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 0.9, 'order.dose_mg': 100.1 },
      expect: 'fires',
    },
    {
      name: 'at home, the dose that was tolerated here: another rule',
      given: {
        protocol: 'sl-ket-home',
        'order.dose_mg_per_kg': 1.5,
        'order.dose_mg': 100,
        'home.supervised_tolerated_dose_mg': 100,
      },
      expect: 'clear',
    },
    {
      name: 'at home, just above the dose that was tolerated here: block',
      given: {
        protocol: 'sl-ket-home',
        'order.dose_mg_per_kg': 1.5,
        'order.dose_mg': 100.1,
        'home.supervised_tolerated_dose_mg': 100,
      },
      expect: 'fires',
    },
    {
      name: 'at home, not known what was tolerated: ask',
      given: { protocol: 'sl-ket-home', 'order.dose_mg_per_kg': 1.5, 'order.dose_mg': 100 },
      expect: 'unknown',
    },
    {
      name: 'a lozenge at the limit for anybody: another rule',
      given: { protocol: 'sl-ket-clinic', 'order.dose_mg_per_kg': 4, 'order.dose_mg': 300 },
      expect: 'clear',
    },
    {
      name: 'a lozenge just above the limit for anybody: block',
      given: { protocol: 'sl-ket-clinic', 'order.dose_mg_per_kg': 4, 'order.dose_mg': 300.1 },
      expect: 'fires',
    },
    {
      name: 'at home, just above the limit for anybody: block',
      given: { protocol: 'sl-ket-home', 'order.dose_mg': 200.1, 'home.supervised_tolerated_dose_mg': 250 },
      expect: 'fires',
    },
    {
      name: 'a day of pain treatment, just above its limit: block',
      given: { protocol: 'iv-ket-crps', 'order.dose_mg': 200.1 },
      expect: 'fires',
    },
    {
      name: 'acute suicidality, just above the fixed dose: block',
      given: { protocol: 'iv-ket-si', 'order.dose_mg_per_kg': 0.51, 'order.dose_mg': 36 },
      expect: 'fires',
    },
    { name: 'dosing weight not known: ask', given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35 }, expect: 'unknown' },
    {
      name: 'a protocol for reference only gives no dose: another rule',
      given: { protocol: 'iv-ket-aud-ref', 'order.dose_mg_per_kg': 3, 'order.dose_mg': 210 },
      expect: 'clear',
    },
  ],
})
