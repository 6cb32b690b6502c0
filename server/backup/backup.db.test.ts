/** A backup of the demo clinic, there and back: the same rows, the same screens, and a record that verifies. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { createPostgresEventLog, listClinics, type MigrationSet, makeCheckpoint, migrate, verify } from '@keel/eventlog'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { createTestDatabase, runAs, type TestDatabase } from '../../eventlog/test-database.ts'
import { demoClinicId } from '../demo/people.ts'
import { startServer } from '../index.ts'
import { migrationSets } from '../migration-sets.ts'
import { readRecordKey } from '../record-key.ts'
import { openTestClinic, type TestClinic, visitorAt } from '../test-clinic.ts'
import { type Frame, type FrameKind, frameOf, readFrames } from './format.ts'
import { checkBackup, makeBackup, makeIdentity, type Opener, readKeyFile, restoreBackup } from './index.ts'

const now = '2026-11-23T16:00:00.000Z'
const nobody: Opener = { identities: [] }

let clinic: TestClinic
let folder: string
let opener: Opener
let recipient: string
/** Of the running clinic, with a checkpoint in it. */
let kept: string

const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keel-backup-'))
  clinic = await openTestClinic(inject('databaseOwnerUrl'))
  recipient = await makeIdentity(file('identity'), now)
  opener = { identities: await readKeyFile(file('identity')) }
  await makeCheckpoint(clinic.database.ownerUrl, demoClinicId, await readRecordKey(clinic.dataFolder), now)
  kept = file('kept')
  await makeBackup(clinic.database.ownerUrl, kept, { lock: { recipients: [recipient] }, now })
})

afterAll(async () => {
  await clinic.close()
  await rm(folder, { recursive: true })
})

interface Board {
  readonly rows: readonly { readonly sessionId: string; readonly phase: string }[]
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase(inject('databaseOwnerUrl'))
  onTestFinished(() => database.drop())
  await runAs(database.ownerUrl, ['DROP SCHEMA eventlog CASCADE'])
  return database
}

async function rowsOf<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table of ours as text, by table; and how each table is walled. */
async function everything(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await rowsOf<{ name: string; walls: string }>(
    url,
    `SELECT oid::regclass::text AS name, relrowsecurity || ' ' || relforcerowsecurity AS walls FROM pg_class
     WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('eventlog', 'access') ORDER BY 1`,
  )
  const found: Record<string, readonly string[]> = {}
  for (const { name, walls } of tables) {
    const columns = name.endsWith('.migration') ? 'version, t.name, checksum' : 't'
    const rows = await rowsOf<{ row: string }>(url, `SELECT ROW(${columns})::text AS row FROM ${name} t ORDER BY 1`)
    found[name] = [walls, ...rows.map(({ row }) => row)]
  }
  return found
}

type Pairs = readonly (readonly [FrameKind, Buffer | object])[]

const asPair = ({ kind, content }: Frame): Pairs[number] => [kind as FrameKind, content]

async function framesOf(name: string): Promise<readonly Frame[]> {
  return Array.fromAsync(readFrames(Readable.from([zstdDecompressSync(await readFile(name))])))
}

function writeFrames(name: string, frames: Pairs): Promise<void> {
  return writeFile(file(name), zstdCompressSync(Buffer.concat(frames.map(([kind, content]) => frameOf(kind, content)))))
}

async function tablesIn(url: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('eventlog', 'access')`,
  )
  return rows.map(({ name }) => name)
}

describe('there and back', () => {
  test('every row of every table is the same, the checkpoint holds, and the clinic goes on', async () => {
    await clinic.stop()
    const before = await everything(clinic.database.ownerUrl)
    const whole = file('whole')
    const made = await makeBackup(clinic.database.ownerUrl, whole, { lock: { recipients: [recipient] }, now })
    expect(made.isWalled).toBe(false)
    expect((await stat(whole)).mode & 0o777).toBe(0o600)
    expect(made.tables.map(({ schema, name }) => `${schema}.${name}`)).toContain('access.user')
    expect(await checkBackup(whole, opener)).toMatchObject({ rows: made.rows, bytes: made.bytes, isEncrypted: true })

    const database = await emptyDatabase()
    const recordKey = await readRecordKey(clinic.dataFolder)
    const { content, report } = await restoreBackup(database.ownerUrl, whole, { opener, recordKey })
    expect(content.header.clinics).toMatchObject([{ clinicId: demoClinicId }])
    expect(report).toMatchObject({ problems: [], seals: 'checked', signatures: 'checked', checkpointsChecked: 1 })
    expect(report.eventsChecked).toBeGreaterThan(10)
    const after = await everything(database.ownerUrl)
    expect(after).toEqual(before)
    expect(Object.values(after).flat().length).toBeGreaterThan(100)

    const options = { dataFolder: clinic.dataFolder, host: '127.0.0.1', port: 0, demo: true, clock: clinic.clock }
    const screens = []
    for (const { serverUrl, ownerUrl } of [clinic.database, database]) {
      const server = await startServer({ ...options, databaseUrl: serverUrl, databaseOwnerUrl: ownerUrl })
      onTestFinished(() => server.close())
      const nurse = await visitorAt(server.url, 'nora')
      const board = (await nurse.request('GET', '/api/board')).body as unknown as Board
      screens.push([board, await nurse.screen(`${board.rows[0]?.sessionId}`)])
      const sessionId = board.rows.find(({ phase }) => phase === 'running')?.sessionId ?? ''
      const observed = await nurse.command(sessionId, 'RecordObservation', { observationId: randomUUID(), hr: 70 })
      expect(observed).toMatchObject({ status: 201, body: { status: 'appended' } })
    }
    expect(screens[1]).toEqual(screens[0])
    expect((await verify(database.ownerUrl, { recordKey })).problems).toEqual([])
  })

  test('by an owner whom row-level security binds', async () => {
    const name = `owner_${randomUUID().slice(0, 8)}`
    const url = (from: string) => Object.assign(new URL(from), { username: name, password: 'pw' }).href
    const databases = [await emptyDatabase(), await emptyDatabase()]
    await runAs(inject('databaseOwnerUrl'), [`CREATE ROLE ${name} LOGIN PASSWORD 'pw' CREATEROLE`])
    onTestFinished(() => runAs(inject('databaseOwnerUrl'), [`DROP ROLE ${name}`]))
    for (const { ownerUrl } of databases) {
      await runAs(ownerUrl, [`GRANT ALL ON DATABASE ${new URL(ownerUrl).pathname.slice(1)} TO ${name}`])
      onTestFinished(() => runAs(ownerUrl, [`DROP OWNED BY ${name} CASCADE`]))
    }
    const [first, second] = databases.map(({ ownerUrl }) => url(ownerUrl)) as [string, string]
    await restoreBackup(first, kept, { opener })
    const bound = await makeBackup(first, file('bound'), { lock: 'unencrypted', now })
    expect(bound.isWalled).toBe(true)
    await expect(restoreBackup(first, kept, { opener })).rejects.toThrow('The database is not empty: it has rows in')
    await restoreBackup(second, file('bound'), { opener: nobody })
    const { rows } = await checkBackup(kept, opener)
    expect(await checkBackup(file('bound'), nobody)).toMatchObject({ rows, isEncrypted: false })
    const [original, copy] = databases as [TestDatabase, TestDatabase]
    expect(await everything(copy.ownerUrl)).toEqual(await everything(original.ownerUrl))
  })

  test('while appends go on, it is of one moment', async () => {
    const source = await createTestDatabase(inject('databaseOwnerUrl'))
    onTestFinished(() => source.drop())
    const recordKey = await readRecordKey(folder)
    const log = createPostgresEventLog({ serverUrl: source.serverUrl, recordKey })
    let isOver = false
    let appended = 0
    const by = { personId: 'nurse-1', role: 'nurse' }
    const appendAll = async (clinicId: string) => {
      for (let version = 0; !isOver; version += 1) {
        const events = [{ type: 'DoseGiven', schemaVersion: 1, data: { note: 'a\tb\\c\nd é 😀' } }]
        const streams = [{ streamId: 'session:1', expectedVersion: version, events }]
        await log.append({ clinicId, commandId: randomUUID(), command: null, at: now, recordedAt: now, by, streams })
        appended += 1
      }
    }
    const appending = Array.from({ length: 4 }, () => appendAll(randomUUID()))
    const seen: number[] = []
    for (const name of ['busy-1', 'busy-2', 'busy-3']) {
      const before = appended
      const { clinics } = await makeBackup(source.ownerUrl, file(name), { lock: 'unencrypted', now })
      seen.push(clinics.reduce((sum, { lastPosition }) => sum + lastPosition, 0))
      expect(seen.at(-1)).toBeGreaterThanOrEqual(before)
      expect(appended).toBeGreaterThan(before)
    }
    isOver = true
    await Promise.all(appending)
    await log.close()
    const clinicIds = await listClinics(source.ownerUrl)
    const later = await Promise.all(clinicIds.map((id) => makeCheckpoint(source.ownerUrl, id, recordKey, now)))
    const target = await emptyDatabase()
    const { report } = await restoreBackup(target.ownerUrl, file('busy-3'), { opener: nobody, recordKey })
    expect(report).toMatchObject({ problems: [], seals: 'checked', eventsChecked: seen[2] })
    // A checkpoint that was kept elsewhere tells that the record was put back, and that it is otherwise sound.
    const checkpoints = later.filter((checkpoint) => checkpoint !== undefined)
    const { problems } = await verify(target.ownerUrl, { recordKey, checkpoints })
    expect(problems.filter(({ kind }) => kind === 'truncated')).toHaveLength(checkpoints.length)
    const ofThese = { checkpoint: 1, kind: expect.stringMatching(/^(truncated|missing|rewritten)$/) }
    expect(problems).toEqual(problems.map(() => expect.objectContaining(ofThese)))
  })
})

describe('a backup is not made', () => {
  const make = (name: string, sets?: readonly MigrationSet[]) =>
    makeBackup(clinic.database.ownerUrl, file(name), { lock: { recipients: [recipient] }, now, ...(sets && { sets }) })

  test('over a file that is there, nor beside one that is being made', async () => {
    await writeFile(file('there'), 'precious')
    await expect(make('there')).rejects.toThrow('exists and was left as it is')
    expect(await readFile(file('there'), 'utf8')).toBe('precious')
    await writeFile(file('started.part'), 'half')
    await expect(make('started')).rejects.toThrow('another backup is being made there, or one was cut short')
    expect(await readFile(file('started.part'), 'utf8')).toBe('half')
  })

  test('into a folder that is not there, nor with keys that are none', async () => {
    await expect(make('no-folder/x')).rejects.toThrow('There is no such folder')
    const secret = opener.identities[0] ?? ''
    const url = clinic.database.ownerUrl
    for (const [lock, words] of [
      [{ recipients: [] }, 'No recipient was given'],
      [{ recipients: ['age1nonsense'] }, 'is not an age recipient'],
      [{ recipients: [secret] }, 'A secret key was given'],
      [{ passphrase: 'too short' }, 'shorter than 16 characters'],
    ] as const) {
      const failure = await makeBackup(url, file('keyless'), { lock, now }).catch((error: Error) => error)
      expect(failure).toMatchObject({ name: 'BackupFailed', message: expect.stringContaining(words) })
      expect(String(failure)).not.toContain(secret)
    }
    expect((await readdir(folder)).filter((name) => /keyless|no-folder/.test(name))).toEqual([])
  })

  test('when a table would be forgotten', async () => {
    const url = clinic.database.ownerUrl
    await runAs(url, ['CREATE TABLE public.notes (id int)'])
    await expect(make('forgotten')).rejects.toThrow('public.notes, which is not one of Keel')
    await runAs(url, ['DROP TABLE public.notes'])
    await expect(make('forgotten', migrationSets.slice(0, 1))).rejects.toThrow(
      'access.account, which is not one of Keel',
    )
    await runAs(url, ['CREATE SEQUENCE access.number'])
    await expect(make('forgotten')).rejects.toThrow('of a kind that a backup cannot hold')
    await runAs(url, ['DROP SEQUENCE access.number'])
  })

  test('of a database without a record, nor of one that is away', async () => {
    const { ownerUrl } = await emptyDatabase()
    const lock = 'unencrypted'
    await expect(makeBackup(ownerUrl, file('none'), { lock, now })).rejects.toThrow(
      'There is no record in this database',
    )
    const away = 'postgresql://127.0.0.1:1/none'
    await expect(makeBackup(away, file('none'), { lock, now })).rejects.toThrow('cannot be reached')
  })

  test('when the database goes away in the middle, and nothing is left of it', async () => {
    let isCut = false
    const onProgress = () => {
      if (isCut) return
      isCut = true
      void runAs(inject('databaseOwnerUrl'), [
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY (SELECT%' AND pid <> pg_backend_pid()`,
      ])
    }
    const source = await createTestDatabase(inject('databaseOwnerUrl'))
    onTestFinished(() => source.drop())
    const wide = `INSERT INTO eventlog.view_document SELECT gen_random_uuid(), 'v', n::text, NULL, to_jsonb(repeat(md5(n::text), 900))
      FROM generate_series(1, 2000) n`
    await runAs(source.ownerUrl, [wide])
    const made = makeBackup(source.ownerUrl, file('lost'), { lock: 'unencrypted', now, onProgress })
    await expect(made).rejects.toThrow('No backup was made.')
    expect((await readdir(folder)).filter((name) => name.startsWith('lost'))).toEqual([])
  })
})

describe('a backup is not restored', () => {
  test('into a database that is not empty', async () => {
    const { ownerUrl } = clinic.database
    const before = await everything(ownerUrl)
    await expect(restoreBackup(ownerUrl, kept, { opener })).rejects.toThrow('is not empty: it has rows in')
    expect(await everything(ownerUrl)).toEqual(before)
    const database = await emptyDatabase()
    await runAs(database.ownerUrl, ['CREATE TABLE public.other (id int)'])
    const words = 'The database is not empty: it has the table public.other.'
    await expect(restoreBackup(database.ownerUrl, kept, { opener })).rejects.toThrow(words)
    expect(await tablesIn(database.ownerUrl)).toEqual([])
  })

  test('by another key, or by none', async () => {
    const { ownerUrl } = await emptyDatabase()
    await makeIdentity(file('other'), now)
    const other = { identities: await readKeyFile(file('other')) }
    await expect(restoreBackup(ownerUrl, kept, { opener: other })).rejects.toThrow('is not the one that')
    await expect(restoreBackup(ownerUrl, kept, { opener: nobody })).rejects.toThrow(
      'is encrypted. Give --identity-file',
    )
    await expect(makeIdentity(file('other'), now)).rejects.toThrow('may be the only key of some backups')
    expect(await tablesIn(ownerUrl)).toEqual([])
  })

  test('when it was made by a newer Keel', async () => {
    const set = migrationSets[0] as MigrationSet
    const older = await mkdtemp(join(folder, 'older-'))
    const names = (await readdir(set.folder)).filter((name) => name.endsWith('.sql')).sort()
    for (const name of names.slice(0, -1)) await writeFile(join(older, name), await readFile(new URL(name, set.folder)))
    const sets = [{ ...set, folder: new URL(`file://${older}/`) }, ...migrationSets.slice(1)]
    const { ownerUrl } = await emptyDatabase()
    const words = `with the migration ${names.at(-1)} of eventlog, which this Keel does not know. Restore it with the Keel that made it`
    await expect(restoreBackup(ownerUrl, kept, { opener, sets })).rejects.toThrow(words)
    await writeFile(join(older, names.at(-1) ?? ''), 'SELECT 1')
    await expect(restoreBackup(ownerUrl, kept, { opener, sets })).rejects.toThrow('which is another one in this Keel')
    expect(await tablesIn(ownerUrl)).toEqual([])
  })

  test('while it can be by a newer one, which brings its tables forward', async () => {
    const set = migrationSets[0] as MigrationSet
    const newer = await mkdtemp(join(folder, 'newer-'))
    for (const name of await readdir(set.folder))
      if (name.endsWith('.sql')) await writeFile(join(newer, name), await readFile(new URL(name, set.folder)))
    await writeFile(join(newer, '0006-later.sql'), 'CREATE TABLE eventlog.later (clinic_id uuid PRIMARY KEY)')
    const sets = [{ ...set, folder: new URL(`file://${newer}/`) }, ...migrationSets.slice(1)]
    const { ownerUrl } = await emptyDatabase()
    expect((await restoreBackup(ownerUrl, kept, { opener, sets })).report.problems).toEqual([])
    expect(await tablesIn(ownerUrl)).toContain('later')
  })

  test('in part: when its end is not right no row stays, and a whole one goes in afterwards', async () => {
    const { ownerUrl } = await emptyDatabase()
    await makeBackup(clinic.database.ownerUrl, file('to-damage'), { lock: 'unencrypted', now })
    const text = zstdDecompressSync(await readFile(file('to-damage')))
    const end = text.length - 3
    text.writeUInt8(text.readUInt8(end) === 0x61 ? 0x62 : 0x61, end)
    await writeFile(file('wrong-end'), zstdCompressSync(text))
    await expect(restoreBackup(ownerUrl, file('wrong-end'), { opener: nobody })).rejects.toThrow(
      /The backup is damaged: its sum is not right\. .* Nothing was restored: the database holds nothing of the backup\./,
    )
    expect(await tablesIn(ownerUrl)).toEqual([])
    // As a restore leaves it that was killed: tables, and no row.
    for (const set of migrationSets) await migrate(ownerUrl, undefined, set)
    expect((await restoreBackup(ownerUrl, kept, { opener })).report.problems).toEqual([])
  })

  test('when a row does not fit, or its tables are not those of its migrations', async () => {
    const { ownerUrl } = await emptyDatabase()
    await makeBackup(clinic.database.ownerUrl, file('to-forge'), { lock: 'unencrypted', now })
    const frames = await framesOf(file('to-forge'))
    const [header, ...rest] = frames
    const content = JSON.parse(`${header?.content}`)
    const strange = { ...content, tables: [{ schema: 'pg_catalog', name: 'pg_authid', columns: ['x'] }] }
    await writeFrames('strange', [['K', strange], ...rest.map(asPair)])
    await expect(restoreBackup(ownerUrl, file('strange'), { opener: nobody })).rejects.toThrow('it is not sound')
    const rows = Buffer.from('not\ta\trow\n')
    const sum = createHash('sha256').update(rows).digest('hex')
    const first = rest.findIndex(({ kind }) => kind === 'D')
    const spoiled = rest.map(asPair)
    spoiled[first] = ['D', rows]
    spoiled[first + 1] = ['E', { rows: 1, bytes: rows.length, sha256: sum }]
    await writeFrames('spoiled', [['K', content], ...spoiled])
    const failure = restoreBackup(ownerUrl, file('spoiled'), { opener: nobody })
    await expect(failure).rejects.toThrow('PostgreSQL refused the request')
    await expect(failure).rejects.not.toThrow('not\ta')
    expect(await tablesIn(ownerUrl)).toEqual([])
  })
})

describe('damage is noticed', () => {
  let plain: string
  let rows: number
  beforeAll(async () => {
    plain = file('plain')
    rows = (await makeBackup(clinic.database.ownerUrl, plain, { lock: 'unencrypted', now })).rows
  })

  async function checkOf(bytes: Buffer): Promise<string> {
    await writeFile(file('damaged'), bytes)
    const content = await checkBackup(file('damaged'), opener).catch((error: Error) => error)
    if (!(content instanceof Error)) return `${content.rows} rows`
    expect(content.name).toBe('BackupFailed')
    return content.message
  }

  test('wherever an encrypted one is cut off', async () => {
    const bytes = await readFile(kept)
    const ends = Array.from({ length: 40 }, (_, part) => Math.floor((bytes.length * part) / 40))
    for (const end of [...ends, 1, 19, 200, 216, bytes.length - 1])
      expect(await checkOf(bytes.subarray(0, end))).toMatch(/damaged|is not a backup|is not the one that/)
    expect(await checkOf(bytes)).toMatch(/rows/)
  })

  test('wherever a byte of an encrypted one has changed, or one was added', async () => {
    const bytes = await readFile(kept)
    const places = Array.from({ length: 60 }, (_, part) => Math.floor((bytes.length * part) / 60))
    for (const place of [...places, ...Array.from({ length: 24 }, (_, part) => part * 10), bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(place) ^ 0x01, place)
      expect(await checkOf(changed)).toMatch(/damaged|is not a backup|is not the one that/)
    }
    expect(await checkOf(Buffer.concat([bytes, Buffer.from('x')]))).toContain('damaged')
  })

  test('wherever an unencrypted one is cut off or changed', async () => {
    const bytes = await readFile(plain)
    expect(await checkOf(bytes)).toBe(`${rows} rows`)
    for (let part = 0; part < 60; part += 1) {
      const place = 8 + Math.floor(((bytes.length - 9) * part) / 59)
      expect(await checkOf(bytes.subarray(0, place))).toContain('damaged')
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(place) ^ 0x10, place)
      expect(await checkOf(changed)).toContain('damaged')
    }
  })
  test('below encryption and compression, by its own sums', async () => {
    const frames = (await framesOf(plain)).map(asPair)
    const at = (kind: string) => frames.findIndex(([one]) => one === kind)
    const header = JSON.parse(`${frames[0]?.[1]}`)
    const row = Buffer.from(frames[at('D')]?.[1] as Buffer)
    row.writeUInt8(row.readUInt8(0) ^ 1, 0)
    const cases: readonly (readonly [string, Pairs, string])[] = [
      ['nothing', frames, 'rows'],
      ['a changed row', frames.with(at('D'), ['D', row]), 'the sum of one of its tables'],
      ['rows gone', frames.toSpliced(at('D'), 1), 'the sum of one of its tables'],
      ['rows doubled', frames.toSpliced(at('D'), 0, frames[at('D')] as Pairs[number]), 'the sum of one of its tables'],
      ['the end of a table gone', frames.toSpliced(at('E'), 1), 'not in order'],
      [
        'another header',
        frames.with(0, ['K', { ...header, madeAt: '2020-01-01T00:00:00.000Z' }]),
        'its sum is not right',
      ],
      ['the end gone', frames.slice(0, -1), 'ends too early'],
      ['more after the end', [...frames, frames[1] as Pairs[number]], 'something follows its end'],
      ['half a header', frames.with(0, ['K', { ...header, tables: undefined }]), 'a part of it is not what'],
      [
        'a newer format',
        frames.with(0, ['K', { format: 'keel-backup-2', keel: '9.0' }]),
        'made by Keel 9.0 in the format',
      ],
    ]
    for (const [name, changed, words] of cases) {
      await writeFrames('changed', changed)
      const { rows: read, message } = (await checkBackup(file('changed'), nobody).catch((error) => error)) as {
        rows?: number
        message?: string
      }
      expect(message ?? `${read} rows`, name).toContain(words)
    }
  })
})
