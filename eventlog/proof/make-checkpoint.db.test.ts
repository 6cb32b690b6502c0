import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  checkProof,
  createPostgresEventLog,
  type EventLog,
  EventLogUnavailable,
  exportProof,
  InvalidCheckpoint,
  listCheckpoints,
  listClinics,
  makeCheckpoint,
  parseProof,
  proveEvent,
  type RecordedEvent,
  verify,
  verifyCheckpointSignature,
} from '../index.ts'
import { appendOf, eventOf, newClinicId } from '../test-appends.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { checkpointHash, noPreviousCheckpoint } from './checkpoint.ts'

const recordKey = generateKeyPairSync('ed25519').privateKey
const publicKey = createPublicKey(recordKey)
const otherKey = generateKeyPairSync('ed25519').privateKey
const now = '2026-11-22T19:00:00.000Z'

let database: TestDatabase
let owner: pg.Client
let log: EventLog
let clinicId: string

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey })
})

afterAll(async () => {
  await log.close()
  await owner.end()
  await database.drop()
})

beforeEach(() => {
  clinicId = newClinicId()
})

async function append(streamId: string, versionBefore: number, count: number): Promise<readonly RecordedEvent[]> {
  const events = Array.from({ length: count }, (_, index) => eventOf({ index, note: 'é"\\\n' }))
  const streams = [{ streamId, expectedVersion: versionBefore, events }]
  const result = await log.append(appendOf(clinicId, streamId, 0, { streams }))
  if (result.status !== 'appended') throw new Error(result.status)
  return result.events
}

const make = (key = recordKey) => makeCheckpoint(database.serverUrl, clinicId, key, now)

describe('a checkpoint', () => {
  test('says what the record was, follows the one before, and is made anew only when something was written', async () => {
    await append('a', 0, 3)
    const first = await make()
    expect(first).toMatchObject({ clinicId, number: 1, position: 3, streams: 1, madeAt: now })
    expect(first?.previous).toBe(noPreviousCheckpoint)
    expect(await makeCheckpoint(database.serverUrl, clinicId, recordKey, '2027-01-01T00:00:00.000Z')).toEqual(first)
    await append('b', 0, 1)
    const second = await make()
    expect(second).toMatchObject({ number: 2, position: 4, streams: 2, previous: first && checkpointHash(first) })
    expect(second && verifyCheckpointSignature(second, publicKey)).toBe('signed')
    expect(await listCheckpoints(database.serverUrl, clinicId)).toEqual([first, second])
    const { problems } = await verify(database.ownerUrl, { clinicId, recordKey, checkpoints: second ? [second] : [] })
    expect(problems).toEqual([])
  })

  test('sorts the heads of streams as PostgreSQL does, beyond the characters of one UTF-16 unit', async () => {
    for (const streamId of ['\u{1F600}', '\uFF5E', 'z', 'é', 'A']) await append(streamId, 0, 1)
    expect(await make()).toMatchObject({ streams: 5 })
    expect((await verify(database.ownerUrl, { clinicId, recordKey })).problems).toEqual([])
  })

  test('of a clinic without events is none, and one that is no UUID is refused', async () => {
    expect(await make()).toBeUndefined()
    expect(() => makeCheckpoint(database.serverUrl, 'x', recordKey, now)).toThrow(RangeError)
  })

  test('is made once for what was written, by however many makers, while appends go on', async () => {
    let version = 0
    for (let round = 0; round < 5; round += 1) {
      const writing = append('live', version, 2)
      await Promise.all([writing, ...Array.from({ length: 4 }, () => make())])
      version += 2
    }
    await make()
    const made = await listCheckpoints(database.serverUrl, clinicId)
    expect(made.map(({ number }) => number)).toEqual(made.map((_, index) => index + 1))
    expect(made.at(-1)?.position).toBe(10)
    expect((await verify(database.ownerUrl, { clinicId, recordKey })).problems).toEqual([])
  })

  test('of a record that a release without seals wrote is made from its events', async () => {
    await append('a', 0, 4)
    await owner.query("UPDATE eventlog.clinic SET tree = '', seal = NULL WHERE clinic_id = $1", [clinicId])
    expect(await make()).toMatchObject({ number: 1, position: 4 })
    const { problems } = await verify(database.ownerUrl, { clinicId, publicKeys: [publicKey] })
    expect(problems).toEqual([])
  })

  test('clinics are listed', async () => {
    await append('a', 0, 1)
    expect(await listClinics(database.serverUrl)).toContain(clinicId)
  })
})

describe('no checkpoint is made', () => {
  test.each([
    ['of a record with another seal', "UPDATE eventlog.clinic SET seal = decode(repeat('ab', 32), 'hex')", 'its seal'],
    ['of a record whose tree is none', "UPDATE eventlog.clinic SET tree = '\\x01'", 'its seal'],
    ['of a record shorter than its tree', 'UPDATE eventlog.clinic SET last_position = 3', 'shorter than its sealed'],
    [
      'of a record shorter than its last one',
      'UPDATE eventlog.clinic SET last_position = 1',
      'than at its checkpoint 1',
    ],
    ['behind one that is spoiled', "UPDATE eventlog.checkpoint SET body = '{}'", 'its last one is spoiled'],
    ['of events without streams', 'DELETE FROM eventlog.stream', 'no streams'],
  ])('%s', async (_, statement, reason) => {
    await append('a', 0, 2)
    await make()
    await append('a', 2, 2)
    await owner.query(`${statement} WHERE clinic_id = $1`, [clinicId])
    await expect(make()).rejects.toThrow(reason)
    const { rows } = await owner.query('SELECT number FROM eventlog.checkpoint WHERE clinic_id = $1', [clinicId])
    expect(rows).toHaveLength(1)
  })

  test('with another key than the one that seals', async () => {
    await append('a', 0, 2)
    await expect(make(otherKey)).rejects.toThrow('No checkpoint of clinic')
  })

  test('while the database is away', async () => {
    const away = new URL(database.serverUrl)
    away.port = '1'
    await expect(makeCheckpoint(away.href, clinicId, recordKey, now)).rejects.toBeInstanceOf(EventLogUnavailable)
  })
})

describe('the proof of an event', () => {
  const place = (streamId: string, version: number) => ({ clinicId, streamId, version })

  test('of every event holds, after it went through a file, and tells nothing of the others', async () => {
    const events = [...(await append('a', 0, 5)), ...(await append('secret', 0, 2)), ...(await append('a', 5, 4))]
    await make()
    await append('a', 9, 3)
    for (const event of events.filter(({ streamId }) => streamId === 'a')) {
      const text = exportProof(await proveEvent(database.serverUrl, place('a', event.version)))
      const proof = parseProof(text)
      expect(proof.event).toEqual(event)
      expect(checkProof(proof, publicKey)).toEqual([])
      expect(text).not.toContain('secret')
    }
  })

  test('of an event that was changed, or stands elsewhere, or under another checkpoint, does not hold', async () => {
    await append('a', 0, 7)
    await make()
    const proof = await proveEvent(database.serverUrl, place('a', 3))
    const { event, checkpoint, path } = proof
    const hash = 'The event is not what was written'
    const root = 'The event is not in the record'
    const cases: readonly [typeof proof, ...string[]][] = [
      [{ ...proof, event: { ...event, data: { dose: 50 } } }, hash],
      [{ ...proof, event: { ...event, by: { ...event.by, role: 'prescriber' } } }, hash],
      [{ ...proof, event: { ...event, commandId: `${event.commandId}","x":"` } }, hash],
      [{ ...proof, event: { ...event, position: 4 } }, hash, root],
      [{ ...proof, event: { ...event, hash: 'ab'.repeat(32) } }, hash, root],
      [{ ...proof, path: path.toReversed() }, root],
      [{ ...proof, path: path.slice(1) }, root],
      [{ ...proof, checkpoint: { ...checkpoint, events: 'ab'.repeat(32) } }, 'The signature', root],
      [{ ...proof, event: { ...event, clinicId: newClinicId() } }, 'The event and the checkpoint', hash],
    ]
    for (const [changed, ...faults] of cases) {
      const found = checkProof(changed, publicKey)
      expect(found.map((sentence) => faults.find((fault) => sentence.startsWith(fault)))).toEqual(faults)
    }
    expect(() => checkProof(proof, createPublicKey(otherKey))).toThrow(InvalidCheckpoint)
  })

  test('is not made of an event that there is not, or that no checkpoint covers', async () => {
    await append('a', 0, 1)
    await expect(proveEvent(database.serverUrl, place('a', 1))).rejects.toThrow('No checkpoint covers this event yet')
    await make()
    await append('a', 1, 1)
    await expect(proveEvent(database.serverUrl, place('a', 2))).rejects.toThrow('No checkpoint covers this event yet')
    await expect(proveEvent(database.serverUrl, place('a', 9))).rejects.toThrow('There is no such event')
  })

  test('is not read when it holds a field that the hash does not cover, or lacks one', async () => {
    await append('a', 0, 1)
    await make()
    const proof = await proveEvent(database.serverUrl, place('a', 1))
    const { ruleset, ...lacking } = proof.event
    for (const event of [
      { ...proof.event, note: 'x' },
      { ...proof.event, by: { ...proof.event.by, note: 'x' } },
      lacking,
    ])
      expect(() => parseProof(JSON.stringify({ ...proof, event }))).toThrow('its event or its path')
    expect(() => parseProof(JSON.stringify({ ...proof, path: ['x'] }))).toThrow('its event or its path')
    expect(ruleset).toBeNull()
  })

  test.each([['{'], ['{}'], ['null'], ['{"format":"keel-proof-1"}'], ['{"format":"keel-proof-1","event":null}']])(
    'is not read from %s',
    (text) => {
      expect(() => parseProof(text)).toThrow(/^This is not a/)
    },
  )
})
