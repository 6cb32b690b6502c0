/** A case of the kind `audit_c`. */
import { z } from 'zod'
import type { Calculation } from '../../case/calculations.ts'
import { atLeast } from '../change.ts'
import { auditC } from '../definitions/audit-c.ts'
import { amount } from '../instrument.ts'
import { answersOf } from './inputs.ts'

const input = z.strictObject({
  items: answersOf(auditC),
  /** As charts or as the misuse-risk tier write it; what is not known takes the stricter limit. */
  sex: z.enum(['female', 'male', 'F', 'M', 'U']).nullish(),
})

export const auditCCalculation: Calculation<z.infer<typeof input>> = {
  kind: 'audit_c',
  says: 'Total of an AUDIT-C, and whether it is positive for the sex.',
  input,
  compute({ items, sex }) {
    const { positiveMale, positiveFemale } = auditC.values
    const total = auditC.total.of(items)
    const [often, much, many] = items
    return {
      total,
      positive: atLeast(amount(sex === 'male' || sex === 'M' ? positiveMale : positiveFemale), total),
      only_item1_points: total === null ? null : often !== 0 && much === 0 && many === 0,
    }
  },
}
