/** The keys that a case may state: the rulebook's facts without those that only arithmetic or the reader may make. */
import { choice, type Vocabulary } from '@keel/engine'
import { vocabulary } from '../vocabulary.ts'

const { classes: _internal, ...medicineKeys } = vocabulary.medications.of

export const caseVocabulary: Vocabulary = {
  baseline: choice('every fact that is not listed is known and normal', ['all-other-clear']),
  ...Object.fromEntries(Object.entries(vocabulary).filter(([path]) => !path.startsWith('derived.'))),
  medications: { ...vocabulary.medications, of: medicineKeys },
}

/** Attributes of conditions whose words are classes in order, so that people also write the first of them as 1. */
export const alsoNumbered: readonly string[] = ['nyha']

/** The facts of a group, or the fact itself; empty when the name is not known. */
export function pathsUnder(name: string): readonly string[] {
  return Object.keys(caseVocabulary).filter((path) => path === name || path.startsWith(`${name}.`))
}
