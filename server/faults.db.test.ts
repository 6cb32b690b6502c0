/**
 * What can go wrong around a record: disks, lines, clocks, other servers, other versions. After each fault the person has
 * been told, nothing that was acknowledged is lost, nothing is there twice, and the record verifies.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { createTestDatabase, runAs } from '../eventlog/test-database.ts'
import { verify } from '../eventlog/index.ts'
import { type Served, serve } from '../tools/torture/served.ts'
import { startServer } from './index.ts'
import { type Answer, openTestClinic, type TestClinic, type Visitor, visitorAt } from './test-clinic.ts'
import { type Line, openLine } from './test-line.ts'

const observe = (to: Visitor, sessionId: string, commandId: string = randomUUID()) =>
  to.command(sessionId, 'RecordObservation', { observationId: commandId, hr: 70 }, commandId)

/** Sends it until it is acknowledged, as a screen does. Anything but "later" is an answer. */
async function observeUntilAnswered(to: Visitor, sessionId: string, commandId?: string): Promise<Answer> {
  const answers: Answer[] = []
  await vi.waitUntil(
    async () => {
      const answer = await observe(to, sessionId, commandId)
      answers.push(answer)
      return answer.status !== 503
    },
    { timeout: 20_000, interval: 50 },
  )
  return answers.at(-1) as Answer
}

async function observationsIn(to: Visitor, sessionId: string): Promise<readonly string[]> {
  return (await to.screen(sessionId)).session.observations.map(({ observationId }) => observationId)
}

describe('with one clinic', () => {
  let clinic: TestClinic
  let line: Line
  let nurse: Visitor
  let sessionId: string

  beforeAll(async () => {
    const admin = new URL(inject('databaseOwnerUrl'))
    line = await openLine(admin.hostname, Number(admin.port || 5432))
    clinic = await openTestClinic(admin.href, (serverUrl) => {
      const url = new URL(serverUrl)
      url.host = `127.0.0.1:${line.port}`
      return url.href
    })
    nurse = await clinic.signIn('nora')
    sessionId = await clinic.sessionOf('Sam')
  })
  afterAll(async () => {
    await clinic.close()
    line.close()
  })
  afterEach(async () => expect((await verify(clinic.database.ownerUrl)).problems).toEqual([]))

  const asOwner = (...statements: string[]) => runAs(clinic.database.ownerUrl, statements)

  test('a full disk, as PostgreSQL reports it, is told in words, and the same command is written once when there is room', async () => {
    await asOwner(
      `CREATE FUNCTION public.disk_full() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
      'CREATE TRIGGER disk_full BEFORE INSERT ON eventlog.event FOR EACH ROW EXECUTE FUNCTION public.disk_full()',
    )
    const commandId = randomUUID()
    const refused = await observe(nurse, sessionId, commandId)
    await asOwner('DROP TRIGGER disk_full ON eventlog.event', 'DROP FUNCTION public.disk_full')
    expect(refused).toMatchObject({ status: 503, body: { code: 'record-unavailable' } })
    expect(refused.body.detail).toMatch(/^The disk of the database is full: space has to be freed there\..* is safe/)
    expect(await observe(nurse, sessionId, commandId)).toMatchObject({ status: 201, body: { status: 'appended' } })
    expect(await observe(nurse, sessionId, commandId)).toMatchObject({ status: 201, body: { status: 'repeated' } })
  })

  test('a database that can only be read is told in words, and the same command is written once when it can be written', async () => {
    const name = new URL(clinic.database.ownerUrl).pathname.slice(1)
    const reconnect = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`
    await asOwner(`ALTER DATABASE ${name} SET default_transaction_read_only = on`, reconnect)
    const commandId = randomUUID()
    const refused = await observe(nurse, sessionId, commandId)
    await asOwner('SET default_transaction_read_only = off', `ALTER DATABASE ${name} RESET ALL`, reconnect)
    expect(refused.status).toBe(503)
    expect(refused.body.detail).toMatch(/^The database can only be read just now, not written to\..* is safe/)
    expect((await observeUntilAnswered(nurse, sessionId, commandId)).status).toBe(201)
    expect((await observationsIn(nurse, sessionId)).filter((id) => id === commandId)).toHaveLength(1)
  })

  test.each(['to-database', 'from-database'] as const)(
    'a line that breaks at any byte %s in the middle of an append: it is there once or not at all, and a repeat gives the answer',
    async (direction) => {
      const outcomes = { written: 0, notWritten: 0 }
      for (let bytes = 1; bytes < 6_000; bytes = Math.ceil(bytes * 1.35)) {
        const commandId = randomUUID()
        const isCut = line.cutAfter(bytes, direction)
        const [first] = await Promise.all([observe(nurse, sessionId, commandId), isCut])
        expect([201, 503], JSON.stringify(first)).toContain(first.status)
        const again = await observeUntilAnswered(nurse, sessionId, commandId)
        expect(again.status).toBe(201)
        outcomes[again.body.status === 'repeated' ? 'written' : 'notWritten'] += 1
        expect((await observationsIn(nurse, sessionId)).filter((id) => id === commandId)).toHaveLength(1)
      }
      expect(outcomes.written + outcomes.notWritten).toBeGreaterThan(20)
    },
  )

  test('two servers on one database write to the same session and to others at once, and both are right', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'keel-second-'))
    const second = await startServer({
      dataFolder,
      host: '127.0.0.1',
      port: 0,
      demo: true,
      clock: clinic.clock,
      databaseUrl: clinic.database.serverUrl,
      databaseOwnerUrl: clinic.database.ownerUrl,
    })
    onTestFinished(async () => {
      await second.close()
      rmSync(dataFolder, { recursive: true })
    })
    const there = await visitorAt(second.url, 'miguel')
    const otherSessionId = await clinic.sessionOf('Ruth')
    const before = { same: await observationsIn(nurse, sessionId), other: await observationsIn(nurse, otherSessionId) }
    const sent = Array.from({ length: 60 }, (_, index) => ({
      commandId: randomUUID(),
      to: index % 2 === 0 ? nurse : there,
      about: index % 3 === 0 ? otherSessionId : sessionId,
    }))
    const answers = await Promise.all(sent.map(({ commandId, to, about }) => observe(to, about, commandId)))
    // One that others were quicker than again and again is refused, and says so; nothing of it is written.
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`))).toEqual(new Set(['201 ']))
    for (const visitor of [nurse, there]) {
      const idsOf = (about: string) => sent.filter((one) => one.about === about).map(({ commandId }) => commandId)
      const [same, other] = [await observationsIn(visitor, sessionId), await observationsIn(visitor, otherSessionId)]
      expect(same.toSorted()).toEqual([...before.same, ...idsOf(sessionId)].toSorted())
      expect(other.toSorted()).toEqual([...before.other, ...idsOf(otherSessionId)].toSorted())
    }
    const [one] = sent as [(typeof sent)[number]]
    expect((await observe(there, one.about, one.commandId)).body.status).toBe('repeated')
  })
})

test('a clock that was set back: the server says so, is worth a look, and records no time before the last', async () => {
  const clinic = await openTestClinic(inject('databaseOwnerUrl'))
  onTestFinished(() => clinic.close())
  const sessionId = await clinic.sessionOf('Sam')
  const minutesAhead = Math.ceil((Date.now() - Date.parse(clinic.clock.now())) / 60_000) + 90
  clinic.clock.advance(minutesAhead)
  await observe(await clinic.signIn('nora'), sessionId)
  const lastAt = clinic.clock.now()

  const steps: string[] = []
  const dataFolder = mkdtempSync(join(tmpdir(), 'keel-clock-'))
  const server = await startServer({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    demo: false,
    databaseUrl: clinic.database.serverUrl,
    databaseOwnerUrl: clinic.database.ownerUrl,
    onProgress: (message) => steps.push(message),
  })
  onTestFinished(async () => {
    await server.close()
    rmSync(dataFolder, { recursive: true })
  })
  const warnings = steps.filter((step) => step.includes('clock is'))
  expect(warnings).toEqual([expect.stringMatching(/^WARNING: this machine's clock is (89|90) min behind the record's/)])
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'degraded', reasons: ['clock'] })
  const nurse = await visitorAt(server.url, 'nora')
  for (let count = 0; count < 3; count += 1) expect((await observe(nurse, sessionId)).status).toBe(201)
  const { rows } = await queryAs(
    clinic.database.ownerUrl,
    `SELECT count(*)::int AS written, bool_and(recorded_at >= '${lastAt}' AND at >= '${lastAt}') AS later
     FROM (SELECT recorded_at, at FROM eventlog.event ORDER BY position DESC LIMIT 3) newest`,
  )
  expect(rows).toEqual([{ written: 3, later: true }])
  expect(steps.filter((step) => step.includes('clock is'))).toHaveLength(1)
  expect((await verify(clinic.database.ownerUrl)).problems).toEqual([])
})
