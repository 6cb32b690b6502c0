/** A case of the kind `gad7`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, changeOf, hasFallen, percentImprovement } from '../change.ts'
import { gad7 } from '../definitions/gad-7.ts'
import { amount, bandOf } from '../instrument.ts'
import { answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({ items: answersOf(gad7), baseline: baselineOf(gad7) })

export const gad7Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'gad7',
  says: 'Total, band and change of a GAD-7.',
  input,
  compute({ items, baseline = null }) {
    const total = gad7.total.of(items)
    return {
      total,
      band: bandOf(gad7, total),
      mcid_met: hasFallen(amount(gad7.values.minimalChange), changeOf(baseline, total)),
      response: atLeast(amount(gad7.values.response), percentImprovement(baseline, total)),
    }
  },
}
