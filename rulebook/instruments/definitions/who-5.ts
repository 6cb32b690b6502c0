/** WHO-5: well-being; here more is better. */
import { type Answer, type Instrument, itemsOf, score, sumOf } from '../instrument.ts'

const stated = { cites: 'topp-2015', confidence: 'high', basis: 'src' } as const

export function who5Score(answers: readonly Answer[]): number | null {
  const sum = sumOf(answers)
  return sum === null ? null : sum * 4
}

export const who5 = {
  key: 'who5',
  title: 'WHO-5 Well-Being Index',
  says: 'How well somebody is, from 0 to 100.',
  filledInBy: 'patient',
  recall: 'the last 2 weeks',
  items: itemsOf(
    { kind: 'range', min: 0, max: 5 },
    Array.from({ length: 5 }, (_, index) => ({ topic: `Item ${index + 1}` })),
  ),
  total: { min: 0, max: 100, says: 'The sum times four; none with an answer missing.', of: who5Score },
  bands: [],
  values: {
    lowWellBeingAtMost: score(50, stated),
    likelyDepressionAtMost: score(28, stated),
    relevantChange: score(10, stated),
  },
  licence: {
    name: 'CC BY-NC-SA 3.0 IGO',
    textShipped: false,
    attribution: '© World Health Organization, 2024.',
    note: 'Free for non-commercial use; a clinic that charges should ask the WHO. Get the form there and enter its answers or its score here.',
    confidence: 'med',
  },
  cites: ['topp-2015', 'who-5'],
  confidence: 'high',
} as const satisfies Instrument
