/** A case of the kind `qids_sr16`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast, atMost, percentImprovement } from '../change.ts'
import { qidsSr16 } from '../definitions/qids-sr16.ts'
import { amount, bandOf } from '../instrument.ts'
import { answersOf, baselineOf } from './inputs.ts'

const input = z.strictObject({ items: answersOf(qidsSr16), baseline: baselineOf(qidsSr16) })

export const qidsSr16Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'qids_sr16',
  says: 'Total, band and change of a QIDS-SR16: the highest answer of each of nine domains, added.',
  input,
  compute({ items, baseline = null }) {
    const total = qidsSr16.total.of(items)
    return {
      total,
      band: bandOf(qidsSr16, total),
      response: atLeast(amount(qidsSr16.values.response), percentImprovement(baseline, total)),
      remission: atMost(amount(qidsSr16.values.remissionAtMost), total),
    }
  },
}
