/**
 * Days and windows. A window is rolling, ends at the day of evaluation and has both its ends in it: of 90 days, what
 * happened 90 days ago counts, what happened 91 days ago does not, nor does what lies ahead.
 */
import type { IsoDay } from '@keel/engine'

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** Hours from one instant to another. */
export function hoursBetween(from: string, to: string): number {
  const [start, end] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  return (end.epochMilliseconds - start.epochMilliseconds) / 3_600_000
}

/** The day a number of calendar months later; the last of the month where there is no such day. */
export function monthsAfter(day: IsoDay, months: number): IsoDay {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** What happened in the window of so many days that ends today. */
export function within<T extends { readonly on: IsoDay }>(
  entries: readonly T[],
  today: IsoDay,
  days: number,
): readonly T[] {
  return entries.filter(({ on }) => {
    const ago = daysBetween(on, today)
    return ago >= 0 && ago <= days
  })
}

/** What has happened by today, oldest first. */
export function upTo<T extends { readonly on: IsoDay }>(entries: readonly T[], today: IsoDay): readonly T[] {
  return entries.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
