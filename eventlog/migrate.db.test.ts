import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createPostgresEventLog, type MigrationSet, migrate, verify } from './index.ts'
import { appendOf, newClinicId } from './test-appends.ts'
import { createTestDatabase, runAs, type TestDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
})

afterAll(() => database.drop())

const clear = 'DROP SCHEMA eventlog CASCADE'
const ownFolder = new URL('./migrations/', import.meta.url)
const ownNames = readdirSync(ownFolder).filter((name) => name.endsWith('.sql'))

async function withOwner<Answer>(run: (owner: pg.Client) => Promise<Answer>): Promise<Answer> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end()
  }
}

/** Asks until it is so. The limit of the test is the limit of this. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate)
}

const tablesIn = async (schema: string) =>
  withOwner(async (owner) => {
    const text = "SELECT relname FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY 1"
    return (await owner.query<{ relname: string }>(text, [schema])).rows.map(({ relname }) => relname)
  })

describe('a database', () => {
  test('is brought forward once, step by step, also when several start at the same moment', async () => {
    await runAs(database.ownerUrl, [clear])
    const steps: string[] = []
    const keep = (message: string) => message.startsWith('Changing') && steps.push(message)
    await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, keep)))
    const all = ownNames.map((name) => `Changing the database: ${name}`)
    expect(steps).toEqual(all)
    await migrate(database.ownerUrl, keep)
    expect(steps).toEqual(all)
  })

  test('that is newer than the program, or was made by other files, is left alone and said to be', async () => {
    const insert = "INSERT INTO eventlog.migration (version, name, checksum) VALUES (9999, '9999-later.sql', 'x')"
    await runAs(database.ownerUrl, [insert])
    await expect(migrate(database.ownerUrl)).rejects.toThrow('The database is newer than this program')
    const update = "UPDATE eventlog.migration SET checksum = 'other' WHERE version = 1"
    await runAs(database.ownerUrl, ['DELETE FROM eventlog.migration WHERE version = 9999', update])
    await expect(migrate(database.ownerUrl)).rejects.toThrow('was made with another 0001-event-log.sql')
  })

  test('keeps nothing of a migration that fails', async () => {
    await runAs(database.ownerUrl, [clear, 'CREATE SCHEMA eventlog', 'CREATE TABLE eventlog.view_state (x integer)'])
    await expect(migrate(database.ownerUrl)).rejects.toThrow('42P07')
    expect(await tablesIn('eventlog')).toEqual(['migration', 'view_state'])
    await runAs(database.ownerUrl, [clear])
    await migrate(database.ownerUrl)
  })
})

describe('a set of migrations', () => {
  let folder: string
  let set: MigrationSet

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keel-migrations-'))
    set = { schema: 'tried', folder: pathToFileURL(`${folder}/`) }
    write('0001-table.sql', 'CREATE TABLE tried.visit (clinic_id uuid, room integer)')
  })

  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await runAs(database.ownerUrl, ['DROP SCHEMA IF EXISTS tried CASCADE'])
  })

  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

  test('waits for a table in use without keeping others from it, and goes on when it is free', async () => {
    await migrate(database.ownerUrl, undefined, set)
    write('0002-note.sql', 'ALTER TABLE tried.visit ADD COLUMN note text')
    await withOwner(async (reader) => {
      await reader.query('BEGIN')
      await reader.query('SELECT count(*) FROM tried.visit')
      const told: string[] = []
      const waits = Promise.withResolvers<void>()
      const done = migrate(
        database.ownerUrl,
        (message) => {
          told.push(message)
          if (message.includes('waits')) waits.resolve()
        },
        set,
      )
      await waits.promise
      // It has stepped back, so that another is not kept behind it. With a lock in the queue this would fail.
      await runAs(database.ownerUrl, ['INSERT INTO tried.visit VALUES (NULL, 1)'])
      await reader.query('COMMIT')
      await done
      expect(told).toEqual([
        'Changing the database: 0002-note.sql',
        '0002-note.sql waits for a table that another transaction uses. Servers go on meanwhile ...',
      ])
    })
    await runAs(database.ownerUrl, ["UPDATE tried.visit SET note = 'is there'"])
  })

  test('gives up in words when a table does not become free, and leaves it as it was', async () => {
    await migrate(database.ownerUrl, undefined, set)
    write('0002-note.sql', 'ALTER TABLE tried.visit ADD COLUMN note text')
    await withOwner(async (reader) => {
      await reader.query('BEGIN')
      await reader.query('SELECT count(*) FROM tried.visit')
      await expect(migrate(database.ownerUrl, undefined, set, 0)).rejects.toThrow('Nothing of it was changed')
      await reader.query('ROLLBACK')
    })
    await expect(runAs(database.ownerUrl, ['SELECT note FROM tried.visit'])).rejects.toThrow('does not exist')
  })

  test('builds an index beside running work, and again from the start when that was interrupted', async () => {
    await migrate(database.ownerUrl, undefined, set)
    await runAs(database.ownerUrl, ['INSERT INTO tried.visit VALUES (NULL, 1), (NULL, 1)'])
    const build = 'CREATE UNIQUE INDEX CONCURRENTLY visit_room ON tried.visit (room)'
    write(
      '0002-index.sql',
      `-- Without a transaction.\nDROP INDEX CONCURRENTLY IF EXISTS tried.visit_room;\n\n${build};`,
    )
    // Two equal rooms end the building of a unique index in the middle: it is there, and invalid.
    await expect(migrate(database.ownerUrl, undefined, set)).rejects.toThrow('23505')
    const validity = () =>
      withOwner(async (owner) => {
        const text = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('tried.visit_room')"
        return (await owner.query<{ indisvalid: boolean }>(text)).rows
      })
    expect(await validity()).toEqual([{ indisvalid: false }])
    await runAs(database.ownerUrl, ['UPDATE tried.visit SET room = 2 WHERE ctid = (SELECT min(ctid) FROM tried.visit)'])
    // Several at once: one that waited for its turn inside PostgreSQL would keep the index from ever being built.
    await Promise.all([1, 2].map(() => migrate(database.ownerUrl, undefined, set)))
    expect(await validity()).toEqual([{ indisvalid: true }])
  })

  test('starts over cleanly when the program was killed in the middle of it', async () => {
    write('0002-more.sql', 'CREATE TABLE tried.half (x integer);\n\nSELECT pg_advisory_xact_lock(4711);')
    await withOwner(async (owner) => {
      await owner.query('SELECT pg_advisory_lock(4711)')
      const child = migrateInAProcess()
      const isInside = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted"
      await until(async () => (await owner.query(isInside)).rowCount === 1)
      child.kill('SIGKILL')
      await once(child, 'exit')
      await owner.query('SELECT pg_advisory_unlock(4711)')
    })
    await migrate(database.ownerUrl, undefined, set)
    expect(await tablesIn('tried')).toEqual(['half', 'migration', 'visit'])
  })

  function migrateInAProcess(): ChildProcess {
    const { href } = new URL('./migrate.ts', import.meta.url)
    const args = JSON.stringify([database.ownerUrl, { schema: set.schema, folder: set.folder.href }])
    const program = `import { migrate } from '${href}'
      const [url, { schema, folder }] = ${args}
      await migrate(url, undefined, { schema, folder: new URL(folder) })`
    return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  }
})

test('a server goes on writing while its tables are changed, and nothing of it is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keel-migrations-'))
  cpSync(ownFolder, folder, { recursive: true })
  const next = String(ownNames.length + 1).padStart(4, '0')
  const after = String(ownNames.length + 2).padStart(4, '0')
  const later = ['clinic', 'stream', 'event', 'view_document', 'view_state']
  const columns = later.map((table) => `ALTER TABLE eventlog.${table} ADD COLUMN later text;`)
  writeFileSync(join(folder, `${next}-later.sql`), columns.join('\n\n'))
  const build = 'CREATE INDEX CONCURRENTLY event_type ON eventlog.event (clinic_id, type);'
  const index = `-- Without a transaction.\nDROP INDEX CONCURRENTLY IF EXISTS eventlog.event_type;\n\n${build}`
  writeFileSync(join(folder, `${after}-index.sql`), index)

  const log = createPostgresEventLog({ serverUrl: database.serverUrl })
  const clinicId = newClinicId()
  let isOver = false
  const write = async (stream: string) => {
    let version = 0
    for (; !isOver; version += 1) {
      const { status } = await log.append(appendOf(clinicId, stream, version))
      expect(status).toBe('appended')
    }
    return version
  }
  const writing = Promise.all(['one', 'two', 'three'].map(write))
  try {
    await migrate(database.ownerUrl, undefined, { schema: 'eventlog', folder: pathToFileURL(`${folder}/`) })
    // And on after it.
    const { position = 0 } = (await log.lastEvent(clinicId)) ?? {}
    await until(async () => ((await log.lastEvent(clinicId))?.position ?? 0) > position + 10)
  } finally {
    isOver = true
  }
  const written = (await writing).reduce((sum, one) => sum + one, 0)
  await log.close()
  rmSync(folder, { recursive: true })
  const report = await verify(database.ownerUrl, { clinicId })
  expect(report).toMatchObject({ problems: [], eventsChecked: written })
  expect(written).toBeGreaterThan(10)
})
