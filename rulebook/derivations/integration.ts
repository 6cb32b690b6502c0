/** Arithmetic of integration between doses. */
import type { Derivation, FactValue, ReadFact } from '@keel/engine'

/** Days by which the last integration note precedes the last dose: above 0 when nobody wrote one since. */
function noteBeforeLastDose(read: ReadFact): FactValue {
  const dose = read('schedule.last_dose_days_ago')
  if (dose === 'never') return 0 // Nothing to talk about yet.
  const note = read('engagement.days_since_integration_note')
  if (typeof dose !== 'number' || note === undefined) return undefined
  return note === 'never' ? note : (note as number) - dose
}

export const integration: Readonly<Record<string, Derivation>> = {
  'derived.integration_note_days_before_last_dose': {
    version: 1,
    says: 'Days by which the last integration note precedes the last dose; 0 before the first dose',
    values: {},
    compute: noteBeforeLastDose,
  },
}
