/** WSAS: how far an illness keeps somebody from daily life. */
import { bandsOf, type Instrument, itemsOf, score, sumOf } from '../instrument.ts'

const stated = { cites: 'mundt-2002', confidence: 'med', basis: 'src' } as const

export const wsas = {
  key: 'wsas',
  title: 'WSAS, Work and Social Adjustment Scale',
  says: 'How far an illness keeps somebody from work, home, leisure and people.',
  filledInBy: 'patient',
  recall: 'now',
  items: itemsOf(
    { kind: 'range', min: 0, max: 8 },
    [
      'Item 1: work',
      'Item 2: home',
      'Item 3: leisure with others',
      'Item 4: leisure alone',
      'Item 5: relationships',
    ].map((topic) => ({ topic })),
  ),
  total: { min: 0, max: 40, says: 'The sum; none with an answer missing.', of: sumOf },
  bands: bandsOf(stated, { subclinical: 0, significant: 10, 'moderately severe': 21 }),
  values: { minimalChange: score(8, { cites: 'zahra-2014', confidence: 'med', basis: 'src' }) },
  licence: {
    name: 'Copyrighted; free for clinical use with credit',
    textShipped: false,
    attribution: '© Isaac Marks; Mundt et al., 2002.',
    note: 'Get the form from the publication and enter its answers or its total here.',
    confidence: 'med',
  },
  cites: ['mundt-2002', 'zahra-2014'],
  confidence: 'med',
} as const satisfies Instrument
