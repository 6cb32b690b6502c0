/** The numbers of an observation: their labels, their possible ranges, and how typed digits become readings. */
import type { ObservationValues } from '@keel/care'
import type { QuantityFact } from '@keel/engine'
import { unitLabels, vocabulary } from '@keel/rulebook'
import { numberTyped, outOfRange } from '../number-typed.ts'

export interface Reading {
  readonly key: 'sbp' | 'dbp' | 'hr' | 'spo2' | 'rr' | 'tempC' | 'cadss6'
  readonly label: string
  /** The name in full, for screen readers. */
  readonly name: string
  readonly fact: QuantityFact
}

export const readings: readonly Reading[] = [
  { key: 'sbp', label: 'Systolic', name: 'Systolic pressure', fact: vocabulary['in_session.sbp'] },
  { key: 'dbp', label: 'Diastolic', name: 'Diastolic pressure', fact: vocabulary['in_session.dbp'] },
  { key: 'hr', label: 'Pulse', name: 'Heart rate', fact: vocabulary['in_session.hr'] },
  { key: 'spo2', label: 'SpO₂', name: 'Oxygen saturation', fact: vocabulary['in_session.spo2'] },
  { key: 'rr', label: 'Breaths', name: 'Breaths a minute', fact: vocabulary['in_session.rr'] },
  { key: 'tempC', label: 'Temp', name: 'Temperature', fact: vocabulary['vitals.temp_c'] },
  { key: 'cadss6', label: 'CADSS-6', name: 'Dissociation, CADSS-6 total', fact: vocabulary['in_session.cadss6'] },
]
export type ReadingKey = Reading['key']
export type Typed = Readonly<Partial<Record<ReadingKey, string>>>

/** The unit as it fits into a tile. */
export function unitOf({ fact }: Reading): string {
  if (fact.unit === '{score}') return `of ${fact.max}`
  return fact.unit === '/min' ? '/min' : (unitLabels[fact.unit] ?? fact.unit)
}

/** Whether what is typed can still become a possible reading; if not, the last key is refused. */
export function canBecome(text: string, { min, max, step }: QuantityFact): boolean {
  if (text === '') return true
  if (!(step < 1 ? /^\d+([.,]\d?)?$/ : /^\d+$/).test(text)) return false
  const number = numberTyped(text.replace(/[.,]$/, ''))
  if (number === undefined || number > max) return false
  // 3 may become 30; 36 can no longer become 25.
  const longest = String(max).length
  return /[.,]/.test(text) ? number + 1 > min : number >= min || text.length < longest
}

/** Whether no further digit can make another possible reading, so that the next one may be typed. */
export function isComplete(text: string, fact: QuantityFact): boolean {
  const number = numberTyped(text)
  if (number === undefined || number < fact.min) return false
  if (fact.step < 1) return /[.,]\d$/.test(text)
  return number * 10 > fact.max
}

/** Why what is typed is no reading; `undefined` when it is one, or when nothing is typed. */
export function errorIn(text: string | undefined, fact: QuantityFact): string | undefined {
  return text ? outOfRange(numberTyped(text), fact) : undefined
}

/** What is wrong with the pair of pressures, which only make sense together. */
export function errorInPressure({ sbp = '', dbp = '' }: Typed): string | undefined {
  if ((sbp === '') !== (dbp === '')) return 'A blood pressure needs both numbers.'
  const [systolic, diastolic] = [numberTyped(sbp), numberTyped(dbp)]
  if (systolic === undefined || diastolic === undefined || systolic > diastolic) return undefined
  return `Systolic (${systolic}) must be above diastolic (${diastolic}).`
}

/** The typed numbers as values of an observation. Call it when there are no errors. */
export function valuesOf(typed: Typed): Partial<ObservationValues> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([key, text]) => {
      const number = numberTyped(text ?? '')
      return number === undefined ? [] : [[key, number]]
    }),
  )
}
