import { not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { homeUse } from '../home/home-use.ts'
import { queryAge, queryTooOld } from './registry.ts'

export const gate5Soft = defineRule({
  id: 'gate-5-soft',
  title: 'Registry query older than the support level asks',
  phases: askedFrom.gate,
  appliesTo: not(homeUse),
  severity: 'caution',
  group: 'gate-5',
  says: 'The registry query is older than the support level asks for a supervised dose: {low} at low, {moderate} at moderate, {high} at high.',
  saysToPatient: 'We will look at your prescription record today.',
  because: 'A clean registry does not rule out doses in another clinic, but a fill that shows there changes the plan.',
  action: 'Go on; query the registry today and record it.',
  values: queryAge,
  when: queryTooOld,
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'low tier, at the limit: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'low',
        'gate.pdmp_days_ago': 90,
      },
      expect: 'clear',
    },
    {
      name: 'low tier, a day past the limit: caution',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'low',
        'gate.pdmp_days_ago': 91,
      },
      expect: 'fires',
    },
    {
      name: 'moderate tier, at the limit: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'moderate',
        'gate.pdmp_days_ago': 30,
      },
      expect: 'clear',
    },
    {
      name: 'moderate tier, a day past the limit: caution',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'moderate',
        'gate.pdmp_days_ago': 31,
      },
      expect: 'fires',
    },
    {
      name: 'high tier, yesterday: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'high',
        'gate.pdmp_days_ago': 1,
      },
      expect: 'clear',
    },
    {
      name: 'high tier, the day before: caution',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'high',
        'gate.pdmp_days_ago': 2,
      },
      expect: 'fires',
    },
    {
      name: 'the other way of taking it: not asked',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'low', 'gate.pdmp_days_ago': 91 },
      expect: 'clear',
    },
    {
      name: 'query not known: ask',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'low',
      },
      expect: 'unknown',
    },
    {
      name: 'dosing stopped, the day before: caution',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'stop',
        'gate.pdmp_days_ago': 2,
      },
      expect: 'fires',
    },
  ],
})
