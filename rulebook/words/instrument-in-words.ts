/** Instruments and lines of concern in words, the same on a screen and on paper. */
import { valueOn } from '@keel/engine'
import type { ConcernLine } from '../engagement/index.ts'
import { type Answers, type CadenceRow, type Instrument, instruments, type MbcDecision } from '../instruments/index.ts'
import { amountOf, keyInPlainWords } from './condition-in-words.ts'

export function answersInWords(answers: Answers): string {
  switch (answers.kind) {
    case 'yes-no':
      return 'no 0, yes 1'
    case 'range':
      return `${answers.min} to ${answers.max}`
    case 'options':
      return answers.options.map(({ score, text }) => `${text} ${score}`).join(', ')
  }
}

/** "mild: 5 to 9", by the lowest number of the band above, or the highest total. */
export function bandsInWords({ bands, total }: Instrument): readonly string[] {
  const from = (index: number): number | undefined => {
    const band = bands[index]
    return band && (valueOn(band.name, band.from, undefined).is as number)
  }
  return bands.map(({ name }, index) => {
    const next = from(index + 1)
    const last = next === undefined ? total?.max : next - 1
    return `${name}: ${from(index)}${last === undefined ? ' or more' : ` to ${last}`}`
  })
}

/** What stands in place of an instrument's words where its licence keeps them from us. */
export const wordsNotShipped =
  'The wording is not part of this software. What stands here are our own short names of the topics; ask the questions from the licensed form.'

const comparisons: Readonly<Record<ConcernLine['is'], string>> = { below: 'below', above: 'above', 'at-least': 'from' }
const lineNames: Readonly<Record<ConcernLine['name'], string>> = {
  watch: 'watch',
  concern: 'talk about it',
  'discuss-spacing': 'talk about spacing doses',
}

/** "talk about it: below 0.5". */
export function lineInWords({ name, is, than }: ConcernLine): string {
  return `${lineNames[name]}: ${comparisons[is]} ${amountOf(valueOn(name, than, undefined))}`
}

export const decisionWords: Readonly<Record<MbcDecision, string>> = {
  HOLD_REVIEW: 'Hold, and review',
  CONTINUE: 'Go on',
  REVIEW_OPTIMISE: 'Review and optimise',
  STOP_NONRESPONSE: 'Stop: no response',
  ONE_OPTIMISATION: 'Optimise once',
  MAINTENANCE: 'Go over to maintenance',
  REVIEW_REINDUCE_OR_STOP: 'Review: induce again, or stop',
  ATTEMPT_SPACING: 'Try more time between doses',
}

type Wanted = CadenceRow['wants'][number]

const onlyIfWords: Readonly<Record<NonNullable<Wanted['onlyIf']>, string>> = {
  trauma: 'after trauma, or when that is not known',
  ketamineUsedBefore: 'after ketamine outside care, or when that is not known',
  pain: 'with pain, or when that is not known',
  thoughtsOfDeath: 'when item 9 of the PHQ-9 is above 0 or not known',
}

/** "PHQ-9" of "PHQ-9, Patient Health Questionnaire"; what is no instrument by its key. */
function shortTitle(key: string): string {
  const title = instruments.find((one) => one.key === key)?.title
  return title?.split(',')[0] ?? keyInPlainWords(key)
}

/** "PCL-5 (after trauma, or when that is not known)". */
export function wantedInWords({ oneOf, at, onlyIf }: Wanted): string {
  const when = at === undefined ? '' : `, ${at}`
  return `${oneOf.map(shortTitle).join(' or ')}${when}${onlyIf ? ` (${onlyIfWords[onlyIf]})` : ''}`
}
