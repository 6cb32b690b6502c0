import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const consentNotCurrent = defineRule({
  id: 'consent-not-current',
  title: 'Consent missing or out of date',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'There is no written consent of the last {age} for this drug, route and protocol.',
  saysToPatient: 'Please go through the consent with us again before this dose.',
  because: 'Consent is to a drug, a route and an off-label use, and what is known of them changes.',
  action: 'Go through the consent with the patient and have it signed.',
  values: {
    age: [value(12, 'mo', { cites: ['askp3', 'sanacora-2017'], confidence: 'med', basis: 'drv' })],
  },
  when: (value, { above, is }) =>
    any(above('gate.consent_months_ago', value.age), is('gate.consent_matches_protocol', false)),
  cites: [],
  confidence: 'med',
  examples: [
    {
      name: 'at the limit and for this protocol: go ahead',
      given: { 'gate.consent_months_ago': 12, 'gate.consent_matches_protocol': true },
      expect: 'clear',
    },
    {
      name: 'past the limit: hold',
      given: { 'gate.consent_months_ago': 12.1, 'gate.consent_matches_protocol': true },
      expect: 'fires',
    },
    { name: 'never signed: hold', given: { 'gate.consent_months_ago': 'never' }, expect: 'fires' },
    {
      name: 'for another protocol: hold',
      given: { 'gate.consent_months_ago': 1, 'gate.consent_matches_protocol': false },
      expect: 'fires',
    },
    { name: 'not recorded for which protocol: ask', given: { 'gate.consent_months_ago': 1 }, expect: 'unknown' },
  ],
})
