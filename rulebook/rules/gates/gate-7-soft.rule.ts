import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'

export const gate7Soft = defineRule({
  id: 'gate-7-soft',
  title: 'Two missed integration visits',
  phases: askedFrom.gate,
  appliesTo: notCrisisCare,
  severity: 'caution',
  group: 'gate-7',
  says: 'Integration visits missed in 60 days: {missed} or more.',
  saysToPatient: 'We missed you at your last visits. Let us find out what got in the way, and what would work better.',
  because: 'Coming for doses and not for what lies between them is an early sign that the treatment is slipping.',
  action: 'Go on; a counsellor calls the patient and asks what got in the way.',
  values: { missed: [value(2, '1', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, { atLeast }) => atLeast('engagement.missed_integrations_60d', value.missed),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'at the limit: caution',
      given: { protocol: 'iv-ket-trd', 'engagement.missed_integrations_60d': 2 },
      expect: 'fires',
    },
    {
      name: 'one fewer: go ahead',
      given: { protocol: 'iv-ket-trd', 'engagement.missed_integrations_60d': 1 },
      expect: 'clear',
    },

    { name: 'not known: ask', given: { protocol: 'iv-ket-trd' }, expect: 'unknown' },
    {
      name: 'acute suicidality outside hospital: caution as for anybody',
      given: { protocol: 'iv-ket-si', setting: 'outpatient', 'engagement.missed_integrations_60d': 2 },
      expect: 'fires',
    },
  ],
})
