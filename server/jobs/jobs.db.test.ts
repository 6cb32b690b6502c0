/** The queue at work: once, again after a failure, by one at a time, and taken over from the dead. */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { createTestDatabase, runAs, type TestDatabase } from '../../eventlog/test-database.ts'
import { type Job, type JobContext, jobs as realJobs } from './jobs.ts'
import { listJobs } from './list-jobs.ts'
import { releaseJobsOfTheDead } from './presence.ts'
import { migrateQueue } from './queue-tables.ts'
import { type JobFailure, type Jobs, startJobs } from './start-jobs.ts'

let database: TestDatabase
let owner: pg.Pool
const started: Jobs[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Pool({ connectionString: database.ownerUrl })
  // Servers may start together.
  await Promise.all([migrateQueue(database.ownerUrl), migrateQueue(database.ownerUrl)])
})

afterEach(async () => {
  for (const worker of started.splice(0)) await worker.stop()
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

const failures: JobFailure[] = []

async function start(clinicId: string, ...jobs: readonly Job[]): Promise<Jobs> {
  failures.length = 0
  const worker = await startJobs({
    serverUrl: database.serverUrl,
    clinicId,
    jobs,
    context: {} as Omit<JobContext, 'withClient'>,
    onFailure: (failure) => failures.push(failure),
    lookForTheDeadEveryMs: 50,
    pollEveryMs: 50,
  })
  started.push(worker)
  return worker
}

function jobOf(name: string, run: Job['run'], attemptsMax = 3): Job {
  return { name, does: 'something', schedule: '0 0 * * *', madeUpForMs: 0, attemptsMax, run }
}

const queued = async (clinicId: string) =>
  (
    await owner.query(
      `SELECT t.identifier AS task, j.locked_by, j.last_error, j.attempts FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier LIKE '%:' || $1 ORDER BY j.id`,
      [clinicId],
    )
  ).rows

const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 15_000, interval: 10 })
const isEmpty = async (clinicId: string) => (await queued(clinicId)).length === 0
/** The pause before another attempt is the library's; here it is over at once. */
const dueNow = 'UPDATE graphile_worker._private_jobs SET run_at = now()'

describe('a job', () => {
  test('that is asked for runs, and leaves nothing behind', async () => {
    const clinicId = randomUUID()
    let runs = 0
    const job = jobOf('count', async ({ withClient }) => {
      await withClient((client) => client.query('SELECT 1'))
      runs += 1
    })
    const worker = await start(clinicId, job)
    await worker.askFor(job)
    await until(() => isEmpty(clinicId))
    expect(runs).toBe(1)
  })

  test('that fails is tried again; what is kept of the failure quotes nothing', async () => {
    const clinicId = randomUUID()
    let runs = 0
    const job = jobOf('fragile', async () => {
      runs += 1
      if (runs === 1) throw new TypeError('Ms Example, born 1984-03-12')
    })
    const worker = await start(clinicId, job)
    await worker.askFor(job)
    await until(async () => (await queued(clinicId))[0]?.last_error !== null)
    expect(await queued(clinicId)).toMatchObject([
      { locked_by: null, attempts: 1, last_error: 'It failed with TypeError' },
    ])
    expect(await worker.list()).toMatchObject([{ state: 'failed', failedAttempts: 1 }])
    expect(failures).toMatchObject([{ job: 'fragile', attempt: 1, isGivenUp: false }])
    await owner.query(dueNow)
    await until(() => isEmpty(clinicId))
    expect(runs).toBe(2)
  })

  test('that keeps failing is given up and stays to be seen, and is tried anew when it is due again', async () => {
    const clinicId = randomUUID()
    let isBroken = true
    const job = jobOf(
      'broken',
      async () => {
        if (isBroken) throw new Error('no')
      },
      1,
    )
    const worker = await start(clinicId, job)
    await worker.askFor(job)
    await until(async () => (await worker.list())[0]?.state === 'given-up')
    expect(failures).toMatchObject([{ attempt: 1, isGivenUp: true }])
    isBroken = false
    await worker.askFor(job)
    await until(() => isEmpty(clinicId))
  })

  test('runs on one server at a time, and what is asked for meanwhile runs once after it', async () => {
    const clinicId = randomUUID()
    let [running, peak, runs, others] = [0, 0, 0, 0]
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const slow = jobOf('slow', async () => {
      running += 1
      runs += 1
      peak = Math.max(peak, running)
      await gate
      running -= 1
    })
    const other = jobOf('other', async () => {
      others += 1
    })
    const workers = [await start(clinicId, slow, other), await start(clinicId, slow, other)]
    await workers[0]?.askFor(slow)
    await until(() => running === 1)
    for (const worker of [...workers, ...workers]) await worker.askFor(slow)
    // Both have looked at the queue since: each had time to run another job.
    for (let count = 1; count <= 4; count += 1) {
      await workers[count % 2]?.askFor(other)
      await until(() => others >= count)
    }
    expect(running).toBe(1)
    expect((await queued(clinicId)).filter(({ task }) => task.startsWith('slow:'))).toHaveLength(2)
    letGo()
    await until(() => isEmpty(clinicId))
    expect({ peak, runs }).toEqual({ peak: 1, runs: 2 })
  })

  test('of another clinic is left to that clinic’s server', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()]
    const ran: string[] = []
    const jobIn = (clinicId: string) => jobOf('same', async () => void ran.push(clinicId))
    const worker = await start(mine, jobIn(mine))
    await owner.query('SELECT graphile_worker.add_job($1)', [`same:${theirs}`])
    await worker.askFor(jobIn(mine))
    await until(() => isEmpty(mine))
    expect(ran).toEqual([mine])
    expect(await queued(theirs)).toHaveLength(1)
    await start(theirs, jobIn(theirs))
    await until(() => isEmpty(theirs))
    expect(ran).toEqual([mine, theirs])
  })
})

describe('a server', () => {
  test('that stops waits for the job that it runs', async () => {
    const clinicId = randomUUID()
    let letGo = () => {}
    let isDone = false
    const begun = new Promise<void>((begin) => {
      const job = jobOf('last', async () => {
        begin()
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
        isDone = true
      })
      void start(clinicId, job).then((worker) => worker.askFor(job))
    })
    await begun
    const stopping = started.splice(0).map((worker) => worker.stop())
    letGo()
    await Promise.all(stopping)
    expect(isDone).toBe(true)
    expect(await queued(clinicId)).toEqual([])
  })

  test('that was killed loses its job to another; one that lives does not', async () => {
    const clinicId = randomUUID()
    const child = fork(join(import.meta.dirname, 'test-worker.ts'), [database.serverUrl, clinicId])
    await once(child, 'message')
    let runs = 0
    await start(
      clinicId,
      jobOf('endless', async () => {
        runs += 1
      }),
    )
    const [{ locked_by: holder }] = (await queued(clinicId)) as [{ locked_by: string }]
    const server = new pg.Pool({ connectionString: database.serverUrl, max: 1 })
    await releaseJobsOfTheDead(server)
    await server.end()
    expect(await queued(clinicId)).toMatchObject([{ locked_by: holder }])
    expect(runs).toBe(0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await until(() => isEmpty(clinicId))
    expect(runs).toBe(1)
  })

  test('that loses the database in the midst of a job goes on with others when it is back', async () => {
    const clinicId = randomUUID()
    let [isLost, runs] = [false, 0]
    const worker = await start(
      clinicId,
      jobOf('lost', async () => {
        runs += 1
        if (isLost) return
        isLost = true
        await cutOff()
      }),
    )
    const name = new URL(database.serverUrl).username
    const cutOff = async () => {
      await owner.query(`ALTER ROLE ${name} NOLOGIN`)
      await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1`, [name])
    }
    await worker.askFor(jobOf('lost', async () => undefined))
    await until(() => isLost)
    await owner.query(`ALTER ROLE ${name} LOGIN`)
    await until(() => isEmpty(clinicId))
    await vi.waitUntil(
      () =>
        worker.askFor(jobOf('lost', async () => undefined)).then(
          () => true,
          () => false,
        ),
      {
        timeout: 15_000,
      },
    )
    await until(() => isEmpty(clinicId))
    expect(runs).toBeGreaterThanOrEqual(2)
  })

  test('may use the queue and change nothing about it', async () => {
    for (const statement of [
      'DROP TABLE graphile_worker._private_jobs',
      'ALTER TABLE graphile_worker._private_jobs DISABLE ROW LEVEL SECURITY',
      'CREATE TABLE graphile_worker.mine (x integer)',
      'UPDATE graphile_worker.migrations SET breaking = true',
      'CREATE OR REPLACE FUNCTION graphile_worker.force_unlock_workers(worker_ids text[]) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$',
    ])
      await expect(runAs(database.serverUrl, [statement])).rejects.toMatchObject({ code: '42501' })
  })

  test('listens on one connection and never holds more than four', async () => {
    const clinicId = randomUUID()
    const most = `SELECT count(*)::integer AS held, count(*) FILTER (WHERE query LIKE 'LISTEN%')::integer AS listening
      FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pool-%'`
    const seen: { held: number; listening: number }[] = []
    const look = async () => void seen.push((await owner.query(most)).rows[0])
    const busy = ['a', 'b', 'c', 'd'].map((name) => jobOf(name, look))
    const worker = await start(clinicId, ...busy)
    await Promise.all(busy.map((job) => worker.askFor(job)))
    await until(() => isEmpty(clinicId))
    expect(seen).toHaveLength(4)
    for (const { held } of seen) expect(held).toBeLessThanOrEqual(4)
    await until(async () => (await owner.query(most)).rows[0].listening === 1)
  })
})

test('the list of jobs says when each runs next, and of a clinic without a server that none was due', async () => {
  const statuses = await listJobs(owner, randomUUID(), realJobs, new Date('2026-11-22T23:50:30.000Z'))
  expect(statuses.map(({ name, state, nextAt }) => [name, state, nextAt.toISOString()])).toEqual([
    ['checkpoint', 'never', '2026-11-23T00:00:00.000Z'],
    ['rebuild-views', 'never', '2026-11-23T00:20:00.000Z'],
    ['retention', 'never', '2026-11-23T03:40:00.000Z'],
    ['reminders', 'never', '2026-11-23T00:00:00.000Z'],
  ])
})
