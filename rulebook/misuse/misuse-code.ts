/**
 * One code of the misuse-risk tier: a sentence with its numbers, why, how good the evidence is, and a condition that is
 * plain data. Every number of points is this project's judgement; `evidence` says what supports the direction.
 */
import { type Condition, type Confidence, type DatedValues, languageOf, type RefsOf, refsOf } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { value } from '../values.ts'
import { misuseVocabulary } from './misuse-inputs.ts'
import type { SupportTopic } from './support-topics.ts'

/** What supports that the condition points towards risk. None of it is about the weight. */
export type Evidence = 'observational' | 'observational, indirect' | 'observational, small' | 'label' | 'judgement'

export interface PointsPart {
  /** The name of the value that is added. */
  readonly points: string
  readonly when: Condition
}

export type MisuseEffect =
  /** `highest`: the part with the most points counts alone. `sum`: all count, up to the value named `cap`. */
  | {
      readonly kind: 'points'
      readonly adds: 'highest' | 'sum'
      readonly cap?: string
      readonly parts: readonly PointsPart[]
    }
  | { readonly kind: 'floor'; readonly tier: 'moderate' | 'high'; readonly when: Condition }
  | { readonly kind: 'stop'; readonly of: 'misuse' | 'medical'; readonly when: Condition }
  | { readonly kind: 'flag'; readonly when: Condition }

export interface MisuseCode {
  /** As clinicians know it: `P01`, `FM1`, `FH1`, `SM1`, `SX1`, or the name of a flag. */
  readonly code: string
  readonly title: string
  /** For staff; `{name}` stands for the value of that name. */
  readonly says: string
  readonly because: string
  /** What the patient is told it is about. */
  readonly topic: SupportTopic
  readonly evidence: readonly Evidence[]
  /** Sources beside those of the values. */
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
  readonly values: Readonly<Record<string, DatedValues>>
  readonly effect: MisuseEffect
}

const facts = languageOf(misuseVocabulary)
type Facts = typeof facts
type Values = Readonly<Record<string, DatedValues>>
type Common<V extends Values> = Omit<MisuseCode, 'effect' | 'values'> & { readonly values: V }
type When<V extends Values> = { readonly when: (value: RefsOf<V>, facts: Facts) => Condition }

/** A row that adds points. */
export function points<const V extends Values>(
  definition: Common<V> & {
    readonly adds?: 'highest' | 'sum'
    readonly cap?: keyof V & string
    readonly parts: (
      value: RefsOf<V>,
      facts: Facts,
    ) => readonly { readonly points: keyof V & string; readonly when: Condition }[]
  },
): MisuseCode {
  const { adds = 'highest', cap, parts, ...rest } = definition
  const effect = { kind: 'points', adds, ...(cap && { cap }), parts: parts(refsOf(definition.values), facts) } as const
  return { ...rest, effect }
}

/** A tier below which the patient does not fall while the condition holds. */
export function floor<const V extends Values>(
  definition: Common<V> & When<V> & { readonly tier: 'moderate' | 'high' },
): MisuseCode {
  const { tier, when, ...rest } = definition
  return { ...rest, effect: { kind: 'floor', tier, when: when(refsOf(definition.values), facts) } }
}

/** No dose at all. */
export function stop<const V extends Values>(
  definition: Common<V> & When<V> & { readonly of: 'misuse' | 'medical' },
): MisuseCode {
  const { of, when, ...rest } = definition
  return { ...rest, effect: { kind: 'stop', of, when: when(refsOf(definition.values), facts) } }
}

/** Something to be done whatever the tier. */
export function safetyFlag<const V extends Values>(definition: Common<V> & When<V>): MisuseCode {
  const { when, ...rest } = definition
  return { ...rest, effect: { kind: 'flag', when: when(refsOf(definition.values), facts) } }
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const

/** Points: always judgement, never evidence. */
export function weight(is: number) {
  return [value(is, '{score}', judged)]
}
/** A number of events at which a code begins: judgement. */
export function times(is: number) {
  return [value(is, '1', judged)]
}
/** A score at which a code begins: judgement, because no source states it for ketamine. */
export function judgedScore(is: number) {
  return [value(is, '{score}', judged)]
}
