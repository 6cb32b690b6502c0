import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { countedDisorder, metWithin } from './use-disorder.ts'

export const ciSudActive = defineRule({
  id: 'ci-sud-active',
  title: 'Active substance use disorder',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'sud',
  says: 'A moderate or severe substance use disorder whose criteria were met in the last {recent} (tobacco and caffeine aside).',
  saysToPatient:
    'Your substance use needs care first. We will help you find it, and we can look at this medicine again later.',
  because:
    'The drug can itself be misused, and an unsettled disorder makes each dose riskier. A consensus guideline advises against serial infusions then; the time is that of early remission.',
  action: 'Do not treat. Offer or arrange treatment for the disorder, and screen again in remission.',
  values: {
    recent: [value(3, 'mo', { cites: ['dsm-5', 'bc-college-2021'], confidence: 'med', basis: 'src' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) =>
      all(
        countedDisorder(condition),
        condition.is('severity', 'moderate', 'severe'),
        metWithin(condition, value.recent),
      ),
    ),
  cites: ['cohen-2018'],
  confidence: 'high',
  examples: [
    {
      name: 'alcohol, severe, present: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'severe', status: 'current' }],
      },
      expect: 'fires',
    },
    {
      name: 'moderate, just under three months: block',
      given: {
        conditions: [
          {
            key: 'substance-use-disorder',
            substance: 'cocaine',
            severity: 'moderate',
            months_since_criteria_met: 2.9,
          },
        ],
      },
      expect: 'fires',
    },
    {
      name: 'moderate, three months: another rule',
      given: {
        conditions: [
          { key: 'substance-use-disorder', substance: 'cocaine', severity: 'moderate', months_since_criteria_met: 3 },
        ],
      },
      expect: 'clear',
    },
    {
      name: 'mild and present: another rule',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', severity: 'mild', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'tobacco does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'tobacco', severity: 'severe', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'substance not stated: ask',
      given: { conditions: [{ key: 'substance-use-disorder', severity: 'severe', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'severity not stated: ask',
      given: { conditions: [{ key: 'substance-use-disorder', substance: 'alcohol', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'in the past, no telling how long: ask',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'opioid', severity: 'severe', status: 'history' }],
      },
      expect: 'unknown',
    },
    {
      name: 'nicotine does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'nicotine', severity: 'severe', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'caffeine does not count',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'caffeine', severity: 'severe', status: 'current' }],
      },
      expect: 'clear',
    },
    {
      name: 'untreated: block',
      given: {
        conditions: [{ key: 'substance-use-disorder', substance: 'opioid', severity: 'moderate', status: 'untreated' }],
      },
      expect: 'fires',
    },
    {
      name: 'a ketamine use disorder has a rule of its own',
      given: {
        conditions: [{ key: 'ketamine-use-disorder', substance: 'ketamine', severity: 'severe', status: 'current' }],
      },
      expect: 'clear',
    },
  ],
})
