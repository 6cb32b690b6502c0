/** Making a checkpoint of a clinic: from its sealed tree of events and its streams' heads, in one snapshot. */

import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import { readByCursor } from '../cursor.ts'
import { beginInClinic } from '../database.ts'
import { assertClinic } from '../requests.ts'
import {
  type Checkpoint,
  checkpointFormat,
  checkpointHash,
  exportCheckpoint,
  InvalidCheckpoint,
  noPreviousCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
import { headLeaf } from './heads.ts'
import { addLeaf, emptyTree, rootOf, type Tree, treeIfReadable } from './merkle.ts'
import { isSealOf, sealKeyFrom } from './seal.ts'
import { withMissingLeaves } from './sealing.ts'
import { lastCheckpoint } from './stored-checkpoints.ts'
import { withClient } from './with-client.ts'

/** The record is not as this program wrote it, so that nothing may be signed. It is for a person to look at. */
export class CheckpointRefused extends Error {
  override readonly name = 'CheckpointRefused'
  constructor(clinicId: string, reason: string) {
    super(
      `No checkpoint of clinic ${clinicId} was made: ${reason} The record was left as it is. ` +
        'Run keel verify, and find out who wrote to the database.',
    )
  }
}

interface Clinic {
  readonly lastPosition: number
  readonly tree: Buffer
  readonly seal: Buffer | null
}

/** One snapshot sees everything the checkpoint is about. Another maker's checkpoint that came between is a conflict. */
const attemptsMax = 5

/**
 * The last checkpoint is given back when nothing was written since.
 * @param url of the server's role, or of the owner.
 * @param recordKey the installation's Ed25519 private key.
 * @param now an instant as in events.
 * @returns undefined when the clinic has no event.
 * @throws EventLogUnavailable
 * @throws CheckpointRefused
 */
export function makeCheckpoint(
  url: string,
  clinicId: string,
  recordKey: KeyObject,
  now: string,
): Promise<Checkpoint | undefined> {
  assertClinic(clinicId)
  return withClient(url, async (client) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await makeInOneTransaction(client, clinicId, recordKey, now)
      } catch (error) {
        if (error instanceof InvalidCheckpoint) throw new CheckpointRefused(clinicId, 'its last one is spoiled.')
        if (attempt === attemptsMax || !isConflict(error)) throw error
        await client.query('ROLLBACK')
      }
    }
  })
}

function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '23505' || error.code === '40001')
}

async function makeInOneTransaction(
  client: pg.ClientBase,
  clinicId: string,
  recordKey: KeyObject,
  now: string,
): Promise<Checkpoint | undefined> {
  await client.query(beginInClinic(clinicId))
  await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
  const clinic = await readClinic(client, clinicId)
  const last = await lastCheckpoint(client, clinicId)
  if (clinic.lastPosition < (last?.position ?? 0)) {
    throw new CheckpointRefused(clinicId, `its record is shorter than at its checkpoint ${last?.number}.`)
  }
  const isMoved = clinic.lastPosition > (last?.position ?? 0)
  const made = isMoved ? await signedNow(client, clinicId, clinic, last, recordKey, now) : last
  if (isMoved && made !== undefined) await store(client, made)
  await client.query('COMMIT')
  return made
}

async function readClinic(client: pg.ClientBase, clinicId: string): Promise<Clinic> {
  const { rows } = await client.query<{ last_position: string; tree: Buffer; seal: Buffer | null }>(
    'SELECT last_position, tree, seal FROM eventlog.clinic WHERE clinic_id = $1',
    [clinicId],
  )
  const { last_position, tree, seal } = rows[0] ?? { last_position: '0', tree: Buffer.alloc(0), seal: null }
  return { lastPosition: Number(last_position), tree, seal }
}

async function signedNow(
  client: pg.ClientBase,
  clinicId: string,
  clinic: Clinic,
  last: Checkpoint | undefined,
  recordKey: KeyObject,
  now: string,
): Promise<Checkpoint> {
  const events = await treeOfEvents(client, clinicId, clinic, recordKey, last !== undefined)
  const heads = await treeOfHeads(client, clinicId)
  if (heads.size === 0) throw new CheckpointRefused(clinicId, 'it has events, but no streams.')
  return signCheckpoint(
    {
      format: checkpointFormat,
      clinicId,
      number: (last?.number ?? 0) + 1,
      madeAt: now,
      position: clinic.lastPosition,
      events: rootOf(events).toString('hex'),
      streams: heads.size,
      heads: rootOf(heads).toString('hex'),
      previous: last === undefined ? noPreviousCheckpoint : checkpointHash(last),
    },
    recordKey,
  )
}

/** A tree is believed by its seal. One that was never sealed is made from the events, as after a release that knew none. */
async function treeOfEvents(
  client: pg.ClientBase,
  clinicId: string,
  { lastPosition, tree: bytes, seal }: Clinic,
  recordKey: KeyObject,
  wasSealed: boolean,
): Promise<Tree> {
  if (seal === null && wasSealed) throw new CheckpointRefused(clinicId, 'its seal was taken away.')
  const tree = seal === null ? emptyTree : treeIfSealed(clinicId, bytes, seal, recordKey)
  if (tree.size > lastPosition) throw new CheckpointRefused(clinicId, 'its record is shorter than its sealed tree.')
  if (seal !== null && tree.size < lastPosition) throw new CheckpointRefused(clinicId, 'it has events past its seal.')
  return withMissingLeaves(client, clinicId, tree, lastPosition)
}

function treeIfSealed(clinicId: string, bytes: Buffer, seal: Buffer, recordKey: KeyObject): Tree {
  const tree = treeIfReadable(bytes)
  if (tree !== undefined && isSealOf(seal, sealKeyFrom(recordKey), clinicId, tree)) return tree
  throw new CheckpointRefused(clinicId, 'its seal is not the one that the record key makes.')
}

async function treeOfHeads(client: pg.ClientBase, clinicId: string): Promise<Tree> {
  const text = `SELECT stream_id, version, encode(hash, 'hex') FROM eventlog.stream WHERE clinic_id = $1 ORDER BY stream_id`
  let tree = emptyTree
  for await (const rows of readByCursor(client, text, [clinicId])) {
    for (const [streamId, version, hash] of rows)
      tree = addLeaf(tree, headLeaf(`${streamId}`, Number(version), `${hash}`))
  }
  return tree
}

async function store(client: pg.ClientBase, checkpoint: Checkpoint): Promise<void> {
  const { clinicId, number, position } = checkpoint
  const text = 'INSERT INTO eventlog.checkpoint (clinic_id, number, position, body) VALUES ($1, $2, $3, $4)'
  await client.query(text, [clinicId, number, position, exportCheckpoint(checkpoint)])
}
