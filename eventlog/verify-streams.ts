/** Checks one clinic stream by stream: each event's hash, its link to the one before, its version, and the stream's head. */

import type pg from 'pg'
import { readByCursor } from './cursor.ts'
import { hashOf, noPreviousHash } from './hash-chain.ts'
import { type EventRow, eventColumns, toEvent } from './rows.ts'
import type { Findings, Problem, ProblemKind } from './verify-report.ts'

/** An event's row, with its data as the text that was stored, beside the head of its stream. */
interface StreamRow extends EventRow {
  readonly data_text: string
  readonly head_version: number | null
  readonly head_hash: string | null
}

interface HeadRow {
  readonly stream_id: string
  readonly version: number
}

/** In the order of the primary key, so that nothing has to be sorted; positions only where a version is there twice. */
const eventsWithHeads = `SELECT e.*, head.version AS head_version, encode(head.hash, 'hex') AS head_hash
  FROM (SELECT ${eventColumns}, data::text AS data_text FROM eventlog.event WHERE clinic_id = $1) e
  LEFT JOIN eventlog.stream head ON head.clinic_id = $1 AND head.stream_id = e.stream_id
  ORDER BY e.stream_id, e.version, e.position`

const headsWithoutEvents = `SELECT stream_id, version FROM eventlog.stream s WHERE clinic_id = $1 AND NOT EXISTS
  (SELECT FROM eventlog.event e WHERE e.clinic_id = $1 AND e.stream_id = s.stream_id) ORDER BY stream_id`

/** What the events of a stream so far lead to. */
interface Expected {
  readonly streamId: string
  version: number
  position: number
  hash: string
  readonly head: { readonly version: number; readonly hash: string } | undefined
}

export async function checkStreams(client: pg.ClientBase, clinicId: string, findings: Findings): Promise<void> {
  let expected: Expected | undefined
  for await (const row of readByCursor<StreamRow>(client, eventsWithHeads, [clinicId])) {
    if (expected?.streamId !== row.stream_id) {
      if (expected !== undefined) checkHead(clinicId, expected, findings)
      expected = startOf(row)
    }
    checkEvent(clinicId, row, expected, findings)
  }
  if (expected !== undefined) checkHead(clinicId, expected, findings)
  for await (const head of readByCursor<HeadRow>(client, headsWithoutEvents, [clinicId])) {
    const none = { streamId: head.stream_id, version: 0, position: 0, hash: noPreviousHash }
    checkHead(clinicId, { ...none, head: { version: head.version, hash: '' } }, findings)
  }
}

function startOf({ stream_id: streamId, head_version, head_hash }: StreamRow): Expected {
  const head = head_version === null ? undefined : { version: head_version, hash: head_hash ?? '' }
  return { streamId, version: 0, position: 0, hash: noPreviousHash, head }
}

function checkEvent(clinicId: string, row: StreamRow, expected: Expected, findings: Findings): void {
  const event = toEvent(clinicId, row)
  const { streamId, version, position } = event
  const add = (kind: ProblemKind, message: string) =>
    findings.add({ kind, clinicId, streamId, version, position, message })
  if (version === expected.version) add('duplicated', 'This version of the stream is there more than once.')
  else if (version !== expected.version + 1) {
    add('missing', `Versions ${expected.version + 1} to ${version - 1} of the stream are missing before this event.`)
  } else if (event.previousHash !== expected.hash) {
    add('reordered', 'The event does not follow the one that stands before it in its stream.')
  }
  if (position <= expected.position) add('reordered', 'The event has an earlier position than the one before it.')
  if (hashOf(event, row.data_text) !== event.hash)
    add('changed', 'The event is not what was written: its hash differs.')
  findings.eventChecked()
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
    add('foreign', `The stream was written up to version ${head.version}, but has events up to ${version}.`, {
      version,
    })
  } else if (hash !== head.hash) {
    add('changed', 'The last event of the stream is not the one that was written: its hash differs.', { version })
  }
}
