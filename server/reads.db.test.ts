import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { createTestDatabase } from '../eventlog/test-database.ts'
import { startServerProcess } from './operate/test-server-process.ts'
import { openTestClinic, type TestClinic } from './test-clinic.ts'

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

async function patients(): Promise<readonly string[]> {
  const { rows } = await owner.query(`SELECT key FROM eventlog.view_document WHERE view_name LIKE 'patient-card%'`)
  return rows.map(({ key }) => key)
}

async function readsOf(patientId: string) {
  const text = `SELECT by_role, data FROM eventlog.event WHERE stream_id = $1 ORDER BY version`
  const { rows } = await owner.query(text, [`reads-${patientId}`])
  return rows.map(({ by_role, data }) => `${by_role} ${data.place}`)
}

test('who saw the board and who saw a patient is in the record, and the director sees it', async () => {
  const [nora, priya] = await Promise.all([clinic.signIn('nora'), clinic.signIn('priya')])
  const [patientId = ''] = await patients()
  expect(await priya.request('GET', `/api/patients/${patientId}/reads`)).toMatchObject({ status: 403 })
  await nora.request('GET', '/api/board')
  expect(await nora.request('GET', `/api/patients/${patientId}`)).toMatchObject({ status: 200, body: { patientId } })
  await vi.waitUntil(async () => (await readsOf(patientId)).length >= 2, { timeout: 10_000 })
  expect(await readsOf(patientId)).toEqual(expect.arrayContaining(['session-monitor patient', 'session-monitor board']))

  const daniel = await clinic.signIn('daniel')
  const { status, body } = await daniel.request('GET', `/api/patients/${patientId}/reads`)
  expect(status).toBe(200)
  const { reads } = body as unknown as { reads: { place: string; by: { name: string } }[] }
  expect(reads).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        place: 'patient',
        by: expect.objectContaining({ name: expect.stringContaining('Nora') }),
      }),
    ]),
  )
  await vi.waitUntil(async () => (await readsOf(patientId)).includes('medical-director reads'), { timeout: 10_000 })
})

test('a patient of whom nothing is known is said to be none, and leaves no trace', async () => {
  const nora = await clinic.signIn('nora')
  const nobody = '00000000-0000-4000-8000-00000000dead'
  expect(await nora.request('GET', `/api/patients/${nobody}`)).toMatchObject({ status: 404 })
  expect(await clinic.stranger.request('GET', `/api/patients/${nobody}`)).toMatchObject({ status: 401 })
  expect(await readsOf(nobody)).toEqual([])
})

test('a clean stop of the process loses no read', async () => {
  const database = await createTestDatabase(inject('databaseOwnerUrl'))
  const server = await startServerProcess(database)
  const reader = new pg.Client({ connectionString: database.ownerUrl })
  try {
    await reader.connect()
    const cookie = await server.signIn('nora')
    const shown = async (path: string) => (await fetch(`${server.url}${path}`, { headers: { cookie } })).json()
    const { rows } = (await shown('/api/board')) as { rows: readonly { sessionId: string; patientId: string }[] }
    await Promise.all(rows.map(({ sessionId }) => shown(`/api/sessions/${sessionId}`)))
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    const written = await reader.query<{ seen: string }>(
      `SELECT stream_id || ' ' || (data->>'place') AS seen FROM eventlog.event WHERE type = 'RecordRead'`,
    )
    const wanted = rows.flatMap(({ patientId }) => [`reads-${patientId} board`, `reads-${patientId} session`])
    expect(wanted.length).toBeGreaterThan(2)
    expect(written.rows.map(({ seen }) => seen)).toEqual(expect.arrayContaining(wanted))
  } finally {
    await reader.end()
    await server.remove()
    await database.drop()
  }
})
