import { all } from '@keel/engine'
import { askedFrom, defineRule } from '../../vocabulary.ts'
import { afterOtherEvent } from '../heart/after-an-event.ts'

export const strokeHistory = defineRule({
  id: 'stroke-history',
  title: 'Ischaemic stroke or TIA in the past',
  phases: askedFrom.screening,
  severity: 'review',
  says: 'An ischaemic stroke or a transient ischaemic attack more than {recent} ago.',
  saysToPatient:
    'Because you have had a stroke or a small one that passed, your prescriber will decide with you whether this medicine is right.',
  because: 'The vessels of the brain may not take a surge of pressure well.',
  action: 'The prescriber weighs the risk, with a neurologist where in doubt, and records the decision.',
  values: { recent: afterOtherEvent },
  when: (value, { some }) =>
    some('conditions', (condition) =>
      all(
        condition.is('key', 'ischemic-stroke', 'transient-ischemic-attack'),
        condition.above('days_ago', value.recent),
      ),
    ),
  cites: ['esketamine-label-eu', 'esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'last day of the block: another rule',
      given: { conditions: [{ key: 'ischemic-stroke', days_ago: 42 }] },
      expect: 'clear',
    },
    {
      name: 'a day longer ago: review',
      given: { conditions: [{ key: 'ischemic-stroke', days_ago: 43 }] },
      expect: 'fires',
    },
    {
      name: 'TIA years ago: review',
      given: { conditions: [{ key: 'transient-ischemic-attack', days_ago: 2_000 }] },
      expect: 'fires',
    },
    { name: 'no conditions', given: { conditions: [] }, expect: 'clear' },
    { name: 'no date: ask', given: { conditions: [{ key: 'ischemic-stroke', status: 'history' }] }, expect: 'unknown' },
    {
      name: 'an infarction of the heart: another rule',
      given: { conditions: [{ key: 'myocardial-infarction', days_ago: 100 }] },
      expect: 'clear',
    },
  ],
})
