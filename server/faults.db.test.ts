/**
 * What can go wrong around a record: disks, lines, clocks, other servers, other versions. After each fault the person has
 * been told, nothing that was acknowledged is lost, nothing is there twice, and the record verifies.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { verify } from '../eventlog/index.ts'
import { createTestDatabase, runAs } from '../eventlog/test-database.ts'
import { ownerUrlOf } from '../tools/torture/processes.ts'
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

async function rowsOf(url: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keel-fault-'))
  // The account that PostgreSQL runs as under root has to pass through.
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
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

  test.each([
    { direction: 'to-database', mostly: 'appended' },
    { direction: 'from-database', mostly: 'repeated' },
  ] as const)(
    'a line that breaks at any byte $direction: the append is there once or not at all, and a repeat gives the answer',
    async ({ direction, mostly }) => {
      const outcomes = { appended: 0, repeated: 0 }
      for (let bytes = 1, wasCut = true; wasCut; bytes = Math.ceil(bytes * 1.5)) {
        const commandId = randomUUID()
        line.cutAfter(bytes, direction)
        const first = await observe(nurse, sessionId, commandId)
        wasCut = line.isCut()
        // The answer may have come through before the line broke under something else.
        if (!wasCut) expect(first.status).toBe(201)
        else expect([201, 503]).toContain(first.status)
        line.restore()
        const again = await observeUntilAnswered(nurse, sessionId, commandId)
        expect(again.status).toBe(201)
        if (first.status === 503) outcomes[again.body.status as 'appended' | 'repeated'] += 1
        expect((await observationsIn(nurse, sessionId)).filter((id) => id === commandId)).toHaveLength(1)
      }
      // What was not asked for whole is not written; where only the answer was lost, the record has it.
      expect(outcomes[mostly]).toBeGreaterThan(3)
    },
    60_000,
  )

  test('who signs in while the line is cut is told to try again, and is signed in when it is back', async () => {
    line.cut()
    await expect(clinic.signIn('priya')).rejects.toThrow('priya could not sign in: 503')
    line.restore()
    const prescriber = await vi.waitFor(() => clinic.signIn('priya'), { timeout: 10_000, interval: 100 })
    expect((await prescriber.request('GET', '/api/me')).status).toBe(200)
  })

  test('two servers on one database write to the same session and to others at once, and both are right', async () => {
    const dataFolder = makeFolder()
    const second = await startServer({
      dataFolder,
      host: '127.0.0.1',
      port: 0,
      demo: true,
      clock: clinic.clock,
      databaseUrl: clinic.database.serverUrl,
      databaseOwnerUrl: clinic.database.ownerUrl,
    })
    onTestFinished(() => second.close())
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
  const dataFolder = makeFolder()
  const server = await startServer({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    demo: false,
    databaseUrl: clinic.database.serverUrl,
    databaseOwnerUrl: clinic.database.ownerUrl,
    onProgress: (message) => steps.push(message),
  })
  onTestFinished(() => server.close())
  const warnings = steps.filter((step) => step.includes('clock is'))
  expect(warnings).toEqual([expect.stringMatching(/^WARNING: this machine's clock is (90|91) min behind the record's/)])
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'degraded', reasons: ['clock'] })
  const nurse = await visitorAt(server.url, 'nora')
  for (let count = 0; count < 3; count += 1) expect((await observe(nurse, sessionId)).status).toBe(201)
  const rows = await rowsOf(
    clinic.database.ownerUrl,
    `SELECT count(*)::int AS written, bool_and(recorded_at >= '${lastAt}' AND at >= '${lastAt}') AS later
     FROM (SELECT recorded_at, at FROM eventlog.event ORDER BY position DESC LIMIT 3) newest`,
  )
  expect(rows).toEqual([{ written: 3, later: true }])
  expect(steps.filter((step) => step.includes('clock is'))).toHaveLength(1)
  expect((await verify(clinic.database.ownerUrl)).problems).toEqual([])
})

test('a database of a newer program is left alone: keel serve says so and ends', async () => {
  const database = await createTestDatabase(inject('databaseOwnerUrl'))
  onTestFinished(() => database.drop())
  const migrations = () => rowsOf(database.ownerUrl, 'SELECT * FROM eventlog.migration ORDER BY version')
  await runAs(database.ownerUrl, [
    `INSERT INTO eventlog.migration (version, name, checksum) SELECT max(version) + 1, '9999-from-the-future.sql', ''
     FROM eventlog.migration`,
  ])
  const before = await migrations()
  const environment = { DATABASE_URL: database.serverUrl, DATABASE_OWNER_URL: database.ownerUrl }
  const served = serve(makeFolder(), { environment })
  onTestFinished(() => served.kill(true))
  expect(await served.ready).toBeUndefined()
  expect(served.lastLines()).toContain(
    'The database is newer than this program: it has the migration 9999-from-the-future.sql, which this program does not ' +
      'know. Nothing was changed. Start the newer program.',
  )
  expect(await migrations()).toEqual(before)
})

/** As root on Linux a disk of its own can be had, which nobody else sees and which goes with its last process. */
const ownDisk = (folder: string) => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=120m,mode=711 tmpfs "$0" && exec "$@"',
  folder,
]
const [program = '', ...args] = [...ownDisk(tmpdir()), 'nsenter', '--version']
const canMount = spawnSync(program, args, { stdio: 'ignore' }).status === 0

describe.runIf(canMount)('on a small disk of its own (tmpfs)', { timeout: 120_000 }, () => {
  let folder: string
  let served: Served
  let nurse: Visitor
  let sessionId: string
  const acknowledged: string[] = []

  /** Where the disk is seen from outside. */
  const seen = (name: string) => join(`/proc/${served.pid}/root${folder}`, name)
  const inside = (script: string) =>
    spawnSync('nsenter', ['--target', `${served.pid}`, '--mount', 'sh', '-c', script, folder], { encoding: 'utf8' })

  async function observeFor(count: number): Promise<Answer | undefined> {
    for (let sent = 0; sent < count; sent += 1) {
      const commandId = randomUUID()
      const answer = await observe(nurse, sessionId, commandId)
      if (answer.status !== 201) return answer
      acknowledged.push(commandId)
    }
    return undefined
  }

  async function everythingIsThereOnce(): Promise<void> {
    const there = (await observationsIn(nurse, sessionId)).filter((id) => acknowledged.includes(id))
    expect(there.toSorted()).toEqual(acknowledged.toSorted())
    expect((await verify(ownerUrlOf(seen('data')))).problems).toEqual([])
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keel-disk-'))
    served = serve(join(folder, 'data'), { through: ownDisk(folder) })
    const url = await served.ready
    if (url === undefined) throw new Error(served.lastLines())
    nurse = await visitorAt(url, 'nora')
    const board = (await nurse.request('GET', '/api/board')).body as unknown as {
      rows: { sessionId: string; phase: string }[]
    }
    sessionId = board.rows.find(({ phase }) => phase === 'running')?.sessionId ?? ''
  }, 60_000)
  afterAll(async () => {
    await served.stop()
    rmSync(folder, { recursive: true })
  })

  test('full: it is told, and when there is room everything goes on by itself', async () => {
    expect(await observeFor(5)).toBeUndefined()
    expect(inside('cat /dev/zero > "$0"/filler').stderr).toContain('No space left on device')
    const refused = await observeFor(2_000)
    expect(refused?.body.detail).toContain('The disk of the database is full')
    expect(inside('rm "$0"/filler').status).toBe(0)
    expect((await observeUntilAnswered(nurse, sessionId)).status).toBe(201)
    await everythingIsThereOnce()
  })

  test('so full that PostgreSQL gives up: it is told why, and started anew when there is room', async () => {
    inside('cat /dev/zero > "$0"/filler')
    // PostgreSQL cannot go on without the next segment of its log.
    await expect(
      runAs(
        ownerUrlOf(seen('data')),
        Array(8).fill(`SELECT pg_switch_wal(); SELECT pg_logical_emit_message(true, 'fill', '')`),
      ),
    ).rejects.toThrow()
    expect(await served.said('The database has ended unexpectedly')).toBe(true)
    expect(await served.said(`The disk that holds ${join(folder, 'data')} is full. Free some space`)).toBe(true)
    expect((await observe(nurse, sessionId)).status).toBe(503)
    inside('rm "$0"/filler')
    expect((await observeUntilAnswered(nurse, sessionId)).status).toBe(201)
    await everythingIsThereOnce()
  })

  test('become read-only: it is told why, and started anew when it can be written', async () => {
    const pidFile = '"$0"/data/database/postgres/postmaster.pid'
    // A disk that is written to cannot be made read-only: its last writer goes first.
    const remount = `until mount -o remount,ro "$0" 2>&1; do kill -9 $(head -n 1 ${pidFile}); done; touch "$0"/file`
    expect(inside(remount).stderr).toContain('Read-only file system')
    expect(await served.said(`The disk that holds ${join(folder, 'data')} can only be read`)).toBe(true)
    expect((await observe(nurse, sessionId)).status).toBe(503)
    expect(inside('mount -o remount,rw "$0"').status).toBe(0)
    expect((await observeUntilAnswered(nurse, sessionId)).status).toBe(201)
    await everythingIsThereOnce()
  })
})
