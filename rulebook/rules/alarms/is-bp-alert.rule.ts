import { all, any } from '@keel/engine'
import { value } from '../../values.ts'
import { defineRule } from '../../vocabulary.ts'

export const isBpAlert = defineRule({
  id: 'is-bp-alert',
  title: 'Pressure high twice during the dose',
  phases: ['in_session'],
  severity: 'review',
  group: 'is-bp',
  says: 'Two readings at least {gap} apart are {systolic} systolic or {diastolic} diastolic, or more.',
  saysToPatient: 'Your blood pressure is higher than we like. Your prescriber is coming to see you.',
  because: 'Pressure peaks while the dose runs; two high readings are a trend, not a slip of the cuff.',
  action: 'Call the prescriber to the bedside and measure every 5 min.',
  values: {
    systolic: [value(160, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    diastolic: [value(100, 'mm[Hg]', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
    gap: [value(5, 'min', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  },
  when: (value, { atLeast }) =>
    all(
      any(atLeast('in_session.sbp', value.systolic), atLeast('in_session.dbp', value.diastolic)),
      any(atLeast('in_session.previous_sbp', value.systolic), atLeast('in_session.previous_dbp', value.diastolic)),
      atLeast('in_session.minutes_since_previous', value.gap),
    ),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'both systolic readings at the limit, at the least gap',
      given: {
        'in_session.sbp': 160,
        'in_session.dbp': 90,
        'in_session.previous_sbp': 160,
        'in_session.previous_dbp': 90,
        'in_session.minutes_since_previous': 5,
      },
      expect: 'fires',
    },
    {
      name: 'both diastolic readings at the limit',
      given: {
        'in_session.sbp': 140,
        'in_session.dbp': 100,
        'in_session.previous_sbp': 140,
        'in_session.previous_dbp': 100,
        'in_session.minutes_since_previous': 10,
      },
      expect: 'fires',
    },
    {
      name: 'this reading one below both limits',
      given: {
        'in_session.sbp': 159,
        'in_session.dbp': 99,
        'in_session.previous_sbp': 170,
        'in_session.previous_dbp': 104,
        'in_session.minutes_since_previous': 10,
      },
      expect: 'clear',
    },
    {
      name: 'reading before one below both limits',
      given: {
        'in_session.sbp': 170,
        'in_session.dbp': 104,
        'in_session.previous_sbp': 159,
        'in_session.previous_dbp': 99,
        'in_session.minutes_since_previous': 10,
      },
      expect: 'clear',
    },
    {
      name: 'readings too close together',
      given: {
        'in_session.sbp': 170,
        'in_session.dbp': 104,
        'in_session.previous_sbp': 170,
        'in_session.previous_dbp': 104,
        'in_session.minutes_since_previous': 4,
      },
      expect: 'clear',
    },
    { name: 'no second reading: ask', given: { 'in_session.sbp': 170, 'in_session.dbp': 104 }, expect: 'unknown' },
  ],
})
