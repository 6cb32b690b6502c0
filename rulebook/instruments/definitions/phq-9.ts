/** PHQ-9: how depressed the last two weeks were. Item 9 asks about death and self-harm and has rules of its own. */
import {
  type Answer,
  amount,
  bandsOf,
  type Instrument,
  itemsOf,
  options,
  percent,
  score,
  sumOf,
} from '../instrument.ts'
import { loinc } from '../loinc.ts'

const stated = { cites: 'kroenke-2001', confidence: 'high', basis: 'src' } as const
const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const

/** Up to so many answers may be missing; their place is taken by the mean of the others. */
const mayMiss = score(2, { cites: 'kroenke-2001', confidence: 'med', basis: 'drv' })

/** The place of item 9 among the items. */
export const item9 = 8

/**
 * The sum; with one or two answers missing, the mean of the others for all nine, rounded half up. The answer to item 9
 * itself is never made up: `item9Flags` reads the answer, not the total.
 */
export function phq9Total(answers: readonly Answer[]): number | null {
  const given = answers.filter((one) => one !== null)
  if (answers.length - given.length > amount(mayMiss)) return null
  const sum = sumOf(given) ?? 0
  // In whole numbers until the last step: 0.5 must not become 0.4999.
  return Math.floor((2 * sum * answers.length + given.length) / (2 * given.length))
}

export const phq9 = {
  key: 'phq9',
  title: 'PHQ-9, Patient Health Questionnaire',
  says: 'Depressive symptoms.',
  filledInBy: 'patient',
  recall: 'the last 2 weeks',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: itemsOf(options('Not at all', 'Several days', 'More than half the days', 'Nearly every day'), [
    {
      topic: 'Interest',
      text: 'Little interest or pleasure in doing things',
      loinc: loinc('44250-9', 'Little interest or pleasure in doing things in last 2 weeks'),
      required: false,
    },
    {
      topic: 'Mood',
      text: 'Feeling down, depressed, or hopeless',
      loinc: loinc('44255-8', 'Feeling down, depressed, or hopeless in last 2 weeks'),
      required: false,
    },
    {
      topic: 'Sleep',
      text: 'Trouble falling or staying asleep, or sleeping too much',
      loinc: loinc('44259-0', 'Trouble falling or staying asleep, or sleeping too much'),
      required: false,
    },
    {
      topic: 'Energy',
      text: 'Feeling tired or having little energy',
      loinc: loinc('44254-1', 'Feeling tired or having little energy'),
      required: false,
    },
    {
      topic: 'Appetite',
      text: 'Poor appetite or overeating',
      loinc: loinc('44251-7', 'Poor appetite or overeating'),
      required: false,
    },
    {
      topic: 'Self-esteem',
      text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      loinc: loinc(
        '44258-2',
        'Feeling bad about yourself-or that you are a failure or have let yourself or your family down',
      ),
      required: false,
    },
    {
      topic: 'Concentration',
      text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
      loinc: loinc('44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'),
      required: false,
    },
    {
      topic: 'Movement',
      text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      loinc: loinc(
        '44253-3',
        'Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless that you were moving around a lot more than usual',
      ),
      required: false,
    },
    {
      topic: 'Thoughts of death or self-harm',
      text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
      loinc: loinc('44260-8', 'Thoughts that you would be better off dead, or of hurting yourself in some way'),
      required: true,
    },
  ]),
  total: {
    min: 0,
    max: 27,
    says: 'The sum. With one or two answers missing, the mean of the others times nine, rounded half up.',
    of: phq9Total,
  },
  bands: bandsOf(stated, { minimal: 0, mild: 5, moderate: 10, 'moderately severe': 15, severe: 20 }),
  values: {
    mayMiss,
    response: percent(50, stated),
    partial: percent(25, judged),
    remissionBelow: score(5, stated),
    minimalChange: score(5, stated),
    deterioration: score(5, judged),
  },
  loinc: {
    panel: loinc('44249-1', 'PHQ-9 quick depression assessment panel [Reported.PHQ]'),
    total: loinc('44261-6', 'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]'),
  },
  licence: {
    name: 'Free to reproduce, translate, display and distribute',
    textShipped: true,
    attribution:
      'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc.',
    note: 'No permission is needed.',
    confidence: 'high',
  },
  cites: ['kroenke-2001'],
  confidence: 'high',
} as const satisfies Instrument
