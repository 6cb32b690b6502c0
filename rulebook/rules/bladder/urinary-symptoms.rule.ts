import { any } from '@keel/engine'
import { value } from '../../values.ts'
import { askedFrom, defineRule } from '../../vocabulary.ts'

const none = {
  'symptoms.dysuria': false,
  'symptoms.urgency': false,
  'symptoms.frequency': false,
  'symptoms.nocturia': false,
  'symptoms.haematuria': false,
} as const

export const urinarySymptoms = defineRule({
  id: 'urinary-symptoms',
  title: 'Urinary symptoms',
  phases: askedFrom.any,
  severity: 'review',
  group: 'urinary',
  says: 'New urinary symptoms (pain, urgency, frequency, at night, blood), or a BPIC-SS of {score} or more.',
  saysToPatient:
    'Changes when you pass water can be an early sign that the bladder is irritated. We will look into it before the next dose.',
  because: 'Found early, harm to the bladder can often be stopped.',
  action:
    'Test the urine and send a culture. The prescriber decides whether to pause, and refers to urology if nothing else explains it.',
  values: {
    score: [value(19, '{score}', { cites: 'humphrey-2012', confidence: 'med', basis: 'src' })],
  },
  when: (value, { atLeast, is }) =>
    any(
      is('symptoms.dysuria', true),
      is('symptoms.urgency', true),
      is('symptoms.frequency', true),
      is('symptoms.nocturia', true),
      is('symptoms.haematuria', true),
      atLeast('symptoms.bpic_ss', value.score),
    ),
  cites: ['esketamine-label-us'],
  confidence: 'med',
  examples: [
    { name: 'score at the limit: review', given: { ...none, 'symptoms.bpic_ss': 19 }, expect: 'fires' },
    { name: 'score one below, no symptoms: go ahead', given: { ...none, 'symptoms.bpic_ss': 18 }, expect: 'clear' },
    {
      name: 'pain on passing urine: review',
      given: { ...none, 'symptoms.dysuria': true, 'symptoms.bpic_ss': 4 },
      expect: 'fires',
    },
    { name: 'urgency: review', given: { ...none, 'symptoms.urgency': true, 'symptoms.bpic_ss': 4 }, expect: 'fires' },
    {
      name: 'frequency: review',
      given: { ...none, 'symptoms.frequency': true, 'symptoms.bpic_ss': 4 },
      expect: 'fires',
    },
    {
      name: 'up at night: review',
      given: { ...none, 'symptoms.nocturia': true, 'symptoms.bpic_ss': 4 },
      expect: 'fires',
    },
    { name: 'blood, score not taken: review', given: { 'symptoms.haematuria': true }, expect: 'fires' },
    { name: 'score not taken: ask', given: none, expect: 'unknown' },
  ],
})
