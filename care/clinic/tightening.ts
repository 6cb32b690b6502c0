/** How a clinic's tightening of the rulebook is recorded. What it may say is decided by the engine's lattice. */
import type { TightenedBy, Tightening } from '@keel/engine'
import { firstRelease } from '@keel/rulebook'
import { z } from 'zod'

/** Whose numbers the tightened ones are, wherever a finding shows them. */
export const tightenedHere: TightenedBy = { cite: 'clinic', from: firstRelease }

const amount = z.union([z.number(), z.array(z.number())])

export const tighteningSchema: z.ZodType<Tightening> = z.strictObject({
  rules: z
    .record(
      z.string(),
      z.strictObject({
        severity: z.enum(['caution', 'review', 'hold', 'block']).exactOptional(),
        values: z.record(z.string(), amount).exactOptional(),
        overridable: z.literal(false).exactOptional(),
      }),
    )
    .exactOptional(),
  settings: z.record(z.string(), z.record(z.string(), amount)).exactOptional(),
})
