/** Arithmetic of screening of the body. */
import type { Derivation, FactValue, ReadFact } from '@keel/engine'

/**
 * What an allergy may be written as, in parts of words: people write "Ketamine (hives)" or "Ketalar 2019", and an allergy
 * must never be passed over for its spelling.
 */
const partsOfNames = {
  'ketamine or esketamine': ['ketamin', 'ketalar', 'ketanest', 'spravato'],
  excipient: ['benzethonium', 'citric acid', 'edetate', 'edta'],
} as const

function productAllergies(read: ReadFact): FactValue {
  const allergies = read('history.allergies')
  if (!Array.isArray(allergies)) return undefined
  const written = allergies.map((allergy) => String(allergy).toLowerCase())
  return Object.entries(partsOfNames)
    .filter(([, parts]) => parts.some((part) => written.some((allergy) => allergy.includes(part))))
    .map(([name]) => name)
}

export const body: Readonly<Record<string, Derivation>> = {
  'derived.allergies_to_product': {
    version: 1,
    says: 'Allergies that name ketamine or esketamine (also by brand), or what else is in their vials and devices',
    values: {},
    compute: productAllergies,
  },
}
