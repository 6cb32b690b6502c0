/**
 * Every statement that the server sends about the record names one clinic, so that a database which is spread over machines
 * carries each out on the one machine that holds that clinic. What is really sent is read off the wire.
 */
import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createPostgresEventLog, makeCheckpoint, proveEvent, verify } from '../eventlog/index.ts'
import { appendOf, newClinicId } from '../eventlog/test-appends.ts'
import { demoClinicId } from './demo/people.ts'
import { views } from './runtime/views.ts'
import { openTestClinic } from './test-clinic.ts'
import { openTap } from './test-statements.ts'
import { isVisited, routesInSources, walkEveryRoute } from './test-walk.ts'

/** Statements about more than one clinic, or about none, each with the reason. All of them only read. */
const acrossClinics: readonly { readonly start: string; readonly because: string }[] = [
  {
    start: 'SELECT clinic_id FROM eventlog.clinic ORDER BY',
    because: 'which clinics there are, for work on each in turn; row-level security shows no more than that',
  },
  {
    start: 'SELECT clinic_id FROM eventlog.clinic UNION SELECT clinic_id FROM eventlog.stream',
    because: 'keel verify looks for rows of clinics that the record does not know',
  },
  {
    start: 'SELECT coalesce(sum(last_position), 0) AS total FROM eventlog.clinic',
    because: 'keel verify tells how far it is',
  },
]

const ownClinic = /\bclinic_id = (\$1\b|'[0-9a-f-]{36}')/
const insertsForClinic = /\bINSERT INTO eventlog\.\w+ \(clinic_id,/

/** Whether each table of the record in the statement is confined to a clinic, and one clinic is named as such. */
function namesItsClinic(statement: string): boolean {
  const tables = statement.match(/\beventlog\.\w+/g) ?? []
  const mentions = statement.match(/\bclinic_id\b/g) ?? []
  return mentions.length >= tables.length && (ownClinic.test(statement) || insertsForClinic.test(statement))
}

let asked: readonly string[]
let statements: readonly string[]

beforeAll(async () => {
  const admin = inject('databaseOwnerUrl')
  const tap = await openTap(admin)
  const clinic = await openTestClinic(admin, tap.through)
  const serverUrl = tap.through(clinic.database.serverUrl)
  try {
    asked = await walkEveryRoute(clinic)
    await rebuildViews(clinic.database.ownerUrl, serverUrl)
    await prove(serverUrl)
    await verify(serverUrl)
  } finally {
    await clinic.close()
    tap.close()
  }
  statements = tap.statements().filter((statement) => /\beventlog\.\w/.test(statement))
})

/** As after a release with new views. */
async function rebuildViews(ownerUrl: string, serverUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('DELETE FROM eventlog.view_state')
  await owner.end()
  const log = createPostgresEventLog({ serverUrl, views })
  await log.rebuildViews()
  for (const { name } of views) await log.listView(demoClinicId, name)
  await log.readAll(demoClinicId, 0, 10)
  await log.close()
}

/** In a clinic whose key is at hand. */
async function prove(serverUrl: string): Promise<void> {
  const { privateKey: recordKey } = generateKeyPairSync('ed25519')
  const clinicId = newClinicId()
  const log = createPostgresEventLog({ serverUrl, recordKey })
  await log.append(appendOf(clinicId, 's', 0))
  await log.close()
  await makeCheckpoint(serverUrl, clinicId, recordKey, '2026-11-23T15:00:00.000Z')
  await proveEvent(serverUrl, { clinicId, streamId: 's', version: 1 })
}

describe('what the server sends', () => {
  it('was asked for at every address', () => {
    const routes = routesInSources()
    expect(routes.length).toBeGreaterThanOrEqual(9)
    expect(routes.filter((route) => !isVisited(route, asked))).toEqual([])
  })

  it('was seen: reads, appends, views and proofs', () => {
    for (const table of ['clinic', 'stream', 'event', 'view_document', 'view_state', 'checkpoint'])
      expect(statements.some((statement) => statement.includes(`eventlog.${table}`))).toBe(true)
    expect(statements.some((statement) => statement.includes('INSERT INTO eventlog.event'))).toBe(true)
    expect(statements.some((statement) => statement.includes('DELETE FROM eventlog.view_document'))).toBe(true)
    expect(statements.length).toBeGreaterThan(15)
  })

  it('names its clinic in every statement about the record', () => {
    const isAcross = (statement: string) => acrossClinics.some(({ start }) => statement.startsWith(start))
    expect(statements.filter((statement) => !namesItsClinic(statement) && !isAcross(statement))).toEqual([])
  })

  it('needs each of the exceptions', () => {
    const unused = acrossClinics.filter(({ start }) => !statements.some((statement) => statement.startsWith(start)))
    expect(unused).toEqual([])
  })
})

describe('a statement', () => {
  it.each([
    ['SELECT data FROM eventlog.event WHERE position > $1', false],
    ['SELECT clinic_id FROM eventlog.event', false],
    ['SELECT d.doc FROM eventlog.view_state s JOIN eventlog.view_document d USING (key) WHERE s.clinic_id = $1', false],
    ['SELECT data FROM eventlog.event WHERE clinic_id = coalesce($1, clinic_id)', false],
    ['INSERT INTO eventlog.stream (stream_id, clinic_id) VALUES ($1, $2)', false],
    ['SELECT data FROM eventlog.event WHERE clinic_id = $1 AND position > $2', true],
    ['INSERT INTO eventlog.stream (clinic_id, stream_id) VALUES ($1, $2)', true],
  ])('%s: names its clinic? %s', (statement, isNamed) => expect(namesItsClinic(statement)).toBe(isNamed))
})
