import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const substances = ['ketamine', 'esketamine', 's-ketamine', 'arketamine', 'phencyclidine', 'pcp'] as const

export const ciKetamineMisuse = defineRule({
  id: 'ci-ketamine-misuse',
  title: 'Ketamine use disorder or recent misuse',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'A ketamine or phencyclidine use disorder at any time, or non-medical ketamine use in the last {recent}.',
  saysToPatient:
    'Because ketamine or a drug like it has been a part of your life, this treatment could do you harm. We will look for another way to help.',
  because:
    'Giving the very drug could restart or deepen an addiction. The label warns of misuse; the time is our choice.',
  action: 'Do not treat. Offer or arrange help with the use, without blame.',
  values: {
    recent: [value(12, 'mo', { cites: ['esketamine-label-us', 'judgement'], confidence: 'med', basis: 'drv' })],
  },
  when: (value, { some, atMost }) =>
    any(
      some('conditions', (condition) =>
        any(
          condition.is('key', 'ketamine-use-disorder', 'phencyclidine-use-disorder'),
          all(condition.is('key', 'substance-use-disorder'), condition.is('substance', ...substances)),
        ),
      ),
      atMost('history.nonmedical_ketamine_use.last_use_months_ago', value.recent),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'ketamine use disorder years ago: block',
      given: {
        conditions: [{ key: 'ketamine-use-disorder', status: 'history', months_since_criteria_met: 120 }],
        'history.nonmedical_ketamine_use.last_use_months_ago': 120,
      },
      expect: 'fires',
    },
    {
      name: 'the same, written as a substance: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'ketamine', status: 'history' }],
        'history.nonmedical_ketamine_use.last_use_months_ago': 120,
      },
      expect: 'fires',
    },
    {
      name: 'used a year ago: block',
      given: { conditions: [], 'history.nonmedical_ketamine_use.last_use_months_ago': 12 },
      expect: 'fires',
    },
    {
      name: 'used a little more than a year ago: go ahead',
      given: { conditions: [], 'history.nonmedical_ketamine_use.last_use_months_ago': 12.1 },
      expect: 'clear',
    },
    {
      name: 'never used: go ahead',
      given: { conditions: [], 'history.nonmedical_ketamine_use.frequency': 'never' },
      expect: 'clear',
    },
    {
      name: 'used once, no telling when: ask',
      given: { conditions: [], 'history.nonmedical_ketamine_use.frequency': 'once' },
      expect: 'unknown',
    },
    {
      name: 'a disorder whose substance is not stated: ask',
      given: {
        conditions: [{ key: 'substance-use-disorder', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'unknown',
    },
    {
      name: 'phencyclidine use disorder: block',
      given: {
        conditions: [{ key: 'phencyclidine-use-disorder', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'written as esketamine: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'esketamine', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'written as s-ketamine: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 's-ketamine', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'written as arketamine: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'arketamine', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'written as phencyclidine: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'phencyclidine', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'written as pcp: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'pcp', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'fires',
    },
    {
      name: 'delirious once after ketamine as an anaesthetic: no misuse',
      given: {
        conditions: [{ key: 'delirium', substance: 'ketamine', status: 'history' }],
        'history.nonmedical_ketamine_use.frequency': 'never',
      },
      expect: 'clear',
    },
  ],
})
