/** Arithmetic of screening of the body. */
import type { Derivation } from '@keel/engine'

export const body: Readonly<Record<string, Derivation>> = {}
