import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { countedDisorder, metWithin, notMetFor } from './use-disorder.ts'

export const sudEarlyRemission = defineRule({
  id: 'sud-early-remission',
  title: 'Substance use disorder in early remission, or mild',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'sud',
  says: 'A substance use disorder in remission for {from} but less than {until}, or a mild one whose criteria were met in the last {recent}.',
  saysToPatient:
    'Staying well comes first. Your prescriber will plan with you how to keep you safe while you are treated.',
  because:
    'Relapse is likeliest in the first year, and this drug can be misused too. That a mild disorder stands beside early remission is our choice.',
  action: 'The prescriber weighs the risk of relapse, agrees on support and drug tests, and records the decision.',
  values: {
    from: [value(3, 'mo', { cites: 'dsm-5', confidence: 'med', basis: 'src' })],
    until: [value(12, 'mo', { cites: 'dsm-5', confidence: 'med', basis: 'src' })],
    recent: [value(3, 'mo', { cites: ['dsm-5', 'judgement'], confidence: 'low', basis: 'drv' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) =>
      all(
        countedDisorder(condition),
        any(
          all(notMetFor(condition, value.from), condition.below('months_since_criteria_met', value.until)),
          all(condition.is('severity', 'mild'), metWithin(condition, value.recent)),
        ),
      ),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'med',
  examples: [
    {
      name: 'three months of remission: review',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', months_since_criteria_met: 3 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'severe, just under three months: another rule',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', months_since_criteria_met: 2.9 },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'just under a year: review',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', months_since_criteria_met: 11.9 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'a year: another rule',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', months_since_criteria_met: 12 },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'mild, just under three months: review',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'cannabis', severity: 'mild', months_since_criteria_met: 2.9 },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'mild and present: review',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'cannabis', severity: 'mild', status: 'current' }],
      },
      expect: 'fires',
    },
    {
      name: 'moderate and present: another rule',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'moderate', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'in the past, no telling how long: ask',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'mild', status: 'history' }],
      },
      expect: 'unknown',
    },
    {
      name: 'tobacco does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'tobacco', severity: 'mild', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'nicotine does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'nicotine', severity: 'mild', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'caffeine does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'caffeine', severity: 'mild', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'mild and untreated: review',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'cannabis', severity: 'mild', status: 'untreated' }],
      },
      expect: 'fires',
    },
    {
      name: 'mild, listed as present, criteria not met for a year: another rule',
      given: {
        conditions: [
          {
            key: 'substance-use-disorder',
            substance: 'cannabis',
            severity: 'mild',
            status: 'current',
            months_since_criteria_met: 12,
          },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'a ketamine use disorder has a rule of its own',
      given: {
        conditions: [
          { key: 'ketamine-use-disorder', substance: 'ketamine', severity: 'mild', months_since_criteria_met: 5 },
        ],
      },
      expect: 'clear',
    },
  ],
})
