/** The questions of the time-out: the words in which each is asked, and how it is answered. */
import type { SessionScreen, TimeOut } from '@keel/care'

export interface Question {
  readonly key: keyof TimeOut
  readonly asks: string
  readonly how: 'ago' | 'yes-no' | 'drug-test' | 'ideation' | 'day' | 'count' | 'percent'
  /** For `ago` and `day`: what "never" is called here. */
  readonly never?: string
  /** For `count`: what is counted. */
  readonly unit?: string
}

const everyone: readonly Question[] = [
  { key: 'lastFoodAt', asks: 'When did you last eat anything?', how: 'ago', never: 'Not within the last days' },
  { key: 'lastDrinkAt', asks: 'When did you last drink anything?', how: 'ago', never: 'Not within the last days' },
  { key: 'lastAlcoholAt', asks: 'When did you last drink alcohol?', how: 'ago', never: 'Never drinks' },
  { key: 'intoxicated', asks: 'Are there signs of intoxication?', how: 'yes-no' },
  { key: 'breathAlcoholPercent', asks: 'What does the breath alcohol test show?', how: 'percent' },
  { key: 'drugTest', asks: 'What does the urine drug test show?', how: 'drug-test' },
  { key: 'newMedicationUnreviewed', asks: 'Is any medicine new or changed that nobody has reviewed?', how: 'yes-no' },
  { key: 'suicidalIdeation', asks: 'Thoughts of suicide, today (C-SSRS)', how: 'ideation' },
  { key: 'suicidalBehaviourOn', asks: 'When was the last suicidal act or preparation?', how: 'day', never: 'Never' },
  { key: 'missedSessions', asks: 'How many sessions were missed since the last one?', how: 'count', unit: 'sessions' },
  { key: 'depressionWorse', asks: 'Is the depression worse than at the last session?', how: 'yes-no' },
  { key: 'escort', asks: 'Will a responsible adult take the patient home?', how: 'yes-no' },
]

const nasal: readonly Question[] = [
  { key: 'nasalMedicineAt', asks: 'When did you last use a nasal spray?', how: 'ago', never: 'None today' },
]

const rems: readonly Question[] = [
  {
    key: 'remsFormDaysUnsent',
    asks: 'For how many days has an earlier REMS monitoring form been unsent?',
    how: 'count',
    unit: 'days (0: all are sent)',
  },
]

/** Those that concern this session, in the order in which they are asked. */
export function questionsFor({ protocol, session }: SessionScreen): readonly Question[] {
  const isNasal = protocol.route === 'IN'
  return [...everyone, ...(isNasal ? nasal : []), ...(isNasal && session.region === 'US' ? rems : [])]
}
