/**
 * Whether this server can do its work now. It answers strangers, so that reasons are words of a short list: no version,
 * no name, no address. What it finds is remembered for a moment: asking often costs the database nothing.
 */
import { statfs } from 'node:fs/promises'
import type pg from 'pg'
import type { Metrics } from './metrics.ts'
import { patienceMs, remembered } from './small-pool.ts'

/** What keeps a server from working. */
const stoppers = ['stopping', 'database', 'tables', 'disk-full'] as const
/** What a person should look at while work goes on. */
const worries = ['disk-low', 'clock'] as const
export const readinessReasons = [...stoppers, ...worries]
export type ReadinessReason = (typeof readinessReasons)[number]

export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'not-ready'
  readonly reasons: readonly ReadinessReason[]
}

export interface Health {
  readiness(): Promise<Readiness>
  /** From now on not ready: the server is stopping. */
  stopping(): void
}

export interface HealthOptions {
  readonly pool: pg.Pool
  /** Of the embedded database; left out where the database is on a disk of its own. */
  readonly dataFolder?: string | undefined
  /** This machine's clock, in milliseconds since 1970. */
  readonly nowMs: () => number
  /** When the record's newest event was written down; undefined where the clock may be moved on purpose. */
  readonly lastRecordedAt?: () => Promise<string | undefined>
  /** Bytes that are free where a folder lies; the disk's own answer when not given. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

const clockToleranceMs = 2_000
const diskLowBytes = 2 * 1024 ** 3
const diskFullBytes = 200 * 1024 ** 2

/** Every column of our tables: what a program's migrations have made. A newer program's may only add to them. */
const lookText = `SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at_ms, array(
    SELECT n.nspname || '.' || c.relname || '.' || a.attname
    FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname IN ('eventlog', 'access') AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  )::text[] AS columns`

interface Look {
  /** How far the database's clock is from this machine's, beyond the time that asking took. */
  readonly clockApartMs: number
  readonly columns: readonly string[]
}

/** Looks at the tables as they are after the migrations: this is what is expected from now on. */
export async function createHealth(options: HealthOptions): Promise<Health> {
  const { columns } = await lookAt(options.pool, options.nowMs)
  const reasons = remembered(() => look(options, columns))
  let isStopping = false
  return {
    readiness: async () => toReadiness(isStopping ? ['stopping'] : await reasons()),
    stopping() {
      isStopping = true
    },
  }
}

function toReadiness(reasons: readonly ReadinessReason[]): Readiness {
  if (reasons.length === 0) return { status: 'ready', reasons }
  const isStopped = reasons.some((reason) => (stoppers as readonly string[]).includes(reason))
  return { status: isStopped ? 'not-ready' : 'degraded', reasons }
}

/** Never rejects: what cannot be found out is a reason. */
async function look(options: HealthOptions, expected: readonly string[]): Promise<readonly ReadinessReason[]> {
  const [database, disk] = await Promise.all([lookAtDatabase(options, expected), lookAtDisk(options)])
  return [...database, ...disk]
}

async function lookAtDatabase({ pool, nowMs, lastRecordedAt }: HealthOptions, expected: readonly string[]) {
  try {
    const { columns, clockApartMs } = await lookAt(pool, nowMs)
    const present = new Set(columns)
    const reasons: ReadinessReason[] = expected.every((column) => present.has(column)) ? [] : ['tables']
    const newest = await withinPatience(lastRecordedAt?.())
    const isBehind = newest !== undefined && Date.parse(newest) - nowMs() > clockToleranceMs
    if (isBehind || clockApartMs > clockToleranceMs) reasons.push('clock')
    return reasons
  } catch {
    return ['database'] as const
  }
}

async function lookAt(pool: pg.Pool, nowMs: () => number): Promise<Look> {
  const beforeMs = nowMs()
  const { rows } = await pool.query<{ at_ms: string; columns: readonly string[] }>(lookText)
  const [row] = rows as [(typeof rows)[number]]
  const clockApartMs = Math.max(beforeMs - Number(row.at_ms), Number(row.at_ms) - nowMs())
  return { columns: row.columns, clockApartMs }
}

async function withinPatience<Answer>(answer: Promise<Answer> | undefined): Promise<Answer | undefined> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('The record did not answer in time.')), patienceMs)
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

async function lookAtDisk({ dataFolder, freeBytes = freeBytesOf }: HealthOptions): Promise<readonly ReadinessReason[]> {
  if (dataFolder === undefined) return []
  const free = await freeBytes(dataFolder).catch(() => 0)
  if (free < diskFullBytes) return ['disk-full']
  return free < diskLowBytes ? ['disk-low'] : []
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** One figure for each reason: 1 while it holds. */
export function watchReadiness(metrics: Metrics, health: Health): void {
  metrics.watchEach('keel_not_ready', 'Why this server is not, or not fully, ready: 1 while it holds.', 'reason', () =>
    health.readiness().then(({ reasons }) => {
      return Object.fromEntries(readinessReasons.map((reason) => [reason, reasons.includes(reason) ? 1 : 0]))
    }),
  )
}
