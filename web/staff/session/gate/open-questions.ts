/** What has to be found out, as a person would put it: one question for each control, whatever number of facts it yields. */
import type { ShownQuestion } from '@keel/care'
import { vocabulary } from '@keel/rulebook'
import { answerOrder, whereToAnswer } from './where-to-answer.ts'

export interface OpenQuestion {
  /** The `id` of the control that answers it; `null` where this screen has none. */
  readonly place: string | null
  readonly facts: readonly string[]
  readonly says: string
}

/** The open questions in the order in which the screen asks them. */
export function openQuestions({ missing }: Pick<ShownQuestion, 'missing'>): readonly OpenQuestion[] {
  const byPlace = Map.groupBy(missing, ({ fact }) => whereToAnswer(fact) ?? fact)
  const questions = [...byPlace].map(([place, group]): OpenQuestion => {
    const facts = group.map(({ fact }) => fact)
    return { place: place === facts[0] ? null : place, facts, says: wordsFor(place, facts) }
  })
  return questions.sort((a, b) => answerOrder(a.place) - answerOrder(b.place))
}

function wordsFor(place: string, facts: readonly string[]): string {
  if (place === 'ask-drugTest') return 'Urine drug test'
  if (place === 'ask-nasalMedicineAt') return 'Nasal spray today, and when'
  if (place === 'order') return 'The order'
  if (place === 'observe') return readingsInWords(facts)
  const declared = vocabulary[facts[0] as keyof typeof vocabulary]
  const says: string = declared?.says ?? facts[0] ?? place
  return says.charAt(0).toUpperCase() + says.slice(1)
}

function pressureInWords(again: boolean, never: boolean): string {
  if (!again) return 'blood pressure'
  return never ? 'blood pressure, twice with some minutes between' : 'blood pressure, a second time after some minutes'
}

/** "Blood pressure (twice, some minutes apart), heart rate, temperature" */
function readingsInWords(facts: readonly string[]): string {
  const isPressure = (fact: string) => /\.(\w+_)?[sd]bp$|minutes_between$|minutes_since_previous$/.test(fact)
  const pressures = facts.filter(isPressure)
  const again = pressures.some((fact) => /minutes_between|first_|previous/.test(fact))
  const never = pressures.some((fact) => fact === 'vitals.sbp')
  const others = facts.filter((fact) => !isPressure(fact))
  const words = [
    ...(pressures.length > 0 ? [pressureInWords(again, never)] : []),
    ...others.map(
      (fact) => (vocabulary[fact as keyof typeof vocabulary] as { says: string } | undefined)?.says ?? fact,
    ),
  ]
  const sentence = words.join('; ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
