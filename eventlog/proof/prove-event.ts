/**
 * A proof that one event stands in a record as a checkpoint signed it: the event itself, and of all other events nothing
 * but a few hashes. It can be checked by anybody who has the public key, without the database.
 */

import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { canonicalJson } from '../canonical.ts'
import { readByCursor } from '../cursor.ts'
import { beginInClinic } from '../database.ts'
import type { Json, RecordedEvent } from '../events.ts'
import { hashOf } from '../hash-chain.ts'
import { assertClinic } from '../requests.ts'
import { type EventRow, eventColumns, toEvent } from '../rows.ts'
import { type Checkpoint, InvalidCheckpoint, parseJson, toCheckpoint, verifyCheckpointSignature } from './checkpoint.ts'
import { addLeaf, auditRanges, emptyTree, type LeafRange, leafHash, rootFromPath, rootOf, type Tree } from './merkle.ts'
import { lastCheckpoint } from './stored-checkpoints.ts'
import { withClient } from './with-client.ts'

const proofFormat = 'keel-proof-1'
const hashHex = /^[0-9a-f]{64}$/

export interface EventProof {
  readonly format: typeof proofFormat
  readonly event: RecordedEvent
  /** The audit path of RFC 6962 in the tree of the checkpoint's events, the lowest first, 64 hex digits each. */
  readonly path: readonly string[]
  readonly checkpoint: Checkpoint
}

/** A proof cannot be made, or a text is none. */
export class NoProof extends Error {
  override readonly name = 'NoProof'
}

export interface EventPlace {
  readonly clinicId: string
  readonly streamId: string
  readonly version: number
}

/**
 * Upon the clinic's newest checkpoint. Reads the hashes of all its events: a second for some hundred thousand.
 * @throws NoProof when there is no such event, or no checkpoint that covers it.
 * @throws EventLogUnavailable
 */
export function proveEvent(url: string, place: EventPlace): Promise<EventProof> {
  assertClinic(place.clinicId)
  return withClient(url, async (client) => {
    await client.query(beginInClinic(place.clinicId))
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const event = await readEvent(client, place)
    const checkpoint = await lastCheckpoint(client, place.clinicId)
    if (checkpoint === undefined || checkpoint.position < event.position) {
      throw new NoProof('No checkpoint covers this event yet. Make one with keel checkpoint, then ask again.')
    }
    const path = await auditPath(client, event, checkpoint.position)
    await client.query('COMMIT')
    return { format: proofFormat, event, path: path.map((hash) => hash.toString('hex')), checkpoint }
  })
}

async function readEvent(client: pg.ClientBase, { clinicId, streamId, version }: EventPlace): Promise<RecordedEvent> {
  const text = `SELECT ${eventColumns} FROM eventlog.event WHERE clinic_id = $1 AND stream_id = $2 AND version = $3`
  const { rows } = await client.query<EventRow>(text, [clinicId, streamId, version])
  if (rows[0] === undefined) throw new NoProof('There is no such event: look at the stream and the version again.')
  return toEvent(clinicId, rows[0])
}

/** One pass over the hashes: each part of the tree beside the event's way to the root is hashed as it goes by. */
async function auditPath(client: pg.ClientBase, event: RecordedEvent, size: number): Promise<readonly Buffer[]> {
  const ranges = auditRanges(event.position - 1, size)
  const trees = new Map<LeafRange, Tree>()
  const inOrder = ranges.toSorted((one, other) => one.start - other.start)[Symbol.iterator]()
  let range = inOrder.next().value
  let index = 0
  const text = `SELECT encode(hash, 'hex') FROM eventlog.event WHERE clinic_id = $1 AND position <= $2 ORDER BY position`
  for await (const rows of readByCursor(client, text, [event.clinicId, size])) {
    for (const [hash] of rows) {
      if (range !== undefined && index >= range.end) range = inOrder.next().value
      if (range !== undefined && index >= range.start) {
        trees.set(range, addLeaf(trees.get(range) ?? emptyTree, leafHash(Buffer.from(`${hash}`, 'hex'))))
      }
      index += 1
    }
  }
  return ranges.map((each) => rootOf(trees.get(each) ?? emptyTree))
}

export function exportProof(proof: EventProof): string {
  return canonicalJson(proof as unknown as Json)
}

const isText = (value: unknown) => typeof value === 'string'
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1
const isHash = (value: unknown) => isText(value) && hashHex.test(value as string)

/** No field more: one that the hash does not cover would look as if it were proven. */
const eventFields: Readonly<Record<keyof RecordedEvent, (value: unknown) => boolean>> = {
  clinicId: isText,
  position: isCount,
  streamId: isText,
  version: isCount,
  type: isText,
  schemaVersion: isCount,
  data: () => true,
  at: isText,
  recordedAt: isText,
  by: (value) => hasFields(value, { personId: isText, role: isText }),
  commandId: isText,
  commandHash: isHash,
  ruleset: (value) => value === null || isText(value),
  previousHash: isHash,
  hash: isHash,
}

function hasFields(value: unknown, fields: Readonly<Record<string, (value: unknown) => boolean>>): boolean {
  if (typeof value !== 'object' || value === null) return false
  const found = new Map<string, unknown>(Object.entries(value))
  return (
    found.size === Object.keys(fields).length &&
    Object.entries(fields).every(([name, isRight]) => found.has(name) && isRight(found.get(name)))
  )
}

/** Looks at its form only. @throws NoProof @throws InvalidCheckpoint */
export function parseProof(text: string): EventProof {
  const value = parseJson(text) as unknown as Partial<EventProof> | null
  if (value?.format !== proofFormat) throw new NoProof(`This is not a proof: its format is not "${proofFormat}".`)
  const { event, path, checkpoint } = value
  if (event === undefined || !hasFields(event, eventFields) || !Array.isArray(path) || !path.every(isHash)) {
    throw new NoProof('This is not a proof: its event or its path is not that of one.')
  }
  return { format: proofFormat, event, path, checkpoint: toCheckpoint(checkpoint) }
}

/**
 * What is wrong with a proof, in sentences; empty when the event stood in the record as it stands here.
 * @throws InvalidCheckpoint when its checkpoint was signed by another key than the one given, so that it proves nothing.
 */
export function checkProof({ event, path, checkpoint }: EventProof, publicKey: KeyObject): readonly string[] {
  const signature = verifyCheckpointSignature(checkpoint, publicKey)
  if (signature === 'another-key')
    throw new InvalidCheckpoint('The checkpoint was signed by another key than this one.')
  const leaf = leafHash(Buffer.from(event.hash, 'hex'))
  const siblings = path.map((hash) => Buffer.from(hash, 'hex'))
  const root = rootFromPath(leaf, event.position - 1, checkpoint.position, siblings)?.toString('hex')
  const faults: readonly [boolean, string][] = [
    [signature !== 'signed', 'The signature of the checkpoint is not right: the checkpoint was changed.'],
    [event.clinicId !== checkpoint.clinicId, 'The event and the checkpoint are of different clinics.'],
    [hashOf(event, canonicalJson(event.data)) !== event.hash, 'The event is not what was written: its hash differs.'],
    [root !== checkpoint.events, 'The event is not in the record of the checkpoint, or not at this position.'],
  ]
  return faults.filter(([isFault]) => isFault).map(([, words]) => words)
}
