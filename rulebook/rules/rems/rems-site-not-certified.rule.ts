import { all } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const remsSiteNotCertified = defineRule({
  id: 'rems-site-not-certified',
  title: 'Site not certified for esketamine',
  phases: ['pre_session'],
  appliesTo: all(facts.is('protocol', ...nasalEsketamine), facts.is('region', 'US')),
  severity: 'block',
  says: 'The site is not certified under the REMS.',
  saysToPatient: 'This clinic may not give this medicine yet.',
  because: 'In the US esketamine may be given only in a certified setting.',
  action: 'No dose here. Certify the site, or refer to one that is certified.',
  values: {},
  when: (_value, { is }) => is('site.rems_certified', false),
  cites: ['esketamine-rems'],
  confidence: 'high',
  examples: [
    {
      name: 'not certified: block',
      given: { protocol: 'in-esk-trd', region: 'US', 'site.rems_certified': false },
      expect: 'fires',
    },
    {
      name: 'certified',
      given: { protocol: 'in-esk-trd', region: 'US', 'site.rems_certified': true },
      expect: 'clear',
    },
    { name: 'other regions have other rules', given: { protocol: 'in-esk-trd', region: 'EU' }, expect: 'clear' },
    { name: 'not recorded: ask', given: { protocol: 'in-esk-trd', region: 'US' }, expect: 'unknown' },
    {
      name: 'for acute suicidality, not certified: block',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'site.rems_certified': false },
      expect: 'fires',
    },
    {
      name: 'ketamine needs no such certificate',
      given: { protocol: 'iv-ket-trd', region: 'US', 'site.rems_certified': false },
      expect: 'clear',
    },
  ],
})
