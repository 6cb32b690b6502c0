/**
 * One batch, one transaction, written without relying on anything known from before: lock the clinic and load what the
 * appends touch; decide here; store and commit. What may go wrong, and what is then tried again, is settled here too.
 */

import type pg from 'pg'
import { isUnavailable, toCallerError, tryAgainIfLost, withConnection } from './database.ts'
import { decideBatch, type Known } from './decide-batch.ts'
import type { UnavailableOutcome } from './errors.ts'
import type { AppendResult, View } from './events.ts'
import type { BatchAnswers } from './group-commit.ts'
import { lockAndLoad } from './load-batch.ts'
import type { PreparedAppend } from './prepare.ts'
import { brokenSealOf, type Sealing, withMissingLeaves } from './proof/sealing.ts'
import { nextStep, storeAndCommit } from './store-batch.ts'
import { buildViews, isNearlyBuilt, keepUpFromNowOn, leaveOthersStanding } from './view-positions.ts'
import { loadDocuments } from './view-tables.ts'

export interface Written {
  readonly answers: BatchAnswers<AppendResult>
  /** The clinic as the batch left it, if it was written in one. */
  readonly known: Known | undefined
}

/** From the moment at which a commit is sent, a lost connection leaves the outcome unknown. */
interface Progress {
  outcome: UnavailableOutcome
}

/**
 * Writes appends of one clinic in order. A lost connection is tried again, which is safe because a command that was
 * written is known again; a refusal by PostgreSQL is tried append by append, so that only the one at fault fails.
 * @param outcome of an attempt before this one.
 * @throws EventLogUnavailable
 */
export async function writeBatch(
  pool: pg.Pool,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
  outcome: UnavailableOutcome,
  sealing?: Sealing,
): Promise<Written> {
  const progress: Progress = { outcome }
  try {
    for (;;) {
      const written = await tryAgainIfLost(() =>
        withConnection(pool, (client) => transact(client, views, clinicId, appends, progress, sealing)),
      )
      if (written !== 'views-far-behind') return written
      await tryAgainIfLost(() => buildViews(pool, views, clinicId))
    }
  } catch (error) {
    if (isUnavailable(error) || appends.length === 1) throw toCallerError(error, progress.outcome)
  }
  const answers: PromiseSettledResult<AppendResult>[] = []
  for (const append of appends) {
    const [alone] = await Promise.allSettled([writeBatch(pool, views, clinicId, [append], progress.outcome, sealing)])
    answers.push(...(alone.status === 'fulfilled' ? alone.value.answers : [alone]))
  }
  return { answers, known: undefined }
}

/** Appends of other programs go on while views that are far behind are built, which is done without the lock. */
async function transact(
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
  appends: readonly PreparedAppend[],
  progress: Progress,
  sealing: Sealing | undefined,
): Promise<Written | 'views-far-behind'> {
  const { known: found, seal, commands, viewPositions } = await lockAndLoad(client, views, clinicId, appends)
  if (!isNearlyBuilt(views, viewPositions, found.lastPosition)) {
    await client.query('ROLLBACK')
    return 'views-far-behind'
  }
  const brokenSeal = brokenSealOf(sealing, clinicId, seal)
  const tree = await withMissingLeaves(client, clinicId, found.tree, found.lastPosition)
  const known: Known = { ...found, tree, brokenSeal }
  const finished = await keepUpFromNowOn(client, clinicId, views, viewPositions)
  if (finished !== undefined) {
    known.revision = finished
    known.documents.clear()
  }
  await leaveOthersStanding(client, clinicId, views, viewPositions, found.lastPosition)
  const load = (wanted: Parameters<typeof loadDocuments>[2]) => loadDocuments(client, clinicId, wanted)
  const { answers, gathered } = await decideBatch(known, commands, appends, views, load)
  if (gathered.events.length === 0 && finished === undefined) {
    await client.query('ROLLBACK')
    return { answers, known }
  }
  progress.outcome = 'unknown'
  const isStored = await storeAndCommit(client, nextStep(known, gathered.events, sealing?.sealKey), gathered)
  if (!isStored) throw new Error('The record of a clinic moved although it was locked. Nothing was written.')
  return { answers, known }
}
