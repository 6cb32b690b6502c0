/** One line on which a patient marks how strong the wish for a dose is. */
import { type Instrument, score } from '../instrument.ts'

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const

export const cravingVas = {
  key: 'craving_vas',
  title: 'Craving, on a line from 0 to 100',
  says: 'How strong the wish for a dose is. No cut-off was ever validated.',
  filledInBy: 'patient',
  recall: 'now',
  items: [
    {
      linkId: '1',
      topic: 'Wish for a dose',
      text: 'How strong is your wish for a dose right now? 0 is no wish at all. 100 is the strongest wish you can think of.',
      answers: { kind: 'range', min: 0, max: 100 },
      required: true,
    },
  ],
  total: { min: 0, max: 100, says: 'The mark.', of: ([mark = null]) => mark },
  bands: [],
  values: { concern: score(50, judged), highConcern: score(70, judged) },
  licence: {
    name: 'Free',
    textShipped: true,
    attribution: 'The words are this project’s own.',
    note: 'Nothing is needed.',
    confidence: 'high',
  },
  cites: ['judgement'],
  confidence: 'low',
} as const satisfies Instrument
