/** The jobs of a running server: started with what they work with, asked for when much is written, told of when they fail. */
import type { KeyObject } from 'node:crypto'
import type { ExportEnvironment } from '../export-checkpoint.ts'
import type { Logger, Metrics } from '../operate/index.ts'
import type { Runtime } from '../runtime/handle.ts'
import type { Live } from '../runtime/live.ts'
import { eventsPerCheckpoint, jobs } from './jobs.ts'
import { type JobFailure, startJobs } from './start-jobs.ts'

export interface JobsOptions {
  readonly serverUrl: string
  readonly runtime: Runtime
  readonly live: Live
  readonly recordKey: KeyObject
  readonly environment: ExportEnvironment
  readonly logger: Logger | undefined
  readonly metrics: Metrics | undefined
}

/** @returns the way to stop, which waits for the jobs that are running. */
export async function openJobs(options: JobsOptions): Promise<() => Promise<void>> {
  const { serverUrl, runtime, live, recordKey, environment, logger, metrics } = options
  const { clinicId, log } = runtime
  const worker = await startJobs({
    serverUrl,
    clinicId,
    jobs,
    context: { runtime, log, serverUrl, recordKey, environment },
    onFailure: (failure) => note(logger, failure),
  })
  metrics?.watchEach('keel_job_failed_attempts', 'Failed attempts of the present run of each job.', 'job', async () => {
    const statuses = await worker.list().catch(() => [])
    return Object.fromEntries(statuses.map(({ name, failedAttempts }) => [name, failedAttempts]))
  })
  const [checkpoint] = jobs
  let askedAt: number | undefined
  const unsubscribe = live.subscribe(({ position }) => {
    askedAt ??= position
    if (position - askedAt < eventsPerCheckpoint) return
    askedAt = position
    // One that cannot be asked for now is made at the next full hour.
    worker.askFor(checkpoint).catch(() => undefined)
  })
  return async () => {
    unsubscribe()
    await worker.stop()
  }
}

function note(logger: Logger | undefined, { job, attempt, isGivenUp, error }: JobFailure): void {
  const words = isGivenUp ? 'A job failed and is given up until it is due again' : 'A job failed and is tried again'
  logger?.[isGivenUp ? 'error' : 'warn']({ job, attempt, err: error }, words)
}
