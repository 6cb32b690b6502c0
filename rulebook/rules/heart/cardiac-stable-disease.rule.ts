import { all, any, firstKnown } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { afterInfarction } from './after-an-event.ts'

export const cardiacStableDisease = defineRule({
  id: 'cardiac-stable-disease',
  title: 'Stable heart disease',
  phases: askedFrom.screening,
  severity: 'review',
  group: 'cardiac',
  says: 'Heart disease that is stable: coronary artery disease, an infarction more than {infarction} ago, heart failure of NYHA class I or II, atrial fibrillation, moderate or worse valve disease, a pacemaker, or an unstable angina or arrhythmia that has settled.',
  saysToPatient:
    'Because of your heart, your prescriber will first ask a heart doctor whether this medicine is safe for you.',
  because: 'The drug raises pressure and pulse for a while; a heart that copes at rest may not cope with that.',
  action: 'Get a cardiology opinion. The prescriber weighs it and records the decision.',
  values: { infarction: afterInfarction },
  when: (value, { some }) =>
    some('conditions', (condition) =>
      any(
        condition.is('key', 'coronary-artery-disease', 'atrial-fibrillation', 'pacemaker'),
        all(condition.is('key', 'myocardial-infarction'), condition.above('days_ago', value.infarction)),
        all(
          condition.is('key', 'heart-failure'),
          firstKnown(condition.is('nyha', 'I', 'II'), condition.is('severity', 'mild')),
        ),
        // A valve other than the aortic one is blocked by no rule, so its severe disease is reviewed here.
        all(condition.is('key', 'valve-disease'), condition.is('severity', 'moderate', 'severe')),
        all(condition.is('key', 'aortic-stenosis'), condition.is('severity', 'moderate')),
        all(
          condition.is('key', 'unstable-angina', 'arrhythmia-uncontrolled'),
          condition.is('status', 'history', 'stable', 'treated'),
        ),
      ),
    ),
  cites: ['esketamine-label-eu', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'coronary artery disease: review',
      given: { conditions: [{ key: 'coronary-artery-disease', status: 'stable' }] },
      expect: 'fires',
    },
    {
      name: 'atrial fibrillation: review',
      given: { conditions: [{ key: 'atrial-fibrillation', status: 'treated' }] },
      expect: 'fires',
    },
    { name: 'pacemaker: review', given: { conditions: [{ key: 'pacemaker', status: 'current' }] }, expect: 'fires' },
    {
      name: 'infarction, last day of the block: another rule',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 42 }] },
      expect: 'clear',
    },
    {
      name: 'infarction, a day longer ago: review',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 43 }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, NYHA I: review',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', nyha: 'I' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, mild, no class: review',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', severity: 'mild' }] },
      expect: 'fires',
    },
    {
      name: 'heart failure, NYHA IV: another rule',
      given: { conditions: [{ key: 'heart-failure', status: 'current', nyha: 'IV' }] },
      expect: 'clear',
    },
    {
      name: 'severe mitral disease: review',
      given: { conditions: [{ key: 'valve-disease', status: 'current', severity: 'severe' }] },
      expect: 'fires',
    },
    {
      name: 'mild valve disease: go ahead',
      given: { conditions: [{ key: 'valve-disease', status: 'current', severity: 'mild' }] },
      expect: 'clear',
    },
    {
      name: 'moderate aortic stenosis: review',
      given: { conditions: [{ key: 'aortic-stenosis', status: 'current', severity: 'moderate' }] },
      expect: 'fires',
    },
    {
      name: 'unstable angina that has settled: review',
      given: { conditions: [{ key: 'unstable-angina', status: 'history', days_ago: 400 }] },
      expect: 'fires',
    },
    {
      name: 'arrhythmia that is controlled by now: review',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'high blood pressure has its own rule',
      given: { conditions: [{ key: 'hypertension', status: 'treated' }] },
      expect: 'clear',
    },
    {
      name: 'valve disease, not said how severe: ask',
      given: { conditions: [{ key: 'valve-disease', status: 'current' }] },
      expect: 'unknown',
    },
    {
      name: 'heart failure, NYHA II: review',
      given: { conditions: [{ key: 'heart-failure', status: 'treated', nyha: 'II' }] },
      expect: 'fires',
    },
    {
      name: 'moderate mitral disease: review',
      given: { conditions: [{ key: 'valve-disease', status: 'current', severity: 'moderate' }] },
      expect: 'fires',
    },
    {
      name: 'severe aortic stenosis: another rule',
      given: { conditions: [{ key: 'aortic-stenosis', status: 'current', severity: 'severe' }] },
      expect: 'clear',
    },
    {
      name: 'unstable angina now: another rule',
      given: { conditions: [{ key: 'unstable-angina', status: 'current' }] },
      expect: 'clear',
    },
    {
      name: 'arrhythmia that is stable by now: review',
      given: { conditions: [{ key: 'arrhythmia-uncontrolled', status: 'stable' }] },
      expect: 'fires',
    },
  ],
})
