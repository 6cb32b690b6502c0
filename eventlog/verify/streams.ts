/** Checks one clinic stream by stream: each event's hash, its link to the one before, its version, and the stream's head. */

import type pg from 'pg'
import { readByCursor } from '../cursor.ts'
import { type HashedFields, hashOf, noPreviousHash } from '../hash-chain.ts'
import { toInstant } from '../rows.ts'
import { type Head, readHeads } from './heads.ts'
import type { HeadsAt } from './heads-at.ts'
import type { Findings, Problem, ProblemKind } from './report.ts'

/**
 * In the order of the primary key, so that nothing has to be sorted. Columns that never hold a bar come as one text, since
 * taking many columns apart costs more than hashing them; NULL in any of them, which the table forbids, makes it NULL.
 */
const eventsInStreams = `SELECT stream_id, data, type, by_person_id, by_role, ruleset,
    version || '|' || position || '|' || schema_version || '|' || command_id || '|' || encode(command_hash, 'hex') || '|'
    || encode(previous_hash, 'hex') || '|' || encode(hash, 'hex') || '|' || to_json(at AT TIME ZONE 'UTC')::text || '|'
    || to_json(recorded_at AT TIME ZONE 'UTC')::text
  FROM eventlog.event WHERE clinic_id = $1 ORDER BY stream_id, version`

type EventRow = readonly [
  streamId: string,
  data: string | null,
  type: string,
  byPersonId: string,
  byRole: string,
  ruleset: string | null,
  others: string | null,
]

/** The columns that come as one text. */
type Others = readonly [string, string, string, string, string, string, string, string, string]

type VerifiedEvent = HashedFields & { readonly hash: string }

/** What the events of a stream so far lead to. */
interface Expected {
  readonly streamId: string
  version: number
  position: number
  hash: string
  readonly head: Head | undefined
}

/** @param headsAt take in where each stream ended at the positions that matter. */
export async function checkStreams(
  client: pg.ClientBase,
  clinicId: string,
  headsAt: readonly HeadsAt[],
  findings: Findings,
): Promise<void> {
  const heads = readHeads(client, clinicId, (head) => checkHead(clinicId, startOf(head.streamId, head), findings))
  let expected: Expected | undefined
  for await (const rows of readByCursor(client, eventsInStreams, [clinicId])) {
    for (const row of rows as readonly unknown[] as readonly EventRow[]) {
      if (expected?.streamId !== row[0]) {
        if (expected !== undefined) endStream(clinicId, expected, headsAt, findings)
        expected = startOf(row[0], await heads.of(row[0]))
      }
      const [, data] = row
      const event = eventOf(clinicId, row)
      if (event === undefined || data === null) reportEmpty(clinicId, expected, findings)
      else checkEvent(event, data, expected, findings)
      for (const each of headsAt) each.event(expected)
    }
    findings.eventsChecked(rows.length)
  }
  if (expected !== undefined) endStream(clinicId, expected, headsAt, findings)
  await heads.end()
}

function startOf(streamId: string, head: Head | undefined): Expected {
  return { streamId, version: 0, position: 0, hash: noPreviousHash, head }
}

function endStream(clinicId: string, expected: Expected, headsAt: readonly HeadsAt[], findings: Findings): void {
  checkHead(clinicId, expected, findings)
  for (const heads of headsAt) heads.endOfStream(expected.streamId)
}

function eventOf(
  clinicId: string,
  [streamId, , type, personId, role, ruleset, rest]: EventRow,
): VerifiedEvent | undefined {
  if (rest === null) return undefined
  const others = rest.split('|') as readonly string[] as Others
  const [version, position, schemaVersion, commandId, commandHash, previousHash, hash, at, recordedAt] = others
  return {
    clinicId,
    streamId,
    version: Number(version),
    position: Number(position),
    type,
    schemaVersion: Number(schemaVersion),
    at: instantOf(at),
    recordedAt: instantOf(recordedAt),
    by: { personId, role },
    commandId,
    commandHash,
    ruleset,
    previousHash,
    hash,
  }
}

/** From a JSON string, of characters that need no escape. */
function instantOf(json: string): string {
  return toInstant(json.slice(1, -1))
}

function reportEmpty(clinicId: string, { streamId, version }: Expected, findings: Findings): void {
  const message = `What comes after version ${version} of the stream is not what was written: a column of it is empty.`
  findings.add({ kind: 'changed', clinicId, streamId, message })
}

function checkEvent(event: VerifiedEvent, data: string, expected: Expected, findings: Findings): void {
  const { clinicId, streamId, version, position } = event
  const add = (kind: ProblemKind, message: string) =>
    findings.add({ kind, clinicId, streamId, version, position, message })
  if (version === expected.version) add('duplicated', 'This version of the stream is there more than once.')
  else if (version !== expected.version + 1) {
    add('missing', `Versions ${expected.version + 1} to ${version - 1} of the stream are missing before this event.`)
  } else if (event.previousHash !== expected.hash) {
    add('reordered', 'The event does not follow the one that stands before it in its stream.')
  }
  if (position <= expected.position) add('reordered', 'The event has an earlier position than the one before it.')
  if (hashOf(event, data) !== event.hash) add('changed', 'The event is not what was written: its hash differs.')
  expected.version = version
  expected.position = position
  expected.hash = event.hash
}

function checkHead(clinicId: string, { streamId, version, hash, head }: Expected, findings: Findings): void {
  findings.streamChecked()
  const add = (kind: ProblemKind, message: string, more: Partial<Problem> = {}) =>
    findings.add({ kind, clinicId, streamId, message, ...more })
  if (head === undefined) {
    add('foreign', 'The stream has events, but the record of streams does not know it.')
  } else if (version < head.version) {
    const message = `The stream ends at version ${version}, but was written up to ${head.version}.`
    add('truncated', message, { version: version + 1 })
  } else if (version > head.version) {
    const message = `The stream was written up to version ${head.version}, but has events up to ${version}.`
    add('foreign', message, { version })
  } else if (hash !== head.hash) {
    add('changed', 'The last event of the stream is not the one that was written: its hash differs.', { version })
  }
}
