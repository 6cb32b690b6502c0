import { askedFrom, defineRule } from '../../vocabulary.ts'
import { homeUse } from '../home/home-use.ts'
import { queryAge, queryTooOld } from './registry.ts'

export const gate5 = defineRule({
  id: 'gate-5',
  title: 'Registry query too old to dispense',
  phases: askedFrom.gate,
  appliesTo: homeUse,
  severity: 'hold',
  group: 'gate-5',
  says: 'The registry query is older than the support level allows for a dose that leaves the clinic: {low} at low, {moderate} at moderate, {high} at high.',
  saysToPatient: 'We need to look at your prescription record before you take this home. That takes a few minutes.',
  because: 'A fill elsewhere that nobody saw would add to this one.',
  action: 'Query the registry now.',
  values: queryAge,
  when: queryTooOld,
  cites: [],
  confidence: 'low',
  overridableBy: { role: 'prescriber', attests: 'The dose is taken here under supervision instead.' },
  examples: [
    {
      name: 'low tier, at the limit: go ahead',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'low', 'gate.pdmp_days_ago': 90 },
      expect: 'clear',
    },
    {
      name: 'low tier, a day past the limit: hold',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'low', 'gate.pdmp_days_ago': 91 },
      expect: 'fires',
    },
    {
      name: 'moderate tier, at the limit: go ahead',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'moderate', 'gate.pdmp_days_ago': 30 },
      expect: 'clear',
    },
    {
      name: 'moderate tier, a day past the limit: hold',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'moderate', 'gate.pdmp_days_ago': 31 },
      expect: 'fires',
    },
    {
      name: 'high tier, yesterday: go ahead',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'high', 'gate.pdmp_days_ago': 1 },
      expect: 'clear',
    },
    {
      name: 'high tier, the day before: hold',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'high', 'gate.pdmp_days_ago': 2 },
      expect: 'fires',
    },
    {
      name: 'the other way of taking it: not asked',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'order.home_use': false,
        'engagement.misuse_tier': 'low',
        'gate.pdmp_days_ago': 91,
      },
      expect: 'clear',
    },
    {
      name: 'query not known: ask',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'low' },
      expect: 'unknown',
    },
    {
      name: 'dosing stopped, the day before: hold',
      given: { protocol: 'sl-ket-home', 'engagement.misuse_tier': 'stop', 'gate.pdmp_days_ago': 2 },
      expect: 'fires',
    },
    {
      name: 'patient at home, a day past the limit: hold',
      given: {
        protocol: 'sl-ket-clinic',
        setting: 'home',
        'order.home_use': false,
        'engagement.misuse_tier': 'low',
        'gate.pdmp_days_ago': 91,
      },
      expect: 'fires',
    },
    {
      name: 'order for home, a day past the limit: hold',
      given: {
        protocol: 'sl-ket-clinic',
        setting: 'outpatient',
        'order.home_use': true,
        'engagement.misuse_tier': 'low',
        'gate.pdmp_days_ago': 91,
      },
      expect: 'fires',
    },
  ],
})
