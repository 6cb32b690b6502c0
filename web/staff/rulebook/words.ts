/** The words that the rulebook's screens have for what the rulebook keeps as codes. */
import type { Basis, Confidence, DatedValue, DatedValues, Rule, Severity, Verdict } from '@keel/engine'
import { amountOf, keyInPlainWords, type Phase, type Protocol, protocols, type SettingName } from '@keel/rulebook'
import { dayInWords } from '../../shared/wording/times.ts'

/** When a rule is asked, by the phase of the question. */
export const phaseWords: Record<Phase, string> = {
  screening: 'At screening',
  pre_session: 'Before each dose',
  in_session: 'During the dose',
  discharge: 'Before leaving',
  continuation: 'Before going on with the course',
}

const severityMeaning: Record<Severity, string> = {
  block: 'Not at all on these facts.',
  hold: 'Not now, until a fact changes.',
  review: 'A prescriber decides, and records why.',
  caution: 'Go on, and know it.',
}

/** What happens when a rule fires. */
export function meaningOf({ severity, overridableBy }: Rule): string {
  return overridableBy ? 'Not now, until a fact changes or somebody who may overrides it.' : severityMeaning[severity]
}

export const confidenceWords: Record<Confidence, string> = {
  high: 'High confidence',
  med: 'Medium confidence',
  low: 'Low confidence',
}

export const verdictWords: Record<Verdict, string> = {
  fires: 'Fires',
  clear: 'Clear',
  unknown: 'Asks for what is missing',
}

export const settingWords: Record<SettingName, string> = {
  'dose-soft-min': 'lowest usual dose',
  'dose-soft-max': 'highest usual dose',
  'dose-hard-max': 'highest dose for weight',
  'dose-absolute-max': 'highest dose for anyone',
  'rate-soft-max': 'highest usual rate',
  'rate-hard-max': 'highest rate',
  'duration-min': 'shortest infusion',
  'duration-max': 'longest infusion',
  'labelled-doses': 'doses on the label',
  'first-dose': 'first dose',
  'interval-min': 'shortest time between doses',
  'induction-gap-max': 'longest gap in induction',
  'weekly-max': 'weekly limit of doses',
  'monthly-soft-max': 'usual monthly limit of doses',
  'monthly-hard-max': 'highest monthly limit of doses',
  'observation-min': 'shortest observation',
  'observation-extended-min': 'shortest observation when it must be longer',
  'dose-absolute-soft-max': 'highest usual dose for anyone',
  'rate-absolute-soft-max': 'highest usual rate for anyone',
  'induction-planned': 'planned doses of an induction',
  'induction-max': 'most doses of an induction',
  'early-check-from': 'doses before the early check',
  'early-improvement-below': 'improvement that the early check asks for',
  'stop-check-from': 'doses before the check for stopping',
  'stop-improvement-below': 'improvement below which the course stops',
  'partial-improvement-below': 'improvement below which a prescriber decides',
}

/** Whether people are treated by a protocol. */
export const protocolStatusWords: Record<Protocol['status'], string> = {
  available: 'Available, once the director has signed it',
  'disabled-by-default': 'Off, until the clinic switches it on',
  'reference-only': 'Only to be read; nobody is treated by it',
}

export const placeWords: Record<Protocol['places'][number], string> = {
  outpatient: 'at the clinic',
  hospital: 'in hospital',
  home: 'at home',
}

const basisWords: Record<Basis, string> = {
  src: 'Stated by the source',
  drv: 'Derived from the source by judgement',
}

/** Where a number comes from. A number that cites nothing but judgement is nobody's but ours. */
export function basisOf({ basis, cites }: Pick<DatedValue, 'basis' | 'cites'>): string {
  return cites.every((cite) => cite === 'judgement') ? 'Expert judgement; no source states it' : basisWords[basis]
}

export function dateOf({ from, dateStated }: Pick<DatedValue, 'from' | 'dateStated'>): string {
  return dateStated ? dayInWords(from) : 'Date not stated'
}

/** The name of a rule's value, as its author wrote it: `minAgeYears` -> "min age years". */
export function valueNameInWords(name: string): string {
  return keyInPlainWords(name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase())
}

export function titleOfProtocol(id: string): string {
  return protocols.find((protocol) => protocol.id === id)?.title ?? id
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "1 rule", "2 rules". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** How far back a measure or a signal looks. */
export function windowInWords(window: DatedValues | undefined): string {
  const newest = window?.at(-1)
  return newest ? amountOf(newest) : 'No limit'
}
