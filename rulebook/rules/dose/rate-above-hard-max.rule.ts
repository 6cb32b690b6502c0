import { intravenous } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const rateAboveHardMax = defineRule({
  id: 'rate-above-hard-max',
  title: 'Infusion rate above the highest allowed',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...intravenous),
  severity: 'block',
  group: 'rate',
  says: 'The planned rate is above {rate-hard-max}.',
  saysToPatient:
    'The infusion is planned too fast, so we will not start it like this. Your prescriber will plan it slower.',
  because: 'No trial or guideline behind this use ran faster.',
  action: 'The prescriber orders a slower infusion.',
  values: {},
  when: (_value, { above }) => above('derived.rate_mg_per_kg_h', setting('rate-hard-max')),
  cites: ['fava-2018', 'pennsylvania-2020'],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit: another rule',
      given: { protocol: 'iv-ket-trd', 'derived.rate_mg_per_kg_h': 1.5 },
      expect: 'clear',
    },
    {
      name: 'just above the limit: block',
      given: { protocol: 'iv-ket-trd', 'derived.rate_mg_per_kg_h': 1.51 },
      expect: 'fires',
    },
    {
      name: 'a pain infusion just above its limit: block',
      given: { protocol: 'iv-ket-crps', 'derived.rate_mg_per_kg_h': 1.01 },
      expect: 'fires',
    },
    {
      name: 'duration not ordered: ask',
      given: { protocol: 'iv-ket-trd', 'order.dose_mg': 35, weight_kg: 70, bmi: 23 },
      expect: 'unknown',
    },
    {
      name: 'a protocol for reference only gives no dose: another rule',
      given: { protocol: 'iv-ket-aud-ref', 'derived.rate_mg_per_kg_h': 9 },
      expect: 'clear',
    },
  ],
})
