import { all, any, firstKnown, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciUnstableCardiac = defineRule({
  id: 'ci-unstable-cardiac',
  title: 'Unstable heart disease',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'cardiac',
  says: 'Unstable angina now, heart failure that is decompensated or of NYHA class III or IV, an uncontrolled arrhythmia (also an untreated atrial fibrillation), or severe aortic stenosis.',
  saysToPatient:
    'This medicine makes the heart work harder for a while. Yours is not steady enough for that now. We can look again when it is.',
  because:
    'The drug raises pressure, pulse and the heart’s need for oxygen. A consensus guideline advises against it in poorly controlled heart disease.',
  action: 'Do not treat. Refer to cardiology, and screen again when the heart is stable.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) => {
      const limitedByIt = condition.is('nyha', 'III', 'IV')
      // Only "mild" is surely class I or II, and only "severe" surely above; between them the class is asked for.
      const failing = any(
        condition.is('severity', 'severe'),
        condition.is('status', 'untreated'),
        all(not(condition.is('severity', 'mild')), limitedByIt),
      )
      return any(
        all(condition.is('key', 'unstable-angina'), condition.is('status', 'current', 'untreated')),
        all(condition.is('key', 'heart-failure'), firstKnown(limitedByIt, failing)),
        all(
          condition.is('key', 'arrhythmia-uncontrolled'),
          not(condition.is('status', 'history', 'treated', 'stable')),
        ),
        // Nothing holds back the rate of a fibrillation that is not treated.
        all(condition.is('key', 'atrial-fibrillation'), condition.is('status', 'untreated')),
        all(condition.is('key', 'aortic-stenosis'), condition.is('severity', 'severe')),
      )
    }),
  cites: ['cohen-2018', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'unstable angina now: block',
      given: { conditions: [{ key: 'unstable-angina', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'unstable angina that has settled: another rule',
      given: { conditions: [{ key: 'unstable-angina', status: 'stable', days_ago: 200 }] },
      expect: 'clear',
    },
    {
      name: 'heart failure, NYHA III: block',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', nyha: 'III' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, NYHA II: another rule',
      given: { conditions: [{ key: 'heart-failure', status: 'current', nyha: 'II' }] },
      expect: 'clear',
    },
    {
      name: 'heart failure, severe, no class: block',
      given: { conditions: [{ key: 'heart-failure', status: 'current', severity: 'severe' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, untreated, no class: block',
      given: { conditions: [{ key: 'heart-failure', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, mild, no class: another rule',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', severity: 'mild' }] },
      expect: 'clear',
    },
    {
      name: 'heart failure, moderate, no class: ask',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', severity: 'moderate' }] },
      expect: 'unknown',
    },
    {
      name: 'heart failure, neither class nor severity: ask',
      given: { conditions: [{ key: 'heart-failure', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'arrhythmia out of control: block',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'arrhythmia that is controlled by now: another rule',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'treated' }] },
      expect: 'clear',
    },
    {
      name: 'atrial fibrillation, untreated: block',
      given: { conditions: [{ key: 'atrial-fibrillation', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'atrial fibrillation with a controlled rate: another rule',
      given: { conditions: [{ key: 'atrial-fibrillation', status: 'treated' }] },
      expect: 'clear',
    },
    {
      name: 'severe aortic stenosis: block',
      given: { conditions: [{ key: 'aortic-stenosis', status: 'stable', severity: 'severe' }] },
      expect: 'fires',
    },
    {
      name: 'moderate aortic stenosis: another rule',
      given: { conditions: [{ key: 'aortic-stenosis', status: 'stable', severity: 'moderate' }] },
      expect: 'clear',
    },
    {
      name: 'aortic stenosis, not said how severe: ask',
      given: { conditions: [{ key: 'aortic-stenosis', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'unstable angina, untreated: block',
      given: { conditions: [{ key: 'unstable-angina', status: 'untreated' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, NYHA IV: block',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', nyha: 'IV' }] },
      expect: 'fires',
    },
    {
      name: 'arrhythmia of the past: another rule',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'history' }] },
      expect: 'clear',
    },
    {
      name: 'arrhythmia that is stable by now: another rule',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'stable' }] },
      expect: 'clear',
    },
    {
      name: 'untreated hypertension: another rule',
      given: { conditions: [{ key: 'hypertension', status: 'untreated' }] },
      expect: 'clear',
    },
  ],
})
