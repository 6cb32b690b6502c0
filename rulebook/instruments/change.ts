/** How a score has moved since the baseline. What cannot be worked out is `null`; nothing is ever divided by 0. */

/** Whether something holds; `null` while it is not known. */
export type Known = boolean | null

/** Rounds to so many decimals, half away from zero as people do it; 4.35 is not let down by its binary form. */
export function to(decimals: number, exact: number): number {
  const scale = 10 ** decimals
  const rounded = Math.round(Math.abs(exact) * scale * (1 + Number.EPSILON)) / scale
  // A plain 0, never -0, which a record would write differently.
  return exact < 0 && rounded !== 0 ? -rounded : rounded
}

/** How far a score lies above the baseline; negative is a fall. */
export function changeOf(baseline: number | null, current: number | null): number | null {
  return baseline === null || current === null ? null : to(6, current - baseline)
}

/** The fall in percent of the baseline, to one decimal; `null` with a baseline of 0, from which nothing can fall. */
export function percentImprovement(baseline: number | null, current: number | null): number | null {
  if (baseline === null || current === null || baseline === 0) return null
  return to(1, ((baseline - current) / baseline) * 100)
}

export function atLeast(limit: number, known: number | null): Known {
  return known === null ? null : known >= limit
}

export function below(limit: number, known: number | null): Known {
  return known === null ? null : known < limit
}

export function atMost(limit: number, known: number | null): Known {
  return known === null ? null : known <= limit
}

/** Whether the score has fallen by so much. */
export function hasFallen(by: number, change: number | null): Known {
  return change === null ? null : -change >= by
}
