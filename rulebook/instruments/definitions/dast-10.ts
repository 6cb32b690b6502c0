/** DAST-10: ten yes-or-no questions about drugs other than alcohol. */
import { type Answer, bandsOf, type Instrument, itemsOf, sumOf, yesNo } from '../instrument.ts'

const stated = { cites: 'skinner-1982', confidence: 'med', basis: 'src' } as const

/** Asks whether one can stop when one wants to: here no counts 1. */
const reversed = 2

/**
 * One point for each yes, and one for a no to item 3. Who uses nothing (item 1 no, and no yes but perhaps to item 3) has
 * nothing to stop: item 3 does not apply, and the total is 0.
 * @param answers raw, yes 1 and no 0.
 */
export function dast10Total(answers: readonly Answer[]): number | null {
  const others = answers.filter((_, index) => index !== reversed)
  if (others.every((one) => one === 0)) return 0
  const [canStop = null] = answers.slice(reversed, reversed + 1)
  return sumOf([...others, canStop === null ? null : 1 - canStop])
}

export const dast10 = {
  key: 'dast10',
  title: 'DAST-10',
  says: 'Use of drugs other than alcohol, and what came of it.',
  filledInBy: 'patient',
  recall: 'the last 12 months',
  items: itemsOf(
    yesNo,
    Array.from({ length: 10 }, (_, index) => ({
      topic: index === reversed ? 'Item 3: able to stop (a no counts)' : `Item ${index + 1}`,
    })),
  ),
  total: {
    min: 0,
    max: 10,
    says: 'One for each yes, for item 3 one for a no. Item 3 does not count when item 1 is no and no other item is yes.',
    of: dast10Total,
  },
  bands: bandsOf(stated, { none: 0, low: 1, moderate: 3, substantial: 6, severe: 9 }),
  values: {},
  loinc: {
    panel: { code: '82666-9', display: 'DAST-10', verified: false },
    total: { code: '82667-7', display: 'Total score [DAST-10]', verified: true },
  },
  licence: {
    name: 'Copyrighted; free for clinical and other non-commercial use with attribution',
    textShipped: false,
    attribution: '© Harvey A. Skinner and the Centre for Addiction and Mental Health, Toronto.',
    note: 'Get the form from the copyright holder (ask first when the use is commercial) and enter its answers or its total here.',
    confidence: 'med',
  },
  cites: ['skinner-1982'],
  confidence: 'med',
} as const satisfies Instrument
