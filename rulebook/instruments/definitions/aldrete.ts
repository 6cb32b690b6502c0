/** The modified Aldrete score: recovery of the body after a dose. The words of its levels are ours. */
import { type Instrument, options, score, sumOf } from '../instrument.ts'

const stated = { cites: 'aldrete-1995', confidence: 'high', basis: 'src' } as const
const item = (linkId: string, topic: string, ...levels: readonly [string, string, string]) => ({
  linkId,
  topic,
  answers: options(...levels),
  required: true,
})

export const aldrete = {
  key: 'aldrete',
  title: 'Modified Aldrete score',
  says: 'Recovery after a dose: movement, breathing, circulation, consciousness, oxygen.',
  filledInBy: 'clinician',
  recall: 'right now',
  items: [
    item('1', 'Activity', 'Moves no limb', 'Moves two limbs', 'Moves all four limbs'),
    item('2', 'Breathing', 'Apnoea', 'Short of breath or shallow', 'Breathes deeply, coughs freely'),
    item('3', 'Circulation', 'Pressure 50 % or more off', 'Pressure 20 to 49 % off', 'Pressure within 20 % of before'),
    item('4', 'Consciousness', 'Does not respond', 'Rouses when called', 'Fully awake'),
    item('5', 'Oxygen', 'Below 90 % even with oxygen', 'Needs oxygen to stay above 90 %', 'Above 92 % on room air'),
  ],
  total: { min: 0, max: 10, says: 'The sum; none with an item missing.', of: sumOf },
  bands: [],
  values: { readyToLeave: score(9, stated) },
  licence: {
    name: 'Published scale, described in our own words',
    textShipped: false,
    attribution: 'Aldrete, 1995.',
    note: 'Nothing is needed.',
    confidence: 'med',
  },
  cites: ['aldrete-1995'],
  confidence: 'high',
} as const satisfies Instrument
