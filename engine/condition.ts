/**
 * Conditions are plain data (they survive JSON unchanged, so they can be stored, hashed and printed) behind a thin typed
 * language: a misspelt fact, a wrong unit or a word that is not a choice does not compile.
 */
import type { ChoiceFact, FlagFact, ListFact, QuantityFact, TextFact, Vocabulary, WordsFact } from './vocabulary.ts'

/** What a fact is compared with: a value named by the rule itself, or a setting that the protocol states. */
export type Operand = { readonly value: string } | { readonly setting: string }

export type Comparison = 'above' | 'at-least' | 'below' | 'at-most'

export type Condition =
  | { readonly op: 'all' | 'any' | 'first-known'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: Comparison; readonly fact: string; readonly than: Operand }
  | { readonly op: 'among'; readonly fact: string; readonly set: Operand }
  | { readonly op: 'is'; readonly fact: string; readonly one: readonly (string | boolean)[] }
  | { readonly op: 'includes'; readonly fact: string; readonly one: readonly string[] }
  | { readonly op: 'some'; readonly list: string; readonly where: Condition }

/** A typed reference to a named value; the unit exists only for the compiler. */
export type ValueRef<Unit extends string> = Operand & { readonly __unit?: Unit }

type PathsOf<V extends Vocabulary, Kind> = { [P in keyof V]: V[P] extends Kind ? P : never }[keyof V] & string
type QuantityPath<V extends Vocabulary, Unit extends string> = PathsOf<V, QuantityFact<Unit>>
type WordOf<F> = F extends ChoiceFact<infer W> ? W : F extends WordsFact<infer W> ? W : never
/** The attributes of a list's records, as a vocabulary of their own. */
type ItemsOf<F> = F extends ListFact<infer Items> ? Items : never

/** The words that conditions over one vocabulary are written with. */
export interface Language<V extends Vocabulary> {
  above<U extends string>(fact: QuantityPath<V, U>, than: ValueRef<U>): Condition
  atLeast<U extends string>(fact: QuantityPath<V, U>, than: ValueRef<U>): Condition
  below<U extends string>(fact: QuantityPath<V, U>, than: ValueRef<U>): Condition
  atMost<U extends string>(fact: QuantityPath<V, U>, than: ValueRef<U>): Condition
  /** The amount is one of a set of amounts. */
  among<U extends string>(fact: QuantityPath<V, U>, set: ValueRef<U>): Condition
  /** A flag has this value, or a choice or a text is one of these words. */
  is<P extends PathsOf<V, FlagFact>>(fact: P, value: boolean): Condition
  is<P extends PathsOf<V, ChoiceFact>>(fact: P, ...words: readonly WordOf<V[P]>[]): Condition
  is<P extends PathsOf<V, TextFact>>(fact: P, ...words: readonly string[]): Condition
  /** A list of words has one of these in it. */
  includes<P extends PathsOf<V, WordsFact>>(fact: P, ...words: readonly WordOf<V[P]>[]): Condition
  /** Some record of the list meets a condition over its own attributes. */
  some<P extends PathsOf<V, ListFact>>(list: P, where: (item: Language<ItemsOf<V[P]>>) => Condition): Condition
}

/** Every part must hold. */
export function all(...of: readonly Condition[]): Condition {
  return { op: 'all', of }
}
/** One part is enough. */
export function any(...of: readonly Condition[]): Condition {
  return { op: 'any', of }
}
export function not(of: Condition): Condition {
  return { op: 'not', of }
}
/**
 * Two ways to know one thing, the better one first: what the first part that is not unknown says. A chart in which the
 * two contradict each other must be refused before it is asked about, or erasing the better one could lower a decision.
 */
export function firstKnown(...of: readonly Condition[]): Condition {
  return { op: 'first-known', of }
}

// One implementation serves every vocabulary: the types differ, the nodes do not.
const language: Language<Vocabulary> = {
  above: (fact, than) => ({ op: 'above', fact, than }),
  atLeast: (fact, than) => ({ op: 'at-least', fact, than }),
  below: (fact, than) => ({ op: 'below', fact, than }),
  atMost: (fact, than) => ({ op: 'at-most', fact, than }),
  among: (fact, set) => ({ op: 'among', fact, set }),
  is: (fact: string, ...one: readonly (string | boolean)[]) => ({ op: 'is', fact, one }),
  includes: (fact, ...one) => ({ op: 'includes', fact, one }),
  some: (fact, where) => ({ op: 'some', list: fact, where: where(language as never) }),
}

/** The typed language for a vocabulary. */
export function languageOf<V extends Vocabulary>(_vocabulary: V): Language<V> {
  return language as unknown as Language<V>
}

/** Every fact path that a condition can read (list attributes as `list[].attribute`), in reading order, once each. */
export function factsReadBy(condition: Condition): readonly string[] {
  return [...new Set(readsOf(condition))]
}

function readsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.flatMap(readsOf)
    case 'not':
      return readsOf(condition.of)
    case 'some':
      return [condition.list, ...readsOf(condition.where).map((attribute) => `${condition.list}[].${attribute}`)]
    default:
      return [condition.fact]
  }
}

/** Every operand that a condition names. */
export function operandsOf(condition: Condition): readonly Operand[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.flatMap(operandsOf)
    case 'not':
      return operandsOf(condition.of)
    case 'some':
      return operandsOf(condition.where)
    case 'among':
      return [condition.set]
    case 'is':
    case 'includes':
      return []
    default:
      return [condition.than]
  }
}
