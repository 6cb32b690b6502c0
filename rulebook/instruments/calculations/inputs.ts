/** The schemas that calculations share: answers and a baseline, as a case of a kind states them. */
import { z } from 'zod'
import { type Instrument, rangeOf } from '../instrument.ts'

/** A whole number, or `null` where there was no answer. */
export function answerFrom(min: number, max: number) {
  return z.int().min(min).max(max).nullable()
}

/** One answer for each item of the instrument, in their order. */
export function answersOf({ items }: Pick<Instrument, 'items'>) {
  const ranges = items.map(({ answers }) => rangeOf(answers))
  const min = Math.min(...ranges.map((range) => range.min))
  const max = Math.max(...ranges.map((range) => range.max))
  return z.array(answerFrom(min, max)).length(items.length)
}

/** An earlier total of the same instrument; may be left out. */
export function baselineOf({ total }: { readonly total: { readonly min: number; readonly max: number } }) {
  return z.int().min(total.min).max(total.max).nullish()
}

/** Yes or no: `true` or `false`, or 1 or 0. */
const yesOrNo = z.union([z.boolean(), z.literal([0, 1])])

export const maybeYes = yesOrNo.nullable()

/** Yes as 1, no as 0. */
export function scored(answer: z.infer<typeof maybeYes>): number | null {
  return answer === null ? null : Number(answer)
}
