/** A case of the kind `who5`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, atMost, changeOf } from '../change.ts'
import { who5 } from '../definitions/who-5.ts'
import { amount } from '../instrument.ts'
import { answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({ items: answersOf(who5), baseline: baselineOf(who5) })

export const who5Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'who5',
  says: 'Score of a WHO-5, where more is better. A change of ten points matters in either direction.',
  input,
  compute({ items, baseline = null }) {
    const score = who5.total.of(items)
    const change = changeOf(baseline, score)
    return {
      score,
      low_wellbeing: atMost(amount(who5.values.lowWellBeingAtMost), score),
      likely_depression: atMost(amount(who5.values.likelyDepressionAtMost), score),
      change,
      relevant_change: atLeast(amount(who5.values.relevantChange), change === null ? null : Math.abs(change)),
    }
  },
}
