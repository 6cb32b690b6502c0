/** Facts that arithmetic yields from other facts: each with its version, its words and its cited numbers. */
import type { Derivation } from '@keel/engine'
import { bedside } from './derivations/bedside.ts'
import { body } from './derivations/body.ts'
import { integration } from './derivations/integration.ts'
import { medicines } from './derivations/medicines.ts'
import { screening } from './derivations/screening.ts'

export { rounded } from './derivations/arithmetic.ts'
export { arithmetic } from './derivations/bedside.ts'

export const derivations: Readonly<Record<string, Derivation>> = {
  ...bedside,
  ...body,
  ...integration,
  ...medicines,
  ...screening,
}
