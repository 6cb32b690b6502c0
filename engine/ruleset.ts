/**
 * A ruleset: everything a decision depends on except the chart and the instant. Its digest is recorded with every
 * decision, so that a decision can be repeated years later with the rules as they stood.
 */
import type { Rule, Settings } from './rule.ts'
import type { DatedValues } from './values.ts'
import type { FactValue, Vocabulary } from './vocabulary.ts'

/** Where a number or a rule comes from. What is not known of a source is left out, never invented. */
export interface Source {
  readonly title: string
  readonly publisher: string
  readonly edition?: string
  readonly locator?: string
  /** When the text was last checked against the source, where that is known. */
  readonly checkedOn?: string
}

/** Reads a fact for a derivation, given or itself derived; `undefined` is unknown. */
export type ReadFact = (path: string) => FactValue

/** Arithmetic that yields a fact from others. Its version rises when its meaning changes and is part of the digest. */
export interface Derivation {
  readonly version: number
  readonly says: string
  /** The numbers that it uses, dated and cited like those of a rule. */
  readonly values: Readonly<Record<string, DatedValues>>
  /**
   * Pure. `undefined` when an input that it needs is unknown: the inputs it asked for are then reported as wanted.
   * @param want names a fact that is wanted though it is known, because what is known will not do (a reading too early).
   */
  readonly compute: (read: ReadFact, want: (path: string) => void) => FactValue
}

export interface Ruleset<Phase extends string = string> {
  readonly name: string
  readonly vocabulary: Vocabulary
  readonly rules: readonly Rule<Phase>[]
  /** The fact that names the profile (the protocol), and the settings that each profile states. */
  readonly profile: { readonly fact: string; readonly settings: Readonly<Record<string, Settings>> }
  readonly derivations: Readonly<Record<string, Derivation>>
  readonly sources: Readonly<Record<string, Source>>
  /** UCUM unit -> what people read, where they differ. */
  readonly unitLabels: Readonly<Record<string, string>>
}

/** The content of a ruleset as plain data: what its digest covers, and what a release stores. */
export function rulesetContent(ruleset: Ruleset): unknown {
  const { derivations, ...data } = ruleset
  const versions = Object.fromEntries(
    Object.entries(derivations).map(([path, { version, says, values }]) => [path, { version, says, values }]),
  )
  return { ...data, derivations: versions }
}

/**
 * The digest that names a ruleset.
 * @param digestOfJson SHA-256 of the RFC 8785 form, as hex: hashing belongs to the caller, the engine has no library.
 */
export function rulesetDigest(ruleset: Ruleset, digestOfJson: (content: unknown) => string): string {
  return digestOfJson(rulesetContent(ruleset))
}
