/** `keel checkpoint`, `keel prove` and `keel verify` as an operator runs them, with their exit codes. */
import { execFile } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createPostgresEventLog, type VerifyReport } from '@keel/eventlog'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createTestDatabase, runAs, type TestDatabase } from '../eventlog/test-database.ts'

const keel = fileURLToPath(new URL('./keel.ts', import.meta.url))
const recordKey = generateKeyPairSync('ed25519').privateKey
const privatePem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const clinicId = randomUUID()
const at = '2026-11-22T18:09:00.120Z'

let database: TestDatabase
let folder: string

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keel-verify-'))
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey })
  const events = [1, 2, 3].map((dose) => ({ type: 'DoseGiven', schemaVersion: 1, data: { dose } }))
  const by = { personId: 'nurse-1', role: 'nurse' }
  const streams = [{ streamId: 'session:1', expectedVersion: 0, events }]
  await log.append({ clinicId, commandId: randomUUID(), command: null, at, recordedAt: at, by, streams })
  await log.close()
})

afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

/** With the record key in the environment, unless it is taken out. */
function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const own = { DATABASE_OWNER_URL: database.ownerUrl, KEEL_RECORD_KEY: privatePem(recordKey), KEEL_DATA: folder }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [keel, ...args],
      { env: { ...process.env, ...own, ...environment } },
      (error, out, err) => done({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

const file = (name: string) => join(folder, name)

async function fileWith(name: string, content: string): Promise<string> {
  await writeFile(file(name), content)
  return file(name)
}

async function otherPublicKey(): Promise<string> {
  const { publicKey } = generateKeyPairSync('ed25519')
  return fileWith(`${randomUUID()}.pem`, publicKey.export({ type: 'spki', format: 'pem' }).toString())
}

describe('the way of a checkpoint', () => {
  test('out of the house and back', async () => {
    expect(await run(['checkpoint', '--out', file('checkpoints')])).toMatchObject({ code: 0, out: '' })
    expect((await run(['checkpoint', '--public-key', file('key.pem')])).code).toBe(0)
    expect(createPublicKey(await readFile(file('key.pem'))).equals(createPublicKey(recordKey))).toBe(true)
    const kept = await readFile(file('checkpoints'), 'utf8')
    expect(kept).toContain(`"clinicId":"${clinicId}"`)
    expect(await run(['checkpoint', '--list'])).toMatchObject({ code: 0, out: kept })

    const report = file('report.json')
    const judged = ['--checkpoint', file('checkpoints'), '--public-key', file('key.pem'), '--report', report]
    const sound = await run(['verify', ...judged])
    expect(sound).toMatchObject({
      code: 0,
      out: expect.stringContaining('The record is as it was written: 3 events in 1'),
    })
    expect(sound.out).not.toContain('NOT checked')
    const written: VerifyReport = JSON.parse(await readFile(report, 'utf8'))
    expect(written).toMatchObject({ format: 'keel-verify-1', seals: 'checked', signatures: 'checked', problems: [] })
    const unkeyed = await run(['verify', '--checkpoint', file('checkpoints')], { KEEL_RECORD_KEY: '' })
    expect(unkeyed).toMatchObject({ code: 0, out: expect.stringMatching(/Seals were NOT checked.*\nSignatures .*NOT/) })
  })

  test('to an address outside, named for its clinic and number', async () => {
    const seen: string[] = []
    const server = createServer(async (request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${await text(request)}`)
      response.end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kept`
    const { code } = await run(['checkpoint', '--to', target], { KEEL_EXPORT_AUTHORIZATION: 'Bearer x' })
    await new Promise((closed) => server.close(closed))
    expect(code).toBe(0)
    expect(seen).toEqual([
      `PUT /kept/${clinicId}/00000001.json Bearer x ${await readFile(file('checkpoints'), 'utf8')}`,
    ])
    const away = await run(['checkpoint', '--to', target])
    expect(away).toMatchObject({ code: 2, err: expect.stringContaining('It is kept in the record') })
  })

  test('that cannot be used as a yardstick judges nothing', async () => {
    const kept = await readFile(file('checkpoints'), 'utf8')
    const changed = await fileWith('changed', kept.replace('"position":3', '"position":2'))
    const cases: readonly [string, string, string][] = [
      [changed, file('key.pem'), 'it was changed after it was signed'],
      [file('checkpoints'), await otherPublicKey(), 'signed by another key than the one given'],
      [await fileWith('no-checkpoint', 'hello\n'), file('key.pem'), 'it is not JSON'],
      [file('no-file'), file('key.pem'), 'ENOENT'],
      [file('checkpoints'), await fileWith('private.pem', privatePem(recordKey)), 'not hold an Ed25519 public key'],
    ]
    for (const [given, key, words] of cases) {
      const answer = await run(['verify', '--checkpoint', given, '--public-key', key])
      expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) })
    }
  })

  test('without a record key ends with what to do', async () => {
    const answer = await run(['checkpoint'], { KEEL_RECORD_KEY: '' })
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no record key') })
  })
})

describe('the proof of one event', () => {
  test('is written for its owner only, and checked without a database', async () => {
    const proof = file('proof.json')
    expect(await run(['prove', '--event', 'session:1:2', '--out', proof])).toMatchObject({ code: 0, out: '' })
    expect((await stat(proof)).mode & 0o777).toBe(0o600)
    const offline = { DATABASE_OWNER_URL: 'postgresql://127.0.0.1:1/none', KEEL_RECORD_KEY: '' }
    const check = (name: string, key: string) => run(['verify', '--proof', name, '--public-key', key], offline)
    const holds = await check(proof, file('key.pem'))
    expect(holds).toMatchObject({
      code: 0,
      out: expect.stringContaining('The proof holds: the event DoseGiven, version 2'),
    })
    const forged = await fileWith('forged.json', (await readFile(proof, 'utf8')).replace('{"dose":2}', '{"dose":9}'))
    const fails = await check(forged, file('key.pem'))
    expect(fails).toMatchObject({ code: 1, out: expect.stringContaining('its hash differs') })
    const judgedByAnother = await check(proof, await otherPublicKey())
    expect(judgedByAnother).toMatchObject({ code: 2, err: expect.stringContaining('another key') })
    expect((await check(file('key.pem'), file('key.pem'))).code).toBe(2)
  })

  test.each([
    [['--event', 'session:1', '--out', 'x'], 'There is no such event'],
    [['--event', 'session', '--out', 'x'], 'Name the event and the file'],
    [['--event', 'session:1:9', '--out', 'x'], 'There is no such event'],
    [['--event', 'session:1:2', '--out', 'x', '--clinic', randomUUID()], 'The record has no clinic'],
  ])('is not written for %j', async (args, words) => {
    expect(await run(['prove', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) })
  })
})

test('a record that is not as it was written is judged so, in words and as JSON, without any data', async () => {
  await runAs(database.ownerUrl, [`UPDATE eventlog.event SET data = '{"dose":50}' WHERE position = 2`])
  const words = await run(['verify'])
  expect(words.code).toBe(1)
  expect(words.out).toContain('The record is NOT as it was written')
  expect(words.out).toContain(`changed    clinic ${clinicId}, session:1, version 2, position 2: The event is not`)
  expect(words.out).not.toContain('dose')
  const report: VerifyReport = JSON.parse((await run(['verify', '--format', 'json'])).out)
  expect(report.problems).toMatchObject([{ kind: 'changed', clinicId, streamId: 'session:1', version: 2, position: 2 }])
  await runAs(database.ownerUrl, ['TRUNCATE eventlog.event, eventlog.stream, eventlog.clinic, eventlog.checkpoint'])
  const gone = await run(['verify', '--checkpoint', file('checkpoints')])
  expect(gone).toMatchObject({ code: 1, out: expect.stringContaining(`nothing of clinic ${clinicId}`) })
})
