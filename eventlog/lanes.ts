/**
 * The fast way of a batch. A process that wrote a clinic's last batch knows how that left the clinic, so it can decide the
 * next one at once and send it behind the one before, on the same connection, without waiting for either to be committed:
 * one wait for the network and no idle time in between. Whether what it knew still held is asked by the statement that
 * stores the batch; if not, nothing was stored, and the batch is written the slow way (`write-batch.ts`), under a lock.
 */

import type pg from 'pg'
import { beginInClinic, inOnePacket, isUnavailable } from './database.ts'
import { decideBatch, type Known } from './decide-batch.ts'
import type { AppendResult, View } from './events.ts'
import type { BatchAnswers } from './group-commit.ts'
import { loadMissing } from './load-batch.ts'
import type { PreparedAppend } from './prepare.ts'
import type { Sealing } from './proof/sealing.ts'
import { nextStep, storeAndCommit } from './store-batch.ts'
import { loadDocuments } from './view-tables.ts'
import { writeBatch } from './write-batch.ts'

/** Streams, and documents, that are kept in mind of each clinic; and clinics of which anything is. */
const keptMax = 5_000
const lanesMax = 100

/** One clinic's batches on their way. They are decided in turn; several may have been sent and not be answered yet. */
interface Lane {
  readonly clinicId: string
  /** The clinic as the last batch leaves it. Undefined: not known, or not for sure. */
  known: Known | undefined
  /** How many batches that were sent ahead have failed. */
  failures: number
  /** Ends when the batch before is on its way, or written. */
  turn: Promise<unknown>
  /** Ends when every batch that was sent ahead so far is written or has failed for good. */
  settled: Promise<unknown>
  connection: Promise<pg.PoolClient> | undefined
  /** How many batches are on the connection. */
  users: number
  isBroken: boolean
  /** How many batches have not been answered yet. */
  pending: number
}

interface Sent {
  readonly answers: BatchAnswers<AppendResult>
  /** `refused`: the clinic had moved. `failed`: nothing is known of the outcome. Never rejects. */
  readonly outcome: Promise<'committed' | 'refused' | 'failed'>
}

export type WriteBatch = (clinicId: string, appends: readonly PreparedAppend[]) => Promise<BatchAnswers<AppendResult>>

export function openLanes(pool: pg.Pool, views: readonly View[], sealing: Sealing | undefined): WriteBatch {
  const lanes = new Map<string, Lane>()

  /** What is sent ahead gives its turn on at once. What is not waits for all before it, and is written in its turn. */
  async function write(lane: Lane, appends: readonly PreparedAppend[]): Promise<BatchAnswers<AppendResult>> {
    const { answers } = await inTurn(lane, async () => {
      const sent = await sendAhead(pool, views, lane, appends, sealing)
      if (sent !== undefined) {
        const finished = finish(lane, sent, appends, lane.settled)
        lane.settled = Promise.allSettled([lane.settled, finished])
        return { answers: finished }
      }
      await lane.settled
      const written = await writeBatch(pool, views, lane.clinicId, appends, 'nothing-written', sealing)
      lane.known = written.known
      return { answers: Promise.resolve(written.answers) }
    })
    return answers
  }

  /** A batch that failed is written the slow way after those before it, and before those which have not been sent. */
  async function finish(lane: Lane, sent: Sent, appends: readonly PreparedAppend[], before: Promise<unknown>) {
    const outcome = await sent.outcome
    if (outcome === 'committed') return sent.answers
    lane.failures += 1
    lane.known = undefined
    await before
    const reached = outcome === 'failed' ? 'unknown' : 'nothing-written'
    return (await writeBatch(pool, views, lane.clinicId, appends, reached, sealing)).answers
  }

  return async (clinicId, appends) => {
    const lane = lanes.get(clinicId) ?? newLane(clinicId)
    // The clinic that was written last stands last, so that the first is the one to be forgotten.
    lanes.delete(clinicId)
    lanes.set(clinicId, lane)
    lane.pending += 1
    try {
      return await write(lane, appends)
    } finally {
      lane.pending -= 1
      if (lanes.size > lanesMax) forgetOne(lanes)
    }
  }
}

function newLane(clinicId: string): Lane {
  const idle = { connection: undefined, users: 0, isBroken: false, pending: 0 }
  return { clinicId, known: undefined, failures: 0, turn: Promise.resolve(), settled: Promise.resolve(), ...idle }
}

function forgetOne(lanes: Map<string, Lane>): void {
  for (const lane of lanes.values()) {
    if (lane.pending === 0) {
      lanes.delete(lane.clinicId)
      return
    }
  }
}

function inTurn<Answer>(lane: Lane, run: () => Promise<Answer>): Promise<Answer> {
  const answer = lane.turn.then(run)
  lane.turn = answer.catch(() => undefined)
  return answer
}

/** Undefined when the batch was not sent, because not enough is known to answer all of it for sure. */
async function sendAhead(
  pool: pg.Pool,
  views: readonly View[],
  lane: Lane,
  appends: readonly PreparedAppend[],
  sealing: Sealing | undefined,
): Promise<Sent | undefined> {
  const { known, clinicId, failures } = lane
  if (known === undefined) return undefined
  // Known again once this batch is decided and sent; not if anything goes wrong before.
  lane.known = undefined
  lane.users += 1
  try {
    lane.connection ??= pool.connect()
    const client = await lane.connection
    await loadMissing(client, views, known, appends)
    const { answers, gathered } = await decideBatch(known, new Map(), appends, views, (wanted) =>
      loadAlone(client, clinicId, wanted),
    )
    if (!answers.every(isSure) || lane.failures !== failures) {
      await leave(lane)
      return undefined
    }
    const [begun, stored] = inOnePacket(client, () => [
      client.query(beginInClinic(clinicId)),
      storeAndCommit(client, nextStep(known, gathered.events, sealing?.sealKey), gathered),
    ])
    forgetOldest(known.heads)
    forgetOldest(known.documents)
    lane.known = known
    return { answers, outcome: outcomeOf(lane, begun, stored) }
  } catch {
    lane.isBroken = true
    await leave(lane)
    return undefined
  }
}

async function outcomeOf(lane: Lane, begun: Promise<unknown>, stored: Promise<boolean>) {
  try {
    const [, isStored] = await Promise.all([begun, stored])
    return isStored ? 'committed' : 'refused'
  } catch (error) {
    lane.isBroken = true
    return isUnavailable(error) ? 'failed' : 'refused'
  } finally {
    await leave(lane)
  }
}

/** The last to leave gives the connection back, or closes it if anything failed on it. */
async function leave(lane: Lane): Promise<void> {
  lane.users -= 1
  if (lane.users > 0 || lane.connection === undefined) return
  const { connection, isBroken } = lane
  lane.connection = undefined
  lane.isBroken = false
  const client = await connection.catch(() => undefined)
  client?.release(isBroken)
}

/**
 * What was not seen to be in the record may be there all the same: a conflict may be the repeat of a command written
 * before, which only a look into the record can tell. What is stored, and its repeats within the batch, are sure.
 */
function isSure(answer: PromiseSettledResult<AppendResult>): boolean {
  return answer.status === 'fulfilled' && answer.value.status !== 'conflict'
}

async function loadAlone(client: pg.ClientBase, clinicId: string, wanted: Parameters<typeof loadDocuments>[2]) {
  const [, loaded] = await Promise.all([
    client.query(beginInClinic(clinicId)),
    loadDocuments(client, clinicId, wanted),
    client.query('COMMIT'),
  ])
  return loaded
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const key of kept.keys()) {
    if (kept.size <= keptMax) return
    kept.delete(key)
  }
}
