import { generateKeyPairSync, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createPostgresEventLog, type EventLog, makeCheckpoint, resealClinic } from '../index.ts'
import { appendOf } from '../test-appends.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { addLeaf, emptyTree, leafHash, type Tree, treeFromBytes } from './merkle.ts'
import { isSealOf, sealKeyFrom } from './seal.ts'

const recordKey = generateKeyPairSync('ed25519').privateKey
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

async function withLog<Answer>(
  run: (log: EventLog, broken: readonly string[]) => Promise<Answer>,
  key = recordKey,
): Promise<Answer> {
  const broken: string[] = []
  const onBrokenSeal = (clinicId: string) => broken.push(clinicId)
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey: key, onBrokenSeal })
  try {
    return await run(log, broken)
  } finally {
    await log.close()
  }
}

async function stored(clinicId: string): Promise<{ tree: Tree; seal: Buffer }> {
  const { rows } = await owner.query('SELECT tree, seal FROM eventlog.clinic WHERE clinic_id = $1', [clinicId])
  return { tree: treeFromBytes(rows[0].tree), seal: rows[0].seal }
}

async function treeOfRecord(clinicId: string): Promise<Tree> {
  const text = 'SELECT hash FROM eventlog.event WHERE clinic_id = $1 ORDER BY position'
  const { rows } = await owner.query<{ hash: Buffer }>(text, [clinicId])
  return rows.reduce((tree, { hash }) => addLeaf(tree, leafHash(hash)), emptyTree)
}

async function expectSealed(clinicId: string): Promise<void> {
  const { tree, seal } = await stored(clinicId)
  expect(tree).toEqual(await treeOfRecord(clinicId))
  expect(isSealOf(seal, sealKeyFrom(recordKey), clinicId, tree)).toBe(true)
}

/** Appends events to a stream of their own, some at once, so that some go in one batch and some are sent ahead. */
async function appendSome(log: EventLog, clinicId: string, count: number): Promise<void> {
  const results = await Promise.all(
    Array.from({ length: count }, () => log.append(appendOf(clinicId, `stream-${randomUUID()}`, 0))),
  )
  expect(results.every(({ status }) => status === 'appended')).toBe(true)
}

test('every append leaves the tree of all events, sealed', async () => {
  const clinicId = randomUUID()
  await withLog(async (log, broken) => {
    for (const count of [1, 7, 40]) {
      await appendSome(log, clinicId, count)
      await expectSealed(clinicId)
    }
    expect(broken).toEqual([])
  })
})

test('two programs with one key keep one seal', async () => {
  const clinicId = randomUUID()
  await withLog((one) =>
    withLog(async (other, broken) => {
      for (let round = 0; round < 5; round += 1)
        await Promise.all([appendSome(one, clinicId, 3), appendSome(other, clinicId, 3)])
      expect(broken).toEqual([])
      await expectSealed(clinicId)
    }),
  )
})

test('events of a release that knew no tree are taken in', async () => {
  const clinicId = randomUUID()
  await withLog((log) => appendSome(log, clinicId, 12))
  await owner.query(`UPDATE eventlog.clinic SET tree = '', seal = NULL WHERE clinic_id = $1`, [clinicId])
  await withLog((log) => appendSome(log, clinicId, 1))
  await expectSealed(clinicId)
})

test('a seal that is not ours is told of, and stays broken whatever is appended', async () => {
  const clinicId = randomUUID()
  await withLog((log) => appendSome(log, clinicId, 2))
  const forged = Buffer.alloc(32, 7)
  await owner.query('UPDATE eventlog.clinic SET seal = $2 WHERE clinic_id = $1', [clinicId, forged])
  await withLog(async (log, broken) => {
    await appendSome(log, clinicId, 1)
    await appendSome(log, clinicId, 20)
    expect(broken).toEqual([clinicId])
  })
  expect((await stored(clinicId)).seal).toEqual(forged)
})

test('a seal that was taken away after a checkpoint stays taken away', async () => {
  const clinicId = randomUUID()
  await withLog((log) => appendSome(log, clinicId, 3))
  await makeCheckpoint(database.serverUrl, clinicId, recordKey, '2026-11-22T19:00:00.000Z')
  await owner.query(`UPDATE eventlog.clinic SET tree = '', seal = NULL WHERE clinic_id = $1`, [clinicId])
  await withLog(async (log, broken) => {
    await appendSome(log, clinicId, 2)
    expect(broken).toEqual([clinicId])
  })
  expect((await stored(clinicId)).seal).toEqual(Buffer.alloc(32))
})

test('sealed anew, the record goes on under the new key, also by a program that is running', async () => {
  const clinicId = randomUUID()
  const { privateKey } = generateKeyPairSync('ed25519')
  await withLog((log) => appendSome(log, clinicId, 3))
  await withLog(async (log, broken) => {
    await appendSome(log, clinicId, 2)
    expect(broken).toEqual([clinicId])
    expect(await resealClinic(database.ownerUrl, clinicId, privateKey)).toBe(5)
    await appendSome(log, clinicId, 2)
  }, privateKey)
  const { tree, seal } = await stored(clinicId)
  expect(tree).toEqual(await treeOfRecord(clinicId))
  expect(isSealOf(seal, sealKeyFrom(privateKey), clinicId, tree)).toBe(true)
})

test('an earlier tree with its own seal does not pass for a record that has grown since', async () => {
  const clinicId = randomUUID()
  await withLog((log) => appendSome(log, clinicId, 2))
  const { rows } = await owner.query('SELECT tree, seal FROM eventlog.clinic WHERE clinic_id = $1', [clinicId])
  await withLog((log) => appendSome(log, clinicId, 2))
  const putBack = 'UPDATE eventlog.clinic SET tree = $2, seal = $3 WHERE clinic_id = $1'
  await owner.query(putBack, [clinicId, rows[0].tree, rows[0].seal])
  await withLog(async (log, broken) => {
    await appendSome(log, clinicId, 1)
    expect(broken).toEqual([clinicId])
  })
})

test('another key finds the seal broken', async () => {
  const clinicId = randomUUID()
  await withLog((log) => appendSome(log, clinicId, 1))
  const { privateKey } = generateKeyPairSync('ed25519')
  await withLog(async (log, broken) => {
    await appendSome(log, clinicId, 1)
    expect(broken).toEqual([clinicId])
  }, privateKey)
})
