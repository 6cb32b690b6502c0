import { all, not } from '@keel/engine'
import { setting } from '../../settings.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const firstDose56Only = defineRule({
  id: 'first-dose-56-only',
  title: 'First dose is not the labelled first dose',
  phases: ['pre_session'],
  appliesTo: all(facts.is('protocol', 'in-esk-trd'), facts.is('region', 'US')),
  severity: 'block',
  group: 'label-dose',
  says: 'The first dose is ordered as other than {first-dose}.',
  saysToPatient: 'The first dose is always the lower one. Your prescriber will change the order.',
  because: 'The label starts everybody at this dose, so that the response is seen before more is given.',
  action: 'The prescriber orders the labelled first dose.',
  values: {
    firstDose: [value(1, '1', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
  },
  when: (value, { among, atMost }) =>
    all(
      atMost('schedule.dose_number', value.firstDose),
      among('order.dose_mg', setting('labelled-doses')),
      not(among('order.dose_mg', setting('first-dose'))),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: '84 mg as first dose: block',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.dose_number': 1, 'order.dose_mg': 84 },
      expect: 'fires',
    },
    {
      name: '56 mg as first dose',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.dose_number': 1, 'order.dose_mg': 56 },
      expect: 'clear',
    },
    {
      name: '84 mg as second dose',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.dose_number': 2, 'order.dose_mg': 84 },
      expect: 'clear',
    },
    {
      name: 'a dose outside the label has its own rule',
      given: { protocol: 'in-esk-trd', region: 'US', 'schedule.dose_number': 1, 'order.dose_mg': 28 },
      expect: 'clear',
    },
    {
      name: 'number of the dose not known: ask',
      given: { protocol: 'in-esk-trd', region: 'US', 'order.dose_mg': 84 },
      expect: 'unknown',
    },
    {
      name: '84 mg as first dose for acute suicidality: another protocol',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'schedule.dose_number': 1, 'order.dose_mg': 84 },
      expect: 'clear',
    },
    {
      name: '84 mg as first dose in the EU: another rule, whatever the protocol',
      given: { region: 'EU', 'schedule.dose_number': 1, 'order.dose_mg': 84 },
      expect: 'clear',
    },
  ],
})
