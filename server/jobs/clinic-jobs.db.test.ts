/** The jobs themselves, in the demo clinic and by its server. */

import { listCheckpoints, verify } from '@keel/eventlog'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { demoClinicId } from '../demo/people.ts'
import { openTestClinic, type TestClinic } from '../test-clinic.ts'
import { jobs } from './jobs.ts'
import { readJobs } from './read-jobs.ts'

let clinic: TestClinic
let owner: pg.Client

beforeAll(async () => {
  clinic = await openTestClinic(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: clinic.database.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await clinic.close()
})

async function runNow(name: (typeof jobs)[number]['name']): Promise<void> {
  const task = `${name}:${demoClinicId}`
  await owner.query('SELECT graphile_worker.add_job($1, queue_name := $1, job_key := $1)', [task])
  await vi.waitUntil(
    async () => {
      const { rows } = await owner.query('SELECT last_error FROM graphile_worker.jobs WHERE task_identifier = $1', [
        task,
      ])
      if (rows[0]?.last_error) throw new Error(rows[0].last_error)
      return rows.length === 0
    },
    { timeout: 15_000 },
  )
}

interface BoardAnswer {
  readonly rows: readonly { readonly sessionId: string }[]
  readonly leftOpen: readonly {
    readonly sessionId: string
    readonly on: string
    readonly patient: { readonly name: string }
  }[]
}

test('every job is on the schedule of the running server', async () => {
  const { rows } = await owner.query('SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY 1')
  expect(rows.map(({ identifier }) => identifier)).toEqual(jobs.map(({ name }) => `${name}:${demoClinicId}`).sort())
  expect((await readJobs(clinic.database.serverUrl, demoClinicId)).map(({ name }) => name)).toEqual(
    jobs.map(({ name }) => name),
  )
})

test('a checkpoint is made, and none when nothing was written since', async () => {
  const { ownerUrl } = clinic.database
  expect(await listCheckpoints(ownerUrl, demoClinicId)).toHaveLength(0)
  await runNow('checkpoint')
  await runNow('checkpoint')
  expect(await listCheckpoints(ownerUrl, demoClinicId)).toHaveLength(1)
})

test('retention removes expired sign-ins and leaves the others and the record as they are', async () => {
  const nurse = await clinic.signIn('nora')
  await clinic.signIn('priya')
  const before = await owner.query('SELECT count(*) FROM eventlog.event')
  const expire = `UPDATE access.session SET "expiresAt" = now() - interval '1 hour' WHERE "userId" =
    (SELECT id FROM access."user" WHERE email LIKE 'priya%')`
  expect((await owner.query(expire)).rowCount).toBeGreaterThan(0)
  await owner.query(`INSERT INTO access.verification VALUES
    ('old', 'x', 'x', now() - interval '1 hour', now(), now()), ('new', 'x', 'x', now() + interval '1 hour', now(), now())`)
  await runNow('retention')
  const expired = 'SELECT FROM access.session WHERE "expiresAt" < now()'
  expect((await owner.query(expired)).rowCount).toBe(0)
  expect((await owner.query('SELECT id FROM access.verification')).rows).toEqual([{ id: 'new' }])
  expect((await nurse.request('GET', '/api/board')).status).toBe(200)
  expect((await owner.query('SELECT count(*) FROM eventlog.event')).rows).toEqual(before.rows)
})

test('views are brought up to date', async () => {
  await owner.query(`DELETE FROM eventlog.view_state WHERE view_name LIKE 'session-board@%'`)
  await runNow('rebuild-views')
  const { rows } = await owner.query(`SELECT position FROM eventlog.view_state WHERE view_name LIKE 'session-board@%'`)
  expect(rows).toEqual([{ position: null }])
})

describe('a session that was never closed', () => {
  const board = async () =>
    (await (await clinic.signIn('nora')).request('GET', '/api/board')).body as unknown as BoardAnswer

  test('is on the next day’s board, once, until it is closed; one that nobody came to is not', async () => {
    const nurse = await clinic.signIn('nora')
    const open = await clinic.sessionOf('Ana')
    const asked = { identifiedBy: ['name', 'birth-date'], weightKg: 70 }
    expect((await nurse.command(open, 'CheckIn', asked)).status).toBe(201)
    expect((await board()).leftOpen).toEqual([])
    await runNow('reminders')
    expect((await board()).leftOpen).toEqual([])
    clinic.clock.advance(24 * 60)
    await runNow('reminders')
    await runNow('reminders')
    const { rows, leftOpen } = await board()
    expect(rows).toEqual([])
    expect(leftOpen.filter(({ sessionId }) => sessionId === open)).toHaveLength(1)
    const events = `SELECT count(*)::integer AS count FROM eventlog.event WHERE type = 'SessionLeftOpen'`
    expect((await owner.query(events)).rows).toEqual([{ count: leftOpen.length }])
    const aborted = await (await clinic.signIn('priya')).command(open, 'AbortSession', {
      reason: 'The patient went home.',
      disposition: 'home',
    })
    expect(aborted.status).toBe(201)
    expect((await board()).leftOpen.some(({ sessionId }) => sessionId === open)).toBe(false)
    expect((await verify(clinic.database.ownerUrl)).problems).toEqual([])
  })
})
