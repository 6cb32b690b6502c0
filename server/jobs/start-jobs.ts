/** The worker of a server: takes jobs of its clinic from the queue when they are due, and shares them with other servers. */
import { EventEmitter } from 'node:events'
import { CheckpointRefused, EventLogUnavailable } from '@keel/eventlog'
import { parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { ExportFailed } from '../export-checkpoint.ts'
import type { Job, JobContext } from './jobs.ts'
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
}

export interface Jobs {
  /** Runs a job soon. Asked for again before it has begun, it runs once. */
  askFor(job: Job): Promise<void>
  /** Waits for the jobs that are running. */
  stop(): Promise<void>
}

/** Two jobs at once; two more for the schedule and for listening, which is the only one that is always open. */
const runningMax = 2
const connectionsMax = runningMax + 2
/** New jobs announce themselves. This is for those that wait for another attempt. */
const pollEveryMs = 10_000

/** The name of a clinic's job in the queue. A server knows the jobs of its own clinic and takes no others. */
export function taskOf({ name }: Pick<Job, 'name'>, clinicId: string): string {
  return `${name}:${clinicId}`
}

export async function startJobs(options: WorkerOptions): Promise<Jobs> {
  const { serverUrl, clinicId, jobs, lookForTheDeadEveryMs = 60_000 } = options
  const pool = new pg.Pool({ connectionString: serverUrl, max: connectionsMax, keepAlive: true })
  // A connection that breaks is replaced on the next use.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const events: WorkerEvents = new EventEmitter()
  events.once('pool:create', ({ workerPool }) => carryName(pool, workerPool.id))
  const runner = await run({
    pgPool: pool,
    schema: queueSchema,
    logger: noWords,
    noHandleSignals: true,
    concurrency: runningMax,
    pollInterval: pollEveryMs,
    events,
    taskList: tasksOf(options, pool),
    parsedCronItems: parseCronItems(jobs.map((job) => cronItemOf(job, clinicId))),
  }).catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  // A worker that has given up is seen by its jobs' not being done; it must not end the server.
  runner.promise.catch(() => undefined)
  const release = () => releaseJobsOfTheDead(pool).catch(() => undefined)
  await release()
  const looking = setInterval(release, lookForTheDeadEveryMs)
  return {
    async askFor(job) {
      await runner.addJob(taskOf(job, clinicId), {}, specOf(job, clinicId))
    },
    async stop() {
      clearInterval(looking)
      await runner.stop().catch(() => undefined)
      await pool.end()
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
        } catch (error) {
          onFailure({ job: job.name, attempt: attempts, isGivenUp: attempts >= max_attempts, error })
          throw new Error(wordsOf(error))
        }
      },
    ]),
  )
}

/** What is kept with the job. The texts of these errors are written for people and quote no row; others may. */
function wordsOf(error: unknown): string {
  if (error instanceof EventLogUnavailable || error instanceof CheckpointRefused || error instanceof ExportFailed)
    return error.message
  const { name, code } = error as { name?: string; code?: string }
  return ['It failed with', name ?? typeof error, code].filter((word) => word !== undefined).join(' ')
}
