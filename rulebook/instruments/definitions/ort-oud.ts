/** ORT-OUD: nine facts of family, person and history that went with opioid use disorder. A weak modifier for ketamine. */
import { type Instrument, itemsOf, score, sumOf, yesNo } from '../instrument.ts'

export const ortOud = {
  key: 'ort_oud',
  title: 'ORT-OUD, revised Opioid Risk Tool',
  says: 'Risk by family, own history, age and other illness. Depression and age alone give 2, so it counts for little here.',
  filledInBy: 'clinician',
  recall: 'ever',
  items: itemsOf(
    yesNo,
    [
      'Family: alcohol',
      'Family: illegal drugs',
      'Family: prescription medicines',
      'Own history: alcohol',
      'Own history: illegal drugs',
      'Own history: prescription medicines',
      'Age 16 to 45',
      'Attention-deficit, obsessive-compulsive or bipolar disorder, or schizophrenia',
      'Depression',
    ].map((topic) => ({ topic })),
  ),
  total: { min: 0, max: 9, says: 'One for each yes; none with an answer missing.', of: sumOf },
  bands: [],
  values: { high: score(3, { cites: 'cheatle-2019', confidence: 'med', basis: 'src' }) },
  licence: {
    name: 'Published, free to use',
    textShipped: false,
    attribution: 'Cheatle et al., 2019, after Webster, 2005.',
    note: 'The topics here are facts of a history that a clinician takes; use the published form for its own words.',
    confidence: 'med',
  },
  cites: ['cheatle-2019', 'webster-2005'],
  confidence: 'high',
} as const satisfies Instrument
