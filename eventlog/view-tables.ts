/**
 * Documents in PostgreSQL. Each version of a view keeps its own, under a name that carries the version, so that a new one
 * is built while an older release goes on with the old. How far each is built stands in `view_state` (`view-positions.ts`).
 */

import type pg from 'pg'
import { type LoadedDocuments, readerOf } from './decide-batch.ts'
import type { Json, RecordedEvent, View } from './events.ts'
import { type EventRow, eventColumns, textArray, toEvent } from './rows.ts'
import { type DocumentName, documentId, documentsConcerned, evolveDocuments, type StoredDocument } from './views.ts'

interface DocumentRow {
  readonly view_name: string
  readonly key: string
  readonly doc: Json
}

/** The views under the names by which their documents are stored, as everything from here on knows them. */
export function storedViews(views: readonly View[]): readonly View[] {
  return views.map((view) => ({ ...view, name: storedName(view) }))
}

/** Releases before there were versions side by side stored under the view's own name, in which there is no `@`. */
export function storedName({ name, version }: View): string {
  return `${name}@${version}`
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
 * Brings stored documents forward by the events that come next, of which there may be none.
 * @param views that stand at `position`.
 * @returns the position at which they then stand.
 */
export async function foldNext(
  client: pg.ClientBase,
  clinicId: string,
  views: readonly View[],
  position: number,
  limit: number,
): Promise<number> {
  const events = await readEvents(client, clinicId, position, limit)
  const last = events.at(-1)
  if (last === undefined) return position
  const loaded = await loadDocuments(client, clinicId, documentsConcerned(views, events))
  const changed = evolveDocuments(views, events, readerOf(loaded))
  const store = `WITH always AS (SELECT 1), kept AS (${insertDocuments(2, 'always')}) ${removeDocuments(6, 'always')}`
  await client.query(store, [clinicId, ...documentArrays(changed.values())])
  return last.position
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
