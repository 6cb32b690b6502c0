/**
 * Three-valued logic. A condition `fires`, is `clear`, or is `unknown` because a fact that could settle it is not known.
 * There is no boolean here on purpose: in JavaScript an unknown read as `false` would be the worst bug a clinic could have.
 */
export type Verdict = 'fires' | 'clear' | 'unknown'

/** Fires only when every part fires; one clear part settles it whatever is unknown. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('clear')) return 'clear'
  return verdicts.includes('unknown') ? 'unknown' : 'fires'
}

/** Fires when any part fires; clear only when every part is known to be clear. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fires')) return 'fires'
  return verdicts.includes('unknown') ? 'unknown' : 'clear'
}

/** Swaps fires and clear; the unknown stays unknown. */
export function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown'
  return verdict === 'fires' ? 'clear' : 'fires'
}
