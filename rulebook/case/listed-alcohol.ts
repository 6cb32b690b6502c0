/** Alcohol that a case lists among the medicines instead of at the gate. */
import type { Facts, FactValue } from '@keel/engine'
import { listedMedicine } from '../vocabularies/medications.ts'

/** Hours since the last alcohol on the list; `null` when the list does not say when, `undefined` when there is none. */
export function hoursSinceListedAlcohol({ medications }: Facts): number | 'never' | null | undefined {
  if (!Array.isArray(medications)) return undefined
  const times: readonly FactValue[] = (medications as readonly Facts[])
    .filter(({ name }) => listedMedicine(name as string) === 'ethanol')
    .map(({ minutes_ago: minutes }) => minutes)
  if (times.length === 0) return undefined
  const known = times.filter((minutes) => typeof minutes === 'number')
  if (times.every((minutes) => minutes === 'never')) return 'never'
  return times.some((minutes) => minutes === undefined || minutes === null) ? null : Math.min(...known) / 60
}
