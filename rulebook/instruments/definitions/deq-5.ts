/** DEQ-5: how a dose felt, on five lines. Liking and wanting more are read as trends; there is no total. */
import { type Instrument, itemsOf } from '../instrument.ts'

export const deq5 = {
  key: 'deq5',
  title: 'DEQ-5, Drug Effects Questionnaire',
  says: 'How a dose felt. Liking and disliking may stay empty when nothing was felt.',
  filledInBy: 'patient',
  recall: 'this dose',
  items: itemsOf(
    { kind: 'range', min: 0, max: 100 },
    ['Line 1: effect felt', 'Line 2: high', 'Line 3: liking', 'Line 4: disliking', 'Line 5: wanting more'].map(
      (topic) => ({ topic }),
    ),
  ),
  total: null,
  bands: [],
  values: {},
  licence: {
    name: 'Published; redistribution not settled',
    textShipped: false,
    attribution: 'Morean et al., 2013.',
    note: 'Get the five lines from the publication and enter the marks here.',
    confidence: 'med',
  },
  cites: ['morean-2013'],
  confidence: 'med',
} as const satisfies Instrument
