import { not } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const doseNotLabelled = defineRule({
  id: 'dose-not-labelled',
  title: 'Dose outside the label',
  phases: ['pre_session'],
  appliesTo: facts.is('protocol', ...nasalEsketamine),
  severity: 'block',
  group: 'label-dose',
  says: 'The ordered dose is not one that the label has for this patient here: {labelled-doses} (zero: it has none).',
  saysToPatient:
    'The ordered dose is not one that this spray is approved for, so we will not give it. Your prescriber will look at the order again.',
  because: 'Devices hold a fixed amount, and only these doses were studied and approved here.',
  action: 'The prescriber orders a labelled dose.',
  values: {},
  when: (_value, { among }) => not(among('order.dose_mg', setting('labelled-doses'))),
  cites: ['esketamine-label-us', 'esketamine-label-eu'],
  confidence: 'high',
  examples: [
    { name: '56 mg in the US', given: { protocol: 'in-esk-trd', region: 'US', 'order.dose_mg': 56 }, expect: 'clear' },
    {
      name: '28 mg in the US: block',
      given: { protocol: 'in-esk-trd', region: 'US', 'order.dose_mg': 28 },
      expect: 'fires',
    },
    {
      name: '28 mg in the EU from 65, later doses',
      given: {
        protocol: 'in-esk-trd',
        region: 'EU',
        age: 65,
        japanese_ancestry: false,
        'schedule.dose_number': 2,
        'order.dose_mg': 28,
      },
      expect: 'clear',
    },
    {
      name: '56 mg on day 1 in the EU from 65: block',
      given: {
        protocol: 'in-esk-trd',
        region: 'EU',
        age: 65,
        japanese_ancestry: false,
        'schedule.dose_number': 1,
        'order.dose_mg': 56,
      },
      expect: 'fires',
    },
    {
      name: '28 mg in the EU below 65: block',
      given: {
        protocol: 'in-esk-trd',
        region: 'EU',
        age: 64.9,
        japanese_ancestry: false,
        'schedule.dose_number': 2,
        'order.dose_mg': 28,
      },
      expect: 'fires',
    },
    {
      name: '28 mg on day 1 in the EU with Japanese ancestry',
      given: {
        protocol: 'in-esk-trd',
        region: 'EU',
        age: 40,
        japanese_ancestry: true,
        'schedule.dose_number': 1,
        'order.dose_mg': 28,
      },
      expect: 'clear',
    },
    {
      name: 'age not known in the EU: ask',
      given: {
        protocol: 'in-esk-trd',
        region: 'EU',
        japanese_ancestry: false,
        'schedule.dose_number': 1,
        'order.dose_mg': 56,
      },
      expect: 'unknown',
    },
    {
      name: '56 mg for acute suicidality, where 84 mg is not tolerated',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'order.dose_mg': 56 },
      expect: 'clear',
    },
    {
      name: '28 mg for acute suicidality: block',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'order.dose_mg': 28 },
      expect: 'fires',
    },
    {
      name: 'any dose for acute suicidality in the EU from 65: block',
      given: { protocol: 'in-esk-mdsi', region: 'EU', age: 65, 'order.dose_mg': 84 },
      expect: 'fires',
    },
    {
      name: '84 mg for acute suicidality in the EU below 65',
      given: { protocol: 'in-esk-mdsi', region: 'EU', age: 64.9, 'order.dose_mg': 84 },
      expect: 'clear',
    },
    { name: 'no order: ask', given: { protocol: 'in-esk-trd', region: 'US' }, expect: 'unknown' },
  ],
})
