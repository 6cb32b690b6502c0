import { all, not } from '@keel/engine'
import { nasalEsketamine } from '../../protocol-ids.ts'
import { value } from '../../values.ts'
import { defineRule, facts } from '../../vocabulary.ts'

export const remsFormOverdue = defineRule({
  id: 'rems-form-overdue',
  title: 'Earlier monitoring form not sent',
  phases: ['pre_session'],
  appliesTo: all(
    facts.is('protocol', ...nasalEsketamine),
    facts.is('region', 'US'),
    not(facts.is('setting', 'hospital')),
  ),
  severity: 'review',
  says: 'A monitoring form of an earlier session has been unsent for more than {limit}.',
  saysToPatient: 'We have paperwork of your last session to finish.',
  because: 'The REMS asks for a form after every outpatient session within this time.',
  action: 'Send the form, then record the decision to go on.',
  values: {
    limit: [value(7, 'd', { cites: 'esketamine-rems', confidence: 'high', basis: 'drv' })],
  },
  when: (value, { above }) => above('gate.rems_form_days_unsent', value.limit),
  cites: [],
  confidence: 'high',
  examples: [
    {
      name: 'at the limit',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient', 'gate.rems_form_days_unsent': 7 },
      expect: 'clear',
    },
    {
      name: 'a day past the limit: review',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient', 'gate.rems_form_days_unsent': 8 },
      expect: 'fires',
    },
    {
      name: 'inpatients are exempt',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'hospital', 'gate.rems_form_days_unsent': 30 },
      expect: 'clear',
    },
    {
      name: 'not recorded: ask',
      given: { protocol: 'in-esk-trd', region: 'US', setting: 'outpatient' },
      expect: 'unknown',
    },
    {
      name: 'for acute suicidality, a day past the limit: review',
      given: { protocol: 'in-esk-mdsi', region: 'US', setting: 'outpatient', 'gate.rems_form_days_unsent': 8 },
      expect: 'fires',
    },
    {
      name: 'ketamine has no such form',
      given: { protocol: 'iv-ket-trd', region: 'US', setting: 'outpatient', 'gate.rems_form_days_unsent': 30 },
      expect: 'clear',
    },
    {
      name: 'other regions have no such form',
      given: { protocol: 'in-esk-trd', region: 'EU', setting: 'outpatient', 'gate.rems_form_days_unsent': 30 },
      expect: 'clear',
    },
  ],
})
