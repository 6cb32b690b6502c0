import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { notCrisisCare } from './crisis.ts'
import { softIntegration } from './integration.ts'
import { noteAge, notSinceTheDose } from './note-since-the-dose.ts'

export const gate1Soft = defineRule({
  id: 'gate-1-soft',
  title: 'No integration visit since the last dose',
  phases: askedFrom.gate,
  appliesTo: all(notCrisisCare, softIntegration),
  severity: 'caution',
  group: 'gate-1',
  says: 'There is no integration note since the last dose, nor one of the last {age}.',
  saysToPatient:
    'Before the next dose we would like to talk about the last one. A short visit or call today is enough.',
  because:
    'A dose that nobody talked about is repeated without learning whether it helped. That a visit prevents misuse is not proven; that it shows trouble early is the reason.',
  action: 'Go on; plan an integration visit, a call or written words within 7 days.',
  values: { age: noteAge, none: [value(0, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, facts) => all(...notSinceTheDose(facts, value.age, value.none)),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'acute suicidality in hospital: not asked',
      given: { protocol: 'iv-ket-si', setting: 'hospital' },
      expect: 'clear',
    },
    {
      name: 'eight days old and before the last dose: caution',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'engagement.days_since_integration_note': 8,
        'schedule.last_dose_days_ago': 7,
      },
      expect: 'fires',
    },
    {
      name: 'seven days old: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'engagement.days_since_integration_note': 7,
        'schedule.last_dose_days_ago': 3,
      },
      expect: 'clear',
    },
    {
      name: 'on the day of the last dose, two weeks ago: go ahead',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'high',
        'engagement.access_barrier': true,
        'engagement.days_since_integration_note': 14,
        'schedule.last_dose_days_ago': 14,
      },
      expect: 'clear',
    },
    {
      name: 'never: caution',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'engagement.days_since_integration_note': 'never',
        'schedule.last_dose_days_ago': 3,
      },
      expect: 'fires',
    },
    {
      name: 'before the first dose: not asked',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'schedule.last_dose_days_ago': 'never',
        'engagement.days_since_integration_note': 'never',
      },
      expect: 'clear',
    },
    {
      name: 'moderate tier without a barrier: the hard gate',
      given: { protocol: 'iv-ket-trd', 'engagement.misuse_tier': 'moderate', 'engagement.access_barrier': false },
      expect: 'clear',
    },
    {
      name: 'a day older than the last dose: caution',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'high',
        'engagement.access_barrier': true,
        'engagement.days_since_integration_note': 15,
        'schedule.last_dose_days_ago': 14,
      },
      expect: 'fires',
    },
    {
      name: 'note not known: ask',
      given: {
        protocol: 'iv-ket-trd',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'schedule.last_dose_days_ago': 3,
      },
      expect: 'unknown',
    },
    {
      name: 'acute suicidality outside hospital: caution as for anybody',
      given: {
        protocol: 'iv-ket-si',
        setting: 'outpatient',
        'engagement.misuse_tier': 'low',
        'engagement.access_barrier': false,
        'engagement.days_since_integration_note': 'never',
        'schedule.last_dose_days_ago': 3,
      },
      expect: 'fires',
    },
  ],
})
