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

/** A ruleset as plain data: its arithmetic by name and version only. */
export interface RulesetContent<Phase extends string = string> extends Omit<Ruleset<Phase>, 'derivations'> {
  readonly derivations: Readonly<Record<string, Omit<Derivation, 'compute'>>>
}

/** The content of a ruleset as plain data: what its digest covers, and what a release stores. */
export function rulesetContent<Phase extends string>(ruleset: Ruleset<Phase>): RulesetContent<Phase> {
  const { derivations, ...data } = ruleset
  const versions = Object.entries(derivations).map(([path, { version, says, values }]) => [
    path,
    { version, says, values },
  ])
  return { ...data, derivations: Object.fromEntries(versions) }
}

/**
 * A stored ruleset made ready to ask again, with the arithmetic of this program.
 * @returns `lacks`: the arithmetic that this program does not have in the version that was stored; nothing is then asked.
 */
export function rulesetFrom<Phase extends string>(
  content: RulesetContent<Phase>,
  arithmetic: Readonly<Record<string, Derivation>>,
): { readonly ruleset: Ruleset<Phase> } | { readonly lacks: readonly string[] } {
  const wanted = Object.entries(content.derivations)
  const lacks = wanted.filter(([path, { version }]) => arithmetic[path]?.version !== version).map(([path]) => path)
  if (lacks.length > 0) return { lacks }
  const derivations = wanted.map(([path]) => [path, arithmetic[path] as Derivation])
  return { ruleset: { ...content, derivations: Object.fromEntries(derivations) } }
}

/**
 * The digest that names a ruleset.
 * @param digestOfJson SHA-256 of the RFC 8785 form, as hex: hashing belongs to the caller, the engine has no library.
 */
export function rulesetDigest(ruleset: Ruleset, digestOfJson: (content: unknown) => string): string {
  return digestOfJson(rulesetContent(ruleset))
}
