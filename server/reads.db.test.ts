import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
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

test('a clean stop loses no read', async () => {
  const other = await openTestClinic(inject('databaseOwnerUrl'))
  const reader = new pg.Client({ connectionString: other.database.ownerUrl })
  await reader.connect()
  const nora = await other.signIn('nora')
  const sessionId = await other.sessionOf('Ana')
  await nora.screen(sessionId)
  await other.stop()
  const { rows } = await reader.query(
    `SELECT data FROM eventlog.event WHERE type = 'RecordRead' AND data->>'place' = 'session'`,
  )
  expect(rows).toHaveLength(1)
  await reader.end()
  await other.close()
})
