/**
 * The record in PostgreSQL. Appends go through group commit; reads and appends alike run in a transaction that row-level
 * security confines to one clinic. Several processes may share one database.
 */

import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { textProblem } from './canonical.ts'
import { beginInClinic, openPool, readAgainIfLost, withConnection } from './database.ts'
import { answerAgain } from './decide.ts'
import type { EventLog, Json, RecordedEvent, View } from './events.ts'
import { followSource } from './follow.ts'
import { createGroupCommit } from './group-commit.ts'
import { openLanes, type WriteBatch } from './lanes.ts'
import { commandHashOf, prepareAppend } from './prepare.ts'
import { sealKeyFrom } from './proof/seal.ts'
import { createReadTogether } from './read-together.ts'
import { rebuildAllClinics } from './rebuild.ts'
import { createRecentEvents } from './recent-events.ts'
import { assertClinic, assertReadLimit, assertViewNames, closedError, viewNamed } from './requests.ts'
import { type EventRow, eventColumns, toEvent } from './rows.ts'
import { buildViews } from './view-positions.ts'
import { readEvents, storedName, storedViews } from './view-tables.ts'
import { openWakeUps } from './wake-ups.ts'

const batchSizeMax = 256
/** Of one clinic: while one is being committed the next is decided and sent. */
const batchesPerKeyMax = 2
const connectionsForReads = 2
const followSize = 500

export interface PostgresOptions {
  /** Of a role that may do what `keel_app` may, and no more. */
  readonly serverUrl: string
  readonly views?: readonly View[]
  /** 10 when not given. One more is opened while somebody follows. */
  readonly maxConnections?: number
  /** The installation's Ed25519 private key, by which each append seals its clinic. Without it nothing is sealed. */
  readonly recordKey?: KeyObject
  /** Called when a clinic's record is found to have been changed outside this program, or by another key's. */
  readonly onBrokenSeal?: (clinicId: string) => void
}

export function createPostgresEventLog(options: PostgresOptions): EventLog {
  const { views = [], onBrokenSeal: onBroken = () => undefined } = options
  assertViewNames(views)
  const stored = storedViews(views)
  const maxConnections = options.maxConnections ?? 10
  const pool = openPool(options.serverUrl, maxConnections)
  const wakeUps = openWakeUps(options.serverUrl, pool)
  const closing = new AbortController()
  const batchesInFlightMax = Math.max(1, maxConnections - connectionsForReads)
  const recent = createRecentEvents()
  const writeInLane = openLanes(
    pool,
    stored,
    options.recordKey && { sealKey: sealKeyFrom(options.recordKey), onBroken },
  )
  const write: WriteBatch = async (clinicId, appends) => {
    const answers = await writeInLane(clinicId, appends)
    recent.note(clinicId, answers)
    wakeUps.announce(clinicId)
    return answers
  }
  const queue = createGroupCommit({ batchSizeMax, batchesInFlightMax, batchesPerKeyMax, write })
  const read = <Answer>(clinicId: string, run: (client: pg.ClientBase) => Promise<Answer>): Promise<Answer> => {
    assertClinic(clinicId)
    if (closing.signal.aborted) throw closedError()
    return readAgainIfLost(() => withConnection(pool, (client) => readInClinic(client, clinicId, run)))
  }
  const readAll = async (clinicId: string, afterPosition: number, limit: number) => {
    assertReadLimit(limit)
    return read(clinicId, (client) => readEvents(client, clinicId, afterPosition, limit))
  }
  const documents = documentReads(read, pool, views)
  return {
    async append(append) {
      const prepared = prepareAppend(append)
      if (closing.signal.aborted) throw closedError()
      return queue.submit(prepared.clinicId, prepared)
    },
    async recall(clinicId, commandId, command) {
      const commandHash = commandHashOf(command)
      const first = await read(clinicId, (client) => readCommand(client, clinicId, commandId))
      return first.length === 0 ? undefined : answerAgain(first, { commandId, commandHash })
    },
    lastEvent: async (clinicId) => read(clinicId, (client) => readLast(client, clinicId)),
    readStream: async (clinicId, streamId, fromVersion = 1) =>
      read(clinicId, (client) => readStream(client, clinicId, streamId, fromVersion)),
    readAll,
    follow(clinicId, afterPosition, signal) {
      assertClinic(clinicId)
      const source = {
        read: async (after: number) =>
          recent.after(clinicId, after, followSize) ?? (await readAll(clinicId, after, followSize)),
        subscribe: (wake: () => void) => wakeUps.subscribe(clinicId, wake),
      }
      return followSource(source, afterPosition, AbortSignal.any([signal, closing.signal]))
    },
    ...documents,
    rebuildViews: () => rebuildAllClinics(pool, stored),
    async close() {
      if (closing.signal.aborted) return
      closing.abort()
      await queue.drained()
      await wakeUps.close()
      await pool.end()
    },
  }
}

/** One wait for the network: nothing depends on the answer to BEGIN, and a reading transaction has nothing to commit. */
async function readInClinic<Answer>(
  client: pg.ClientBase,
  clinicId: string,
  run: (client: pg.ClientBase) => Promise<Answer>,
): Promise<Answer> {
  const [, answer] = await Promise.all([client.query(beginInClinic(clinicId)), run(client), client.query('COMMIT')])
  return answer
}

async function readStream(
  client: pg.ClientBase,
  clinicId: string,
  streamId: string,
  fromVersion: number,
): Promise<readonly RecordedEvent[]> {
  if (textProblem(streamId) !== undefined) return []
  const { rows } = await client.query<EventRow>({
    name: 'read-stream',
    text: `SELECT ${eventColumns} FROM eventlog.event
      WHERE clinic_id = $1 AND stream_id = $2 AND version >= $3 ORDER BY version`,
    values: [clinicId, streamId, fromVersion],
  })
  return rows.map((row) => toEvent(clinicId, row))
}

async function readCommand(
  client: pg.ClientBase,
  clinicId: string,
  commandId: string,
): Promise<readonly RecordedEvent[]> {
  const { rows } = await client.query<EventRow>({
    name: 'read-command',
    text: `SELECT ${eventColumns} FROM eventlog.event WHERE clinic_id = $1 AND command_id = $2 ORDER BY position`,
    values: [clinicId, commandId],
  })
  return rows.map((row) => toEvent(clinicId, row))
}

async function readLast(client: pg.ClientBase, clinicId: string): Promise<RecordedEvent | undefined> {
  const { rows } = await client.query<EventRow>({
    name: 'read-last',
    text: `SELECT ${eventColumns} FROM eventlog.event WHERE clinic_id = $1 ORDER BY position DESC LIMIT 1`,
    values: [clinicId],
  })
  return rows.map((row) => toEvent(clinicId, row))[0]
}

type Read = <Answer>(clinicId: string, run: (client: pg.ClientBase) => Promise<Answer>) => Promise<Answer>

/** A read of a view whose documents are not kept up brings them up to date first. */
function documentReads(read: Read, pool: pg.Pool, views: readonly View[]): Pick<EventLog, 'readView' | 'listView'> {
  async function documentsOf<Doc extends Json>(clinicId: string, viewName: string, where: DocumentFilter) {
    const name = storedName(viewNamed(views, viewName))
    // What stands at a position is up to date enough for this reader only if it was brought there for it.
    let enough = Number.POSITIVE_INFINITY
    for (;;) {
      const { position, documents } = await read(clinicId, (client) =>
        selectDocuments<Doc>(client, clinicId, name, where),
      )
      if (position === null || (position !== undefined && position >= enough)) return documents
      const last = await readAgainIfLost(() => buildViews(pool, storedViews(views), clinicId))
      if (last === undefined) return []
      enough = last
    }
  }
  const readTogether = createReadTogether((clinicId, viewName, keys) => documentsOf(clinicId, viewName, { keys }))
  return {
    async readView<Doc extends Json>(clinicId: string, viewName: string, key: string) {
      return (await readTogether(clinicId, viewName, key)) as Doc | undefined
    },
    async listView<Doc extends Json>(clinicId: string, viewName: string, group?: string) {
      return documentsOf<Doc>(clinicId, viewName, { group })
    },
  }
}

interface DocumentFilter {
  readonly keys?: readonly string[] | undefined
  readonly group?: string | undefined
}

/** The view's position comes along, null where it is kept up, undefined when the clinic has none of that view. */
async function selectDocuments<Doc extends Json>(
  client: pg.ClientBase,
  clinicId: string,
  viewName: string,
  { keys, group }: DocumentFilter,
) {
  const [column, wanted] = keys === undefined ? ['grouping', group && [group]] : ['key', keys]
  const filter = wanted === undefined ? '' : `AND d.${column} = ANY ($3::text[])`
  const { rows } = await client.query<{ position: string | null; key: string | null; doc: Doc }>({
    name: `view-${wanted === undefined ? 'all' : column}`,
    text: `SELECT s.position, d.key, d.doc FROM eventlog.view_state s LEFT JOIN eventlog.view_document d
        ON d.clinic_id = s.clinic_id AND d.view_name = s.view_name ${filter}
      WHERE s.clinic_id = $1 AND s.view_name = $2 ORDER BY d.key`,
    // A text that PostgreSQL cannot hold names no document.
    values: [clinicId, viewName, ...(wanted ? [wanted.filter((text) => textProblem(text) === undefined)] : [])],
  })
  const documents = rows.flatMap(({ key: found, doc }) => (found === null ? [] : [{ key: found, doc }]))
  const [first] = rows
  return { position: first && (first.position === null ? null : Number(first.position)), documents }
}
