import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const suicideEmergency = defineRule({
  id: 'suicide-emergency',
  title: 'Acute risk of suicide outside hospital',
  phases: ['pre_session'],
  appliesTo: facts.is('setting', 'outpatient', 'home'),
  severity: 'hold',
  group: 'suicide',
  says: 'Outside hospital: suicidal ideation of grade {ideation}, suicidal behaviour in the last {behaviour}, or a protocol for acute suicidality.',
  saysToPatient: 'Your safety comes first today. A clinician will stay with you and arrange urgent help.',
  because: 'The drug is not shown to prevent suicide and does not replace the care that is needed at once.',
  action: 'No dose. Do not leave the patient alone; arrange an emergency evaluation today.',
  values: {
    ideation: [value(5, '{score}', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
    behaviour: [value(7, 'd', { cites: 'esketamine-label-us', confidence: 'med', basis: 'drv' })],
  },
  when: (value, { atLeast, atMost, is }) =>
    any(
      is('protocol', 'iv-ket-si'),
      atLeast('gate.cssrs_ideation', value.ideation),
      atMost('gate.cssrs_behaviour_days_ago', value.behaviour),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'plan and intent: hold',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 5,
        'gate.cssrs_behaviour_days_ago': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'one grade below, no behaviour: another rule',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 4,
        'gate.cssrs_behaviour_days_ago': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'behaviour at the limit: hold',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 0,
        'gate.cssrs_behaviour_days_ago': 7,
      },
      expect: 'fires',
    },
    {
      name: 'behaviour a day past the limit: another rule',
      given: {
        protocol: 'iv-ket-trd',
        setting: 'outpatient',
        'gate.cssrs_ideation': 0,
        'gate.cssrs_behaviour_days_ago': 8,
      },
      expect: 'clear',
    },
    {
      name: 'the protocol for acute suicidality outside hospital: hold',
      given: { protocol: 'iv-ket-si', setting: 'outpatient' },
      expect: 'fires',
    },
    {
      name: 'in hospital: not asked',
      given: { protocol: 'iv-ket-trd', setting: 'hospital', 'gate.cssrs_ideation': 5 },
      expect: 'clear',
    },
    {
      name: 'not asked about behaviour: ask',
      given: { protocol: 'iv-ket-trd', setting: 'outpatient', 'gate.cssrs_ideation': 1 },
      expect: 'unknown',
    },
    {
      name: 'plan and intent at home: hold',
      given: {
        protocol: 'sl-ket-home',
        setting: 'home',
        'gate.cssrs_ideation': 5,
        'gate.cssrs_behaviour_days_ago': 'never',
      },
      expect: 'fires',
    },
  ],
})
