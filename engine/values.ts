/**
 * A number that a rule or a protocol uses: with its unit, the day from which it holds, its source and how far it is to be
 * trusted. Past values stay in the list, so that an old decision can be explained with the numbers of its day.
 */

/** An ISO calendar day, `2026-11-22`. Days compare correctly as strings. */
export type IsoDay = string

export type Confidence = 'high' | 'med' | 'low'
/** `src`: the cited source states the number. `drv`: derived from it by judgement; the source does not state it. */
export type Basis = 'src' | 'drv'

export interface DatedValue<Unit extends string = string> {
  /** One amount, or a set of allowed amounts (a label's dose set). */
  readonly is: number | readonly number[]
  /** UCUM. */
  readonly unit: Unit
  readonly from: IsoDay
  /** False where the source gives no date: `from` is then the day of the first release, and the value covers every day. */
  readonly dateStated: boolean
  /** Ids of sources, never empty. */
  readonly cites: readonly string[]
  readonly confidence: Confidence
  readonly basis: Basis
}

/** Values of one name, oldest first. */
export type DatedValues<Unit extends string = string> = readonly DatedValue<Unit>[]

/**
 * A place where a number varies with the chart (course phase, region, age): the first case whose `where` fires applies.
 * `bounds` are the values that `where` itself compares with, so that they are dated and cited too.
 */
export interface SettingCase<C = unknown> {
  readonly where?: C
  readonly bounds?: Readonly<Record<string, DatedValues>>
  readonly values: DatedValues
}

/** Asked for a day before the first dated value: a typed error, never a guess. */
export class NotCovered extends Error {
  override readonly name = 'NotCovered'
  readonly valueName: string
  readonly on: IsoDay
  constructor(valueName: string, on: IsoDay, from: IsoDay) {
    super(`The rulebook states "${valueName}" only from ${from}; it cannot answer for ${on}.`)
    this.valueName = valueName
    this.on = on
  }
}

/**
 * The value that holds on a day; the newest when no day is given.
 * @throws NotCovered when every value begins after the day.
 */
export function valueOn<Unit extends string>(
  name: string,
  values: DatedValues<Unit>,
  on: IsoDay | undefined,
): DatedValue<Unit> {
  const newest = values.at(-1)
  if (newest === undefined) throw new TypeError(`value "${name}" has no entries`)
  if (on === undefined) return newest
  const held = values.findLast((value) => !value.dateStated || value.from <= on)
  if (held === undefined) throw new NotCovered(name, on, values[0]?.from ?? newest.from)
  return held
}
