import { all, any, firstKnown, not } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { afterInfarction, afterOtherEvent } from './after-an-event.ts'

export const ciCvEvent6wk = defineRule({
  id: 'ci-cv-event-6wk',
  title: 'Recent event of the heart or the brain’s vessels',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'cardiac',
  says: 'A myocardial infarction in the last {infarction}; or unstable angina, an ischaemic stroke, a transient ischaemic attack or heart surgery in the last {otherEvent}.',
  saysToPatient:
    'Your heart or brain needs time to heal first. This medicine makes the heart work harder for a while, so we will wait.',
  because:
    'The drug raises pressure and pulse. The EU label forbids it for six weeks after an event such as an infarction; that stroke, TIA and surgery are such events is our reading.',
  action: 'Do not treat. Screen again once the time has passed, with a cardiologist’s or neurologist’s opinion.',
  values: { infarction: afterInfarction, otherEvent: afterOtherEvent },
  when: (value, { some }) =>
    some('conditions', (condition) => {
      const recent = condition.atMost('days_ago', value.otherEvent)
      const presentNow = condition.is('status', 'current', 'untreated')
      return any(
        all(condition.is('key', 'myocardial-infarction'), condition.atMost('days_ago', value.infarction)),
        all(condition.is('key', 'ischemic-stroke', 'transient-ischemic-attack', 'cardiac-surgery'), recent),
        // Angina that is unstable now is blocked by another rule, whatever its date: nobody needs to be asked for one.
        all(condition.is('key', 'unstable-angina'), firstKnown(recent, all(not(presentNow), recent))),
      )
    }),
  cites: ['esketamine-label-eu'],
  confidence: 'high',
  examples: [
    {
      name: 'infarction, last day that counts: block',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 42 }] },
      expect: 'fires',
    },
    {
      name: 'infarction, a day longer ago: another rule',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 43 }] },
      expect: 'clear',
    },
    {
      name: 'stroke, last day that counts: block',
      given: { conditions: [{ key: 'ischemic-stroke', days_ago: 42 }] },
      expect: 'fires',
    },
    {
      name: 'stroke, a day longer ago: another rule',
      given: { conditions: [{ key: 'ischemic-stroke', days_ago: 43 }] },
      expect: 'clear',
    },
    {
      name: 'TIA a week ago: block',
      given: { conditions: [{ key: 'transient-ischemic-attack', days_ago: 7 }] },
      expect: 'fires',
    },
    {
      name: 'bypass a month ago: block',
      given: { conditions: [{ key: 'cardiac-surgery', days_ago: 30 }] },
      expect: 'fires',
    },
    {
      name: 'unstable angina, settled three weeks ago: block',
      given: { conditions: [{ key: 'unstable-angina', status: 'stable', days_ago: 21 }] },
      expect: 'fires',
    },
    {
      name: 'unstable angina, not said whether settled: block',
      given: { conditions: [{ key: 'unstable-angina', days_ago: 21 }] },
      expect: 'fires',
    },
    {
      name: 'unstable angina now: another rule',
      given: { conditions: [{ key: 'unstable-angina', status: 'current' }] },
      expect: 'clear',
    },
    {
      name: 'unstable angina of the past, no date: ask',
      given: { conditions: [{ key: 'unstable-angina', status: 'history' }] },
      expect: 'unknown',
    },
    {
      name: 'infarction, no date: ask',
      given: { conditions: [{ key: 'myocardial-infarction' }] },
      expect: 'unknown',
    },
    {
      name: 'infarction long ago, bypass without a date: ask',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 900 }, { key: 'cardiac-surgery' }] },
      expect: 'unknown',
    },
    {
      name: 'unstable angina, untreated: another rule',
      given: { conditions: [{ key: 'unstable-angina', status: 'untreated' }] },
      expect: 'clear',
    },
    {
      name: 'a recent seizure is no such event',
      given: { conditions: [{ key: 'epilepsy', status: 'current', days_ago: 5 }] },
      expect: 'clear',
    },
  ],
})
