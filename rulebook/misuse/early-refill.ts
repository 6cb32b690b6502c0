/** Whether a refill is asked for too early. SIG-01; the limits are this project's judgement. */
import { valueOn } from '@keel/engine'
import { rounded } from '../derivations/arithmetic.ts'
import { value } from '../values.ts'

const judged = { cites: ['judgement', 'chubbs-2022'], confidence: 'low', basis: 'drv' } as const
/** Never fewer days than this are early: people plan around weekends. */
export const earlyRefillDays = [value(2, 'd', judged)]
/** Of a longer supply, this share of its days. */
export const earlyRefillShare = [value(15, '%', judged)]

/** `null`: not known. */
export interface Refill {
  /** Days that the last supply lasts. */
  readonly daysSupply: number | null
  /** The day on which it runs out, and the day of the request, both counted from one fixed day. */
  readonly runoutDay: number | null
  readonly requestDay: number | null
}

/** What cannot be worked out is `null`; the rest is worked out all the same. */
export function earlyRefill({ daysSupply, runoutDay, requestDay }: Refill) {
  const days = valueOn('days', earlyRefillDays, undefined).is as number
  const share = valueOn('share', earlyRefillShare, undefined).is as number
  const thresholdDays = daysSupply === null ? null : rounded(Math.max(days, (share / 100) * daysSupply))
  const daysEarly = runoutDay === null || requestDay === null ? null : rounded(runoutDay - requestDay)
  const isEarly = daysEarly === null || thresholdDays === null ? null : daysEarly >= thresholdDays
  return { daysEarly, thresholdDays, isEarly }
}
