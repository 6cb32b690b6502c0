/** Medicines and their classes, as the rules of this folder speak of them. */
import type { Condition, Facts } from '@keel/engine'
import { type IngredientClass, medications } from '../../vocabularies/medications.ts'
import { facts } from '../../vocabulary.ts'

/** Some listed medicine is of this class. */
export function takes(itsClass: IngredientClass): Condition {
  return facts.some('medications', (medicine) => medicine.includes('classes', itsClass))
}

/** Medicines listed by name alone, with the classes that they then have; for examples. */
export function listed(...names: readonly (keyof typeof medications)[]): readonly Facts[] {
  return names.map((name) => ({ name, classes: medications[name].classes }))
}

/** Ketamine is taken by mouth, so that gut and liver see it before the brain does. */
export const byMouth = facts.is('protocol', 'sl-ket-clinic', 'sl-ket-home')
