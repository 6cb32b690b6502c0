/**
 * A rule: one sentence, its reason, its numbers with their sources, its condition and its examples, together on one
 * screen. A rule is data: it holds no functions once it is defined.
 */
import { type Condition, type Language, languageOf, type ValueRef } from './condition.ts'
import type { Severity } from './severity.ts'
import type { Confidence, DatedValues, IsoDay, SettingCase } from './values.ts'
import type { Verdict } from './verdict.ts'
import type { FactValue, Vocabulary } from './vocabulary.ts'

/** A worked example; it runs as a test. */
export interface Example<Path extends string = string> {
  /** A sentence. */
  readonly name: string
  readonly on?: IsoDay
  /** The facts that are known, by path. Everything else is unknown. */
  readonly given: { readonly [P in Path]?: FactValue }
  readonly expect: Verdict
}

/** Who may let a hold pass, and within which limits. A block never has one. */
export interface Override {
  readonly role: string
  /** What the person attests by overriding. */
  readonly attests: string
  /** Facts that must hold for the override to be open at all; three-valued like everything else. */
  readonly within?: Condition
}

export interface Rule<Phase extends string = string> {
  readonly id: string
  readonly title: string
  /** In which phases it is asked. */
  readonly phases: readonly Phase[]
  /** Whether the rule speaks of this chart at all (a route, a region). Clear: not asked. */
  readonly appliesTo?: Condition
  readonly severity: Severity
  /** Of one sibling group only the most severe rule that fired is reported. */
  readonly group?: string
  /** For staff. `{name}` stands for the value of that name, so the sentence and the number cannot disagree. */
  readonly says: string
  /** The same for the patient, in plain words. */
  readonly saysToPatient: string
  readonly because: string
  readonly action: string
  readonly values: Readonly<Record<string, DatedValues>>
  readonly when: Condition
  /** Sources of the rule itself, where it has no number to carry them. */
  readonly cites: readonly string[]
  readonly confidence: Confidence
  readonly overridableBy?: Override
  readonly examples: readonly Example[]
}

type UnitOf<Values extends DatedValues> = Values extends DatedValues<infer U> ? U : never
export type RefsOf<Values> = {
  readonly [K in keyof Values]: Values[K] extends DatedValues ? ValueRef<UnitOf<Values[K]>> : never
}

/** References to named values, by which a condition compares with them. */
export function refsOf<const Values extends Readonly<Record<string, DatedValues>>>(values: Values): RefsOf<Values> {
  return Object.fromEntries(Object.keys(values).map((value) => [value, { value }])) as unknown as RefsOf<Values>
}

export type RuleDefinition<
  V extends Vocabulary,
  Phase extends string,
  Values extends Readonly<Record<string, DatedValues>>,
> = Omit<Rule<Phase>, 'values' | 'when' | 'examples' | 'overridableBy'> & {
  readonly values: Values
  readonly when: (value: RefsOf<Values>, facts: Language<V>) => Condition
  readonly overridableBy?: Omit<Override, 'within'> & {
    readonly within?: (value: RefsOf<Values>, facts: Language<V>) => Condition
  }
  readonly examples: readonly Example<keyof V & string>[]
}

/** Gives `defineRule` for one vocabulary and its phases. */
export function ruleDefiner<V extends Vocabulary, Phase extends string>(vocabulary: V) {
  const facts = languageOf(vocabulary)
  return function defineRule<const Values extends Readonly<Record<string, DatedValues>>>(
    definition: RuleDefinition<V, Phase, Values>,
  ): Rule<Phase> {
    const refs = refsOf(definition.values)
    const { when, overridableBy, ...rest } = definition
    const override = overridableBy && {
      role: overridableBy.role,
      attests: overridableBy.attests,
      ...(overridableBy.within && { within: overridableBy.within(refs, facts) }),
    }
    return { ...rest, when: when(refs, facts), ...(override && { overridableBy: override }) }
  }
}

/** The settings that a protocol states; `not-limited` where it deliberately states none. */
export type Settings<Name extends string = string> = Readonly<
  Record<Name, readonly SettingCase<Condition>[] | 'not-limited'>
>
