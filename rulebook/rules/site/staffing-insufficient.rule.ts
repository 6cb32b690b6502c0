import { all, any } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const staffingInsufficient = defineRule({
  id: 'staffing-insufficient',
  title: 'Not enough staff on site',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'No ACLS-current clinician on site, fewer than {spare} BLS-current person free for this patient, or for esketamine no prescriber on site.',
  saysToPatient: 'We are short of staff to watch over you safely. Please bear with us.',
  because: 'Somebody must be able to manage an airway at once, and nobody can watch two running doses alone.',
  action: 'Bring the staff in, or wait until another dose has ended.',
  values: {
    spare: [value(1, '1', { cites: 'cohen-2018', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { below, is }) =>
    any(
      is('site.acls_clinician_on_site', false),
      below('derived.bls_staff_spare', value.spare),
      all(is('protocol', ...nasalEsketamine), is('site.prescriber_on_site', false)),
    ),
  cites: ['esketamine-rems', 'cohen-2018', 'sanacora-2017'],
  confidence: 'high',
  examples: [
    {
      name: 'one free for this patient: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 1,
      },
      expect: 'clear',
    },
    {
      name: 'nobody free for this patient: hold',
      given: {
        protocol: 'iv-ket-trd',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 1,
        'site.patients_in_infusion': 1,
      },
      expect: 'fires',
    },
    {
      name: 'no ACLS-current clinician: hold',
      given: {
        protocol: 'iv-ket-trd',
        'site.acls_clinician_on_site': false,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 0,
      },
      expect: 'fires',
    },
    {
      name: 'esketamine without the prescriber on site: hold',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 0,
        'site.prescriber_on_site': false,
      },
      expect: 'fires',
    },
    {
      name: 'ketamine with the prescriber elsewhere',
      given: {
        protocol: 'iv-ket-trd',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 0,
        'site.prescriber_on_site': false,
      },
      expect: 'clear',
    },
    {
      name: 'staff not counted: ask',
      given: { protocol: 'iv-ket-trd', 'site.acls_clinician_on_site': true },
      expect: 'unknown',
    },
    {
      name: 'esketamine with the prescriber on site: go ahead',
      given: {
        protocol: 'in-esk-trd',
        region: 'US',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 0,
        'site.prescriber_on_site': true,
      },
      expect: 'clear',
    },
    {
      name: 'esketamine for acute suicidality without the prescriber on site: hold',
      given: {
        protocol: 'in-esk-mdsi',
        region: 'US',
        'site.acls_clinician_on_site': true,
        'site.bls_staff_on_site': 2,
        'site.patients_in_infusion': 0,
        'site.prescriber_on_site': false,
      },
      expect: 'fires',
    },
  ],
})
