/**
 * The part of a clinic's state that a batch of appends touches, loaded under the clinic's lock in one wait for the
 * network. The load is a statement of its own behind the lock, because a statement sees the database as it was when that
 * statement began, and one that also waited for the lock would see it too old.
 */

import type pg from 'pg'
import { beginInClinic } from './database.ts'
import { foreseenEvents } from './decide.ts'
import type { Known } from './decide-batch.ts'
import type { Json, RecordedEvent, View } from './events.ts'
import type { PreparedAppend } from './prepare.ts'
import { treeFromBytes } from './proof/merkle.ts'
import type { FoundSeal } from './proof/sealing.ts'
import { type EventRow, eventColumns, toEvent } from './rows.ts'
import type { ViewPositions } from './view-positions.ts'
import { toLoadedDocuments } from './view-tables.ts'
import { type DocumentName, documentsConcerned, ViewFault } from './views.ts'

export interface Loaded {
  readonly known: Known
  readonly seal: FoundSeal
  /** Of the batch's commands, those that were written before. */
  readonly commands: Map<string, readonly RecordedEvent[]>
  readonly viewPositions: ViewPositions
}

interface LoadedRow {
  readonly view_positions: Readonly<Record<string, number | null>> | null
  readonly commands: readonly EventRow[] | null
  readonly heads: readonly { readonly stream_id: string; readonly version: number; readonly hash: string }[] | null
  readonly documents: readonly { readonly view_name: string; readonly key: string; readonly doc: Json }[] | null
}

/** Each look-up is a walk down one index per wanted row, whatever PostgreSQL believes of the tables' sizes. */
const load = `SELECT
  (SELECT json_object_agg(view_name, position) FROM eventlog.view_state WHERE clinic_id = $1) AS view_positions,
  (SELECT json_agg(found ORDER BY found.position) FROM unnest($2::uuid[]) AS wanted (command_id) CROSS JOIN LATERAL
    (SELECT ${eventColumns} FROM eventlog.event
      WHERE clinic_id = $1 AND event.command_id = wanted.command_id OFFSET 0) found) AS commands,
  (SELECT json_agg(found) FROM unnest($3::text[]) AS wanted (stream_id) CROSS JOIN LATERAL
    (SELECT stream_id, version, encode(hash, 'hex') AS hash FROM eventlog.stream
      WHERE clinic_id = $1 AND stream.stream_id = wanted.stream_id OFFSET 0) found) AS heads,
  (SELECT json_agg(found) FROM unnest($4::text[], $5::text[]) AS wanted (view_name, key) CROSS JOIN LATERAL
    (SELECT view_name, key, doc FROM eventlog.view_document d
      WHERE clinic_id = $1 AND d.view_name = wanted.view_name AND d.key = wanted.key OFFSET 0) found) AS documents`

/** Begins the transaction, and makes the clinic's row if this is its first event. */
export async function lockAndLoad(
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
): Promise<Loaded> {
  const lock = `SELECT last_position, revision, tree, seal,
      EXISTS (SELECT FROM eventlog.checkpoint WHERE clinic_id = '${clinicId}') AS has_checkpoint
    FROM eventlog.clinic WHERE clinic_id = '${clinicId}' FOR UPDATE`
  const found = await loadBehind(`${beginInClinic(clinicId)}; ${lock}`, client, views, clinicId, appends)
  if (found !== undefined) return found
  const create = `INSERT INTO eventlog.clinic (clinic_id, last_position) VALUES ('${clinicId}', 0) ON CONFLICT DO NOTHING`
  const created = await loadBehind(`${create}; ${lock}`, client, views, clinicId, appends)
  if (created === undefined) throw new Error('The clinic could not be made ready for its first event.')
  return created
}

/** Undefined when there is no such clinic yet. */
async function loadBehind(
  lock: string,
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
): Promise<Loaded | undefined> {
  const documents = foreseeDocuments(views, appends)
  const commandIds = [...new Set(appends.map(({ commandId }) => commandId))]
  const wanted = { commandIds, streamIds: streamsOf(appends), documents }
  const [locked, row] = await Promise.all([client.query(lock), loadRow(client, clinicId, wanted)])
  const clinic = lastRowOf(locked)
  if (clinic === undefined) return undefined
  const lastPosition = Number(clinic.last_position)
  const { revision, seal, has_checkpoint: hasCheckpoint } = clinic
  const tree = treeFromBytes(clinic.tree)
  const loaded = { heads: toHeads(row), documents: toDocuments(documents, row) }
  return {
    known: { clinicId, lastPosition, revision, tree, brokenSeal: undefined, ...loaded },
    seal: { tree, seal, lastPosition, hasCheckpoint },
    viewPositions: new Map(Object.entries(row.view_positions ?? {})),
    commands: Map.groupBy(
      (row.commands ?? []).map((event) => toEvent(clinicId, event)),
      (event) => event.commandId,
    ),
  }
}

/**
 * Adds to what is known what the appends touch beyond it, without a lock: what was loaded holds only if the clinic has not
 * moved when the batch is stored.
 */
export async function loadMissing(
  client: pg.ClientBase,
  views: readonly View[],
  known: Known,
  appends: readonly PreparedAppend[],
): Promise<void> {
  const documents = foreseeDocuments(views, appends)
  for (const id of documents.keys()) if (known.documents.has(id)) documents.delete(id)
  const streamIds = streamsOf(appends).filter((streamId) => !known.heads.has(streamId))
  if (documents.size === 0 && streamIds.length === 0) return
  const [, row] = await Promise.all([
    client.query(beginInClinic(known.clinicId)),
    loadRow(client, known.clinicId, { commandIds: [], streamIds, documents }),
    client.query('COMMIT'),
  ])
  for (const [streamId, head] of toHeads(row)) known.heads.set(streamId, head)
  for (const [id, doc] of toDocuments(documents, row)) known.documents.set(id, doc)
}

interface Wanted {
  readonly commandIds: readonly string[]
  readonly streamIds: readonly string[]
  readonly documents: ReadonlyMap<string, DocumentName>
}

async function loadRow(client: pg.ClientBase, clinicId: string, wanted: Wanted): Promise<LoadedRow> {
  const names = [...wanted.documents.values()]
  const documentNames = [names.map(({ viewName }) => viewName), names.map(({ key }) => key)]
  const values = [clinicId, wanted.commandIds, wanted.streamIds, ...documentNames]
  const { rows } = await client.query<LoadedRow>({ name: 'load', text: load, values })
  const [row] = rows
  if (row === undefined) throw new Error('PostgreSQL gave no answer to a look-up.')
  return row
}

function streamsOf(appends: readonly PreparedAppend[]): readonly string[] {
  return [...new Set(appends.flatMap(({ streams }) => streams.map(({ streamId }) => streamId)))]
}

function toHeads({ heads }: LoadedRow): Known['heads'] {
  return new Map(heads?.map(({ stream_id, version, hash }) => [stream_id, { version, hash }]))
}

function toDocuments(wanted: ReadonlyMap<string, DocumentName>, { documents }: LoadedRow): Known['documents'] {
  return toLoadedDocuments(wanted.keys(), documents ?? [])
}

interface ClinicRow {
  readonly last_position: string
  readonly revision: string | null
  readonly tree: Buffer
  readonly seal: Buffer | null
  readonly has_checkpoint: boolean
}

/** A text of several statements is answered by a list of results, which the types of pg do not say. */
function lastRowOf(results: pg.QueryResult): ClinicRow | undefined {
  return (results as unknown as readonly pg.QueryResult[]).at(-1)?.rows[0]
}

/** The documents that the appends are likely to concern. What a view gets wrong here is found when the append is decided. */
function foreseeDocuments(views: readonly View[], appends: readonly PreparedAppend[]): Map<string, DocumentName> {
  const foreseen = new Map<string, DocumentName>()
  for (const append of appends) {
    try {
      for (const [id, name] of documentsConcerned(views, foreseenEvents(append))) foreseen.set(id, name)
    } catch (error) {
      if (!(error instanceof ViewFault)) throw error
    }
  }
  return foreseen
}
