import { all, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'
import { barrier } from './integration.ts'

export const gate7 = defineRule({
  id: 'gate-7',
  title: 'Three missed integration visits',
  phases: askedFrom.gate,
  appliesTo: all(notCrisisCare, not(barrier)),
  severity: 'hold',
  group: 'gate-7',
  says: 'Integration visits missed in 60 days: {missed} or more.',
  saysToPatient: 'We missed you at your last visits. Let us find out what got in the way, and what would work better.',
  because: 'Coming for doses and not for what lies between them is an early sign that the treatment is slipping.',
  action: 'Have the missed visit now, by phone if that is quicker.',
  values: { missed: [value(3, '1', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, { atLeast }) => atLeast('engagement.missed_integrations_60d', value.missed),
  cites: [],
  confidence: 'low',
  overridableBy: {
    role: 'prescriber',
    attests: 'Why the dose should go ahead, and that a visit follows within 7 days.',
  },
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'at the limit: hold',
      given: { protocol: 'iv-ket-trd', 'engagement.access_barrier': false, 'engagement.missed_integrations_60d': 3 },
      expect: 'fires',
    },
    {
      name: 'one fewer: go ahead',
      given: { protocol: 'iv-ket-trd', 'engagement.access_barrier': false, 'engagement.missed_integrations_60d': 2 },
      expect: 'clear',
    },
    {
      name: 'a barrier on record: the soft gate',
      given: { protocol: 'iv-ket-trd', 'engagement.access_barrier': true, 'engagement.missed_integrations_60d': 3 },
      expect: 'clear',
    },
    {
      name: 'not known: ask',
      given: { protocol: 'iv-ket-trd', 'engagement.access_barrier': false },
      expect: 'unknown',
    },
    {
      name: 'acute suicidality outside hospital: hold as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'engagement.access_barrier': false,
        'engagement.missed_integrations_60d': 3,
      },
      expect: 'fires',
    },
  ],
})
