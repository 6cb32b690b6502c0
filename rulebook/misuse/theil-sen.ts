/** The slope of requested doses that one odd request cannot bend. SIG-04. */
import { rounded } from '../derivations/arithmetic.ts'

/** A request: the day it was made, counted from any fixed day, and the dose asked for in mg. */
export type RequestedDose = readonly [day: number, mg: number]

/** So many of the newest requests are looked at. */
export const slopeRequests = 8

/**
 * Median slope over all pairs of the newest requests, in % of the first of them a week.
 * @returns `null` with fewer than two different days, or when the first dose is 0: there is nothing to compare with.
 */
export function theilSenSlope(requests: readonly RequestedDose[]): number | null {
  const newest = requests.toSorted(([a], [b]) => a - b).slice(-slopeRequests)
  const slopes = newest.flatMap(([day, mg], index) =>
    newest
      .slice(index + 1)
      .filter(([later]) => later > day)
      .map(([later, laterMg]) => (laterMg - mg) / ((later - day) / 7)),
  )
  const first = newest[0]?.[1] ?? 0
  const slope = median(slopes)
  return slope === null || first === 0 ? null : rounded((slope / first) * 100)
}

/** `null` of nothing. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] as number, sorted[Math.floor(middle)] as number]
  return (low + high) / 2
}
