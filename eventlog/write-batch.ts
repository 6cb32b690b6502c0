/**
 * One batch, one transaction, two waits for the network: lock the clinic and load what the appends touch; decide here;
 * send the rows and the commit. The load follows the lock in statements of its own, because a statement sees the database
 * as it was when that statement began, and one that also waited for the lock would see it too old.
 */

import type pg from 'pg'
import { beginInClinic, isUnavailable, toCallerError, wakeUpChannel, withConnection } from './database.ts'
import { type Change, decideAppend, foreseenEvents, type Head } from './decide.ts'
import type { UnavailableOutcome } from './errors.ts'
import type { AppendResult, RecordedEvent, View } from './events.ts'
import type { BatchAnswers } from './group-commit.ts'
import type { PreparedAppend } from './prepare.ts'
import { type EventRow, eventArrays, eventColumns, insertEvents, toBytea, toEvent } from './rows.ts'
import {
  bringViewsUpToDate,
  type LoadedDocuments,
  loadDocuments,
  loadViewVersions,
  readerOf,
  storeDocuments,
  type ViewVersions,
} from './view-tables.ts'
import {
  type DocumentName,
  DocumentNotLoaded,
  documentId,
  documentsConcerned,
  type StoredDocument,
  ViewFault,
} from './views.ts'

/** The part of a clinic's state that a batch touches, kept up while the batch is decided. */
interface Loaded {
  readonly clinicId: string
  lastPosition: number
  readonly heads: Map<string, Head>
  readonly commands: Map<string, readonly RecordedEvent[]>
  readonly documents: LoadedDocuments
  readonly viewVersions: ViewVersions
}

/** What is to be written, gathered over the batch. */
interface Gathered {
  readonly appends: PreparedAppend[]
  readonly events: RecordedEvent[]
  readonly heads: Map<string, Head>
  readonly documents: Map<string, StoredDocument>
}

/** How far an attempt came. From the moment at which the commit is sent, a lost connection leaves the outcome unknown. */
interface Progress {
  outcome: UnavailableOutcome
}

type Attempt = { readonly answers: BatchAnswers<AppendResult> } | { readonly error: unknown }

/**
 * Writes appends of one clinic in order. A lost connection is tried once more, which is safe because a command that was
 * written is known again; a refusal by PostgreSQL is tried append by append, so that only the one at fault fails.
 * @throws EventLogUnavailable
 */
export async function writeBatch(
  pool: pg.Pool,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
): Promise<BatchAnswers<AppendResult>> {
  const progress: Progress = { outcome: 'nothing-written' }
  const first = await attempt(pool, views, clinicId, appends, progress)
  if ('answers' in first) return first.answers
  const last = isUnavailable(first.error) ? await attempt(pool, views, clinicId, appends, progress) : first
  if ('answers' in last) return last.answers
  if (isUnavailable(last.error) || appends.length === 1) throw toCallerError(last.error, progress.outcome)
  const answers: PromiseSettledResult<AppendResult>[] = []
  for (const append of appends) {
    const [alone] = await Promise.allSettled([writeBatch(pool, views, clinicId, [append])])
    answers.push(...(alone.status === 'fulfilled' ? alone.value : [alone]))
  }
  return answers
}

async function attempt(
  pool: pg.Pool,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
  progress: Progress,
): Promise<Attempt> {
  try {
    return {
      answers: await withConnection(pool, (client) => transact(client, views, clinicId, appends, progress)),
    }
  } catch (error) {
    return { error }
  }
}

async function transact(
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
  progress: Progress,
): Promise<BatchAnswers<AppendResult>> {
  const loaded = await lockAndLoad(client, views, clinicId, appends)
  const isRebuilt = await bringViewsUpToDate(client, clinicId, views, loaded.viewVersions, false)
  if (isRebuilt) loaded.documents.clear()
  const gathered: Gathered = { appends: [], events: [], heads: new Map(), documents: new Map() }
  const answers: PromiseSettledResult<AppendResult>[] = []
  for (const append of appends) {
    answers.push(await decideInto(gathered, client, views, loaded, append))
  }
  if (gathered.events.length === 0 && !isRebuilt) {
    await client.query('ROLLBACK')
    return answers
  }
  progress.outcome = 'unknown'
  await sendAndCommit(client, gathered, loaded)
  return answers
}

async function lockAndLoad(
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
): Promise<Loaded> {
  const lock = `SELECT last_position FROM eventlog.clinic WHERE clinic_id = '${clinicId}' FOR UPDATE`
  const found = await loadAfter(`${beginInClinic(clinicId)}; ${lock}`, client, views, clinicId, appends)
  if (found !== undefined) return found
  const create = `INSERT INTO eventlog.clinic (clinic_id, last_position) VALUES ('${clinicId}', 0) ON CONFLICT DO NOTHING`
  const created = await loadAfter(`${create}; ${lock}`, client, views, clinicId, appends)
  if (created === undefined) throw new Error('The clinic could not be made ready for its first event.')
  return created
}

/** Undefined when there is no such clinic yet. */
async function loadAfter(
  lock: string,
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
): Promise<Loaded | undefined> {
  const [locked, viewVersions, commands, heads, documents] = await Promise.all([
    client.query(lock),
    loadViewVersions(client, clinicId),
    loadCommands(client, clinicId, appends),
    loadHeads(client, clinicId, appends),
    loadDocuments(client, clinicId, foreseeDocuments(views, appends)),
  ])
  const [row] = lastOf(locked).rows
  if (row === undefined) return undefined
  return { clinicId, lastPosition: Number(row.last_position), viewVersions, commands, heads, documents }
}

/** A text of several statements is answered by a list of results, which the types of pg do not say. */
function lastOf(results: pg.QueryResult): pg.QueryResult {
  const list = results as unknown as readonly pg.QueryResult[]
  const last = list.at(-1)
  if (last === undefined) throw new Error('PostgreSQL gave no answer to the last of several statements.')
  return last
}

async function loadCommands(client: pg.ClientBase, clinicId: string, appends: readonly PreparedAppend[]) {
  const { rows } = await client.query<EventRow>({
    name: 'commands',
    text: `SELECT found.* FROM unnest($2::uuid[]) AS wanted (command_id) CROSS JOIN LATERAL
      (SELECT ${eventColumns} FROM eventlog.event
        WHERE clinic_id = $1 AND event.command_id = wanted.command_id OFFSET 0) found`,
    values: [clinicId, appends.map(({ commandId }) => commandId)],
  })
  return Map.groupBy(
    rows.map((row) => toEvent(clinicId, row)),
    (event) => event.commandId,
  )
}

async function loadHeads(client: pg.ClientBase, clinicId: string, appends: readonly PreparedAppend[]) {
  const streamIds = new Set(appends.flatMap(({ streams }) => streams.map(({ streamId }) => streamId)))
  const { rows } = await client.query<{ stream_id: string; version: number; hash: string }>({
    name: 'heads',
    text: `SELECT stream_id, version, encode(hash, 'hex') AS hash FROM eventlog.stream
      WHERE clinic_id = $1 AND stream_id = ANY ($2::text[])`,
    values: [clinicId, [...streamIds]],
  })
  return new Map(rows.map(({ stream_id, version, hash }) => [stream_id, { version, hash }]))
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

/** Decides one append and takes in what it changes. One at which a view fails leaves no trace in the batch. */
async function decideInto(
  gathered: Gathered,
  client: pg.ClientBase,
  views: readonly View[],
  loaded: Loaded,
  append: PreparedAppend,
): Promise<PromiseSettledResult<AppendResult>> {
  for (;;) {
    try {
      const { result, change } = decideAppend({ ...loaded, readDocument: readerOf(loaded.documents) }, append, views)
      if (change !== undefined) takeIn(gathered, loaded, append, change)
      return { status: 'fulfilled', value: result }
    } catch (reason) {
      if (!(reason instanceof DocumentNotLoaded)) return { status: 'rejected', reason }
      const { viewName, key } = reason.document
      const missing = await loadDocuments(
        client,
        loaded.clinicId,
        new Map([[documentId(viewName, key), reason.document]]),
      )
      for (const [id, doc] of missing) loaded.documents.set(id, doc)
    }
  }
}

/** What one append changes is what the next one in the batch finds. */
function takeIn(gathered: Gathered, loaded: Loaded, append: PreparedAppend, change: Change): void {
  gathered.appends.push(append)
  gathered.events.push(...change.events)
  loaded.lastPosition += change.events.length
  loaded.commands.set(append.commandId, change.events)
  for (const [streamId, head] of change.heads) {
    loaded.heads.set(streamId, head)
    gathered.heads.set(streamId, head)
  }
  for (const [id, document] of change.documents) {
    loaded.documents.set(id, document.doc)
    gathered.documents.set(id, document)
  }
}

/** All in one go. If one statement fails the transaction is lost, and the commit behind it does nothing. */
async function sendAndCommit(client: pg.ClientBase, gathered: Gathered, loaded: Loaded): Promise<void> {
  const { clinicId, lastPosition } = loaded
  const heads = [...gathered.heads]
  const storeHeads = `INSERT INTO eventlog.stream (clinic_id, stream_id, version, hash)
    SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::bytea[])
    ON CONFLICT (clinic_id, stream_id) DO UPDATE SET version = excluded.version, hash = excluded.hash`
  const headArrays = [
    heads.map(([streamId]) => streamId),
    heads.map(([, { version }]) => version),
    heads.map(([, { hash }]) => toBytea(hash)),
  ]
  const storePosition = 'UPDATE eventlog.clinic SET last_position = $2 WHERE clinic_id = $1'
  const eventValues = [clinicId, ...eventArrays(gathered.events, gathered.appends)]
  await Promise.all([
    client.query({ name: 'insert-events', text: insertEvents, values: eventValues }),
    client.query({ name: 'store-heads', text: storeHeads, values: [clinicId, ...headArrays] }),
    ...storeDocuments(client, clinicId, gathered.documents.values()),
    client.query({ name: 'store-position', text: storePosition, values: [clinicId, lastPosition] }),
    client.query(`NOTIFY ${wakeUpChannel}, '${clinicId}'; COMMIT`),
  ])
}
