/** Numbers as people type them, and the rulebook's possible ranges. */
import type { QuantityFact } from '@keel/engine'
import { unitLabels } from '@keel/rulebook'

/** The number that was typed, with a comma or a point; `undefined` when it is none. */
export function numberTyped(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$|^[+-]?\.\d+$/.test(plain) ? Number(plain) : undefined
}

/** Why a number cannot be, in words; `undefined` when it can. */
export function outOfRange(number: number | undefined, fact: QuantityFact): string | undefined {
  const { says, min, max, unit } = fact
  const label = unitLabels[unit] ?? unit
  const name = says.charAt(0).toUpperCase() + says.slice(1)
  if (number === undefined) return `${name} must be a number${label ? ` in ${label}` : ''}`
  return number < min || number > max ? `${name} must be ${min} to ${max} ${label}`.trimEnd() : undefined
}
