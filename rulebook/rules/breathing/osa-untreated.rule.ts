import { all, any, firstKnown, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const osaUntreated = defineRule({
  id: 'osa-untreated',
  title: 'Untreated sleep apnoea, or a high risk of it',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'Moderate or severe obstructive sleep apnoea (AHI {ahi} or more) without effective treatment, or a STOP-BANG of {stopBang} or more that was never followed up.',
  saysToPatient:
    'You may stop breathing for moments in your sleep, and this medicine makes people sleepy. Your prescriber will plan with you how to keep you safe.',
  because: 'Sedation can close an airway that closes in sleep.',
  action:
    'Arrange a sleep study or treatment. The prescriber weighs waiting, plans closer monitoring and records the decision.',
  values: {
    ahi: [value(15, '/h', { cites: ['esketamine-label-eu', 'judgement'], confidence: 'med', basis: 'drv' })],
    stopBang: [value(5, '{score}', { cites: ['chung-2008', 'bc-college-2021'], confidence: 'med', basis: 'src' })],
  },
  when: (value, { atLeast, some }) =>
    any(
      some('conditions', (condition) =>
        all(
          condition.is('key', 'obstructive-sleep-apnea'),
          firstKnown(condition.atLeast('ahi', value.ahi), condition.is('severity', 'moderate', 'severe')),
          condition.is('treated', false),
        ),
      ),
      // Whoever has the diagnosis was tested: the questionnaire has no more to say.
      all(
        atLeast('labs.stop_bang', value.stopBang),
        not(some('conditions', (condition) => condition.is('key', 'obstructive-sleep-apnea'))),
      ),
    ),
  cites: ['esketamine-label-eu', 'bc-college-2021'],
  confidence: 'med',
  examples: [
    {
      name: 'AHI at the limit, untreated: review',
      given: { conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated', treated: false, ahi: 15 }] },
      expect: 'fires',
    },
    {
      name: 'AHI just under the limit, untreated: go ahead',
      given: {
        conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated', treated: false, ahi: 14.9 }],
        'labs.stop_bang': 6,
      },
      expect: 'clear',
    },
    {
      name: 'severe, no index, untreated: review',
      given: {
        conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated', treated: false, severity: 'severe' }],
      },
      expect: 'fires',
    },
    {
      name: 'severe, sleeps with CPAP: go ahead',
      given: {
        conditions: [{ key: 'obstructive-sleep-apnea', status: 'treated', treated: true, ahi: 42 }],
        'labs.stop_bang': 6,
      },
      expect: 'clear',
    },
    {
      name: 'mild, not said whether treated: go ahead',
      given: { conditions: [{ key: 'obstructive-sleep-apnea', status: 'current', severity: 'mild' }] },
      expect: 'clear',
    },
    {
      name: 'severe, not said whether treated: ask',
      given: { conditions: [{ key: 'obstructive-sleep-apnea', status: 'current', ahi: 30 }] },
      expect: 'unknown',
    },
    {
      name: 'untreated, not said how severe: ask',
      given: { conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated', treated: false }] },
      expect: 'unknown',
    },
    {
      name: 'STOP-BANG at the limit, never tested: review',
      given: { conditions: [], 'labs.stop_bang': 5 },
      expect: 'fires',
    },
    {
      name: 'STOP-BANG one under the limit: go ahead',
      given: { conditions: [], 'labs.stop_bang': 4 },
      expect: 'clear',
    },
    { name: 'STOP-BANG not asked: ask', given: { conditions: [] }, expect: 'unknown' },
    {
      name: 'moderate, no index, untreated: review',
      given: {
        conditions: [{ key: 'obstructive-sleep-apnea', status: 'untreated', treated: false, severity: 'moderate' }],
      },
      expect: 'fires',
    },
    {
      name: 'another condition, severe and untreated',
      given: {
        conditions: [{ key: 'copd', status: 'untreated', treated: false, severity: 'severe' }],
        'labs.stop_bang': 2,
      },
      expect: 'clear',
    },
  ],
})
