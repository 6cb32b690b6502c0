import { any } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'

export const gate8 = defineRule({
  id: 'gate-8',
  title: 'Risk of suicide still open',
  phases: askedFrom.gate,
  appliesTo: notCrisisCare,
  severity: 'hold',
  group: 'gate-8',
  says: 'A same-day contact with a clinician is still open, or the last suicide-risk screen was high or could not be completed.',
  saysToPatient: 'Your safety comes first. A clinician will speak with you today, before anything else.',
  because: 'Somebody asked for help, or answered in a way that needs it, and nobody has written down what follows.',
  action: 'See the patient now. The dose may be part of the plan: the prescriber writes the plan, then it can go on.',
  values: {},
  when: (_value, { is }) =>
    any(is('engagement.same_day_clinician_open', true), is('engagement.cssrs_risk', 'high', 'unknown')),
  cites: ['posner-2011'],
  confidence: 'low',
  overridableBy: { role: 'prescriber', attests: 'The patient was seen today, and the plan is written down.' },
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'contact still open: hold',
      given: { protocol: 'iv-ket-trd', 'engagement.same_day_clinician_open': true, 'engagement.cssrs_risk': 'low' },
      expect: 'fires',
    },
    {
      name: 'high risk: hold',
      given: { protocol: 'iv-ket-trd', 'engagement.same_day_clinician_open': false, 'engagement.cssrs_risk': 'high' },
      expect: 'fires',
    },
    {
      name: 'screen not completed: hold',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.same_day_clinician_open': false,
        'engagement.cssrs_risk': 'unknown',
      },
      expect: 'fires',
    },
    {
      name: 'moderate risk, seen: other rules',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.same_day_clinician_open': false,
        'engagement.cssrs_risk': 'moderate',
      },
      expect: 'clear',
    },
    {
      name: 'not screened: ask',
      given: { protocol: 'iv-ket-trd', 'engagement.same_day_clinician_open': false },
      expect: 'unknown',
    },
    {
      name: 'acute suicidality outside hospital: hold as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'engagement.same_day_clinician_open': true,
        'engagement.cssrs_risk': 'low',
      },
      expect: 'fires',
    },
  ],
})
