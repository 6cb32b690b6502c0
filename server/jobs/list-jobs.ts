/** How the jobs stand, as the queue knows it: what ran, what runs, what failed and when it is tried again. */
import { parseCronItem } from 'graphile-worker'
import type pg from 'pg'
import { type Job, taskOf } from './jobs.ts'
import { queueSchema } from './queue-tables.ts'

export interface JobStatus {
  readonly name: string
  readonly does: string
  readonly schedule: string
  /**
   * `done`: its last run succeeded. `never`: it has not been due yet. `failed`: another attempt follows. `given-up`: none
   * follows before it is due again.
   */
  readonly state: 'never' | 'done' | 'waiting' | 'running' | 'failed' | 'given-up'
  /** When it was last due. */
  readonly lastDueAt: Date | null
  /** Attempts of the present run that failed. */
  readonly failedAttempts: number
  /** Words of the last failure, without data. */
  readonly lastError: string | null
  /** When it runs next: another attempt, or the next time that it is due. */
  readonly nextAt: Date
}

interface QueuedRow {
  readonly task: string
  readonly attempts: number
  readonly max_attempts: number
  readonly last_error: string | null
  readonly run_at: Date
  readonly is_locked: boolean
}

/** @param client of the server's role or of the owner. */
export async function listJobs(
  client: pg.ClientBase | pg.Pool,
  clinicId: string,
  jobs: readonly Job[],
  now: Date,
): Promise<readonly JobStatus[]> {
  const tasks = jobs.map((job) => taskOf(job, clinicId))
  const { rows: queued } = await client.query<QueuedRow>(
    `SELECT t.identifier AS task, j.attempts, j.max_attempts, j.last_error, j.run_at, j.locked_at IS NOT NULL AS is_locked
     FROM ${queueSchema}._private_jobs j JOIN ${queueSchema}._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = ANY ($1) ORDER BY is_locked, j.id`,
    [tasks],
  )
  const { rows: known } = await client.query<{ identifier: string; last_execution: Date | null }>(
    `SELECT identifier, last_execution FROM ${queueSchema}._private_known_crontabs WHERE identifier = ANY ($1)`,
    [tasks],
  )
  return jobs.map((job) => {
    const task = taskOf(job, clinicId)
    const lastDueAt = known.find(({ identifier }) => identifier === task)?.last_execution ?? null
    // The run that is under way says how things stand, or else the newest: others were given up before it.
    return statusOf(
      job,
      lastDueAt,
      queued.findLast((row) => row.task === task),
      now,
    )
  })
}

function statusOf(job: Job, lastDueAt: Date | null, row: QueuedRow | undefined, now: Date): JobStatus {
  const { name, does, schedule } = job
  const dueNext = nextDueAt(job, now)
  const base = { name, does, schedule, lastDueAt, failedAttempts: 0, lastError: null, nextAt: dueNext }
  if (row === undefined) return { ...base, state: lastDueAt === null ? 'never' : 'done' }
  // An attempt is counted when it begins, and a run that was asked for again while it runs has used up all of them.
  const begun = row.is_locked ? row.attempts - 1 : row.attempts
  const failedAttempts = row.last_error === null ? 0 : begun
  const failing = { ...base, failedAttempts, lastError: row.last_error }
  if (row.is_locked) return { ...failing, state: 'running' }
  if (row.attempts >= row.max_attempts) return { ...failing, state: 'given-up' }
  return { ...failing, state: row.attempts === 0 ? 'waiting' : 'failed', nextAt: row.run_at }
}

const minuteMs = 60_000
const minutesInWeek = 7 * 24 * 60

/** Every job is due at least once a week. */
function nextDueAt({ name, schedule }: Job, now: Date): Date {
  const { match } = parseCronItem({ task: 'job', match: schedule })
  const start = Math.floor(now.getTime() / minuteMs) + 1
  for (let minute = start; minute <= start + minutesInWeek; minute += 1) {
    const at = new Date(minute * minuteMs)
    const digest = {
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    }
    if (match(digest)) return at
  }
  throw new Error(`The job ${name} is not due within a week.`)
}
