/**
 * The lattice of severities. A decision is the highest severity of its findings; nothing lowers it.
 */

/** Mildest first. The order is the lattice: `caution < review < hold < block`. */
export const severities = ['caution', 'review', 'hold', 'block'] as const
export type Severity = (typeof severities)[number]

/** What a set of findings amounts to. Nothing, or cautions only, is `allow`. */
export const decisions = ['allow', 'review', 'hold', 'block'] as const
export type Decision = (typeof decisions)[number]

/** Where a severity stands in the lattice: 0 for `caution`, 3 for `block`. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity)
}

/** The stricter of two severities: the lattice's join. */
export function stricter(a: Severity, b: Severity): Severity {
  return severityRank(a) >= severityRank(b) ? a : b
}

/** The decision that findings of these severities give together. */
export function decisionOf(found: readonly Severity[]): Decision {
  const worst = found.reduce<Severity>(stricter, 'caution')
  return worst === 'caution' ? 'allow' : worst
}
