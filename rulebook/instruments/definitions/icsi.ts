/** ICSI: bladder symptoms. The limits at which misuse risk and treatment look at it are those of MRT-1. */
import { type Instrument, itemsOf, score, sumOf } from '../instrument.ts'

const cites = ['o-leary-1997', 'taiwan-luts-2019'] as const

export const icsi = {
  key: 'icsi',
  title: 'ICSI, Interstitial Cystitis Symptom Index',
  says: 'Bladder symptoms: urgency, frequency, getting up at night, pain.',
  filledInBy: 'patient',
  recall: 'the last month',
  items: itemsOf(
    { kind: 'range', min: 0, max: 5 },
    ['Item 1: urgency', 'Item 2: frequency by day', 'Item 3: getting up at night', 'Item 4: pain or burning'].map(
      (topic) => ({ topic }),
    ),
  ),
  total: { min: 0, max: 20, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: [],
  values: {
    symptomatic: score(6, { cites, confidence: 'med', basis: 'src' }),
    moderateToSevere: score(12, { cites, confidence: 'low', basis: 'src' }),
  },
  licence: {
    name: 'Copyrighted; free for clinical use',
    textShipped: false,
    attribution: '© O’Leary, Sant and colleagues, 1997.',
    note: 'Get the form from the publication and enter its answers or its total here; ask the authors before you show its items on a screen.',
    confidence: 'med',
  },
  cites,
  confidence: 'med',
} as const satisfies Instrument
