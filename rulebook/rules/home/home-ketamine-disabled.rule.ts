import { all, not } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { askedFrom, defineRule, facts } from '../../vocabulary.ts'
import { homeUse } from './home-use.ts'

export const homeKetamineDisabled = defineRule({
  id: 'home-ketamine-disabled',
  title: 'Ketamine at home is switched off',
  phases: askedFrom.screening,
  appliesTo: not(facts.is('protocol', ...nasalEsketamine)),
  severity: 'block',
  says: 'Ketamine is to be taken at home, and this site has not switched that on.',
  saysToPatient: 'We give this medicine only here, where somebody can watch over you.',
  because:
    'At home nobody watches sedation, pressure and breathing. The FDA warned of it after a person’s breathing slowed; a large open program saw few problems, but had no control group.',
  action: 'Treat at the clinic. Only the medical director may switch home treatment on for the site.',
  values: {},
  when: (_value, { is }) => all(is('site.home_protocol_enabled', false), homeUse),
  cites: ['fda-2023', 'asa-ketamine', 'hull-2022'],
  confidence: 'high',
  examples: [
    {
      name: 'the protocol for home, switched off: block',
      given: { protocol: 'sl-ket-home', 'site.home_protocol_enabled': false },
      expect: 'fires',
    },
    {
      name: 'a clinic protocol, patient at home: block',
      given: { protocol: 'sl-ket-clinic', setting: 'home', 'site.home_protocol_enabled': false },
      expect: 'fires',
    },
    {
      name: 'a clinic protocol, order for home: block',
      given: {
        protocol: 'sl-ket-clinic',
        setting: 'outpatient',
        'order.home_use': true,
        'site.home_protocol_enabled': false,
      },
      expect: 'fires',
    },
    {
      name: 'in the clinic',
      given: {
        protocol: 'sl-ket-clinic',
        setting: 'outpatient',
        'order.home_use': false,
        'site.home_protocol_enabled': false,
      },
      expect: 'clear',
    },
    {
      name: 'switched on: another rule',
      given: { protocol: 'sl-ket-home', 'site.home_protocol_enabled': true },
      expect: 'clear',
    },
    { name: 'esketamine: another rule', given: { protocol: 'in-esk-trd', setting: 'home' }, expect: 'clear' },
    { name: 'not known whether it is switched on: ask', given: { protocol: 'sl-ket-home' }, expect: 'unknown' },
    {
      name: 'esketamine for acute suicidality: another rule',
      given: { protocol: 'in-esk-mdsi', setting: 'home' },
      expect: 'clear',
    },
  ],
})
