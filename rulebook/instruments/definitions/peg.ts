/** PEG: pain, and what it keeps somebody from, in three numbers. */
import { type Answer, type Instrument, itemsOf, percent, score, sumOf } from '../instrument.ts'

const stated = { cites: 'krebs-2009', confidence: 'med', basis: 'src' } as const

/** The mean to two decimals, so that it compares with a mean that was written down. */
export function pegMean(answers: readonly Answer[]): number | null {
  const sum = sumOf(answers)
  return sum === null ? null : Math.round((100 * sum) / answers.length) / 100
}

export const peg = {
  key: 'peg',
  title: 'PEG',
  says: 'Pain on average, and how far it interferes with enjoyment of life and general activity.',
  filledInBy: 'patient',
  recall: 'the last week',
  items: itemsOf(
    { kind: 'range', min: 0, max: 10 },
    ['Item 1: pain', 'Item 2: enjoyment of life', 'Item 3: general activity'].map((topic) => ({ topic })),
  ),
  total: { min: 0, max: 10, decimals: 2, says: 'The mean of the three; none with an answer missing.', of: pegMean },
  bands: [],
  values: { meaningfulShare: percent(30, stated), meaningfulFall: score(1, stated) },
  licence: {
    name: 'Free to use',
    textShipped: false,
    attribution: 'Krebs et al., 2009.',
    note: 'Get the form from the publication and enter its answers here. Redistribution of its words is not settled.',
    confidence: 'med',
  },
  cites: ['krebs-2009'],
  confidence: 'med',
} as const satisfies Instrument
