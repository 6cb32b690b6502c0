/** MADRS: a clinician's rating of depression. Only its total is kept. */
import { bandsOf, type Instrument, percent, score } from '../instrument.ts'

const stated = { cites: 'montgomery-1979', confidence: 'med', basis: 'src' } as const

export const madrs = {
  key: 'madrs',
  title: 'MADRS, Montgomery-Åsberg Depression Rating Scale',
  says: 'Depressive symptoms, rated by a clinician: ten items of 0 to 6.',
  filledInBy: 'clinician',
  recall: 'the last 7 days; there is a form for 24 hours',
  items: [],
  total: { min: 0, max: 60, says: 'The sum of the ten items, made on the licensed form.', of: () => null },
  bands: bandsOf(stated, { none: 0, mild: 7, moderate: 20, severe: 35 }),
  values: {
    response: percent(50, stated),
    remissionAtMost: score(10, { cites: 'ekstrand-2022', confidence: 'med', basis: 'src' }),
    remissionInEsketamineTrialsAtMost: score(12, { cites: 'sustain-3', confidence: 'high', basis: 'src' }),
    minimalChange: score(2, { cites: 'duru-2008', confidence: 'med', basis: 'src' }),
  },
  licence: {
    name: 'Copyrighted',
    textShipped: false,
    attribution: '© Stuart Montgomery and Marie Åsberg; Royal College of Psychiatrists.',
    note: 'Obtain a licence, rate on the licensed form, and enter the total here.',
    confidence: 'med',
  },
  cites: ['montgomery-1979', 'duru-2008', 'sustain-3'],
  confidence: 'med',
} as const satisfies Instrument
