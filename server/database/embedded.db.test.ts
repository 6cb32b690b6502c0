import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Database, openDatabase } from './index.ts'
import { inspectProcess } from './processes.ts'

/** A data folder that was used and closed, for the tests to start from. */
let usedFolder: string
let dataFolder: string

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keel test '))
  chmodSync(folder, 0o711)
  return folder
}

beforeAll(async () => {
  usedFolder = makeFolder()
  await (await openDatabase({ dataFolder: usedFolder })).close()
})

beforeEach(() => {
  dataFolder = makeFolder()
})

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

afterAll(() => rmSync(usedFolder, { recursive: true, force: true }))

/** The copy belongs to us, not to the account of PostgreSQL: as after a restore from a plain file copy. */
function startFromUsed(): void {
  cpSync(usedFolder, dataFolder, { recursive: true })
}

async function open(): Promise<Database> {
  const database = await openDatabase({ dataFolder })
  onTestFinished(() => database.close())
  return database
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Opens the database in a process of its own. */
async function openElsewhere(): Promise<{ owner: ChildProcess; ownerUrl: string }> {
  const owner = spawn(process.execPath, [join(import.meta.dirname, 'test-owner.ts'), dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void owner.kill('SIGKILL'))
  const [line] = await once(createInterface(owner.stdout as NodeJS.ReadableStream), 'line')
  return { owner, ...(JSON.parse(line) as { ownerUrl: string }) }
}

const postgresFile = (name: string) => join(dataFolder, 'database', 'postgres', name)

function postgresPid(): number {
  return Number(readFileSync(postgresFile('postmaster.pid'), 'utf8').split('\n')[0])
}

async function openedAgain(): Promise<Record<string, unknown>[]> {
  return query((await open()).serverUrl, 'SELECT 1 AS one')
}

async function untilGone(pid: number): Promise<void> {
  await vi.waitUntil(() => inspectProcess(pid)?.zombie ?? true, { timeout: 10_000, interval: 10 })
}

describe('a new data folder', () => {
  test('gets a durable database in UTC with the three roles', async () => {
    const database = await open()
    const settings = await query(
      database.ownerUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('timezone') AS timezone,
       current_setting('lc_messages') AS messages, current_setting('data_checksums') AS checksums,
       current_setting('password_encryption') AS passwords, current_setting('server_encoding') AS encoding`,
    )
    expect(settings).toEqual([
      { fsync: 'on', timezone: 'UTC', messages: 'C', checksums: 'on', passwords: 'scram-sha-256', encoding: 'UTF8' },
    ])
    const roles = await query(
      database.ownerUrl,
      `SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname LIKE 'keel%' ORDER BY 1`,
    )
    const plain = { rolsuper: false, rolcreaterole: false, rolbypassrls: false }
    expect(roles).toEqual([
      { rolname: 'keel_app', rolcanlogin: false, ...plain },
      { rolname: 'keel_owner', rolcanlogin: true, rolsuper: true, rolcreaterole: true, rolbypassrls: true },
      { rolname: 'keel_server', rolcanlogin: true, ...plain },
    ])
    expect(
      await query(database.serverUrl, `SELECT pg_has_role('keel_app', 'USAGE') AS member, current_database()`),
    ).toEqual([{ member: true, current_database: 'keel' }])
  })

  test('gives the server role no right to make tables', async () => {
    const database = await open()
    await expect(query(database.serverUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied')
  })

  test('keeps passwords to us and the data to the account of PostgreSQL', async () => {
    const database = await open()
    expect(statSync(join(dataFolder, 'database', 'passwords.json')).mode & 0o777).toBe(0o600)
    expect(statSync(postgresFile('.')).mode & 0o777).toBe(0o700)
    const wrong = new URL(database.serverUrl)
    wrong.password = 'guess'
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  })

  test('is made whole by two first starts at once, of which one is told who has it', async () => {
    const results = await Promise.allSettled([openDatabase({ dataFolder }), openDatabase({ dataFolder })])
    const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
    onTestFinished(async () => void (await Promise.all(opened.map((database) => database.close()))))
    expect(opened).toHaveLength(1)
    expect(refused).toEqual([expect.stringContaining(`is in use by process ${process.pid}`)])
    expect(await query(opened[0]?.serverUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('works below a folder that is closed to all other accounts, or says why it cannot', async () => {
    chmodSync(dataFolder, 0o700)
    // Root needs a user namespace to pass, which some containers forbid and some machines have no program for.
    const isRoot = process.getuid?.() === 0
    const canPass = !isRoot || spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0
    if (!canPass) {
      await expect(openDatabase({ dataFolder })).rejects.toThrow('other accounts cannot enter')
      return
    }
    const database = await open()
    expect(await query(database.serverUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('a data folder that was used before', () => {
  beforeEach(startFromUsed)

  test('keeps its rows over a stop and a start, and starts quickly', async () => {
    const first = await open()
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = postgresPid()
    await first.close()
    await first.close()
    expect(inspectProcess(pid)?.zombie ?? true).toBe(true)
    const steps: string[] = []
    const startedMs = performance.now()
    const second = await openDatabase({ dataFolder, onProgress: (message) => steps.push(message) })
    onTestFinished(() => second.close())
    expect(performance.now() - startedMs).toBeLessThan(5_000)
    expect(steps).toEqual([])
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('is refused to a second opener, who is told by whom it is used', async () => {
    const { owner } = await openElsewhere()
    const pid = postgresPid()
    await expect(openDatabase({ dataFolder })).rejects.toThrow(
      `${dataFolder} is in use by process ${owner.pid}, another Keel`,
    )
    expect(postgresPid()).toBe(pid)
  })

  test('made by another PostgreSQL version is refused and left as it is', async () => {
    writeFileSync(postgresFile('PG_VERSION'), '16\n')
    await expect(openDatabase({ dataFolder })).rejects.toThrow(
      'was made by PostgreSQL 16; this Keel brings PostgreSQL 18',
    )
  })

  test('whose pid file names a process that is no PostgreSQL is started', async () => {
    writeFileSync(postgresFile('postmaster.pid'), `${process.pid}\n${postgresFile('.')}\n0\n1\n\n\n\nready\n`)
    const database = await open()
    expect(await query(database.serverUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('whose pid file names nobody is started', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(postgresFile('postmaster.pid'), `${gone}\n${postgresFile('.')}\n0\n1\n\n\n\nready\n`)
    const database = await open()
    expect(await query(database.serverUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test.runIf(process.platform === 'linux')(
    'whose pid file names a zombie that nobody collects is started',
    async () => {
      // The shell becomes a program that never asks after its child.
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] })
      onTestFinished(() => void parent.kill('SIGKILL'))
      const [line] = await once(createInterface(parent.stdout as NodeJS.ReadableStream), 'line')
      const zombie = Number(line)
      await vi.waitUntil(() => inspectProcess(zombie)?.zombie, { timeout: 10_000, interval: 10 })
      writeFileSync(postgresFile('postmaster.pid'), `${zombie}\n${postgresFile('.')}\n0\n1\n\n\n\nready\n`)
      const database = await open()
      expect(await query(database.serverUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    },
  )
})

describe('kill -9', () => {
  beforeEach(startFromUsed)

  test('of Keel leaves no PostgreSQL behind, and the next start has every committed row', async () => {
    const { owner, ownerUrl } = await openElsewhere()
    await query(ownerUrl, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS id')
    const pid = postgresPid()
    owner.kill('SIGKILL')
    await untilGone(pid)
    const database = await open()
    expect(await query(database.ownerUrl, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1000 }])
  })

  test('of Keel just before the next start makes that start wait, not fail', async () => {
    const { owner } = await openElsewhere()
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    const database = await open()
    expect(await query(database.serverUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('of Keel and its guard leaves a PostgreSQL that the next start replaces', async () => {
    const { owner, ownerUrl } = await openElsewhere()
    await query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = postgresPid()
    process.kill(inspectProcess(pid)?.parentPid ?? 0, 'SIGKILL')
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    expect(inspectProcess(pid)?.zombie).toBe(false)
    const steps: string[] = []
    const database = await openDatabase({ dataFolder, onProgress: (message) => steps.push(message) })
    onTestFinished(() => database.close())
    expect(steps).toEqual([`Stopping a PostgreSQL (process ${pid}) that an earlier run left behind ...`])
    expect(postgresPid()).not.toBe(pid)
    expect(await query(database.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('of the guard is noticed: the database gets another one, and close() stops it', async () => {
    const steps: string[] = []
    const database = await openDatabase({ dataFolder, onProgress: (message) => steps.push(message) })
    onTestFinished(() => database.close())
    await query(database.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const guardPid = inspectProcess(postgresPid())?.parentPid ?? 0
    process.kill(guardPid, 'SIGKILL')
    await vi.waitUntil(() => steps.includes('The database runs again.'), { timeout: 10_000, interval: 10 })
    expect(steps[0]).toContain('has ended unexpectedly and is started anew')
    const pid = postgresPid()
    expect(inspectProcess(pid)?.parentPid).not.toBe(guardPid)
    expect(await query(database.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await database.close()
    expect(inspectProcess(pid)?.zombie ?? true).toBe(true)
  })

  test('of the guard just before close() leaves no PostgreSQL behind', async () => {
    const database = await open()
    const pid = postgresPid()
    process.kill(inspectProcess(pid)?.parentPid ?? 0, 'SIGKILL')
    await database.close()
    await untilGone(pid)
    expect(await openedAgain()).toEqual([{ one: 1 }])
  })

  test('of PostgreSQL itself is noticed: it is started anew at the same address, with the committed rows', async () => {
    const steps: string[] = []
    const database = await openDatabase({ dataFolder, onProgress: (message) => steps.push(message) })
    onTestFinished(() => database.close())
    await query(database.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    process.kill(postgresPid(), 'SIGKILL')
    await vi.waitUntil(() => steps.includes('The database runs again.'), { timeout: 10_000, interval: 10 })
    expect(await query(database.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })

  test('of PostgreSQL itself lets close() end at once, and the next start has the committed rows', async () => {
    const database = await open()
    await query(database.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')
    process.kill(postgresPid(), 'SIGKILL')
    await database.close()
    const next = await open()
    expect(await query(next.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  })
})

test('a data folder that cannot be made is told with its name', async () => {
  const file = join(dataFolder, 'file')
  writeFileSync(file, '')
  await expect(openDatabase({ dataFolder: join(file, 'data') })).rejects.toThrow(
    `The data folder ${join(file, 'data')} cannot be written to by this user`,
  )
})
