/** Number schemas with the rulebook's possible ranges, so that a blood pressure of 1200 is refused where it is written. */
import { type FactPath, unitLabels, vocabulary } from '@keel/rulebook'
import { z } from 'zod'

/** A number in the unit and the possible range that the rulebook declares for a fact. */
export function numberFor(path: FactPath): z.ZodNumber {
  const declared = vocabulary[path]
  if (declared.kind !== 'quantity') throw new TypeError(`${path} is not a quantity`)
  const { min, max, unit, says, step } = declared
  const label = unitLabels[unit] ?? unit
  const message = `${says} must be ${min} to ${max} ${label}`.trimEnd()
  const number = z
    .number({ error: `${says} must be a number${label ? ` in ${label}` : ''}` })
    .min(min, message)
    .max(max, message)
  return step === 1 && (unit === '1' || unit === '{score}') ? number.int(`${says} must be a whole number`) : number
}
