import { all } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

export const tierInterval = defineRule({
  id: 'tier-interval',
  title: 'Too soon for the highest support level',
  phases: askedFrom.gate,
  severity: 'hold',
  group: 'tier',
  says: 'The misuse-risk tier is high and the last dose was less than {interval} ago.',
  saysToPatient: 'At your support level we leave at least a week between doses. Let us find a later day together.',
  because: 'Where the risk of misuse is high, doses are spaced out whatever the protocol would allow.',
  action: 'Give the dose on a later day, or review the tier.',
  values: { interval: [value(7, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })] },
  when: (value, { is, below }) =>
    all(is('engagement.misuse_tier', 'high'), below('schedule.last_dose_days_ago', value.interval)),
  cites: [],
  confidence: 'low',
  examples: [
    {
      name: 'a week ago: go ahead',
      given: { 'engagement.misuse_tier': 'high', 'schedule.last_dose_days_ago': 7 },
      expect: 'clear',
    },
    {
      name: 'a day under the limit: hold',
      given: { 'engagement.misuse_tier': 'high', 'schedule.last_dose_days_ago': 6 },
      expect: 'fires',
    },
    {
      name: 'no dose yet: go ahead',
      given: { 'engagement.misuse_tier': 'high', 'schedule.last_dose_days_ago': 'never' },
      expect: 'clear',
    },
    {
      name: 'moderate: the protocol decides',
      given: { 'engagement.misuse_tier': 'moderate', 'schedule.last_dose_days_ago': 2 },
      expect: 'clear',
    },
    { name: 'tier not known: ask', given: { 'schedule.last_dose_days_ago': 2 }, expect: 'unknown' },
  ],
})
