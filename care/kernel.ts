/**
 * The words that every care process is written with. A command asks; `decide` answers with events or a refusal; `evolve`
 * folds events into state. All of it is pure: who asks and when are arguments.
 */
import { z } from 'zod'

/** An instant as it is recorded: UTC, milliseconds. */
export type Instant = string

/** Who did something, and as what. */
export interface Actor {
  readonly personId: string
  readonly role: string
}

/** When and by whom a command is given. `at` is when it happened at the bedside. */
export interface Occasion {
  readonly at: Instant
  readonly by: Actor
}

/** The shape that every event has before the log adds stream, version, position, hash. */
export interface CareEvent {
  readonly type: string
  readonly data: unknown
}

/** An event as it comes back from the log: with its instant and its author. */
export type Recorded<E extends CareEvent> = E extends CareEvent ? E & Occasion : never

/**
 * A command that makes no sense now (the session is over, the dose has begun already). Nothing is recorded. A clinical
 * "not now" is never a refusal: it is an event with its findings.
 */
export interface Refusal {
  readonly code: string
  /** For the person: what is the matter and what to do next. */
  readonly message: string
}

/** What a command comes to: new events for each stream that it touches, or a refusal. */
export type Outcome<ByStream> = { readonly accept: ByStream } | { readonly refuse: Refusal }

export function refuse(code: string, message: string): { refuse: Refusal } {
  return { refuse: { code, message } }
}

export const instantSchema = z.iso.datetime({ error: 'must be an instant such as 2026-11-22T10:30:00.000Z' })
export const daySchema = z.iso.date({ error: 'must be a day such as 2026-11-22' })
export const idSchema = z.uuid({ error: 'must be an id (UUID)' }).lowercase('must be an id (UUID) in lower case')
/** Words that a person writes. PostgreSQL cannot keep U+0000, and half a surrogate pair is no text at all. */
export const wordsSchema = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(2000, 'must be at most 2000 characters')
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'contains characters that cannot be kept')

/** Minutes from one instant to another; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (epochMsOf(to) - epochMsOf(from)) / 60_000
}

/** The instant some minutes later. */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return toInstant(epochMsOf(instant) + minutes * 60_000)
}

/** Milliseconds since 1970 as a recorded instant. */
export function toInstant(epochMs: number): Instant {
  return remembered(instants, Math.round(epochMs), (rounded) => {
    // biome-ignore lint/style/noRestrictedGlobals: of a number it reads no clock, and it is many times faster than Temporal.
    return new Date(rounded).toISOString()
  })
}

function epochMsOf(instant: Instant): number {
  // biome-ignore lint/style/noRestrictedGlobals: parsing reads no clock, and it is many times faster than Temporal.
  return remembered(epochs, instant, (text) => Date.parse(text))
}

/** The same few instants are asked about again and again: when a dose began, when each reading was last taken. */
const instants = new Map<number, Instant>()
const epochs = new Map<Instant, number>()
const rememberedMax = 10_000

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, work: (key: Key) => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size === rememberedMax) known.clear()
  const value = work(key)
  known.set(key, value)
  return value
}

/** The calendar day of an instant where the clinic is. */
export function dayOf(instant: Instant, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** Months from one calendar day to another, part months in tenths: 12 months and a day is more than 12. */
export function monthsBetween(from: string, to: string): number {
  const span = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'month' })
  return span.months + (span.days > 0 ? Math.max(0.1, Math.floor((span.days / 31) * 10) / 10) : 0)
}

/** Age in whole years on a day. */
export function ageOn(birthDate: string, on: string): number {
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(on), { largestUnit: 'year' }).years
}
