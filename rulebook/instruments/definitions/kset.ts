/** KSET: side effects of ketamine, in four forms. Only its structure is kept: which form raised something new. */
import { type Instrument, itemsOf, yesNo } from '../instrument.ts'

export const kset = {
  key: 'kset',
  title: 'KSET, Ketamine Side Effect Tool',
  says: 'Side effects at screening, at baseline, after each treatment and at follow-up. A new one that is moderate or severe asks for a review.',
  filledInBy: 'clinician',
  recall: 'as each form states',
  items: itemsOf(
    yesNo,
    ['Screening form', 'Baseline form', 'Form after a treatment', 'Follow-up form'].map((form) => ({
      topic: `${form}: anything new that is moderate or severe`,
    })),
  ),
  total: null,
  bands: [],
  values: {},
  licence: {
    name: 'Published with open access; electronic form by agreement with the authors',
    textShipped: false,
    attribution: 'Short et al., 2020.',
    note: 'Get the four forms from the authors, and ask them before you show the items on a screen.',
    confidence: 'high',
  },
  cites: ['short-2020'],
  confidence: 'high',
} as const satisfies Instrument
