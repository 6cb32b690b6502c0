/**
 * What facts there are: each with its kind, unit, possible range and the words a person reads. Declared once; the types
 * that rules are written with, the parser, the JSON Schema and the printed tables all come from this one declaration.
 */
import type { IsoDay } from './values.ts'

interface Described {
  /** What the fact is, in a few words: 'systolic pressure'. */
  readonly says: string
}

/** A number with a UCUM unit. Outside `min`..`max` it is a slip of the pen, not a fact. */
export interface QuantityFact<Unit extends string = string> extends Described {
  readonly kind: 'quantity'
  readonly unit: Unit
  readonly min: number
  readonly max: number
  /** The smallest step it is read in; 1 for counts. */
  readonly step: number
  /** For elapsed times: `"never"` is a possible value, later than any number. */
  readonly never: boolean
}
export interface FlagFact extends Described {
  readonly kind: 'flag'
}
export interface ChoiceFact<Word extends string = string> extends Described {
  readonly kind: 'choice'
  readonly among: readonly Word[]
}
export interface DayFact extends Described {
  readonly kind: 'day'
}
export interface TextFact extends Described {
  readonly kind: 'text'
}
/** A complete list of words: what is not in it is absent. */
export interface WordsFact<Word extends string = string> extends Described {
  readonly kind: 'words'
  /** `'any'` where the words are free. */
  readonly among: readonly Word[] | 'any'
}
/** A complete list of records, each with attributes of its own. */
export interface ListFact<
  Items extends Readonly<Record<string, AttributeFact>> = Readonly<Record<string, AttributeFact>>,
> extends Described {
  readonly kind: 'list'
  readonly of: Items
  /** The attribute that every record must have. */
  readonly required: string
}
export type AttributeFact = QuantityFact | FlagFact | ChoiceFact | TextFact | WordsFact
export type FactDeclaration = AttributeFact | DayFact | ListFact

/** Dotted path -> declaration. `vitals.sbp` is the key `sbp` in the group `vitals`. */
export type Vocabulary = Readonly<Record<string, FactDeclaration>>

export function quantity<const Unit extends string>(
  says: string,
  unit: Unit,
  range: { min: number; max: number; step?: number; never?: boolean },
): QuantityFact<Unit> {
  const { min, max, step = 1, never = false } = range
  return { kind: 'quantity', says, unit, min, max, step, never }
}
export function flag(says: string): FlagFact {
  return { kind: 'flag', says }
}
export function choice<const Word extends string>(says: string, among: readonly Word[]): ChoiceFact<Word> {
  return { kind: 'choice', says, among }
}
export function day(says: string): DayFact {
  return { kind: 'day', says }
}
export function text(says: string): TextFact {
  return { kind: 'text', says }
}
export function words<const Word extends string>(says: string, among: readonly Word[] | 'any'): WordsFact<Word> {
  return { kind: 'words', says, among }
}
export function list<const Items extends Readonly<Record<string, AttributeFact>>>(
  says: string,
  required: keyof Items & string,
  of: Items,
): ListFact<Items> {
  return { kind: 'list', says, required, of }
}

/** The facts of one chart: nested as in the vocabulary's paths. Absent and `null` both mean unknown. */
export interface Facts {
  readonly [key: string]: FactValue
}
export type FactValue =
  | null
  | undefined
  | number
  | boolean
  | string
  | IsoDay
  | readonly FactValue[]
  | { readonly [key: string]: FactValue }

/** Reads `group.key` out of nested facts; `undefined` when any part of the way is unknown. */
export function factAt(facts: Facts, path: string): FactValue {
  let here: FactValue = facts
  for (const key of path.split('.')) {
    if (here === null || typeof here !== 'object' || Array.isArray(here)) return undefined
    here = (here as Facts)[key]
  }
  return here ?? undefined
}

/** The same facts with one more, the way to it made as needed. Nothing is changed in place. */
export function withFact(facts: Facts, path: string, value: FactValue): Facts {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length === 0) return { ...facts, [head]: value }
  const below = facts[head]
  const group = below !== null && typeof below === 'object' && !Array.isArray(below) ? (below as Facts) : {}
  return { ...facts, [head]: withFact(group, rest.join('.'), value) }
}
