/** Events as rows of `eventlog.event`, both ways. */

import type { Json, RecordedEvent } from './events.ts'
import type { PreparedAppend } from './prepare.ts'

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
function toInstant(text: string): string {
  const [seconds, fraction = ''] = text.split('.')
  return `${seconds}.${fraction.padEnd(3, '0')}Z`
}

/** `$1` is the clinic; the other columns are arrays, in the order of `eventArrays`. Inserts only if `moved` has a row. */
export const insertEvents = `INSERT INTO eventlog.event (clinic_id, position, stream_id, version, type, schema_version,
    data, at, recorded_at, by_person_id, by_role, command_id, command_hash, ruleset, previous_hash, hash)
  SELECT $1, new.* FROM moved, unnest($2::bigint[], $3::text[], $4::integer[], $5::text[], $6::integer[], $7::json[],
    $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[], $12::uuid[], $13::bytea[], $14::text[],
    $15::bytea[], $16::bytea[]) new`

/** The columns after `clinic_id`, each as an array, in the order of `insertEvents`. */
export function eventArrays(events: readonly RecordedEvent[], appends: readonly PreparedAppend[]): unknown[] {
  return [
    events.map((event) => event.position),
    events.map((event) => event.streamId),
    events.map((event) => event.version),
    events.map((event) => event.type),
    events.map((event) => event.schemaVersion),
    appends.flatMap((append) => append.streams.flatMap((stream) => stream.events.map((event) => event.dataText))),
    events.map((event) => event.at),
    events.map((event) => event.recordedAt),
    events.map((event) => event.by.personId),
    events.map((event) => event.by.role),
    events.map((event) => event.commandId),
    events.map((event) => toBytea(event.commandHash)),
    events.map((event) => event.ruleset),
    events.map((event) => toBytea(event.previousHash)),
    events.map((event) => toBytea(event.hash)),
  ]
}

export function toBytea(hex: string): string {
  return `\\x${hex}`
}
