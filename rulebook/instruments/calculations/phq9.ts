/** A case of the kind `phq9`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, below, changeOf, hasFallen, percentImprovement } from '../change.ts'
import { item9, phq9, phq9Total } from '../definitions/phq-9.ts'
import { amount, bandOf } from '../instrument.ts'
import { hasDeteriorated, responseStatus } from '../response.ts'
import { item9Flags } from '../suicide-risk.ts'
import { answerFrom, answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({
  items: answersOf(phq9),
  baseline: baselineOf(phq9),
  prev_item9: answerFrom(0, 3).optional(),
})

export const phq9Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'phq9',
  says: 'Total, band, change and status of a PHQ-9, and what item 9 asks for.',
  input,
  compute({ items, baseline = null, prev_item9 = null }) {
    const missing = items.filter((one) => one === null).length
    const total = phq9Total(items)
    const change = changeOf(baseline, total)
    const improvement = percentImprovement(baseline, total)
    return {
      missing,
      total,
      prorated: total !== null && missing > 0,
      band: bandOf(phq9, total),
      change,
      pct_improvement: improvement,
      response: atLeast(amount(phq9.values.response), improvement),
      remission: below(amount(phq9.values.remissionBelow), total),
      mcid_met: hasFallen(amount(phq9.values.minimalChange), change),
      status: responseStatus(baseline, total),
      flags: [
        ...item9Flags(items[item9] ?? null, prev_item9),
        ...(hasDeteriorated(baseline, total) ? ['DETERIORATION'] : []),
      ],
    }
  },
}
