/**
 * Checks an append before it joins a batch, so that input which cannot be stored never reaches the database nor harms
 * the appends beside it, and works out once what is needed of it: canonical texts and the command's hash.
 */

import { canonicalJson, jsonProblem, sha256, textProblem } from './canonical.ts'
import { InvalidAppend } from './errors.ts'
import type { Actor, Append, Json, NewEvent } from './events.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const versionMax = 2 ** 31 - 1
/** Names are part of an index, whose entries PostgreSQL limits to 2,704 bytes. */
const nameLengthMax = 200

export interface PreparedEvent {
  readonly type: string
  readonly schemaVersion: number
  /** As JSON gives it back: what is returned now and what is read later are the same. */
  readonly data: Json
  /** The canonical JSON of `data`, as it is hashed and stored. */
  readonly dataText: string
  readonly ruleset: string | null
}

export interface PreparedStream {
  readonly streamId: string
  readonly expectedVersion: number
  readonly events: readonly PreparedEvent[]
}

export interface PreparedAppend {
  readonly clinicId: string
  readonly commandId: string
  readonly commandHash: string
  readonly at: string
  readonly recordedAt: string
  readonly by: Actor
  readonly streams: readonly PreparedStream[]
}

export function isUuid(text: unknown): boolean {
  return typeof text === 'string' && uuid.test(text)
}

/** @throws InvalidAppend naming the first place that cannot be stored. */
export function prepareAppend(append: Append): PreparedAppend {
  assertUuid(append.clinicId, 'clinicId')
  assertUuid(append.commandId, 'commandId')
  assertInstant(append.at, 'at')
  assertInstant(append.recordedAt, 'recordedAt')
  assertName(append.by.personId, 'by.personId')
  assertName(append.by.role, 'by.role')
  return {
    clinicId: append.clinicId,
    commandId: append.commandId,
    commandHash: commandHashOf(append.command),
    at: append.at,
    recordedAt: append.recordedAt,
    by: { personId: append.by.personId, role: append.by.role },
    streams: prepareStreams(append),
  }
}

/** @throws InvalidAppend */
export function commandHashOf(command: Json): string {
  return sha256(storableText(command, 'command'))
}

function prepareStreams(append: Append): readonly PreparedStream[] {
  const seen = new Set<string>()
  const streams = append.streams.map((stream, index) => {
    const place = `streams[${index}]`
    assertName(stream.streamId, `${place}.streamId`)
    assertWhole(stream.expectedVersion, 0, `${place}.expectedVersion`)
    if (seen.has(stream.streamId)) throw new InvalidAppend(`${place}.streamId`, 'names a stream a second time')
    seen.add(stream.streamId)
    const events = stream.events.map((event, at) => prepareEvent(event, `${place}.events[${at}]`))
    return { streamId: stream.streamId, expectedVersion: stream.expectedVersion, events }
  })
  // Without an event nothing would be written by which a repeat of the command could be known.
  if (streams.every((stream) => stream.events.length === 0)) throw new InvalidAppend('streams', 'hold no event')
  return streams
}

function prepareEvent(event: NewEvent, place: string): PreparedEvent {
  assertName(event.type, `${place}.type`)
  assertWhole(event.schemaVersion, 1, `${place}.schemaVersion`)
  if (event.ruleset !== undefined) assertName(event.ruleset, `${place}.ruleset`)
  const dataText = storableText(event.data, `${place}.data`)
  return {
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: JSON.parse(dataText),
    dataText,
    ruleset: event.ruleset ?? null,
  }
}

function storableText(value: Json, place: string): string {
  const found = jsonProblem(value)
  if (found !== undefined) throw new InvalidAppend(`${place}${found.path}`, found.problem)
  return canonicalJson(value)
}

function assertUuid(value: unknown, place: string): void {
  if (!isUuid(value)) throw new InvalidAppend(place, 'is not a UUID in lower case')
}

/** That of the append before: those that come together happen at one instant. */
let lastGood = ''

function assertInstant(value: unknown, place: string): void {
  if (value === lastGood) return
  const isInstant = typeof value === 'string' && instant.test(value) && toIso(value) === value
  if (!isInstant) throw new InvalidAppend(place, 'is not an instant such as 2026-11-22T18:09:00.000Z')
  lastGood = value
}

/** A calendar day that does not exist, such as 30 February, comes back as another day or as nothing. */
function toIso(value: string): string | undefined {
  const milliseconds = Date.parse(value)
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}

function assertName(value: unknown, place: string): void {
  if (typeof value !== 'string') throw new InvalidAppend(place, 'is not a text')
  if (value.length === 0) throw new InvalidAppend(place, 'is empty')
  if (value.length > nameLengthMax) throw new InvalidAppend(place, `is longer than ${nameLengthMax} characters`)
  const problem = textProblem(value)
  if (problem !== undefined) throw new InvalidAppend(place, problem)
}

function assertWhole(value: unknown, min: number, place: string): void {
  const isWhole = Number.isInteger(value) && (value as number) >= min && (value as number) <= versionMax
  if (!isWhole) throw new InvalidAppend(place, `is not a whole number from ${min}`)
}
