/** A case of the kind `cssrs_screener`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { cssrsRisk } from '../suicide-risk.ts'
import { maybeYes } from './inputs.ts'

/** A question that was skipped may be left out. */
const answer = maybeYes.optional()
const input = z.strictObject({
  q1: answer,
  q2: answer,
  q3: answer,
  q4: answer,
  q5: answer,
  q6_lifetime: answer,
  q6_3mo: answer,
})

const toYes = (given: z.infer<typeof answer>): boolean | null => (given == null ? null : Boolean(given))

export const cssrsScreenerCalculation: Calculation<z.infer<typeof input>> = {
  kind: 'cssrs_screener',
  says: 'Risk by the C-SSRS screener.',
  input,
  compute: ({ q1, q2, q3, q4, q5, q6_lifetime, q6_3mo }) => ({
    risk: cssrsRisk({
      q1: toYes(q1),
      q2: toYes(q2),
      q3: toYes(q3),
      q4: toYes(q4),
      q5: toYes(q5),
      q6Lifetime: toYes(q6_lifetime),
      q6LastThreeMonths: toYes(q6_3mo),
    }),
  }),
}
