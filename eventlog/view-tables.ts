/**
 * Documents and the state of views in PostgreSQL. All of it runs inside a transaction that holds the clinic's lock, so
 * that the documents of a clinic always stand at the clinic's last position.
 */

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type LoadedDocuments, readerOf } from './decide-batch.ts'
import { EventLogUnavailable } from './errors.ts'
import type { Json, RecordedEvent, View } from './events.ts'
import { type EventRow, eventColumns, textArray, toEvent } from './rows.ts'
import { type DocumentName, documentId, documentsConcerned, evolveDocuments, type StoredDocument } from './views.ts'

/** Versions by view name, as stored for one clinic. */
export type ViewVersions = ReadonlyMap<string, number>

interface DocumentRow {
  readonly view_name: string
  readonly key: string
  readonly doc: Json
}

const rebuildSize = 1_000

export async function loadViewVersions(client: pg.ClientBase, clinicId: string): Promise<ViewVersions> {
  const { rows } = await client.query<{ view_name: string; version: number }>({
    name: 'view-versions',
    text: 'SELECT view_name, version FROM eventlog.view_state WHERE clinic_id = $1',
    values: [clinicId],
  })
  return new Map(rows.map((row) => [row.view_name, row.version]))
}

/** One that was wanted and does not exist is in the map as `undefined`. */
export function toLoadedDocuments(wantedIds: Iterable<string>, rows: readonly DocumentRow[]): LoadedDocuments {
  const loaded: LoadedDocuments = new Map()
  for (const id of wantedIds) loaded.set(id, undefined)
  for (const row of rows) loaded.set(documentId(row.view_name, row.key), row.doc)
  return loaded
}

export async function loadDocuments(
  client: pg.ClientBase,
  clinicId: string,
  wanted: ReadonlyMap<string, DocumentName>,
): Promise<LoadedDocuments> {
  const names = [...wanted.values()]
  const { rows } = await client.query<DocumentRow>({
    name: 'documents',
    text: `SELECT found.* FROM unnest($2::text[], $3::text[]) AS wanted (view_name, key) CROSS JOIN LATERAL
      (SELECT view_name, key, doc FROM eventlog.view_document d
        WHERE clinic_id = $1 AND d.view_name = wanted.view_name AND d.key = wanted.key OFFSET 0) found`,
    values: [clinicId, names.map(({ viewName }) => viewName), names.map(({ key }) => key)],
  })
  return toLoadedDocuments(wanted.keys(), rows)
}

/** `$1` is the clinic; from `$first` on come the first four of `documentArrays`. Stores only if `gate` has a row. */
export function insertDocuments(first: number, gate: string): string {
  return `INSERT INTO eventlog.view_document (clinic_id, view_name, key, grouping, doc)
    SELECT $1, kept.* FROM ${gate}, ROWS FROM (unnest($${first}::text[], $${first + 1}::text[], $${first + 2}::text[]),
      jsonb_array_elements($${first + 3}::jsonb)) kept
    ON CONFLICT (clinic_id, view_name, key) DO UPDATE SET grouping = excluded.grouping, doc = excluded.doc`
}

/** `$1` is the clinic; from `$first` on come the last two of `documentArrays`. Removes only if `gate` has a row. */
export function removeDocuments(first: number, gate: string): string {
  return `DELETE FROM eventlog.view_document d
    USING ${gate}, unnest($${first}::text[], $${first + 1}::text[]) AS gone (view_name, key)
    WHERE d.clinic_id = $1 AND d.view_name = gone.view_name AND d.key = gone.key`
}

/** View, key, group and content of the documents to store; view and key of those that go. */
export function documentArrays(changed: Iterable<StoredDocument>): string[] {
  const { kept = [], gone = [] } = Object.groupBy(changed, ({ doc }) => (doc === undefined ? 'gone' : 'kept'))
  return [
    textArray(kept.map(({ viewName }) => viewName)),
    textArray(kept.map(({ key }) => key)),
    textArray(kept.map(({ group }) => group)),
    JSON.stringify(kept.map(({ doc }) => doc)),
    textArray(gone.map(({ viewName }) => viewName)),
    textArray(gone.map(({ key }) => key)),
  ]
}

/**
 * Makes the stored views those of this program. A view that this program does not know is marked as out of date, because
 * from now on it misses events; a program that knows it rebuilds it.
 * @returns the clinic's new revision, if anything was written.
 * @throws EventLogUnavailable when a view was made by newer code, unless that is to be undone.
 */
export async function bringViewsUpToDate(
  client: pg.ClientBase,
  clinicId: string,
  views: readonly View[],
  stored: ViewVersions,
  undoNewer: boolean,
): Promise<string | undefined> {
  const stale = views.filter((view) => stored.get(view.name) !== view.version)
  const unknown = [...stored.keys()].filter((name) => !views.some((view) => view.name === name))
  const newer = stale.find((view) => (stored.get(view.name) ?? 0) > view.version)
  if (newer !== undefined && !undoNewer) {
    const reason = `The view ${newer.name} was made by a newer release of this program; start that release.`
    throw new EventLogUnavailable('nothing-written', reason)
  }
  if (stale.length + unknown.length === 0) return undefined
  await client.query('DELETE FROM eventlog.view_state WHERE clinic_id = $1 AND view_name = ANY ($2::text[])', [
    clinicId,
    [...unknown, ...stale.map(({ name }) => name)],
  ])
  if (stale.length > 0) await rebuild(client, clinicId, stale)
  // Whoever has decided upon the views as they were, in this process or in another, is to decide anew.
  const revision = randomUUID()
  await client.query('UPDATE eventlog.clinic SET revision = $2 WHERE clinic_id = $1', [clinicId, revision])
  return revision
}

/** In pieces, so that a long record needs no more memory than a short one. */
async function rebuild(client: pg.ClientBase, clinicId: string, views: readonly View[]): Promise<void> {
  const names = views.map(({ name }) => name)
  await client.query('DELETE FROM eventlog.view_document WHERE clinic_id = $1 AND view_name = ANY ($2::text[])', [
    clinicId,
    names,
  ])
  let position = 0
  for (;;) {
    const events = await readEvents(client, clinicId, position, rebuildSize)
    const last = events.at(-1)
    if (last === undefined) break
    position = last.position
    const loaded = await loadDocuments(client, clinicId, documentsConcerned(views, events))
    const changed = evolveDocuments(views, events, readerOf(loaded))
    const values = [clinicId, ...documentArrays(changed.values())]
    const store = `WITH always AS (SELECT), kept AS (${insertDocuments(2, 'always')}) ${removeDocuments(6, 'always')}`
    await client.query(store, values)
  }
  await client.query(
    `INSERT INTO eventlog.view_state (clinic_id, view_name, version)
     SELECT $1, * FROM unnest($2::text[], $3::integer[])`,
    [clinicId, names, views.map(({ version }) => version)],
  )
}

export async function readEvents(
  client: pg.ClientBase,
  clinicId: string,
  afterPosition: number,
  limit: number,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await client.query<EventRow>({
    name: 'read-all',
    text: `SELECT ${eventColumns} FROM eventlog.event WHERE clinic_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    values: [clinicId, afterPosition, limit],
  })
  return rows.map((row) => toEvent(clinicId, row))
}
