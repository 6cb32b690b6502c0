/** Arithmetic of screening of mind, habits and pregnancy. */
import type { Derivation } from '@keel/engine'

export const screening: Readonly<Record<string, Derivation>> = {}
