import { all, any, firstKnown, not } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const ciRaisedIcp = defineRule({
  id: 'ci-raised-icp',
  title: 'Raised pressure inside the skull',
  phases: askedFrom.screening,
  severity: 'block',
  says: 'Raised intracranial pressure (also idiopathic), hydrocephalus or a mass in the head; or a head injury of the last {headInjury} that is not said to have healed.',
  saysToPatient:
    'This medicine can raise the pressure inside the head. With your condition that could harm you, so we will not give it now.',
  because:
    'Pressure in the skull rises with pressure in the vessels. The label names it as a serious risk; treated forms count as well, because treatment can fail unseen.',
  action: 'Do not treat. With headache, vomiting or blurred vision, refer at once.',
  values: {
    headInjury: [value(92, 'd', { cites: ['cohen-2018', 'esketamine-label-us'], confidence: 'med', basis: 'drv' })],
  },
  when: (value, { some }) =>
    some('conditions', (condition) => {
      const recent = condition.atMost('days_ago', value.headInjury)
      const healed = condition.is('status', 'history', 'stable', 'treated')
      return any(
        all(
          condition.is(
            'key',
            'raised-intracranial-pressure',
            'idiopathic-intracranial-hypertension',
            'hydrocephalus',
            'intracranial-mass',
          ),
          not(condition.is('status', 'history')),
        ),
        // Of an injury nobody need say how it is now: as long as it is recent and not said to have healed, it counts.
        all(condition.is('key', 'head-injury'), recent, firstKnown(not(healed), recent)),
      )
    }),
  cites: ['esketamine-label-us', 'cohen-2018'],
  confidence: 'med',
  examples: [
    {
      name: 'idiopathic, with papilloedema: block',
      given: { conditions: [{ key: 'idiopathic-intracranial-hypertension', status: 'current' }] },
      expect: 'fires',
    },
    {
      name: 'hydrocephalus with a shunt: block',
      given: { conditions: [{ key: 'hydrocephalus', status: 'treated' }] },
      expect: 'fires',
    },
    {
      name: 'a mass in the head: block',
      given: { conditions: [{ key: 'intracranial-mass', status: 'stable' }] },
      expect: 'fires',
    },
    {
      name: 'raised pressure, long over: go ahead',
      given: { conditions: [{ key: 'raised-intracranial-pressure', status: 'history', years_ago: 8 }] },
      expect: 'clear',
    },
    {
      name: 'head injury, last day that counts: block',
      given: { conditions: [{ key: 'head-injury', status: 'current', days_ago: 92 }] },
      expect: 'fires',
    },
    {
      name: 'head injury, a day longer ago: go ahead',
      given: { conditions: [{ key: 'head-injury', status: 'current', days_ago: 93 }] },
      expect: 'clear',
    },
    {
      name: 'recent head injury, not said how it is now: block',
      given: { conditions: [{ key: 'head-injury', days_ago: 20 }] },
      expect: 'fires',
    },
    {
      name: 'recent head injury that has healed: go ahead',
      given: { conditions: [{ key: 'head-injury', status: 'history', days_ago: 20 }] },
      expect: 'clear',
    },
    { name: 'head injury, no date: ask', given: { conditions: [{ key: 'head-injury' }] }, expect: 'unknown' },
    {
      name: 'years ago, not said whether it is over: ask',
      given: { conditions: [{ key: 'raised-intracranial-pressure', years_ago: 8 }] },
      expect: 'unknown',
    },
    {
      name: 'recent head injury, stable by now: go ahead',
      given: { conditions: [{ key: 'head-injury', status: 'stable', days_ago: 20 }] },
      expect: 'clear',
    },
    {
      name: 'recent head injury, treated: go ahead',
      given: { conditions: [{ key: 'head-injury', status: 'treated', days_ago: 20 }] },
      expect: 'clear',
    },
    {
      name: 'a recent seizure is no injury',
      given: { conditions: [{ key: 'epilepsy', status: 'current', days_ago: 20 }] },
      expect: 'clear',
    },
  ],
})
