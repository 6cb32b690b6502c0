import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { countedDisorder, notMetFor } from './use-disorder.ts'

export const sudSustainedRemission = defineRule({
  id: 'sud-sustained-remission',
  title: 'Substance use disorder in sustained remission',
  phases: askedFrom.screening,
  severity: 'caution',
  group: 'sud',
  says: 'A substance use disorder in remission for {from} or more.',
  saysToPatient:
    'You have kept well for a long time. We will check in with you a little more often to keep it that way.',
  because: 'People who once had such a disorder are at more risk with any drug that can be misused.',
  action: 'Go ahead. Ask about craving and use at every visit, and watch the prescription registry closely.',
  values: {
    from: [value(12, 'mo', { cites: 'dsm-5', confidence: 'med', basis: 'src' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) => all(countedDisorder(condition), notMetFor(condition, value.from))),
  cites: ['esketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'a year of remission: caution',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'opioid', severity: 'severe', months_since_criteria_met: 12 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'just under a year: another rule',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'opioid', severity: 'severe', months_since_criteria_met: 11.9 },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'gave up smoking years ago',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'nicotine', months_since_criteria_met: 60 }],
      },
      expect: 'clear',
    },
    {
      name: 'present: another rule',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'in the past, no telling how long: ask',
      given: { conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', status: 'history' }] },
      expect: 'unknown',
    },
    {
      name: 'gave up tobacco years ago',
      given: { conditions: [{ key: 'substance-use-disorder', substance: 'tobacco', months_since_criteria_met: 60 }] },
      expect: 'clear',
    },
    {
      name: 'gave up coffee years ago',
      given: { conditions: [{ key: 'substance-use-disorder', substance: 'caffeine', months_since_criteria_met: 60 }] },
      expect: 'clear',
    },
    {
      name: 'untreated: another rule',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', status: 'untreated' }],
      },
      expect: 'clear',
    },
    {
      name: 'a ketamine use disorder has a rule of its own',
      given: { conditions: [{ key: 'ketamine-use-disorder', substance: 'ketamine', months_since_criteria_met: 60 }] },
      expect: 'clear',
    },
  ],
})
