/** Arithmetic of the course. */
import type { Derivation } from '@keel/engine'

export const course: Readonly<Record<string, Derivation>> = {}
