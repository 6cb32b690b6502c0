/** How depression has responded by the PHQ-9, against the baseline. */
import { atLeast, changeOf, type Known, percentImprovement } from './change.ts'
import { phq9 } from './definitions/phq-9.ts'
import { amount } from './instrument.ts'

export const responseStatuses = ['remission', 'response', 'partial', 'deterioration', 'nonresponse'] as const
export type ResponseStatus = (typeof responseStatuses)[number]

/** Whether the total has risen so far that a clinician must look. */
export function hasDeteriorated(baseline: number | null, total: number | null): Known {
  return atLeast(amount(phq9.values.deterioration), changeOf(baseline, total))
}

/** The first that holds, in the order of `responseStatuses`; `null` while it is not known. */
export function responseStatus(baseline: number | null, total: number | null): ResponseStatus | null {
  if (total === null) return null
  if (total < amount(phq9.values.remissionBelow)) return 'remission'
  if (baseline === null) return null
  // From a baseline of 0 nothing improves: the percentage is not known, but this is.
  const improvement = percentImprovement(baseline, total) ?? 0
  if (improvement >= amount(phq9.values.response)) return 'response'
  if (improvement >= amount(phq9.values.partial)) return 'partial'
  return hasDeteriorated(baseline, total) ? 'deterioration' : 'nonresponse'
}
