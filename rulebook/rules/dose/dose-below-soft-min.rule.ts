import { weightBased } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const doseBelowSoftMin = defineRule({
  id: 'dose-below-soft-min',
  title: 'Dose below the usual range',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...weightBased),
  severity: 'caution',
  group: 'dose',
  says: 'The ordered dose is below {dose-soft-min}.',
  saysToPatient: 'Your dose is on the low side.',
  because: 'Lower doses often do not help.',
  action: 'Go on if this is meant, for example at a first dose.',
  values: {},
  when: (_value, { below }) => below('order.dose_mg_per_kg', setting('dose-soft-min')),
  cites: ['andrade-2017'],
  confidence: 'med',
  examples: [
    { name: 'at the limit', given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 0.25 }, expect: 'clear' },
    { name: 'just below the limit', given: { protocol: 'iv-ket-trd', 'order.dose_mg_per_kg': 0.24 }, expect: 'fires' },
    { name: 'dosing weight not known: ask', given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35 }, expect: 'unknown' },
  ],
})
