/** MOAA/S: how deeply somebody is sedated. The words of its levels are ours. */
import type { Instrument } from '../instrument.ts'

export const moaas = {
  key: 'moaas',
  title: 'MOAA/S, Modified Observer’s Assessment of Alertness and Sedation',
  says: 'Depth of sedation, from 5 (awake) to 0.',
  filledInBy: 'clinician',
  recall: 'right now',
  items: [
    {
      linkId: '1',
      topic: 'Answer to being addressed',
      answers: {
        kind: 'options',
        options: [
          { score: 5, text: 'Answers readily to name' },
          { score: 4, text: 'Answers slowly to name' },
          { score: 3, text: 'Only to a loud or repeated name' },
          { score: 2, text: 'Only to mild prodding' },
          { score: 1, text: 'Only to a painful squeeze' },
          { score: 0, text: 'No answer' },
        ],
      },
      required: true,
    },
  ],
  total: { min: 0, max: 5, says: 'The level.', of: ([level = null]) => level },
  bands: [],
  values: {},
  licence: {
    name: 'Published scale, described in our own words',
    textShipped: false,
    attribution: 'Chernik et al., 1990.',
    note: 'Nothing is needed.',
    confidence: 'med',
  },
  cites: ['chernik-1990', 'esketamine-label-us'],
  confidence: 'high',
} as const satisfies Instrument
