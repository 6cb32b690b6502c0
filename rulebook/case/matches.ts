/** Whether a result is what a case expected of it. */

/** How far apart two numbers may lie, by what their name says they are. Everything else must be equal. */
const tolerances: readonly (readonly [RegExp, number])[] = [
  [/pct|percent|slope/, 0.1],
  [/mean/, 0.01],
]

/** Binary fractions: 0.3 - 0.2 is a little less than 0.1. */
const noise = 1e-9

/** Every key that is expected must be equal; further keys of the result are fine. */
export function matches(
  expected: Readonly<Record<string, unknown>>,
  result: Readonly<Record<string, unknown>>,
): boolean {
  return Object.keys(expected).every((key) => Object.hasOwn(result, key) && agrees(key, expected[key], result[key]))
}

function agrees(key: string, expected: unknown, found: unknown): boolean {
  if (typeof expected === 'number' && typeof found === 'number') {
    const tolerance = tolerances.find(([names]) => names.test(key))?.[1] ?? 0
    return Math.abs(expected - found) <= tolerance + noise
  }
  if (Array.isArray(expected) && Array.isArray(found)) return sameSet(key, expected, found)
  if (isObject(expected) && isObject(found)) return matches(expected, found) && matches(found, expected)
  return expected === found
}

/** Lists of codes say which, not in what order or how often. */
function sameSet(key: string, expected: readonly unknown[], found: readonly unknown[]): boolean {
  const within = (some: readonly unknown[], others: readonly unknown[]): boolean =>
    some.every((one) => others.some((other) => agrees(key, one, other)))
  return within(expected, found) && within(found, expected)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
