/** Severity of Dependence Scale, about ketamine. Its usual short name belongs to another scale as well and is not used. */
import { type Instrument, itemsOf, score, sumOf } from '../instrument.ts'

const otherDrugs = { cites: ['gossop-1995', 'tung-2014'], confidence: 'low', basis: 'drv' } as const

export const sevDepScale = {
  key: 'sev_dep_scale',
  title: 'Severity of Dependence Scale',
  says: 'How strongly somebody feels bound to a drug; here to ketamine.',
  filledInBy: 'patient',
  recall: 'as the clinic’s form states',
  items: itemsOf(
    { kind: 'range', min: 0, max: 3 },
    Array.from({ length: 5 }, (_, index) => ({ topic: `Item ${index + 1}` })),
  ),
  total: { min: 0, max: 15, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: [],
  // No cut-off for ketamine was ever published: these come from other drugs.
  values: { concern: score(3, otherDrugs), highConcern: score(5, otherDrugs) },
  licence: {
    name: 'Free to use',
    textShipped: false,
    attribution: 'Gossop et al., 1995.',
    note: 'Get the form from the publication, ask it about ketamine, and enter its answers or its total here. Redistribution of its words is not settled.',
    confidence: 'med',
  },
  cites: ['gossop-1995', 'tung-2014'],
  confidence: 'high',
} as const satisfies Instrument
