/**
 * The part of a clinic's state that a batch of appends touches, loaded under the clinic's lock in one wait for the
 * network. The load is a statement of its own behind the lock, because a statement sees the database as it was when that
 * statement began, and one that also waited for the lock would see it too old.
 */

import type pg from 'pg'
import { beginInClinic } from './database.ts'
import { foreseenEvents, type Head } from './decide.ts'
import type { Json, RecordedEvent, View } from './events.ts'
import type { PreparedAppend } from './prepare.ts'
import { type EventRow, eventColumns, toEvent } from './rows.ts'
import { type LoadedDocuments, toLoadedDocuments, type ViewVersions } from './view-tables.ts'
import { type DocumentName, documentsConcerned, ViewFault } from './views.ts'

/** Kept up while the batch is decided: what one append changes is what the next one finds. */
export interface Loaded {
  readonly clinicId: string
  lastPosition: number
  readonly heads: Map<string, Head>
  readonly commands: Map<string, readonly RecordedEvent[]>
  readonly documents: LoadedDocuments
  readonly viewVersions: ViewVersions
}

interface LoadedRow {
  readonly view_versions: Readonly<Record<string, number>> | null
  readonly commands: readonly EventRow[] | null
  readonly heads: readonly { readonly stream_id: string; readonly version: number; readonly hash: string }[] | null
  readonly documents: readonly { readonly view_name: string; readonly key: string; readonly doc: Json }[] | null
}

/** Each look-up is a walk down one index per wanted row, whatever PostgreSQL believes of the tables' sizes. */
const load = `SELECT
  (SELECT json_object_agg(view_name, version) FROM eventlog.view_state WHERE clinic_id = $1) AS view_versions,
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
  const lock = `SELECT last_position FROM eventlog.clinic WHERE clinic_id = '${clinicId}' FOR UPDATE`
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
  const wanted = foreseeDocuments(views, appends)
  const names = [...wanted.values()]
  const values = [
    clinicId,
    [...new Set(appends.map(({ commandId }) => commandId))],
    [...new Set(appends.flatMap(({ streams }) => streams.map(({ streamId }) => streamId)))],
    names.map(({ viewName }) => viewName),
    names.map(({ key }) => key),
  ]
  const [locked, { rows }] = await Promise.all([
    client.query(lock),
    client.query<LoadedRow>({ name: 'load', text: load, values }),
  ])
  const lastPosition = lastRowOf(locked)?.last_position
  const [row] = rows
  if (lastPosition === undefined || row === undefined) return undefined
  return {
    clinicId,
    lastPosition: Number(lastPosition),
    viewVersions: new Map(Object.entries(row.view_versions ?? {})),
    commands: Map.groupBy(
      (row.commands ?? []).map((event) => toEvent(clinicId, event)),
      (event) => event.commandId,
    ),
    heads: new Map(row.heads?.map(({ stream_id, version, hash }) => [stream_id, { version, hash }])),
    documents: toLoadedDocuments(wanted.keys(), row.documents ?? []),
  }
}

/** A text of several statements is answered by a list of results, which the types of pg do not say. */
function lastRowOf(results: pg.QueryResult): { readonly last_position: string } | undefined {
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
