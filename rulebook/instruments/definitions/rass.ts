/** RASS: agitation and sedation on one line. The words of its levels are ours. */
import type { Instrument } from '../instrument.ts'

export const rass = {
  key: 'rass',
  title: 'RASS, Richmond Agitation-Sedation Scale',
  says: 'Agitation (above 0) and sedation (below 0).',
  filledInBy: 'clinician',
  recall: 'right now',
  items: [
    {
      linkId: '1',
      topic: 'Agitation or sedation',
      answers: {
        kind: 'options',
        options: [
          { score: 4, text: 'Combative' },
          { score: 3, text: 'Very agitated' },
          { score: 2, text: 'Agitated' },
          { score: 1, text: 'Restless' },
          { score: 0, text: 'Alert and calm' },
          { score: -1, text: 'Drowsy' },
          { score: -2, text: 'Light sedation' },
          { score: -3, text: 'Moderate sedation' },
          { score: -4, text: 'Deep sedation' },
          { score: -5, text: 'Cannot be roused' },
        ],
      },
      required: true,
    },
  ],
  total: { min: -5, max: 4, says: 'The level.', of: ([level = null]) => level },
  bands: [],
  values: {},
  licence: {
    name: 'Published scale, described in our own words',
    textShipped: false,
    attribution: 'Sessler et al., 2002.',
    note: 'Nothing is needed.',
    confidence: 'med',
  },
  cites: ['sessler-2002'],
  confidence: 'high',
} as const satisfies Instrument
