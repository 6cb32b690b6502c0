/** Events as rows of `eventlog.event`, both ways. */

import type { Json, RecordedEvent } from './events.ts'
import type { PreparedAppend, PreparedEvent } from './prepare.ts'

/** Instants come as JSON, whose form depends on no setting of the server or of the connection. */
export const eventColumns = `position, stream_id, version, type, schema_version, data,
  to_json(at AT TIME ZONE 'UTC') AS at, to_json(recorded_at AT TIME ZONE 'UTC') AS recorded_at,
  by_person_id, by_role, command_id, encode(command_hash, 'hex') AS command_hash, ruleset,
  encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash`

export interface EventRow {
  readonly position: string
  readonly stream_id: string
  readonly version: number
  readonly type: string
  readonly schema_version: number
  readonly data: Json
  readonly at: string
  readonly recorded_at: string
  readonly by_person_id: string
  readonly by_role: string
  readonly command_id: string
  readonly command_hash: string
  readonly ruleset: string | null
  readonly previous_hash: string
  readonly hash: string
}

export function toEvent(clinicId: string, row: EventRow): RecordedEvent {
  return {
    clinicId,
    position: Number(row.position),
    streamId: row.stream_id,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    data: row.data,
    at: toInstant(row.at),
    recordedAt: toInstant(row.recorded_at),
    by: { personId: row.by_person_id, role: row.by_role },
    commandId: row.command_id,
    commandHash: row.command_hash,
    ruleset: row.ruleset,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}

/**
 * `2026-11-22T18:09:00.12` to `2026-11-22T18:09:00.120Z`. Digits beyond the millisecond, which only a hand in the
 * database can have put there, stay, so that `verify` sees them.
 */
export function toInstant(text: string): string {
  if (text.length === 23) return `${text}Z`
  const [seconds, fraction = ''] = text.split('.')
  return `${seconds}.${fraction.padEnd(3, '0')}Z`
}

/**
 * `$1` is the clinic; the other parameters are columns, in the order of `eventColumnsOf`. Inserts only if `moved` has a
 * row. The data come as one JSON array, of whose elements PostgreSQL keeps the very text.
 */
export const insertEvents = `INSERT INTO eventlog.event (clinic_id, position, stream_id, version, type, schema_version,
    at, recorded_at, by_person_id, by_role, command_id, command_hash, ruleset, previous_hash, hash, data)
  SELECT $1, new.* FROM moved, ROWS FROM (unnest($2::bigint[], $3::text[], $4::integer[], $5::text[], $6::integer[],
    $7::timestamptz[], $8::timestamptz[], $9::text[], $10::text[], $11::uuid[], $12::bytea[], $13::text[],
    $14::bytea[], $15::bytea[]), json_array_elements($16::json)) new
  RETURNING clinic_id`

/** The columns after `clinic_id`, in the order of `insertEvents`. */
export function eventColumnsOf(events: readonly RecordedEvent[], appends: readonly PreparedAppend[]): string[] {
  const dataTexts = appends.flatMap((append) => append.streams.flatMap((stream) => stream.events.map(dataTextOf)))
  return [
    plainArray(events.map((event) => event.position)),
    textArray(events.map((event) => event.streamId)),
    plainArray(events.map((event) => event.version)),
    textArray(events.map((event) => event.type)),
    plainArray(events.map((event) => event.schemaVersion)),
    plainArray(events.map((event) => event.at)),
    plainArray(events.map((event) => event.recordedAt)),
    textArray(events.map((event) => event.by.personId)),
    textArray(events.map((event) => event.by.role)),
    plainArray(events.map((event) => event.commandId)),
    byteaArray(events.map((event) => event.commandHash)),
    textArray(events.map((event) => event.ruleset)),
    byteaArray(events.map((event) => event.previousHash)),
    byteaArray(events.map((event) => event.hash)),
    `[${dataTexts.join(',')}]`,
  ]
}

function dataTextOf({ dataText }: PreparedEvent): string {
  return dataText
}

/** PostgreSQL's text form of an array of values that hold none of its signs: numbers, instants, UUIDs. */
export function plainArray(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`
}

/** Values in hex. */
export function byteaArray(values: readonly string[]): string {
  return values.length === 0 ? '{}' : `{"\\\\x${values.join('","\\\\x')}"}`
}

/** Each text in quotes; the driver's own way is for any value, and several times slower. */
export function textArray(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : `"${escaped(value)}"`)).join(',')}}`
}

function escaped(text: string): string {
  return /["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text
}
