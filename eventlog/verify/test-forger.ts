/**
 * For tests: the hostile administrator, who can write every table and knows how every hash is made, but has not the key.
 * What is rewritten here is consistent in itself, down to the tree.
 */

import type pg from 'pg'
import { canonicalJson } from '../canonical.ts'
import type { RecordedEvent } from '../events.ts'
import { hashOf, noPreviousHash } from '../hash-chain.ts'
import { addLeaf, emptyTree, leafHash, treeToBytes } from '../proof/merkle.ts'
import { type EventRow, eventColumns, toEvent } from '../rows.ts'

export async function eventsOf(owner: pg.Client, clinicId: string): Promise<readonly RecordedEvent[]> {
  const text = `SELECT ${eventColumns} FROM eventlog.event WHERE clinic_id = $1 ORDER BY position`
  const { rows } = await owner.query<EventRow>(text, [clinicId])
  return rows.map((row) => toEvent(clinicId, row))
}

/** Puts these events in the place of all that the clinic has, with positions, versions, hashes, heads and tree anew. */
export async function rewrite(owner: pg.Client, clinicId: string, events: readonly RecordedEvent[]): Promise<void> {
  const heads = new Map<string, RecordedEvent>()
  const rewritten = events.map((event, index) => {
    const before = heads.get(event.streamId)
    const next = {
      ...event,
      clinicId,
      position: index + 1,
      version: (before?.version ?? 0) + 1,
      previousHash: before?.hash ?? noPreviousHash,
    }
    const hashed = { ...next, hash: hashOf(next, canonicalJson(next.data)) }
    heads.set(event.streamId, hashed)
    return hashed
  })
  for (const table of ['event', 'stream'])
    await owner.query(`DELETE FROM eventlog.${table} WHERE clinic_id = $1`, [clinicId])
  for (const event of rewritten) await insertEvent(owner, event)
  for (const { streamId, version, hash } of heads.values()) {
    await owner.query('INSERT INTO eventlog.stream VALUES ($1, $2, $3, $4)', [clinicId, streamId, version, bytes(hash)])
  }
  const tree = rewritten.reduce((grown, { hash }) => addLeaf(grown, leafHash(bytes(hash))), emptyTree)
  const text = 'UPDATE eventlog.clinic SET last_position = $2, tree = $3 WHERE clinic_id = $1'
  await owner.query(text, [clinicId, rewritten.length, treeToBytes(tree)])
}

const bytes = (hex: string) => Buffer.from(hex, 'hex')

async function insertEvent(owner: pg.Client, event: RecordedEvent): Promise<void> {
  await owner.query(
    `INSERT INTO eventlog.event (clinic_id, position, stream_id, version, type, schema_version, data, at, recorded_at,
       by_person_id, by_role, command_id, command_hash, ruleset, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[event.clinicId, event.position, event.streamId, event.version, event.type, event.schemaVersion],
      ...[canonicalJson(event.data), event.at, event.recordedAt, event.by.personId, event.by.role, event.commandId],
      ...[bytes(event.commandHash), event.ruleset, bytes(event.previousHash), bytes(event.hash)],
    ],
  )
}
