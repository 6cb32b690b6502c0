/** What a batch has decided, stored and committed in one wait for the network. */

import type pg from 'pg'
import { wakeUpChannel } from './database.ts'
import type { Change, Head } from './decide.ts'
import type { RecordedEvent } from './events.ts'
import type { PreparedAppend } from './prepare.ts'
import { eventArrays, insertEvents, toBytea } from './rows.ts'
import { documentArrays, insertDocuments, removeDocuments } from './view-tables.ts'
import type { StoredDocument } from './views.ts'

/** What is to be stored, gathered over the batch. Of heads and documents only the last state counts. */
export interface Gathered {
  readonly appends: PreparedAppend[]
  readonly events: RecordedEvent[]
  readonly heads: Map<string, Head>
  readonly documents: Map<string, StoredDocument>
}

export function gather(gathered: Gathered, append: PreparedAppend, change: Change): void {
  gathered.appends.push(append)
  gathered.events.push(...change.events)
  for (const [streamId, head] of change.heads) gathered.heads.set(streamId, head)
  for (const [id, document] of change.documents) gathered.documents.set(id, document)
}

/** The parts touch different tables, so that none needs to see what another wrote. */
const store = `WITH events AS (${insertEvents}),
  heads AS (
    INSERT INTO eventlog.stream (clinic_id, stream_id, version, hash)
    SELECT $1, * FROM unnest($17::text[], $18::integer[], $19::bytea[])
    ON CONFLICT (clinic_id, stream_id) DO UPDATE SET version = excluded.version, hash = excluded.hash
  ),
  documents AS (${insertDocuments(20)}),
  gone AS (${removeDocuments(24)})
  UPDATE eventlog.clinic SET last_position = $26 WHERE clinic_id = $1`

/** If the first statement fails the transaction is lost, and the commit behind it does nothing. */
export async function storeAndCommit(
  client: pg.ClientBase,
  clinicId: string,
  gathered: Gathered,
  lastPosition: number,
): Promise<void> {
  const heads = [...gathered.heads]
  const values = [
    clinicId,
    ...eventArrays(gathered.events, gathered.appends),
    heads.map(([streamId]) => streamId),
    heads.map(([, { version }]) => version),
    heads.map(([, { hash }]) => toBytea(hash)),
    ...documentArrays(gathered.documents.values()),
    lastPosition,
  ]
  await Promise.all([
    client.query({ name: 'store', text: store, values }),
    client.query(`NOTIFY ${wakeUpChannel}, '${clinicId}'; COMMIT`),
  ])
}
