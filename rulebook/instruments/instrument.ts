/**
 * What a questionnaire or a rating scale is: its items and answers, how it is scored, what its numbers mean, and under
 * which licence. One definition for each instrument; forms, scores and exports all come from it.
 */
import { type Confidence, type DatedValues, valueOn } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { type Provenance, value } from '../values.ts'
import type { LoincCode } from './loinc.ts'

/** An answer as it counts; `null`: not answered. */
export type Answer = number | null

export interface AnswerOption {
  readonly score: number
  readonly text: string
}

/** `yes-no`: yes is 1. `range`: a whole number, both ends possible. */
export type Answers =
  | { readonly kind: 'options'; readonly options: readonly AnswerOption[] }
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | { readonly kind: 'yes-no' }

export interface InstrumentItem {
  /** Unique in the instrument; never changes. */
  readonly linkId: string
  /** Our own short name of what the item is about. It is not the item. */
  readonly topic: string
  /** The item's own words, only where the licence lets us ship them. */
  readonly text?: string
  readonly answers: Answers
  readonly loinc?: LoincCode
  /** The form cannot be closed without it. */
  readonly required: boolean
  /** Asked only when this item was answered with yes. */
  readonly onlyAfterYesTo?: string
}

export interface Licence {
  readonly name: string
  /** Whether the instrument's own words are part of this software. */
  readonly textShipped: boolean
  readonly attribution: string
  /** What a clinic must do before it uses the instrument. */
  readonly note: string
  readonly confidence: Confidence
}

/** A range of totals with a name: from its number up to the next band. */
export interface Band {
  readonly name: string
  readonly from: DatedValues
}

export interface Total {
  readonly min: number
  readonly max: number
  /** Left out: a whole number. */
  readonly decimals?: number
  /** How it is made, for people. */
  readonly says: string
  /** Of all items in their order. `null` where it cannot be made. */
  readonly of: (answers: readonly Answer[]) => number | null
}

export interface Instrument {
  readonly key: string
  readonly title: string
  readonly says: string
  readonly filledInBy: 'patient' | 'clinician'
  /** The time that the answers are about. */
  readonly recall: string
  /** What stands above all items, only where the licence lets us ship it. */
  readonly stem?: string
  /** Empty where only a total is kept. */
  readonly items: readonly InstrumentItem[]
  /** `null`: the items are read one by one. */
  readonly total: Total | null
  /** Lowest first; empty where the source names none. */
  readonly bands: readonly Band[]
  /** Every other number, dated and cited: cut-offs, response, remission, least change that matters. */
  readonly values: Readonly<Record<string, DatedValues>>
  readonly loinc?: { readonly panel?: LoincCode; readonly total?: LoincCode }
  readonly licence: Licence
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

/** Numbers on the instrument's own scale. */
export function score(is: number, provenance: Provenance): DatedValues {
  return [value(is, '{score}', provenance)]
}

export function percent(is: number, provenance: Provenance): DatedValues {
  return [value(is, '%', provenance)]
}

/** A single amount of today. */
export function amount(values: DatedValues): number {
  return valueOn('amount', values, undefined).is as number
}

/** Bands by their names and lowest totals, all of one source. */
export function bandsOf(provenance: Provenance, from: Readonly<Record<string, number>>): readonly Band[] {
  return Object.entries(from).map(([name, lowest]) => ({ name, from: score(lowest, provenance) }))
}

/** The name of the band that a total lies in. */
export function bandOf({ bands }: Pick<Instrument, 'bands'>, total: number | null): string | null {
  if (total === null) return null
  return bands.findLast(({ from }) => total >= amount(from))?.name ?? null
}

/** The sum of all answers; `null` when one is missing. */
export function sumOf(answers: readonly Answer[]): number | null {
  return answers.reduce<Answer>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

/** Answers with scores from 0 up, in the order of their texts. */
export function options(...texts: readonly string[]): Answers {
  return { kind: 'options', options: texts.map((text, index) => ({ score: index, text })) }
}

export const yesNo: Answers = { kind: 'yes-no' }

/** The lowest and the highest score of an answer. */
export function rangeOf(answers: Answers): { readonly min: number; readonly max: number } {
  switch (answers.kind) {
    case 'range':
      return answers
    case 'yes-no':
      return { min: 0, max: 1 }
    case 'options': {
      const scores = answers.options.map((option) => option.score)
      return { min: Math.min(...scores), max: Math.max(...scores) }
    }
  }
}

/** What makes an item besides its place: a topic, or a topic and the item's own words. */
type Asked = Pick<InstrumentItem, 'topic'> & Partial<Pick<InstrumentItem, 'text' | 'loinc' | 'answers' | 'required'>>

/** Items `1`, `2`, ... with common answers; required where their words are shipped, since a total may be entered otherwise. */
export function itemsOf(answers: Answers, asked: readonly Asked[]): readonly InstrumentItem[] {
  return asked.map((one, index) => ({
    linkId: String(index + 1),
    answers,
    required: one.text !== undefined,
    ...one,
  }))
}
