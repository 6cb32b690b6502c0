/** A case of the kind `peg`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, hasFallen, percentImprovement, to } from '../change.ts'
import { peg } from '../definitions/peg.ts'
import { amount, sumOf } from '../instrument.ts'
import { answersOf } from './inputs.ts'

const input = z.strictObject({
  items: answersOf(peg),
  /** A mean, as it was written down. */
  baseline: z.number().min(peg.total.min).max(peg.total.max).nullish(),
})

export const pegCalculation: Calculation<z.infer<typeof input>> = {
  kind: 'peg',
  says: 'Mean of a PEG, and whether pain has fallen by enough to matter.',
  input,
  compute({ items, baseline = null }) {
    const mean = peg.total.of(items)
    const sum = sumOf(items)
    // Of the exact mean: of a low baseline, two decimals are off by more than the tenth of a percent that is shown.
    const improvement = percentImprovement(baseline, sum === null ? null : sum / items.length)
    const change = baseline === null || mean === null ? null : to(2, mean - baseline)
    const fallen = hasFallen(amount(peg.values.meaningfulFall), change)
    return {
      mean,
      pct_improvement: improvement,
      clinically_meaningful: fallen || (atLeast(amount(peg.values.meaningfulShare), improvement) ?? fallen),
    }
  },
}
