/** What a batch has decided, stored and committed in one wait for the network. */

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Gathered, Known } from './decide-batch.ts'
import type { RecordedEvent } from './events.ts'
import { addLeaf, leafHash, treeToBytes } from './proof/merkle.ts'
import { sealOf } from './proof/seal.ts'
import { byteaArray, eventColumnsOf, insertEvents, plainArray, textArray } from './rows.ts'
import { documentArrays, insertDocuments, removeDocuments } from './view-tables.ts'

/** The change of a clinic's revision that goes with a batch. */
export interface Step {
  readonly clinicId: string
  /** Upon which the batch was decided. */
  readonly from: string | null
  readonly to: string
  /** The clinic's last position with the batch. */
  readonly lastPosition: number
  readonly tree: Buffer
  readonly seal: Buffer | undefined
}

/** From what is known to a new revision, with the events in the tree, which is what is known from then on. */
export function nextStep(known: Known, events: readonly RecordedEvent[], sealKey: Buffer | undefined): Step {
  const { clinicId, revision: from, lastPosition, brokenSeal } = known
  const to = randomUUID()
  const tree = events.reduce((grown, { hash }) => addLeaf(grown, leafHash(Buffer.from(hash, 'hex'))), known.tree)
  const ownSeal = sealKey && sealOf(sealKey, clinicId, tree)
  known.revision = to
  known.tree = tree
  return { clinicId, from, to, lastPosition, tree: treeToBytes(tree), seal: brokenSeal ?? ownSeal }
}

/**
 * Everything hangs on `moved`: it locks the clinic's row and is empty unless the clinic has the revision upon which the
 * batch was decided and no command of the batch is in the record; then nothing is stored. The parts touch different
 * tables, so that none needs to see what another wrote.
 */
const store = `WITH moved AS (
    UPDATE eventlog.clinic SET last_position = $26, revision = $28, tree = $29, seal = $30
    WHERE clinic_id = $1 AND revision IS NOT DISTINCT FROM $27::uuid
      AND NOT EXISTS (SELECT FROM unnest($11::uuid[]) AS new (command_id) CROSS JOIN LATERAL
        (SELECT FROM eventlog.event WHERE clinic_id = $1 AND event.command_id = new.command_id OFFSET 0) known)
    RETURNING clinic_id
  ),
  events AS (${insertEvents}),
  heads AS (
    INSERT INTO eventlog.stream (clinic_id, stream_id, version, hash)
    SELECT $1, head.* FROM moved, unnest($17::text[], $18::integer[], $19::bytea[]) head
    ON CONFLICT (clinic_id, stream_id) DO UPDATE SET version = excluded.version, hash = excluded.hash
  ),
  documents AS (${insertDocuments(20, 'moved')}),
  gone AS (${removeDocuments(24, 'moved')})
  SELECT FROM moved`

/**
 * To be sent behind the beginning of a transaction. If the first statement fails, the commit behind it does nothing.
 * @returns whether the batch was stored; if not, the clinic has moved and nothing was written.
 */
export async function storeAndCommit(
  client: pg.ClientBase,
  { clinicId, from, to, lastPosition, tree, seal }: Step,
  gathered: Gathered,
): Promise<boolean> {
  const heads = [...gathered.heads]
  const values = [
    clinicId,
    ...eventColumnsOf(gathered.events, gathered.appends),
    textArray(heads.map(([streamId]) => streamId)),
    plainArray(heads.map(([, { version }]) => version)),
    byteaArray(heads.map(([, { hash }]) => hash)),
    ...documentArrays(gathered.documents.values()),
    lastPosition,
    from,
    to,
    tree,
    seal ?? null,
  ]
  const [stored] = await Promise.all([client.query({ name: 'store', text: store, values }), client.query('COMMIT')])
  return stored.rowCount === 1
}
