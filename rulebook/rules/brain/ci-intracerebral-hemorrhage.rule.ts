import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciIntracerebralHemorrhage = defineRule({
  id: 'ci-intracerebral-hemorrhage',
  title: 'Bleeding inside the skull, ever',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'The patient has, or once had, an intracerebral, subarachnoid or subdural haemorrhage.',
  saysToPatient:
    'You have had bleeding in or around the brain. This medicine raises blood pressure, and the bleeding could come back, so we will not give it.',
  because:
    'The pressure surge can reopen the vessel. The esketamine label forbids it however long ago; that bleeding around the brain counts too is our reading.',
  action: 'Do not treat.',
  values: {},
  when: (_value, { some }) =>
    some('conditions', (condition) =>
      condition.is('key', 'intracerebral-hemorrhage', 'subarachnoid-hemorrhage', 'subdural-hemorrhage'),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'high',
  examples: [
    {
      name: 'bleeding in the brain twenty years ago: block',
      given: { conditions: [{ key: 'intracerebral-hemorrhage', status: 'history', years_ago: 20 }] },
      expect: 'fires',
    },
    {
      name: 'subarachnoid: block',
      given: { conditions: [{ key: 'subarachnoid-hemorrhage', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'subdural: block',
      given: { conditions: [{ key: 'subdural-hemorrhage', status: 'history' }] },
      expect: 'fires',
    },
    {
      name: 'a stroke without bleeding: another rule',
      given: { conditions: [{ key: 'ischemic-stroke', days_ago: 700 }] },
      expect: 'clear',
    },
    { name: 'conditions not recorded: ask', given: {}, expect: 'unknown' },
  ],
})
