/**
 * Connections to PostgreSQL, and what their failures mean. Connections pipeline: statements that need no answer to each
 * other are sent in one go, so that a transaction costs two waits for the network and not ten.
 */

import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { EventLogUnavailable, type UnavailableOutcome } from './errors.ts'

const connectTimeoutMs = 10_000
/** A server that froze while it held a clinic's lock must not stop the others for longer than this. */
const idleInTransactionTimeoutMs = 30_000

/**
 * All statements look rows up by key, so that one plan is right for any arguments and for tables of any size. Left to
 * itself PostgreSQL plans the large ones anew each time, which takes longer than running them, and keeps plans for tables
 * that were nearly empty when it made them. Citus plans each time all the same, to find the shard, and has no generic plan
 * for some of them.
 */
const planOnce = `SELECT set_config('plan_cache_mode', 'force_generic_plan', false)
    WHERE to_regprocedure('citus_version()') IS NULL;
  SET enable_seqscan = off`

const pausesMs = [20, 100, 500]
const patienceMs = 2_000

export function openPool(serverUrl: string, maxConnections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: serverUrl,
    max: maxConnections,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
  })
  // A connection that breaks while idle is dropped by the pool, and the next request opens another. One that breaks in
  // use fails the statement under way, which answers for it. Without listeners either would end the process.
  pool.on('error', ignoreLoss)
  pool.on('connect', (client) => {
    client.on('error', ignoreLoss)
    client.query(planOnce).catch(ignoreLoss)
  })
  return pool
}

/**
 * Runs on one connection. One on which anything failed is closed and not given back, because statements sent ahead may
 * still be under way on it; PostgreSQL then rolls its transaction back.
 */
export async function withConnection<Answer>(
  pool: pg.Pool,
  run: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect()
  try {
    const answer = await run(client)
    client.release()
    return answer
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Sends what `send` asks for in one piece: each write to a socket costs more than the statements in it. */
export function inOnePacket<Asked>(client: pg.ClientBase, send: () => Asked): Asked {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

function ignoreLoss(): void {}

/** SQLSTATE of a refusal by PostgreSQL; undefined for a failure of the connection. */
function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/**
 * Whether a request failed because the database was away, over-full or about to restart, and not because of the request.
 * 08, 53, 57P: connection, resources, shutdown; 25P03: idle too long; 25006: a standby; 28, 3D: sign-in, no such database;
 * 40: chosen as a deadlock's victim.
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state === undefined) return isConnectionError(error)
  return /^(08|53|57P|25P03|25006|28|3D|40)/.test(state)
}

/** Errors of our own code are none of the connection's: they must not be taken for a database that is away. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return /^(E[A-Z]+|ERR_(TLS|SSL|SOCKET)\w*)$/.test(error.code)
  if (error instanceof AggregateError) return error.errors.some(isConnectionError)
  return /connection|timeout|server does not support/i.test(error.message) && error.name === 'Error'
}

/** Of refusals that somebody has to do something about. */
const reasonOf: Readonly<Record<string, string>> = {
  '53100': 'The disk of the database is full: space has to be freed there.',
  '25006': 'The database can only be read just now, not written to.',
}

/** What the caller is told: never PostgreSQL's own detail, which may quote the row. */
export function toCallerError(error: unknown, outcome: UnavailableOutcome): unknown {
  if (isUnavailable(error)) {
    const state = sqlStateOf(error)
    const reason =
      state === undefined
        ? 'The database cannot be reached.'
        : (reasonOf[state] ?? `The database is not available (${state}).`)
    return new EventLogUnavailable(outcome, reason)
  }
  if (!(error instanceof pg.DatabaseError)) return error
  const where = error.constraint ?? error.table ?? error.routine ?? 'no place given'
  return new Error(`PostgreSQL refused the request (${error.code}, ${where}). Nothing was written by it.`)
}

/**
 * Runs it again when the database was lost, for as long as a restart of it may take: at once, because a pool may hand out
 * connections that broke together a moment ago, then less and less eagerly. What is run must be safe to run twice.
 */
export async function tryAgainIfLost<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const start = performance.now()
  for (const pauseMs of pausesMs) {
    try {
      return await run()
    } catch (error) {
      // A connection that takes long to fail has used up the caller's patience.
      if (!isUnavailable(error) || performance.now() - start > patienceMs) throw error
    }
    await setTimeout(pauseMs)
  }
  return run()
}

/** For reads. @throws EventLogUnavailable */
export async function readAgainIfLost<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await tryAgainIfLost(read)
  } catch (error) {
    throw toCallerError(error, 'nothing-written')
  }
}

/** Row-level security shows a transaction the rows of this clinic. The id was checked to be a UUID by the caller. */
export function beginInClinic(clinicId: string): string {
  return `BEGIN; SET LOCAL keel.clinic_id = '${clinicId}'`
}
