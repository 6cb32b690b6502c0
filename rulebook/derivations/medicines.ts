/** Arithmetic over the list of medicines. */
import type { Derivation } from '@keel/engine'

export const medicines: Readonly<Record<string, Derivation>> = {}
