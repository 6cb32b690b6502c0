import { all, any } from '@keel/engine'
import { givenAtOnce, intravenous, nasalEsketamine } from '../../protocol-ids.ts'
import { setting } from '../../settings.ts'
import { defineRule } from '../../vocabulary.ts'

export const dcMinTime = defineRule({
  id: 'dc-min-time',
  title: 'Observed too briefly to leave',
  phases: ['discharge'],
  severity: 'hold',
  says: 'Less than the observation time has passed: {observation-min}, or {observation-extended-min} when observation is extended.',
  saysToPatient: 'Please stay a little longer; we watch over everybody for this long.',
  because: 'Sedation, dissociation and pressure can outlast the feeling of being well.',
  action: 'Keep observing until the time has passed.',
  values: {},
  when: (_value, { below, is }) =>
    any(
      all(is('protocol', ...nasalEsketamine), below('discharge.minutes_since_last_device', setting('observation-min'))),
      all(is('protocol', ...intravenous), below('discharge.minutes_since_infusion_end', setting('observation-min'))),
      all(
        is('protocol', ...intravenous),
        is('discharge.extended_observation', true),
        below('discharge.minutes_since_infusion_end', setting('observation-extended-min')),
      ),
      all(is('protocol', ...givenAtOnce), below('discharge.minutes_since_dose', setting('observation-min'))),
    ),
  cites: ['judgement'],
  confidence: 'low',
  examples: [
    {
      name: 'spray, at the limit',
      given: { protocol: 'in-esk-trd', region: 'US', 'discharge.minutes_since_last_device': 120 },
      expect: 'clear',
    },
    {
      name: 'spray, a minute short: stay',
      given: { protocol: 'in-esk-trd', region: 'US', 'discharge.minutes_since_last_device': 119 },
      expect: 'fires',
    },
    {
      name: 'infusion, at the limit',
      given: {
        protocol: 'iv-ket-trd',
        'discharge.minutes_since_infusion_end': 60,
        'discharge.extended_observation': false,
      },
      expect: 'clear',
    },
    {
      name: 'infusion, a minute short: stay',
      given: {
        protocol: 'iv-ket-trd',
        'discharge.minutes_since_infusion_end': 59,
        'discharge.extended_observation': false,
      },
      expect: 'fires',
    },
    {
      name: 'infusion with extended observation, at the limit',
      given: {
        protocol: 'iv-ket-trd',
        'discharge.minutes_since_infusion_end': 120,
        'discharge.extended_observation': true,
      },
      expect: 'clear',
    },
    {
      name: 'infusion with extended observation, a minute short: stay',
      given: {
        protocol: 'iv-ket-trd',
        'discharge.minutes_since_infusion_end': 119,
        'discharge.extended_observation': true,
      },
      expect: 'fires',
    },
    {
      name: 'injection, at the limit',
      given: { protocol: 'im-ket-trd', 'discharge.minutes_since_dose': 120 },
      expect: 'clear',
    },
    {
      name: 'injection, a minute short: stay',
      given: { protocol: 'im-ket-trd', 'discharge.minutes_since_dose': 119 },
      expect: 'fires',
    },
    {
      name: 'lozenge, a minute short: stay',
      given: { protocol: 'sl-ket-clinic', 'discharge.minutes_since_dose': 119 },
      expect: 'fires',
    },
    {
      name: 'lozenge at home, a minute short: video stays on',
      given: { protocol: 'sl-ket-home', 'discharge.minutes_since_dose': 119 },
      expect: 'fires',
    },
    {
      name: 'pain infusion of an older patient: stay',
      given: { protocol: 'iv-ket-crps', 'discharge.minutes_since_infusion_end': 119, age: 65 },
      expect: 'fires',
    },
    {
      name: 'an older patient is observed longer: stay',
      given: { protocol: 'iv-ket-trd', 'discharge.minutes_since_infusion_end': 90, age: 65 },
      expect: 'fires',
    },
    {
      name: 'not known whether observation is extended: ask',
      given: { protocol: 'iv-ket-trd', 'discharge.minutes_since_infusion_end': 90, age: 40 },
      expect: 'unknown',
    },
    {
      name: 'spray for acute suicidality, a minute short: stay',
      given: { protocol: 'in-esk-mdsi', region: 'US', 'discharge.minutes_since_last_device': 119 },
      expect: 'fires',
    },
  ],
})
