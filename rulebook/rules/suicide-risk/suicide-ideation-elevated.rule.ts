import { all, any, not } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const suicideIdeationElevated = defineRule({
  id: 'suicide-ideation-elevated',
  title: 'Raised risk of suicide',
  phases: ['pre_session'],
  appliesTo: not(all(facts.is('protocol', 'iv-ket-si'), facts.is('setting', 'hospital'))),
  severity: 'review',
  group: 'suicide',
  says: 'Suicidal ideation of grade {ideation} or more, or suicidal behaviour in the last {behaviour}.',
  saysToPatient: 'Thank you for telling us. Your prescriber will go through your safety plan with you before the dose.',
  because: 'Suicidal thoughts can worsen around treatment; somebody must weigh that and agree on a plan.',
  action: 'The prescriber reviews the risk, goes through the safety plan and records the decision.',
  values: {
    ideation: [value(4, '{score}', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
    behaviour: [value(92, 'd', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, atMost }) =>
    any(atLeast('gate.cssrs_ideation', value.ideation), atMost('gate.cssrs_behaviour_days_ago', value.behaviour)),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'ideation at the limit: review',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 4,
        'gate.cssrs_behaviour_days_ago': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'one grade below: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 3,
        'gate.cssrs_behaviour_days_ago': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'behaviour three months ago: review',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 0,
        'gate.cssrs_behaviour_days_ago': 92,
      },
      expect: 'fires',
    },
    {
      name: 'behaviour a day longer ago: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 0,
        'gate.cssrs_behaviour_days_ago': 93,
      },
      expect: 'clear',
    },
    {
      name: 'in hospital it is the indication of that protocol',
      given: { protocol: 'iv-ket-si', setting: 'hospital', 'gate.cssrs_ideation': 5 },
      expect: 'clear',
    },
    {
      name: 'ideation not asked about: ask',
      given: { protocol: 'iv-ket-trd', setting: 'outpatient', 'gate.cssrs_behaviour_days_ago': 'never' },
      expect: 'unknown',
    },
    {
      name: 'the protocol for acute suicidality outside hospital: review',
      given: { protocol: 'iv-ket-si', setting: 'outpatient', 'gate.cssrs_ideation': 4 },
      expect: 'fires',
    },
    {
      name: 'another protocol in hospital: review',
      given: { protocol: 'iv-ket-trd', setting: 'hospital', 'gate.cssrs_ideation': 4 },
      expect: 'fires',
    },
  ],
})
