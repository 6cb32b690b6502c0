/** The worker of a server: takes jobs of its clinic from the queue when they are due, and shares them with other servers. */
import { EventEmitter } from 'node:events'
import { CheckpointRefused, EventLogUnavailable } from '@keel/eventlog'
import { parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { ExportFailed } from '../export-checkpoint.ts'
import { type Job, type JobContext, taskOf } from './jobs.ts'
import { type JobStatus, listJobs } from './list-jobs.ts'
import { carryName, releaseJobsOfTheDead } from './presence.ts'
import { noWords, queueSchema } from './queue-tables.ts'

export interface JobFailure {
  readonly job: string
  /** From 1. */
  readonly attempt: number
  readonly isGivenUp: boolean
  readonly error: unknown
}

export interface WorkerOptions {
  readonly serverUrl: string
  readonly clinicId: string
  readonly jobs: readonly Job[]
  readonly context: Omit<JobContext, 'withClient'>
  readonly onFailure: (failure: JobFailure) => void
  /** How often jobs of servers that died are looked for. */
  readonly lookForTheDeadEveryMs?: number
  /** New jobs announce themselves. This is for those that wait for another attempt. */
  readonly pollEveryMs?: number
}

export interface Jobs {
  /** Runs a job soon. Asked for again before it has begun, it runs once. */
  askFor(job: Job): Promise<void>
  list(): Promise<readonly JobStatus[]>
  /** Waits for the jobs that are running. */
  stop(): Promise<void>
}

const reopenAfterMs = 2_000
/**
 * Only where it gathers what became of jobs does the library heed that telling the queue may fail; by itself it lets such a
 * failure go unheard, which would end the whole server when the database is lost at that moment.
 */
const heedingFailures = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
/** Two jobs at once; two more for the schedule and for listening, which is the only one that is always open. */
const runningMax = 2
const connectionsMax = runningMax + 2

export async function startJobs(options: WorkerOptions): Promise<Jobs> {
  const { clinicId, jobs, lookForTheDeadEveryMs = 60_000 } = options
  let worker = await openWorker(options)
  let isStopping = false
  let reopening: NodeJS.Timeout | undefined
  /** A worker ends when it cannot tell the queue what became of a job. Another takes its place, which must not fail for good. */
  const watch = (): void => {
    const over = worker.runner.promise.catch(() => undefined)
    void over.then(async () => {
      await worker.close()
      if (!isStopping) reopening = setTimeout(reopen, reopenAfterMs)
    })
  }
  const reopen = async (): Promise<void> => {
    const opened = await openWorker(options).catch(() => undefined)
    if (opened !== undefined) worker = opened
    if (isStopping) await opened?.close()
    else if (opened !== undefined) watch()
    else reopening = setTimeout(reopen, reopenAfterMs)
  }
  watch()
  const release = () => releaseJobsOfTheDead(worker.pool).catch(() => undefined)
  await release()
  const looking = setInterval(release, lookForTheDeadEveryMs)
  return {
    async askFor(job) {
      await worker.runner.addJob(taskOf(job, clinicId), {}, specOf(job, clinicId))
    },
    list: () => listJobs(worker.pool, clinicId, jobs, new Date()),
    async stop() {
      isStopping = true
      clearTimeout(reopening)
      clearInterval(looking)
      await worker.close()
    },
  }
}

/** With connections of its own, which carry its name. */
async function openWorker(options: WorkerOptions) {
  const { serverUrl, clinicId, jobs, pollEveryMs = 10_000 } = options
  const pool = new pg.Pool({ connectionString: serverUrl, max: connectionsMax, keepAlive: true })
  // A connection that breaks is replaced on the next use.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const events: WorkerEvents = new EventEmitter()
  events.once('pool:create', ({ workerPool }) => carryName(pool, workerPool.id))
  const end = () => (pool.ending ? undefined : pool.end())
  const runner = await run({
    pgPool: pool,
    schema: queueSchema,
    logger: noWords,
    noHandleSignals: true,
    preset: heedingFailures,
    concurrency: runningMax,
    pollInterval: pollEveryMs,
    events,
    taskList: tasksOf(options, pool),
    parsedCronItems: parseCronItems(jobs.map((job) => cronItemOf(job, clinicId))),
  }).catch(async (error: unknown) => {
    await end()
    throw error
  })
  return {
    pool,
    runner,
    /** Waits for the jobs that are running. */
    async close() {
      // It refuses where it has stopped by itself.
      await runner.stop().catch(() => undefined)
      await end()
    },
  }
}

/** The queue of the same name lets one run at a time, on whatever server; the key keeps one waiting at most. */
function specOf(job: Job, clinicId: string) {
  const task = taskOf(job, clinicId)
  return { jobKey: task, queueName: task, maxAttempts: job.attemptsMax }
}

function cronItemOf(job: Job, clinicId: string) {
  const { jobKey, ...spec } = specOf(job, clinicId)
  return {
    task: jobKey,
    match: job.schedule,
    identifier: jobKey,
    options: { ...spec, jobKey, backfillPeriod: job.madeUpForMs },
  }
}

function tasksOf({ jobs, clinicId, context, onFailure }: WorkerOptions, pool: pg.Pool): TaskList {
  const withClient: JobContext['withClient'] = async (use) => {
    const client = await pool.connect()
    try {
      return await use(client)
    } finally {
      client.release()
    }
  }
  return Object.fromEntries(
    jobs.map((job) => [
      taskOf(job, clinicId),
      async (_payload: unknown, { job: { attempts, max_attempts } }: Parameters<TaskList[string] & {}>[1]) => {
        try {
          await job.run({ ...context, withClient })
          await forgetGivenUp(pool, taskOf(job, clinicId))
        } catch (error) {
          onFailure({ job: job.name, attempt: attempts, isGivenUp: attempts >= max_attempts, error })
          throw new Error(wordsOf(error))
        }
      },
    ]),
  )
}

/** Runs that were given up stay in the queue to be seen, until one succeeds. */
async function forgetGivenUp(pool: pg.Pool, task: string): Promise<void> {
  await pool.query(
    `DELETE FROM ${queueSchema}._private_jobs WHERE attempts >= max_attempts AND locked_at IS NULL
       AND task_id = (SELECT id FROM ${queueSchema}._private_tasks WHERE identifier = $1)`,
    [task],
  )
}

/** What is kept with the job. The texts of these errors are written for people and quote no row; others may. */
function wordsOf(error: unknown): string {
  if (error instanceof EventLogUnavailable || error instanceof CheckpointRefused || error instanceof ExportFailed)
    return error.message
  const { name, code } = error as { name?: string; code?: string }
  return ['It failed with', name ?? typeof error, code].filter((word) => word !== undefined).join(' ')
}
