import { all, not } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const remsPatientNotEnrolled = defineRule({
  id: 'rems-patient-not-enrolled',
  title: 'Patient not enrolled for esketamine',
  phases: ['pre_session'],
  appliesTo: all(
    facts.is('protocol', ...nasalEsketamine),
    facts.is('region', 'US'),
    not(facts.is('setting', 'hospital')),
  ),
  severity: 'block',
  says: 'The patient is not enrolled in the REMS.',
  saysToPatient: 'You need to be enrolled in the safety programme before your first dose.',
  because: 'In the US an outpatient must be enrolled before the first dose.',
  action: 'Patient and prescriber sign the enrolment, then go on.',
  values: {},
  when: (_value, { is }) => is('site.patient_rems_enrolled', false),
  cites: ['esketamine-rems'],
  confidence: 'high',
  examples: [
    {
      name: 'not enrolled: block',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient', 'site.patient_rems_enrolled': false },
      expect: 'fires',
    },
    {
      name: 'enrolled',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient', 'site.patient_rems_enrolled': true },
      expect: 'clear',
    },
    {
      name: 'inpatients are exempt',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'hospital', 'site.patient_rems_enrolled': false },
      expect: 'clear',
    },
    {
      name: 'not recorded: ask',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient' },
      expect: 'unknown',
    },
    {
      name: 'for acute suicidality, not enrolled: block',
      given: { protocol: 'in-esk-mdsi', region: 'US', setting: 'outpatient', 'site.patient_rems_enrolled': false },
      expect: 'fires',
    },
    {
      name: 'ketamine has no such register',
      given: { protocol: 'iv-ket-trd', region: 'US', setting: 'outpatient', 'site.patient_rems_enrolled': false },
      expect: 'clear',
    },
    {
      name: 'other regions have no such register',
      given: { protocol: 'in-esk-trd', region: 'EU', setting: 'outpatient', 'site.patient_rems_enrolled': false },
      expect: 'clear',
    },
  ],
})
