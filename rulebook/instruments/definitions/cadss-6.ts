/** CADSS-6: six items of the longer scale of dissociation, asked at the bedside. */
import { type Instrument, itemsOf, sumOf } from '../instrument.ts'

export const cadss6 = {
  key: 'cadss6',
  title: 'CADSS-6, Clinician-Administered Dissociative States Scale, short form',
  says: 'Dissociation now. No cut-off was ever validated; falling scores over the first treatments are usual.',
  filledInBy: 'clinician',
  recall: 'right now: at the peak, about 40 minutes, and before leaving',
  items: itemsOf(
    { kind: 'range', min: 0, max: 4 },
    [1, 2, 6, 7, 15, 22].map((number) => ({ topic: `Item ${number} of the CADSS` })),
  ),
  total: { min: 0, max: 24, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: [],
  values: {},
  licence: {
    name: 'Copyrighted',
    textShipped: false,
    attribution: '© J. Douglas Bremner; short form by Rodrigues et al., 2021.',
    note: 'Ask the author for the scale, ask its items in its words, and enter their answers or the total here.',
    confidence: 'med',
  },
  cites: ['rodrigues-2021', 'bremner-1998'],
  confidence: 'high',
} as const satisfies Instrument
