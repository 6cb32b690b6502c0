/** The published scales of the bedside, in their own words. */

/** C-SSRS ideation, by grade from 0. */
export const ideationWords = [
  'None',
  'Wishes to be dead',
  'Thoughts of killing oneself, without method',
  'Thoughts with a method, without intent',
  'Some intent to act, without a plan',
  'A plan and the intent to carry it out',
] as const

/** MOAA/S, most alert first. */
export const sedationWords = [
  { value: '5', says: '5', more: 'Answers readily to name' },
  { value: '4', says: '4', more: 'Answers slowly to name' },
  { value: '3', says: '3', more: 'Only to a loud or repeated name' },
  { value: '2', says: '2', more: 'Only to mild prodding' },
  { value: '1', says: '1', more: 'Only to a painful squeeze' },
  { value: '0', says: '0', more: 'No answer' },
] as const

/** RASS, most agitated first. */
export const agitationWords = [
  { value: '4', says: '+4', more: 'Combative' },
  { value: '3', says: '+3', more: 'Very agitated' },
  { value: '2', says: '+2', more: 'Agitated' },
  { value: '1', says: '+1', more: 'Restless' },
  { value: '0', says: '0', more: 'Alert and calm' },
  { value: '-1', says: '−1', more: 'Drowsy' },
  { value: '-2', says: '−2', more: 'Light sedation' },
  { value: '-3', says: '−3', more: 'Moderate sedation' },
  { value: '-4', says: '−4', more: 'Deep sedation' },
  { value: '-5', says: '−5', more: 'Cannot be roused' },
] as const

export interface ScoreItem {
  readonly name: string
  /** The words for 0, 1 and 2. */
  readonly words: readonly [string, string, string]
}

/** The modified Aldrete score (Aldrete 1995), in the order in which it is recorded. */
export const aldreteItems: readonly ScoreItem[] = [
  { name: 'Activity', words: ['Moves no limb', 'Moves two limbs', 'Moves all four limbs'] },
  { name: 'Breathing', words: ['Apnoea', 'Short of breath or shallow', 'Breathes deeply, coughs freely'] },
  {
    name: 'Circulation',
    words: ['Pressure 50 % or more off', 'Pressure 20 to 49 % off', 'Pressure within 20 % of before'],
  },
  { name: 'Consciousness', words: ['Does not respond', 'Rouses when called', 'Fully awake'] },
  {
    name: 'Oxygen',
    words: ['Below 90 % even with oxygen', 'Needs oxygen to stay above 90 %', 'Above 92 % on room air'],
  },
]

/** PADSS (Chung 1995), in the order in which it is recorded. */
export const padssItems: readonly ScoreItem[] = [
  { name: 'Vital signs', words: ['More than 40 % off', '20 to 40 % off', 'Within 20 % of before'] },
  { name: 'Walking', words: ['Cannot walk, or dizzy', 'With help', 'Steady, no dizziness'] },
  {
    name: 'Nausea and vomiting',
    words: ['Severe, in spite of treatment', 'Moderate, needs treatment', 'Least or none'],
  },
  { name: 'Pain', words: ['Severe', 'Moderate', 'Least or none'] },
  { name: 'Bleeding', words: ['Severe', 'Moderate', 'Least or none'] },
]
