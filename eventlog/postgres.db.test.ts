import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { describeContract, eventsOf } from './contract.ts'
import type { Append, EventLog, RecordedEvent, View } from './events.ts'
import { createMemoryEventLog, createPostgresEventLog, EventLogUnavailable } from './index.ts'
import {
  appendOf,
  counts,
  eventOf,
  faultsOf,
  newClinicId,
  newCommandId,
  type SessionDoc,
  sessions,
} from './test-appends.ts'
import { createTestDatabase, runAs, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let owner: pg.Client
const opened: EventLog[] = []

const open = (views: readonly View[] = []): EventLog => {
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, views })
  opened.push(log)
  return log
}

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterEach(async () => {
  for (const log of opened.splice(0)) await log.close()
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

const killServerConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`

describe('the record in PostgreSQL', () => describeContract(open))

describe('several processes', () => {
  test('repeats are known after a restart', async () => {
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    const log = open()
    const first = eventsOf(await log.append(append))
    await log.close()
    expect(await open().append(append)).toEqual({ status: 'repeated', events: first })
  })

  test('two logs on one database keep one gapless record and one set of documents', async () => {
    const logs = [open([sessions, counts]), open([sessions, counts])] as const
    const clinicId = newClinicId()
    const write = async (log: EventLog, streamId: string) => {
      let version = 0
      while (version < 40) {
        const result = await log.append(appendOf(clinicId, streamId, version))
        version = result.status === 'conflict' ? result.actualVersion : version + 1
      }
    }
    // Each stream has a writer in either process, so that they also contend for the same versions.
    await Promise.all(['a', 'b', 'c'].flatMap((streamId) => logs.map((log) => write(log, streamId))))
    const all = await logs[0].readAll(clinicId, 0, 1_000)
    expect(all).toHaveLength(120)
    expect(faultsOf(all)).toEqual([])
    expect(await logs[1].readView(clinicId, 'counts', 'all')).toBe(120)
    const positions = all.filter(({ streamId }) => streamId === 'b').map(({ position }) => position)
    expect(await logs[0].readView<SessionDoc>(clinicId, 'sessions', 'b')).toMatchObject({ count: 40, positions })
  })

  test('what one process remembers of a clinic is checked against what the other has written since', async () => {
    const logs = [open([sessions]), open([sessions])] as const
    const clinicId = newClinicId()
    for (let version = 0; version < 40; version += 1) {
      // By turns, so that each always remembers the version before the other's; guards and documents must not be stale.
      const { status } = await logs[version % 2 === 0 ? 0 : 1].append(appendOf(clinicId, 's', version))
      expect(status).toBe('appended')
    }
    expect(await logs[0].append(appendOf(clinicId, 's', 39))).toMatchObject({ status: 'conflict', actualVersion: 40 })
    expect(await logs[1].readView(clinicId, 'sessions', 's')).toMatchObject({ count: 40 })
    expect(faultsOf(await logs[0].readAll(clinicId, 0, 100))).toEqual([])
  })

  test('a batch sent behind one that is refused is refused too, even where another wrote as many events instead', async () => {
    const logs = [open([sessions]), open([sessions])] as const
    for (let run = 0; run < 20; run += 1) {
      const clinicId = newClinicId()
      await logs[0].append(appendOf(clinicId, 'known', 0))
      await logs[1].append(appendOf(clinicId, 'other', 0))
      const results = [logs[0].append(appendOf(clinicId, 's', 0))]
      // The turn of the event loop in which the first is taken, so that the second goes in a batch of its own behind it.
      await new Promise(setImmediate)
      await new Promise(setImmediate)
      results.push(logs[0].append(appendOf(clinicId, 's', 1)))
      expect((await Promise.all(results)).map(({ status }) => status)).toEqual(['appended', 'appended'])
      expect(faultsOf(await logs[1].readAll(clinicId, 0, 10))).toEqual([])
      expect(await logs[1].readView(clinicId, 'sessions', 's')).toMatchObject({ count: 2, positions: [3, 4] })
    }
  })

  test('appends that are sent without waiting keep their order, whatever another process writes between them', async () => {
    const logs = [open(), open()] as const
    const clinicId = newClinicId()
    const sendAll = async (log: EventLog, streamId: string) => {
      const results: Promise<{ status: string }>[] = []
      for (let version = 0; version < 300; version += 1) {
        results.push(log.append(appendOf(clinicId, streamId, version)))
        // A turn of the event loop now and then, so that there are many batches, and batches behind batches.
        if (version % 7 === 0) await new Promise(setImmediate)
      }
      return Promise.all(results)
    }
    const results = (await Promise.all([sendAll(logs[0], 'a'), sendAll(logs[1], 'b')])).flat()
    expect(results.filter(({ status }) => status !== 'appended')).toEqual([])
    expect(faultsOf(await logs[0].readAll(clinicId, 0, 1_000))).toEqual([])
  })

  test('one connection is enough, also where batches are refused and written again', async () => {
    const [narrow, other] = [1, 4].map((maxConnections) => {
      const log = createPostgresEventLog({ serverUrl: database.serverUrl, views: [sessions], maxConnections })
      opened.push(log)
      return log
    })
    const clinicId = newClinicId()
    const writeAll = async (log: EventLog | undefined, streamId: string) => {
      for (let version = 0; version < 30; version += 1) await log?.append(appendOf(clinicId, streamId, version))
    }
    await Promise.all([writeAll(narrow, 'a'), writeAll(narrow, 'b'), writeAll(other, 'c')])
    const all = (await narrow?.readAll(clinicId, 0, 1_000)) ?? []
    expect(all).toHaveLength(90)
    expect(faultsOf(all)).toEqual([])
  })

  test('the same command through both is written once', async () => {
    const logs = [open(), open()]
    const clinicId = newClinicId()
    const append = appendOf(clinicId, 's', 0)
    const results = await Promise.all([...logs, ...logs, ...logs].map((log) => log.append(append)))
    expect(results.filter(({ status }) => status === 'appended')).toHaveLength(1)
    expect(results.filter(({ status }) => status === 'repeated')).toHaveLength(5)
    expect(await logs[0]?.readAll(clinicId, 0, 10)).toHaveLength(1)
  })

  test('a follower in one is woken by an append in the other', async () => {
    const clinicId = newClinicId()
    const stop = new AbortController()
    const following = open().follow(clinicId, 0, stop.signal)[Symbol.asyncIterator]()
    const next = following.next()
    await vi.waitUntil(async () => {
      const listening = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"
      return (await owner.query(listening)).rowCount === 1
    })
    const start = performance.now()
    const events = eventsOf(await open().append(appendOf(clinicId, 's', 0)))
    expect((await next).value).toEqual(events)
    // Far less than the beat at which followers look without being woken.
    expect(performance.now() - start).toBeLessThan(2_500)
    stop.abort()
  })
})

describe('a database that goes away', () => {
  test('under load every acknowledged append is there once, and what was refused is there once at most', async () => {
    const log = open([sessions])
    const clinics = [newClinicId(), newClinicId()]
    const acknowledged = new Map<string, readonly RecordedEvent[]>()
    const sent = new Set<string>()
    let isOver = false
    let lost = 0
    const write = async (clinicId: string, streamId: string) => {
      for (let version = 0; !isOver; version += 1) {
        const append = appendOf(clinicId, streamId, version)
        sent.add(append.commandId)
        for (;;) {
          try {
            acknowledged.set(append.commandId, eventsOf(await log.append(append)))
            break
          } catch (error) {
            if (!(error instanceof EventLogUnavailable)) throw error
            lost += 1
          }
        }
      }
    }
    const writers = Array.from({ length: 16 }, (_, writer) => write(clinics[writer % 2] ?? '', `w${writer}`))
    for (let kill = 0; kill < 40; kill += 1) {
      const before = acknowledged.size
      await owner.query(killServerConnections)
      await vi.waitUntil(() => acknowledged.size > before + 20, { timeout: 10_000, interval: 1 })
    }
    isOver = true
    await Promise.all(writers)
    const all = (await Promise.all(clinics.map((clinicId) => readWhole(log, clinicId)))).flat()
    expect(all).toHaveLength(sent.size)
    expect(new Set(all.map(({ commandId }) => commandId))).toEqual(sent)
    for (const event of all) expect(acknowledged.get(event.commandId)).toEqual([event])
    for (const clinicId of clinics) expect(faultsOf(all.filter((event) => event.clinicId === clinicId))).toEqual([])
    const [doc] = await log.listView<SessionDoc>(clinics[0] ?? '', 'sessions')
    expect(doc?.doc.count).toBe(
      all.filter((event) => event.clinicId === clinics[0] && event.streamId === doc?.key).length,
    )
    expect(lost).toBeLessThan(all.length)
  })

  test('a follower goes on when its connections are cut', async () => {
    const log = open()
    const clinicId = newClinicId()
    const stop = new AbortController()
    const seen: RecordedEvent[] = []
    const following = (async () => {
      for await (const events of log.follow(clinicId, 0, stop.signal)) {
        seen.push(...events)
        if (seen.length >= 30) stop.abort()
      }
    })()
    for (let version = 0; version < 30; version += 1) {
      if (version % 10 === 5) await owner.query(killServerConnections)
      await log.append(appendOf(clinicId, 's', version))
    }
    await following
    expect(seen).toEqual(await log.readAll(clinicId, 0, 100))
  })

  test('one that cannot be reached is said to be, and nothing was written', async () => {
    const unreachable = new URL(database.serverUrl)
    unreachable.port = '1'
    const log = createPostgresEventLog({ serverUrl: unreachable.href })
    opened.push(log)
    const failure = await log.append(appendOf(newClinicId(), 's', 0)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(EventLogUnavailable)
    expect(failure).toMatchObject({ outcome: 'nothing-written' })
    expect(String(failure)).toContain('Sending the same command id again is safe')
    expect(String(failure)).not.toContain(unreachable.password)
    await expect(log.readAll(newClinicId(), 0, 1)).rejects.toBeInstanceOf(EventLogUnavailable)
    await expect(log.rebuildViews()).rejects.toBeInstanceOf(EventLogUnavailable)
  })

  test('a connection lost at the commit leaves the outcome unknown, and the same command settles it', async () => {
    const log = createPostgresEventLog({ serverUrl: database.serverUrl })
    const clinicId = newClinicId()
    await log.append(appendOf(clinicId, 's', 0))
    const append = appendOf(clinicId, 's', 1)
    // A lock on the table of heads holds the append back after it has sent its commit; nobody may come back meanwhile.
    await owner.query('BEGIN; LOCK TABLE eventlog.stream IN SHARE MODE')
    const answer = log.append(append).catch((error: unknown) => error)
    await vi.waitUntil(async () => {
      const held = "SELECT FROM pg_locks WHERE relation = 'eventlog.stream'::regclass AND NOT granted"
      return (await owner.query(held)).rowCount === 1
    })
    const name = new URL(database.serverUrl).username
    await runAs(database.ownerUrl, [`ALTER ROLE ${name} NOLOGIN`])
    await owner.query(killServerConnections)
    expect(await answer).toMatchObject({ name: 'EventLogUnavailable', outcome: 'unknown' })
    await owner.query('ROLLBACK')
    await runAs(database.ownerUrl, [`ALTER ROLE ${name} LOGIN`])
    expect(['appended', 'repeated']).toContain((await log.append(append)).status)
    expect(await log.readStream(clinicId, 's')).toHaveLength(2)
    await log.close()
  })
})

describe('a refusal by PostgreSQL', () => {
  test('is tried append by append, so that only the one at fault fails, without telling the row', async () => {
    const log = open([sessions])
    const clinicId = newClinicId()
    await runAs(database.ownerUrl, [`ALTER TABLE eventlog.event ADD CONSTRAINT no_harm CHECK (type <> 'Harm')`])
    const harm = appendOf(clinicId, 'bad', 0, {
      streams: [{ streamId: 'bad', expectedVersion: 0, events: [eventOf('secret', 'Harm')] }],
    })
    const appends = [appendOf(clinicId, 'a', 0), harm, appendOf(clinicId, 'a', 1), appendOf(clinicId, 'b', 0)]
    const results = await Promise.allSettled(appends.map((append) => log.append(append)))
    await runAs(database.ownerUrl, ['ALTER TABLE eventlog.event DROP CONSTRAINT no_harm'])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(String((results[1] as PromiseRejectedResult).reason)).toBe(
      'Error: PostgreSQL refused the request (23514, no_harm). Nothing was written by it.',
    )
    expect(faultsOf(await log.readAll(clinicId, 0, 10))).toEqual([])
    expect(await log.readAll(clinicId, 0, 10)).toHaveLength(3)
  })
})

describe('any sequence of appends', () => {
  const streamIds = ['a', 'b', 'c']
  const step = fc.record({
    streams: fc.uniqueArray(
      fc.record({ streamId: fc.constantFrom(...streamIds), version: fc.nat(3), events: fc.nat(2) }),
      { minLength: 1, maxLength: 3, selector: ({ streamId }) => streamId },
    ),
    data: fc.jsonValue({ maxDepth: 2 }),
    command: fc.nat(5),
    otherCommand: fc.boolean(),
  })

  test('is answered alike by memory and PostgreSQL, and leaves the same record', async () => {
    const inPostgres = open([sessions, counts])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 5 }), async (bursts) => {
        const inMemory = createMemoryEventLog({ views: [sessions, counts] })
        const clinicId = newClinicId()
        const commandIds = Array.from({ length: 6 }, newCommandId)
        for (const burst of bursts) {
          const appends = burst.map((each): Append => {
            const streams = each.streams.map(({ streamId, version, events }) => ({
              streamId,
              expectedVersion: version,
              events: Array.from({ length: events }, () => eventOf(JSON.parse(JSON.stringify(each.data)))),
            }))
            const command = { other: each.otherCommand }
            return appendOf(clinicId, '', 0, { commandId: commandIds[each.command] ?? '', command, streams })
          })
          const [expected, actual] = await Promise.all(
            [inMemory, inPostgres].map((log) => Promise.allSettled(appends.map((append) => log.append(append)))),
          )
          expect(actual).toEqual(expected)
        }
        const [expected, actual] = await Promise.all([inMemory, inPostgres].map((log) => wholeOf(log, clinicId)))
        expect(actual).toEqual(expected)
        expect(faultsOf(actual?.events ?? [])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

async function readWhole(log: EventLog, clinicId: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = []
  for (;;) {
    const more = await log.readAll(clinicId, events.length, 1_000)
    if (more.length === 0) return events
    events.push(...more)
  }
}

async function wholeOf(log: EventLog, clinicId: string) {
  const documents = [await log.listView(clinicId, 'sessions'), await log.listView(clinicId, 'counts')]
  return { events: await readWhole(log, clinicId), documents }
}
