/**
 * One batch, one transaction, two waits for the network: lock the clinic and load what the appends touch; decide here;
 * store and commit. What may go wrong in between, and what is then tried again, is decided here too.
 */

import type pg from 'pg'
import { isUnavailable, toCallerError, tryAgainIfLost, withConnection } from './database.ts'
import { type Change, decideAppend } from './decide.ts'
import type { UnavailableOutcome } from './errors.ts'
import type { AppendResult, View } from './events.ts'
import type { BatchAnswers } from './group-commit.ts'
import { type Loaded, lockAndLoad } from './load-batch.ts'
import type { PreparedAppend } from './prepare.ts'
import { type Gathered, gather, storeAndCommit } from './store-batch.ts'
import { bringViewsUpToDate, loadDocuments, readerOf } from './view-tables.ts'
import { DocumentNotLoaded, documentId } from './views.ts'

/** How far an attempt came. From the moment at which the commit is sent, a lost connection leaves the outcome unknown. */
interface Progress {
  outcome: UnavailableOutcome
}

/**
 * Writes appends of one clinic in order. A lost connection is tried again, which is safe because a command that was
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
  try {
    return await tryAgainIfLost(() =>
      withConnection(pool, (client) => transact(client, views, clinicId, appends, progress)),
    )
  } catch (error) {
    if (isUnavailable(error) || appends.length === 1) throw toCallerError(error, progress.outcome)
  }
  const answers: PromiseSettledResult<AppendResult>[] = []
  for (const append of appends) {
    const [alone] = await Promise.allSettled([writeBatch(pool, views, clinicId, [append])])
    answers.push(...(alone.status === 'fulfilled' ? alone.value : [alone]))
  }
  return answers
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
  await storeAndCommit(client, clinicId, gathered, loaded.lastPosition)
  return answers
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
      if (change !== undefined) {
        gather(gathered, append, change)
        keepUp(loaded, append, change)
      }
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

/** For the next append in the batch. */
function keepUp(loaded: Loaded, append: PreparedAppend, change: Change): void {
  loaded.lastPosition += change.events.length
  loaded.commands.set(append.commandId, change.events)
  for (const [streamId, head] of change.heads) loaded.heads.set(streamId, head)
  for (const [id, { doc }] of change.documents) loaded.documents.set(id, doc)
}
