import { all, any } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const respiratorySevere = defineRule({
  id: 'respiratory-severe',
  title: 'Severe lung disease',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'Severe COPD, chronic respiratory failure, or oxygen at home.',
  saysToPatient:
    'This medicine can make breathing shallower. Because of your lungs, your prescriber will decide with you whether it is safe.',
  because: 'With little reserve even a small fall in breathing matters. The EU label asks for a careful weighing.',
  action: 'The prescriber weighs the risk, plans oxygen and monitoring, and records the decision.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      any(
        condition.is('key', 'chronic-respiratory-failure', 'home-oxygen'),
        all(condition.is('key', 'copd'), condition.is('severity', 'severe')),
      ),
    ),
  cites: ['esketamine-label-eu'],
  confidence: 'high',
  examples: [
    {
      name: 'severe COPD: review',
      given: { conditions: [{ key: 'copd', status: 'current', severity: 'severe' }] },
      expect: 'fires',
    },
    {
      name: 'moderate COPD: go ahead',
      given: { conditions: [{ key: 'copd', status: 'treated', severity: 'moderate' }] },
      expect: 'clear',
    },
    {
      name: 'chronic respiratory failure: review',
      given: { conditions: [{ key: 'chronic-respiratory-failure', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'oxygen at home: review',
      given: { conditions: [{ key: 'home-oxygen', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'COPD, not said how severe: ask',
      given: { conditions: [{ key: 'copd', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'another condition, severe',
      given: { conditions: [{ key: 'obstructive-sleep-apnea', status: 'current', severity: 'severe' }] },
      expect: 'clear',
    },
  ],
})
