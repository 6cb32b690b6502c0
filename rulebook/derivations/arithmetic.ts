/**
 * What derivations are written with. Results are rounded to 6 decimals, so that the noise of binary fractions (0.1 + 0.2)
 * never carries a value across a limit.
 */
import type { FactValue, ReadFact } from '@keel/engine'

/** Rounds to 6 decimals. */
export function rounded(result: number): number {
  return Math.round(result * 1e6) / 1e6
}

/** All inputs as numbers, or `undefined` once each that is unknown has been asked for. */
export function numbers(read: ReadFact, ...paths: readonly string[]): readonly number[] | undefined {
  const known = paths.map((path) => read(path))
  return known.every((one) => typeof one === 'number') ? (known as number[]) : undefined
}

/** Arithmetic over numbers only: unknown when an input is, or when the result is not a number (a division by zero). */
export function from(paths: readonly string[], compute: (...inputs: readonly number[]) => number) {
  return (read: ReadFact): FactValue => {
    const inputs = numbers(read, ...paths)
    const result = inputs && compute(...inputs)
    return result !== undefined && Number.isFinite(result) ? rounded(result) : undefined
  }
}
