/** PADSS: whether somebody can go home after a dose. The words of its levels are ours. */
import { type Instrument, options, score, sumOf } from '../instrument.ts'

const stated = { cites: 'chung-1995', confidence: 'high', basis: 'src' } as const
const item = (linkId: string, topic: string, ...levels: readonly [string, string, string]) => ({
  linkId,
  topic,
  answers: options(...levels),
  required: true,
})

export const padss = {
  key: 'padss',
  title: 'PADSS, Post-Anesthetic Discharge Scoring System',
  says: 'Readiness to go home: vital signs, walking, nausea, pain, bleeding.',
  filledInBy: 'clinician',
  recall: 'right now',
  items: [
    item('1', 'Vital signs', 'More than 40 % off', '20 to 40 % off', 'Within 20 % of before'),
    item('2', 'Walking', 'Cannot walk, or dizzy', 'With help', 'Steady, no dizziness'),
    item('3', 'Nausea and vomiting', 'Severe, in spite of treatment', 'Moderate, needs treatment', 'Least or none'),
    item('4', 'Pain', 'Severe', 'Moderate', 'Least or none'),
    item('5', 'Bleeding', 'Severe', 'Moderate', 'Least or none'),
  ],
  total: { min: 0, max: 10, says: 'The sum; none with an item missing.', of: sumOf },
  bands: [],
  values: { readyToLeave: score(9, stated) },
  licence: {
    name: 'Published scale, described in our own words',
    textShipped: false,
    attribution: 'Chung, 1995.',
    note: 'Nothing is needed.',
    confidence: 'med',
  },
  cites: ['chung-1995'],
  confidence: 'high',
} as const satisfies Instrument
