/** Findings as they go into the record. */
import { z } from 'zod'

/** A finding as it was shown, kept whole so that the record can be read without the software that wrote it. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['caution', 'review', 'hold', 'block']),
  message: z.string(),
  action: z.string(),
  facts: z.record(z.string(), z.json()),
  sources: z.array(z.string()),
  overridableBy: z.string().nullable(),
})
export type RecordedFinding = z.infer<typeof findingSchema>
