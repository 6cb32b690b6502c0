import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const cutOff = { cites: ['ketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' } as const

export const ciUncontrolledHypertension = defineRule({
  id: 'ci-uncontrolled-hypertension',
  title: 'Uncontrolled hypertension',
  phases: askedFrom.screening,
  severity: 'block',
  group: 'hypertension',
  says: 'Mean blood pressure at screening is {systolic} systolic or {diastolic} diastolic, or more, over at least {visits} visits.',
  saysToPatient:
    'Your blood pressure is too high for this medicine, which raises it further. We will help to bring it down first.',
  because:
    'The drug adds a surge to what is already there. The label of the injection forbids it where such a rise is a serious hazard; it states no number, so the cut-off is ours.',
  action: 'Do not treat. Treat the pressure, and screen again when it has stayed below the limit.',
  values: {
    systolic: [value(160, 'mm[Hg]', cutOff)],
    diastolic: [value(100, 'mm[Hg]', cutOff)],
    visits: [value(2, '1', cutOff)],
  },
  when: (value, { atLeast }) =>
    all(
      any(atLeast('vitals.mean_sbp', value.systolic), atLeast('vitals.mean_dbp', value.diastolic)),
      atLeast('vitals.visits', value.visits),
    ),
  cites: ['ketamine-label-us'],
  confidence: 'low',
  examples: [
    {
      name: 'systolic at the limit, two visits: block',
      given: { 'vitals.mean_sbp': 160, 'vitals.mean_dbp': 88, 'vitals.visits': 2 },
      expect: 'fires',
    },
    {
      name: 'diastolic at the limit, two visits: block',
      given: { 'vitals.mean_sbp': 148, 'vitals.mean_dbp': 100, 'vitals.visits': 2 },
      expect: 'fires',
    },
    {
      name: 'both just below the limit: go ahead',
      given: { 'vitals.mean_sbp': 159, 'vitals.mean_dbp': 99, 'vitals.visits': 2 },
      expect: 'clear',
    },
    {
      name: 'high on a single visit: measure again',
      given: { 'vitals.mean_sbp': 172, 'vitals.mean_dbp': 104, 'vitals.visits': 1 },
      expect: 'clear',
    },
    {
      name: 'high, no telling on how many visits: ask',
      given: { 'vitals.mean_sbp': 172, 'vitals.mean_dbp': 104 },
      expect: 'unknown',
    },
    {
      name: 'diastolic not known: ask',
      given: { 'vitals.mean_sbp': 132, 'vitals.visits': 2 },
      expect: 'unknown',
    },
  ],
})
