/** A case of the kind `dast10`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { dast10 } from '../definitions/dast-10.ts'
import { bandOf } from '../instrument.ts'
import { maybeYes, scored } from './inputs.ts'

const input = z.strictObject({ answers_yes: z.array(maybeYes).length(dast10.items.length) })

export const dast10Calculation: Calculation<z.infer<typeof input>> = {
  kind: 'dast10',
  says: 'Total and band of a DAST-10, from raw answers: yes 1, no 0.',
  input,
  compute({ answers_yes }) {
    const total = dast10.total.of(answers_yes.map(scored))
    return { total, band: bandOf(dast10, total) }
  },
}
