import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const none = {
  'history.early_dose_requests': 0,
  'history.dose_escalation_requests': 0,
  'history.lost_product_reports': 0,
  'history.craving_vas_rise': false,
} as const

export const misuseSignal = defineRule({
  id: 'misuse-signal',
  title: 'A sign that needs a talk about misuse',
  phases: askedFrom.continuation,
  severity: 'review',
  says: 'Craving has risen, or {count} time or more a dose was asked for early, a higher dose was asked for, or product was reported lost.',
  saysToPatient:
    'We noticed something that we would like to talk about with you. Nobody blames you: we want this treatment to stay safe for you.',
  because:
    'Wanting doses sooner or higher can be illness coming back, or the start of dependence. Only a talk can tell.',
  action:
    'The prescriber talks with the patient without blame, queries the registry, tests urine where it helps, and records the plan.',
  values: {
    count: [
      value(1, '1', {
        cites: ['asa-ketamine', 'cohen-2018', 'esketamine-label-us'],
        confidence: 'med',
        basis: 'drv',
      }),
    ],
  },
  when: (value, { atLeast, is }) =>
    any(
      atLeast('history.early_dose_requests', value.count),
      atLeast('history.dose_escalation_requests', value.count),
      atLeast('history.lost_product_reports', value.count),
      is('history.craving_vas_rise', true),
    ),
  cites: ['asa-ketamine', 'cohen-2018', 'esketamine-label-us'],
  confidence: 'med',
  examples: [
    { name: 'none of them: go ahead', given: none, expect: 'clear' },
    { name: 'one early request: review', given: { ...none, 'history.early_dose_requests': 1 }, expect: 'fires' },
    {
      name: 'one request for more: review',
      given: { ...none, 'history.dose_escalation_requests': 1 },
      expect: 'fires',
    },
    { name: 'one lost product: review', given: { ...none, 'history.lost_product_reports': 1 }, expect: 'fires' },
    { name: 'craving has risen: review', given: { ...none, 'history.craving_vas_rise': true }, expect: 'fires' },
    {
      name: 'not asked about craving: ask',
      given: { ...none, 'history.craving_vas_rise': null },
      expect: 'unknown',
    },
  ],
})
