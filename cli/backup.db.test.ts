/** `keel backup` and `keel restore` as an operator runs them, with their exit codes. */
import { execFile, spawnSync } from 'node:child_process'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPostgresEventLog } from '@keel/eventlog'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createTestDatabase, runAs, type TestDatabase } from '../eventlog/test-database.ts'

const keel = fileURLToPath(new URL('./keel.ts', import.meta.url))
const recordKey = generateKeyPairSync('ed25519').privateKey
const pem = recordKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const clinicId = randomUUID()
const at = '2026-11-22T18:09:00.120Z'

let database: TestDatabase
let folder: string
let recipient: string

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keel-backup-'))
  // The account that PostgreSQL runs as under root has to pass through.
  await chmod(folder, 0o711)
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey })
  const by = { personId: 'nurse-1', role: 'nurse' }
  for (const streamId of ['session:1', 'session:2', 'session:3']) {
    const events = Array.from({ length: 50 }, (_, dose) => ({ type: 'DoseGiven', schemaVersion: 1, data: { dose } }))
    const streams = [{ streamId, expectedVersion: 0, events }]
    await log.append({ clinicId, commandId: randomUUID(), command: null, at, recordedAt: at, by, streams })
  }
  await log.close()
  // More than one age chunk, however well it is compressed.
  await runAs(database.ownerUrl, [
    `INSERT INTO eventlog.view_document SELECT '${clinicId}', 'v', n::text, NULL,
     to_jsonb(gen_random_uuid()::text || gen_random_uuid()) FROM generate_series(1, 20000) n`,
  ])
  await run(['checkpoint', '--out', file('checkpoints')])
  recipient = (await run(['backup', '--new-identity', file('identity')])).out.trim()
}, 120_000)

afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

/** With the record key and the database in the environment, unless they are taken out. */
function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): Promise<Run> {
  const own = { DATABASE_URL: '', DATABASE_OWNER_URL: database.ownerUrl, KEEL_RECORD_KEY: pem, KEEL_DATA: folder }
  const [program = '', ...rest] = [...through, process.execPath, keel, ...args]
  return new Promise((done) => {
    execFile(program, rest, { env: { ...process.env, ...own, ...environment } }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

const embedded = { DATABASE_OWNER_URL: '' }

describe('the way of a backup', { timeout: 120_000 }, () => {
  test('out, read back, into a new folder, and held against a checkpoint', async () => {
    expect(recipient).toMatch(/^age1[a-z0-9]{58}$/)
    expect(await readFile(file('identity'), 'utf8')).toContain(`# public key: ${recipient}\nAGE-SECRET-KEY-1`)
    expect((await stat(file('identity'))).mode & 0o777).toBe(0o600)

    const made = await run(['backup', '--out', file('backup'), '--recipient', recipient])
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/of 1 clinic, in a file of .* It is encrypted\./),
    })
    expect((await stat(file('backup'))).mode & 0o777).toBe(0o600)
    expect(await readFile(file('backup'), 'latin1')).not.toContain('DoseGiven')

    const offline = { DATABASE_OWNER_URL: 'postgresql://127.0.0.1:1/none', KEEL_RECORD_KEY: '' }
    const checked = await run(['backup', '--check', file('backup'), '--identity-file', file('identity')], offline)
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining(`clinic     ${clinicId}: 150 events`) })
    expect(checked.out).toContain('table      eventlog.view_document: 20,000 rows')

    const there = ['--data', file('restored')]
    const restored = await run(['restore', file('backup'), '--identity-file', file('identity'), ...there], embedded)
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        'The record is as it was written: 150 events in 3 streams of 1 clinic, 1 checkpoint.',
      ),
    })
    expect(restored.out).not.toContain('NOT')
    const verified = await run(['verify', '--checkpoint', file('checkpoints'), ...there], embedded)
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('The record is as it was written') })

    const again = await run(['restore', file('backup'), '--identity-file', file('identity'), ...there], embedded)
    expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('The database is not empty') })
  })

  test('by a passphrase, from a file or the environment', async () => {
    const passphrase = 'six random words are long enough'
    await writeFile(file('passphrase'), `${passphrase}\n`)
    const made = await run(['backup', '--out', file('by-word')], { KEEL_BACKUP_PASSPHRASE: passphrase })
    expect(made.code).toBe(0)
    expect((await run(['backup', '--check', file('by-word'), '--passphrase-file', file('passphrase')])).code).toBe(0)
    const wrong = await run(['backup', '--check', file('by-word')], { KEEL_BACKUP_PASSPHRASE: 'another passphrase' })
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not the one that') })
  })

  test('that holds a record which is not as it was written is restored, and judged', async () => {
    const forged = await createTestDatabase(inject('databaseOwnerUrl'))
    const other = await createTestDatabase(inject('databaseOwnerUrl'))
    const as = (ownerUrl: string) => ({ DATABASE_OWNER_URL: ownerUrl })
    const key = ['--identity-file', file('identity')]
    await run(['restore', file('backup'), ...key], as(forged.ownerUrl))
    await runAs(forged.ownerUrl, [`UPDATE eventlog.event SET data = '{"dose":50}' WHERE position = 2`])
    await run(['backup', '--out', file('forged'), '--recipient', recipient], as(forged.ownerUrl))
    const restored = await run(['restore', file('forged'), ...key], as(other.ownerUrl))
    expect(restored).toMatchObject({ code: 1, out: expect.stringContaining('The record is NOT as it was written') })
    await forged.drop()
    await other.drop()
  })

  test.each([
    [['backup'], 'Give one of --out, --check and --new-identity'],
    [['backup', '--out', 'x'], 'Give one of --recipient or --recipients-file'],
    [['backup', '--out', 'x', '--recipient', 'age1', '--unencrypted'], 'Give one of --recipient or --recipients-file'],
    [['backup', '--check', 'no-file'], 'no-file cannot be read (ENOENT)'],
    [['backup', '--check', keel], 'is not a backup of Keel'],
    [['restore'], 'Name one backup'],
  ])('%j is answered with what to do', async (args, words) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) })
  })
})

/** As root on Linux a disk of its own can be had, which goes with its last process. */
const smallDisk = (where: string) => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=256k,mode=700 tmpfs "$0" && "$@"; code=$?; ls "$0"; exit $code',
  where,
]
const [program = '', ...args] = [...smallDisk(tmpdir()), 'true']
const canMount = spawnSync(program, args, { stdio: 'ignore' }).status === 0

test.runIf(canMount)('a disk that gets full is told, and nothing is left on it', async () => {
  mkdirSync(file('small'))
  const out = join(file('small'), 'backup')
  const full = await run(['backup', '--out', out, '--recipient', recipient], {}, smallDisk(file('small')))
  // What the disk holds afterwards would stand in `out`.
  expect(full).toMatchObject({ code: 2, out: '', err: expect.stringContaining('written to is full. Free some space') })
  expect(full.err).toContain('No backup was made.')
})
