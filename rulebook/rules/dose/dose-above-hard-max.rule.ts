import { any } from '@keel/engine'
import { weightBased } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const doseAboveHardMax = defineRule({
  id: 'dose-above-hard-max',
  title: 'Dose above the highest allowed',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'block',
  group: 'dose',
  says: 'The ordered dose is above {dose-hard-max} or above {dose-absolute-max}.',
  saysToPatient: 'The ordered dose is too high. It will not be given.',
  because: 'No trial of this use gave more.',
  action: 'The prescriber orders a dose within the limits.',
  values: {},
  when: (_value, { above }) =>
    any(above('order.dose_mg_per_kg', setting('dose-hard-max')), above('order.dose_mg', setting('dose-absolute-max'))),
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
    { name: 'dosing weight not known: ask', given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35 }, expect: 'unknown' },
  ],
})
