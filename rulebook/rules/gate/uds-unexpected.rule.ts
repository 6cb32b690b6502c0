import { any } from '@keel/engine'
import { defineRule } from '../../vocabulary.ts'

export const udsUnexpected = defineRule({
  id: 'uds-unexpected',
  title: 'Unexpected drug test result',
  phases: ['pre_session'],
  severity: 'hold',
  says: 'The urine drug test shows a drug that treatment does not explain.',
  saysToPatient: 'Your drug test shows something we did not expect. Let us talk about it before any dose.',
  because: 'A drug that nobody knew of changes the risk today and may be the sign of a disorder that needs care.',
  action: 'Reassess substance use and record it. A prescriber may then override.',
  values: {},
  when: (_value, { is }) =>
    any(
      is('gate.uds.cocaine', 'positive-unexpected'),
      is('gate.uds.amphetamine', 'positive-unexpected'),
      is('gate.uds.opioid', 'positive-unexpected'),
      is('gate.uds.pcp', 'positive-unexpected'),
      is('gate.uds.benzodiazepine', 'positive-unexpected'),
      is('gate.uds.ketamine', 'positive-unexpected'),
    ),
  cites: ['cohen-2018'],
  confidence: 'med',
  overridableBy: {
    role: 'prescriber',
    attests: 'Substance use was reassessed and recorded today, and the dose is right because:',
  },
  examples: [
    { name: 'one unexpected result: hold', given: { 'gate.uds.cocaine': 'positive-unexpected' }, expect: 'fires' },
    {
      name: 'a prescribed medicine explains the result',
      given: {
        'gate.uds.cocaine': 'negative',
        'gate.uds.amphetamine': 'positive-expected',
        'gate.uds.opioid': 'negative',
        'gate.uds.pcp': 'negative',
        'gate.uds.benzodiazepine': 'negative',
        'gate.uds.ketamine': 'negative',
      },
      expect: 'clear',
    },
    {
      name: 'one drug not tested: ask',
      given: {
        'gate.uds.cocaine': 'negative',
        'gate.uds.amphetamine': 'negative',
        'gate.uds.opioid': 'negative',
        'gate.uds.pcp': 'negative',
        'gate.uds.benzodiazepine': 'negative',
      },
      expect: 'unknown',
    },
    {
      name: 'amphetamine alone unexpected: hold',
      given: { 'gate.uds.amphetamine': 'positive-unexpected' },
      expect: 'fires',
    },
    { name: 'opioid alone unexpected: hold', given: { 'gate.uds.opioid': 'positive-unexpected' }, expect: 'fires' },
    { name: 'phencyclidine alone unexpected: hold', given: { 'gate.uds.pcp': 'positive-unexpected' }, expect: 'fires' },
    {
      name: 'benzodiazepine alone unexpected: hold',
      given: { 'gate.uds.benzodiazepine': 'positive-unexpected' },
      expect: 'fires',
    },
    { name: 'ketamine alone unexpected: hold', given: { 'gate.uds.ketamine': 'positive-unexpected' }, expect: 'fires' },
  ],
})
