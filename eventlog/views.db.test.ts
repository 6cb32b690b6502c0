/** Versions of views side by side: built without holding appends up, right whoever appends, taken up again, taken away. */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { EventLog, Json, RecordedEvent, View } from './events.ts'
import { createMemoryEventLog, createPostgresEventLog, removeOldViews } from './index.ts'
import { appendOf, counts, eventOf, faultsOf, newClinicId, type SessionDoc, sessions } from './test-appends.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let owner: pg.Client
const opened: EventLog[] = []

const open = (views: readonly View[] = [], maxConnections = 4): EventLog => {
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, views, maxConnections })
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

/** The next release's view of sessions: it says the day in other words. */
const second: View<SessionDoc> = {
  ...sessions,
  version: 2,
  evolve: (doc, event, key) => {
    const next = sessions.evolve(doc, event, key)
    return next && { ...next, day: `on ${event.at.slice(0, 10)}` }
  },
}

const day = async (log: EventLog, clinicId: string) => (await log.readView<SessionDoc>(clinicId, 'sessions', 's'))?.day

/** A clinic with some events in the stream `s`, written through a log with these views, which is closed again. */
async function recorded(views: readonly View[], events = 3): Promise<string> {
  const clinicId = newClinicId()
  const log = open(views)
  await appendMany(log, clinicId, 0, events)
  await log.close()
  return clinicId
}

async function appendMany(log: EventLog, clinicId: string, from: number, to: number): Promise<void> {
  for (let version = from; version < to; version += 100) {
    const events = Array.from({ length: Math.min(100, to - version) }, (_, index) => eventOf(index))
    await log.append(appendOf(clinicId, '', 0, { streams: [{ streamId: 's', expectedVersion: version, events }] }))
  }
}

async function positionsOf(clinicId: string): Promise<Record<string, number | null>> {
  const { rows } = await owner.query(
    'SELECT view_name, position::integer FROM eventlog.view_state WHERE clinic_id = $1 ORDER BY view_name',
    [clinicId],
  )
  return Object.fromEntries(rows.map(({ view_name, position }) => [view_name, position]))
}

describe('a new version', () => {
  test('is built from the record at start, at a read and at an append, beside the old one', async () => {
    const [atStart, atRead, atAppend] = [
      await recorded([sessions]),
      await recorded([sessions]),
      await recorded([sessions]),
    ]
    const starting = open([second])
    await starting.rebuildViews()
    expect(await positionsOf(atStart)).toEqual({ 'sessions@1': null, 'sessions@2': null })
    expect(await day(starting, atStart)).toBe('on 2026-11-22')
    expect(await day(open([sessions]), atStart)).toBe('2026-11-22')
    const lazy = open([{ ...second, version: 3 }])
    expect(await day(lazy, atRead)).toBe('on 2026-11-22')
    await lazy.append(appendOf(atAppend, 's', 3))
    expect(await lazy.readView(atAppend, 'sessions', 's')).toMatchObject({ count: 4, day: 'on 2026-11-22' })
    expect(await lazy.listView(atAppend, 'sessions', 'on 2026-11-22')).toHaveLength(1)
    expect(await lazy.listView(atAppend, 'sessions', '2026-11-22')).toHaveLength(0)
  })

  test('built in pieces from a long record equals the one that was kept up', async () => {
    const clinicId = newClinicId()
    const log = open([sessions, counts])
    await appendMany(log, clinicId, 0, 2_400)
    const live = [await log.listView(clinicId, 'sessions'), await log.listView(clinicId, 'counts')]
    await owner.query('DELETE FROM eventlog.view_state WHERE clinic_id = $1', [clinicId])
    const rebuilt = open([sessions, counts])
    expect([await rebuilt.listView(clinicId, 'sessions'), await rebuilt.listView(clinicId, 'counts')]).toEqual(live)
    expect(live[1]?.[0]).toEqual({ key: 'all', doc: 2_400 })
  })

  test('of a long record is built before an append goes through, also over one connection', async () => {
    const clinicId = await recorded([], 1_200)
    const log = open([sessions, counts], 1)
    expect((await log.append(appendOf(clinicId, 's', 1_200))).status).toBe('appended')
    expect(await log.readView(clinicId, 'counts', 'all')).toBe(1_201)
  })
})

describe('a build that is under way', () => {
  /** Holds the build up in the midst of a piece: another transaction is about to write the row that the piece writes. */
  async function holdUp(clinicId: string, viewName: string): Promise<() => Promise<void>> {
    const blocker = new pg.Client({ connectionString: database.ownerUrl })
    await blocker.connect()
    await blocker.query('BEGIN')
    const insert = `INSERT INTO eventlog.view_document (clinic_id, view_name, key, doc) VALUES ($1, $2, 'all', '0')`
    await blocker.query(`SET LOCAL keel.clinic_id = '${clinicId}'`)
    await blocker.query(insert, [clinicId, viewName])
    return async () => {
      await blocker.query('ROLLBACK')
      await blocker.end()
    }
  }

  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
    AND wait_event_type = 'Lock' AND query LIKE '%view_document%'`
  const heldUp = () => vi.waitUntil(async () => (await owner.query(waiting)).rowCount === 1, { timeout: 10_000 })

  test('holds up neither appends nor reads of the old version', async () => {
    const older = open([counts])
    const clinicId = newClinicId()
    await appendMany(older, clinicId, 0, 1_000)
    const letGo = await holdUp(clinicId, 'counts@2')
    const newer = open([{ ...counts, version: 2 }])
    const build = newer.rebuildViews()
    await heldUp()
    await appendMany(older, clinicId, 1_000, 1_300)
    expect(await older.readView(clinicId, 'counts', 'all')).toBe(1_300)
    expect((await owner.query(waiting)).rowCount).toBe(1)
    await letGo()
    await build
    expect(await newer.readView(clinicId, 'counts', 'all')).toBe(1_300)
  })

  test('and is killed half way is taken up where it was', async () => {
    const clinicId = await recorded([], 1_200)
    const folded: number[] = []
    const evolve = (count: number | undefined, { position }: RecordedEvent) => {
      folded.push(position)
      return (count ?? 0) + 1
    }
    // The first piece concerns another document than the second, which is held up and then loses its connection for good.
    const half: View<number> = {
      ...{ name: 'half', version: 1, evolve },
      keysOf: ({ position }) => [position <= 500 ? 'first' : 'all'],
    }
    const letGo = await holdUp(clinicId, 'half@1')
    const name = new URL(database.serverUrl).username
    const build = open([half])
      .readView(clinicId, 'half', 'all')
      .catch((error: unknown) => error)
    await heldUp()
    await owner.query(`ALTER ROLE ${name} NOLOGIN`)
    await owner.query('SELECT pg_terminate_backend($1)', [(await owner.query(waiting)).rows[0].pid])
    expect(await build).toMatchObject({ name: 'EventLogUnavailable' })
    await owner.query(`ALTER ROLE ${name} LOGIN`)
    await letGo()
    expect(await positionsOf(clinicId)).toEqual({ 'half@1': 500 })
    folded.length = 0
    expect(await open([half]).readView(clinicId, 'half', 'all')).toBe(700)
    expect(folded[0]).toBe(501)
    expect(await open([half]).readView(clinicId, 'half', 'first')).toBe(500)
  })

  test('by two programs at once folds each event once', async () => {
    const clinicId = await recorded([], 2_400)
    const logs = [open([sessions, counts]), open([counts, sessions])]
    const answers = await Promise.all(logs.map((log) => log.readView(clinicId, 'counts', 'all')))
    expect(answers).toEqual([2_400, 2_400])
    expect(await logs[0]?.readView(clinicId, 'sessions', 's')).toMatchObject({ count: 2_400 })
  })
})

describe('releases side by side', () => {
  test('an append by a program that does not know a view leaves it standing, and it goes on from there', async () => {
    const clinicId = await recorded([counts])
    const stranger = open()
    await stranger.append(appendOf(clinicId, 's', 3))
    expect(await positionsOf(clinicId)).toEqual({ 'counts@1': 3 })
    await stranger.append(appendOf(clinicId, 's', 4))
    // Not from the beginning: the document that stands is the one that is continued.
    await owner.query(`UPDATE eventlog.view_document SET doc = '1003' WHERE clinic_id = $1 AND key = 'all'`, [clinicId])
    const log = open([counts])
    await log.append(appendOf(clinicId, 's', 5))
    expect(await log.readView(clinicId, 'counts', 'all')).toBe(1_006)
    expect(await positionsOf(clinicId)).toEqual({ 'counts@1': null })
  })

  test('one that has been writing notices that the other has built its own, and the other that it fell behind', async () => {
    const older = open([sessions])
    const clinicId = newClinicId()
    for (let version = 0; version < 3; version += 1) await older.append(appendOf(clinicId, 's', version))
    const newer = open([second])
    await newer.rebuildViews()
    await older.append(appendOf(clinicId, 's', 3))
    expect(await positionsOf(clinicId)).toEqual({ 'sessions@1': null, 'sessions@2': 3 })
    expect(await newer.readView(clinicId, 'sessions', 's')).toMatchObject({ count: 4, day: 'on 2026-11-22' })
    expect(await older.readView(clinicId, 'sessions', 's')).toMatchObject({ count: 4, day: '2026-11-22' })
  })

  const step = fc.record({
    writer: fc.nat(2),
    streamId: fc.constantFrom('a', 'b'),
    events: fc.integer({ min: 1, max: 3 }),
    erases: fc.boolean(),
    reader: fc.option(fc.nat(2), { nil: undefined }),
    isAhead: fc.boolean(),
  })

  test('whoever appends and reads, each version equals a fold from the beginning', async () => {
    const releases = [[sessions, counts], [second, counts], [{ ...second, version: 3 }]] as const
    const logs = releases.map((views) => open(views))
    const pick = (index: number) => logs[index] as EventLog
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const clinicId = newClinicId()
        const versions = { a: 0, b: 0 } as Record<string, number>
        const underWay: Promise<unknown>[] = []
        for (const { writer, streamId, events, erases, reader, isAhead } of steps) {
          const expectedVersion = versions[streamId] ?? 0
          versions[streamId] = expectedVersion + events
          const type = erases ? 'SessionErased' : 'VitalsTaken'
          const streams = [
            { streamId, expectedVersion, events: Array.from({ length: events }, () => eventOf(1, type)) },
          ]
          const written = pick(writer).append(appendOf(clinicId, '', 0, { streams }))
          // A read while the append is under way may see it or not; only what it leaves behind matters.
          if (reader !== undefined) underWay.push(pick(reader).listView(clinicId, 'sessions'))
          expect((await written).status).toBe('appended')
          if (reader !== undefined && !isAhead) await expectFolded(pick(reader), releases[reader] ?? [], clinicId)
        }
        await Promise.all(underWay)
        for (const [index, views] of releases.entries()) await expectFolded(pick(index), views, clinicId)
        expect(faultsOf(await pick(0).readAll(clinicId, 0, 100))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  async function expectFolded(log: EventLog, views: readonly View[], clinicId: string): Promise<void> {
    for (const view of views) {
      const folded = new Map<string, Json>()
      for (const event of await log.readAll(clinicId, 0, 1_000)) {
        for (const key of new Set(view.keysOf(event))) {
          const doc = view.evolve(folded.get(key), event, key)
          if (doc === undefined) folded.delete(key)
          else folded.set(key, doc)
        }
      }
      const expected = [...folded].map(([key, doc]) => ({ key, doc })).sort((a, b) => (a.key < b.key ? -1 : 1))
      expect(await log.listView(clinicId, view.name)).toEqual(expected)
    }
  }

  test('appends from both at once lose nothing to either', async () => {
    const logs = [open([sessions]), open([second])] as const
    const clinicId = newClinicId()
    const write = async (log: EventLog, streamId: string) => {
      for (let version = 0; version < 40; version += 1) await log.append(appendOf(clinicId, streamId, version))
    }
    await Promise.all([write(logs[0], 'a'), write(logs[1], 'b'), write(logs[0], 'c'), write(logs[1], 'd')])
    for (const log of logs) {
      const documents = await log.listView<SessionDoc>(clinicId, 'sessions')
      expect(documents.map(({ key, doc }) => [key, doc.count])).toEqual(['a', 'b', 'c', 'd'].map((key) => [key, 40]))
    }
  })

  test('a release from before versions takes away the rows of all others, and its own are taken away', async () => {
    const clinicId = await recorded([counts])
    // What such a release does before its own append: it removes the rows that it does not know, and makes its own.
    await owner.query('DELETE FROM eventlog.view_state WHERE clinic_id = $1', [clinicId])
    await owner.query(`INSERT INTO eventlog.view_state (clinic_id, view_name, version) VALUES ($1, 'counts', 1)`, [
      clinicId,
    ])
    await open().append(appendOf(clinicId, 's', 3))
    expect(await positionsOf(clinicId)).toEqual({})
    await owner.query(`UPDATE eventlog.view_document SET doc = '1003' WHERE clinic_id = $1`, [clinicId])
    expect(await open([counts]).readView(clinicId, 'counts', 'all')).toBe(4)
  })
})

test('a view of a clinic that does not exist has no documents, and none is made', async () => {
  const clinicId = newClinicId()
  expect(await open([sessions]).listView(clinicId, 'sessions')).toEqual([])
  expect(await positionsOf(clinicId)).toEqual({})
})

test('memory builds as PostgreSQL does', async () => {
  const clinicId = newClinicId()
  const logs = [createMemoryEventLog({ views: [second] }), open([second])]
  for (const log of logs)
    for (let version = 0; version < 3; version += 1) await log.append(appendOf(clinicId, 's', version))
  const [inMemory, inPostgres] = await Promise.all(logs.map((log) => log.listView(clinicId, 'sessions')))
  expect(inPostgres).toEqual(inMemory)
})

describe('what nobody keeps up', () => {
  const age = (clinicId: string, days: number) =>
    owner.query('UPDATE eventlog.view_state SET moved_at = now() - make_interval(days => $2) WHERE clinic_id = $1', [
      clinicId,
      days,
    ])
  const documents = async (clinicId: string) =>
    (
      await owner.query('SELECT DISTINCT view_name FROM eventlog.view_document WHERE clinic_id = $1 ORDER BY 1', [
        clinicId,
      ])
    ).rows.map(({ view_name }) => view_name)

  test('is removed after some days and not before; what is kept up stays however long nothing was written', async () => {
    const clinicId = await recorded([sessions])
    const log = open([second])
    await log.append(appendOf(clinicId, 's', 3))
    await age(clinicId, 29)
    await removeOldViews(database.serverUrl, 30)
    expect(await positionsOf(clinicId)).toEqual({ 'sessions@1': 3, 'sessions@2': null })
    await age(clinicId, 31)
    expect(await removeOldViews(database.serverUrl, 30)).toBe(1)
    expect(await positionsOf(clinicId)).toEqual({ 'sessions@2': null })
    expect(await documents(clinicId)).toEqual(['sessions@2'])
    expect(await day(log, clinicId)).toBe('on 2026-11-22')
    expect(await open([sessions]).readView(clinicId, 'sessions', 's')).toMatchObject({ count: 4, day: '2026-11-22' })
  })

  test('and has no row any more, as of a release from before versions, is removed at once', async () => {
    const clinicId = await recorded([sessions])
    await owner.query(
      `INSERT INTO eventlog.view_document (clinic_id, view_name, key, doc) VALUES ($1, 'x', 'k', '1')`,
      [clinicId],
    )
    expect(await removeOldViews(database.serverUrl, 30)).toBe(0)
    expect(await documents(clinicId)).toEqual(['sessions@1'])
  })
})
