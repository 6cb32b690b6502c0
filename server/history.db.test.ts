/**
 * Every schema that a release had, with data which that release wrote, is brought forward to the present one: the record is
 * as it was written, the screens show what they showed, and the release itself could go on running beside it.
 */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate, verify } from '../eventlog/index.ts'
import { createTestDatabase, runAs, type TestDatabase } from '../eventlog/test-database.ts'
import { hashPassword } from './access/password.ts'
import { demoPassword } from './demo/people.ts'
import { type RunningServer, startServer, stoppedClock } from './index.ts'
import type { Answer, Visitor } from './test-clinic.ts'
import { historyFolder, type Screens, screensOf } from './test-history.ts'

const migrationsFolder = new URL('../', historyFolder)
const numbersIn = (folder: URL) =>
  readdirSync(folder).flatMap((name) => (/^\d{4}.*\.sql$/.test(name) ? [Number(name.slice(0, 4))] : []))
const read = (name: string) => readFileSync(new URL(name, historyFolder), 'utf8')

/** Migrations from this one on have not been in a release. Whoever releases them writes their history and raises this. */
const firstUnreleased = 3

it('has a history for every schema that was released', () => {
  const released = numbersIn(migrationsFolder).filter((number) => number < firstUnreleased)
  expect(released.length).toBeGreaterThan(0)
  expect(numbersIn(historyFolder).filter((number) => number < firstUnreleased)).toEqual(released)
})

describe.each(numbersIn(historyFolder))('the schema of migration %i, with what its release wrote', (number) => {
  const name = String(number).padStart(4, '0')
  const before = JSON.parse(read(`${name}.screens.json`)) as Screens
  const events = [...read(`${name}.sql`).matchAll(/^INSERT INTO eventlog\."event"[^;]*?;$/gms)][0]?.[0].split(
    '\n',
  ).length
  let database: TestDatabase
  let folder: string
  let server: RunningServer

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keel-history-'))
    database = await createTestDatabase(inject('databaseOwnerUrl'))
    await runAs(database.ownerUrl, ['DROP SCHEMA eventlog CASCADE'])
    await migrate(database.ownerUrl, undefined, upTo(number))
    await migrate(database.ownerUrl, undefined, accessSet)
    await runAs(database.ownerUrl, [read(`${name}.sql`)])
    await givePasswords(database.ownerUrl)
    server = await startServer({
      dataFolder: folder,
      host: '127.0.0.1',
      port: 0,
      demo: true,
      clock: stoppedClock(before.at),
      databaseUrl: database.serverUrl,
      databaseOwnerUrl: database.ownerUrl,
    })
  })

  afterAll(async () => {
    await server?.close()
    await database?.drop()
    rmSync(folder, { recursive: true })
  })

  /** The set as that release had it. */
  function upTo(last: number) {
    const own = join(folder, 'migrations')
    mkdirSync(own)
    for (const file of readdirSync(migrationsFolder))
      if (Number(file.slice(0, 4)) <= last) cpSync(new URL(file, migrationsFolder), join(own, file))
    return { schema: 'eventlog', folder: pathToFileURL(`${own}/`) }
  }

  it('shows the screens that it showed', async () => {
    const after = await screensOf(await signInAt(server.url), before.at)
    expect(before.board.length).toBeGreaterThan(3)
    expect(after.board).toHaveLength(before.board.length)
    expect(after).toMatchObject(before)
  })

  it('takes a command, and the record is as it was written', async () => {
    const [{ sessionId } = { sessionId: '' }] = before.board.filter(({ phase }) => phase === 'checked-in')
    const nurse = await signInAt(server.url)
    const observationId = '7d7dd6f6-6b53-4d52-9b36-0a3ad7fd8a52'
    const vitals = { observationId, sbp: 118, dbp: 74, hr: 66, spo2: 99 }
    const command = { commandId: randomUUID(), type: 'RecordObservation', data: vitals }
    expect((await nurse.request('POST', `/api/sessions/${sessionId}/commands`, command)).status).toBe(201)
    const report = await verify(database.ownerUrl)
    expect(report.problems).toEqual([])
    expect(report.eventsChecked).toBeGreaterThanOrEqual(Number(events))
  })

  it('still takes every statement that its release sends, should that be running yet', async () => {
    const statements = JSON.parse(read(`${name}.statements.json`)) as readonly string[]
    expect(statements.length).toBeGreaterThan(10)
    const release = new pg.Client({ connectionString: database.serverUrl })
    await release.connect()
    for (const statement of statements) {
      await release.query(`PREPARE sent AS ${statement}`)
      const { rows } = await release.query('SELECT cardinality(parameter_types) AS count FROM pg_prepared_statements')
      const values = Array.from({ length: rows[0].count }, () => 'NULL').join(', ')
      // Plans it and asks for the privileges, and carries nothing out.
      await release.query(`EXPLAIN EXECUTE sent ${values && `(${values})`}`)
      await release.query('DEALLOCATE sent')
    }
    await release.end()
  })
})

const accessSet = { schema: 'access', folder: new URL('./access/migrations/', import.meta.url) }

/** Secrets are not kept in a history. */
async function givePasswords(ownerUrl: string): Promise<void> {
  const hash = await hashPassword(demoPassword)
  await runAs(ownerUrl, [`UPDATE access.account SET password = '${hash}' WHERE "providerId" = 'credential'`])
}

/** The nurse of the demo, at a server whose database was made elsewhere. */
async function signInAt(url: string): Promise<Pick<Visitor, 'request'>> {
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ email: 'nora@demo.example', password: demoPassword })
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';', 1)[0])
  return {
    async request(method, path, sent) {
      const init = { method, headers: { ...headers, cookie: cookie.join('; ') } }
      const answer = await fetch(`${url}${path}`, sent === undefined ? init : { ...init, body: JSON.stringify(sent) })
      return { status: answer.status, body: (await answer.json()) as Answer['body'] }
    },
  }
}
