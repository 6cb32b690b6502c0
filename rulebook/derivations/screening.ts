/** Arithmetic of screening of mind, habits and pregnancy, and of the dose at home. */
import type { Derivation, FactValue, ReadFact } from '@keel/engine'
import { from } from './arithmetic.ts'

/** The result stands whatever else is said; without one it is known only of people who cannot become pregnant. */
function pregnancyTestPositive(read: ReadFact): FactValue {
  const result = read('gate.pregnancy_test_result')
  if (result === 'positive') return true
  return result === 'negative' || read('gate.can_become_pregnant') === false ? false : undefined
}

export const screening: Readonly<Record<string, Derivation>> = {
  'history.nonmedical_ketamine_use.last_use_months_ago': {
    version: 1,
    says: 'Never, for somebody who never used ketamine outside medicine',
    values: {},
    compute: (read) => (read('history.nonmedical_ketamine_use.frequency') === 'never' ? 'never' : undefined),
  },
  'derived.pregnancy_test_positive': {
    version: 1,
    says: 'The test result; without one, no for somebody who cannot become pregnant',
    values: {},
    compute: pregnancyTestPositive,
  },
  'derived.home_dose_above_tolerated_mg': {
    version: 1,
    says: 'Ordered dose less the highest dose tolerated under supervision',
    values: {},
    compute: from(
      ['order.dose_mg', 'home.supervised_tolerated_dose_mg'],
      (ordered, tolerated) => (ordered as number) - (tolerated as number),
    ),
  },
}
