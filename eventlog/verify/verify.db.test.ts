import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { createPostgresEventLog, EventLogUnavailable, type Problem, verify } from '../index.ts'
import { appendOf, eventOf, newClinicId, sessions } from '../test-appends.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

let database: TestDatabase
let owner: pg.Client
/** Of two clinics with the streams a (5 events), b (3) and c (1), in the order a1 b1 a2 b2 a3 b3 a4 a5 c1. */
let clinicId: string
let otherId: string

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

beforeEach(async () => {
  clinicId = newClinicId()
  otherId = newClinicId()
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, views: [sessions] })
  const order = ['a0', 'b0', 'a1', 'b1', 'a2', 'b2', 'a3', 'a4', 'c0']
  for (const clinic of [clinicId, otherId]) {
    const appends = order.map(([streamId = '', version]) =>
      appendOf(clinic, streamId, Number(version), {
        streams: [
          { streamId, expectedVersion: Number(version), events: [{ ...eventOf({ dose: 0.5 }), ruleset: 'r1' }] },
        ],
      }),
    )
    await Promise.all(appends.map((append) => log.append(append)))
  }
  await log.close()
})

afterEach(async () => {
  await owner.query('TRUNCATE eventlog.event, eventlog.stream, eventlog.clinic')
})

/** What a superuser's hand does to the record, in a clinic whose id stands for `:clinic`. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    await owner.query(statement.replaceAll(':clinic', `'${clinicId}'`).replaceAll(':other', `'${otherId}'`))
  }
}

async function problems(): Promise<readonly Problem[]> {
  return (await verify(database.ownerUrl)).problems
}

const brief = ({ kind, streamId, version, position }: Problem) =>
  [kind, streamId ?? '', version ?? '', position ?? ''].join(' ').trimEnd()

const event = 'eventlog.event WHERE clinic_id = :clinic AND stream_id'
/** The columns of `eventlog.event` with some replaced, to copy rows. */
const columnsWith = async (replaced: Readonly<Record<string, string>>) => {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = 'eventlog.event'::regclass AND attnum > 0 ORDER BY attnum",
  )
  return rows.map(({ name }) => replaced[name] ?? name).join(', ')
}

describe('a record as it was written', () => {
  test('has no problems', async () => {
    const progress: number[] = []
    const report = await verify(database.ownerUrl, { onProgress: (count) => progress.push(count) })
    const checked = { clinics: 2, eventsChecked: 18, streamsChecked: 6, checkpointsChecked: 0 }
    const unchecked = { seals: 'no-key', signatures: 'no-key' }
    expect(report).toEqual({ format: 'keel-verify-1', ...checked, ...unchecked, problems: [], problemsOmitted: 0 })
    expect(await verify(database.ownerUrl, { clinicId })).toMatchObject({ clinics: 1, eventsChecked: 9, problems: [] })
  })

  test('has none either for a role that row-level security binds', async () => {
    const report = await verify(database.serverUrl)
    expect(report).toMatchObject({ clinics: 2, eventsChecked: 18, streamsChecked: 6, problems: [] })
  })

  test('has none while appends go on', async () => {
    const log = createPostgresEventLog({ serverUrl: database.serverUrl })
    let isOver = false
    const writing = (async () => {
      for (let version = 0; !isOver; version += 1) await log.append(appendOf(clinicId, 'live', version))
    })()
    for (let run = 0; run < 5; run += 1) expect(await problems()).toEqual([])
    isOver = true
    await writing
    await log.close()
  })

  test('is read in pieces: a long record gives progress', async () => {
    const log = createPostgresEventLog({ serverUrl: database.serverUrl })
    const events = Array.from({ length: 10_500 }, (_, index) => eventOf(index))
    await log.append(appendOf(clinicId, '', 0, { streams: [{ streamId: 'long', expectedVersion: 0, events }] }))
    await log.close()
    const progress: unknown[] = []
    const report = await verify(database.ownerUrl, { clinicId, onProgress: (...told) => progress.push(told) })
    expect(report).toMatchObject({ eventsChecked: 10_509, problems: [] })
    expect(progress).toEqual([
      [10_000, 10_509, 'by-stream'],
      [10_000, 10_509, 'by-position'],
    ])
  })

  test('a database that is away and a clinic that is no UUID are refused', async () => {
    const unreachable = new URL(database.ownerUrl)
    unreachable.port = '1'
    await expect(verify(unreachable.href)).rejects.toBeInstanceOf(EventLogUnavailable)
    await expect(verify(database.ownerUrl, { clinicId: 'x' })).rejects.toThrow(RangeError)
  })
})

describe('a changed column', () => {
  const changes: Readonly<Record<string, string>> = {
    type: "'Other'",
    schema_version: 'schema_version + 1',
    data: `'{"dose":50}'`,
    at: "at + interval '1 microsecond'",
    recorded_at: "recorded_at - interval '1 day'",
    by_person_id: "'somebody'",
    by_role: "'prescriber'",
    command_id: 'gen_random_uuid()',
    command_hash: "decode(repeat('ab', 32), 'hex')",
    ruleset: 'NULL',
    previous_hash: "decode(repeat('ab', 32), 'hex')",
    hash: "decode(repeat('ab', 32), 'hex')",
    position: '99',
    version: '99',
    stream_id: "'z'",
    clinic_id: ':other',
  }

  test('every column of the table is among the cases', async () => {
    const columns = (await columnsWith({})).split(', ')
    expect(Object.keys(changes).sort()).toEqual([...columns].sort())
  })

  test.each(Object.keys(changes).filter((column) => column !== 'clinic_id'))('%s', async (column) => {
    await tamper(`UPDATE eventlog.event SET ${column} = ${changes[column]} WHERE clinic_id = :clinic AND position = 5`)
    const found = await problems()
    expect(found.map(({ kind }) => kind)).toContain('changed')
    expect(found.filter((problem) => problem.clinicId !== clinicId)).toEqual([])
  })

  test.each([
    ['a space', `'{"dose": 0.5}'`],
    ['more digits than a number has here', `'{"dose":0.50000000000000000001}'`],
    ['a second property of one name', `'{"dose":5,"dose":0.5}'`],
  ])('data by %s', async (_, data) => {
    await tamper(`UPDATE eventlog.event SET data = ${data} WHERE clinic_id = :clinic AND position = 5`)
    expect((await problems()).map(brief)).toEqual(['changed a 3 5'])
  })

  test('an instant out of all bounds', async () => {
    await tamper("UPDATE eventlog.event SET at = 'infinity' WHERE clinic_id = :clinic AND position = 5")
    expect((await problems()).map(brief)).toEqual(['changed a 3 5'])
  })

  test('a tail rewritten without its hashes', async () => {
    await tamper(`UPDATE eventlog.event SET data = '1' WHERE clinic_id = :clinic AND stream_id = 'a' AND version >= 4`)
    expect((await problems()).map(brief)).toEqual(['changed a 4 7', 'changed a 5 8'])
  })

  test('a last event exchanged for another that fits the chain', async () => {
    const log = createPostgresEventLog({ serverUrl: database.serverUrl })
    await tamper(
      `CREATE TABLE eventlog.kept AS SELECT * FROM ${event} = 'c'`,
      `DELETE FROM ${event} = 'c'`,
      "DELETE FROM eventlog.stream WHERE clinic_id = :clinic AND stream_id = 'c'",
      'UPDATE eventlog.clinic SET last_position = 8 WHERE clinic_id = :clinic',
    )
    await log.append(appendOf(clinicId, 'c', 0, { data: 'forged' }))
    await log.close()
    await tamper(
      `UPDATE eventlog.stream SET hash = (SELECT hash FROM eventlog.kept) WHERE clinic_id = :clinic AND stream_id = 'c'`,
      'DROP TABLE eventlog.kept',
    )
    expect((await problems()).map(brief)).toEqual(['changed c 1', 'truncated   10'])
  })
})

describe('rows that are gone', () => {
  test('from the middle of a stream', async () => {
    await tamper(`DELETE FROM ${event} = 'a' AND version = 3`)
    expect((await problems()).map(brief)).toEqual(['missing a 4 7', 'missing   5'])
  })

  test('from the beginning of a stream', async () => {
    await tamper(`DELETE FROM ${event} = 'a' AND version <= 2`)
    expect((await problems()).map(brief)).toEqual(['missing a 3 5', 'missing   1', 'missing   3'])
  })

  test('the tail of a stream', async () => {
    await tamper(`DELETE FROM ${event} = 'b' AND version >= 2`)
    expect((await problems()).map(brief)).toEqual(['truncated b 2', 'missing   4', 'missing   6'])
  })

  test('the tail of a stream, with the head set back to match', async () => {
    await tamper(
      `DELETE FROM ${event} = 'b' AND version = 3`,
      `UPDATE eventlog.stream SET version = 2, hash = (SELECT hash FROM ${event} = 'b' AND version = 2)
       WHERE clinic_id = :clinic AND stream_id = 'b'`,
    )
    expect((await problems()).map(brief)).toEqual(['missing   6'])
  })

  test('a whole stream', async () => {
    await tamper(`DELETE FROM ${event} = 'b'`)
    expect((await problems()).map(brief)).toEqual(['truncated b 1', 'missing   2', 'missing   4', 'missing   6'])
  })

  test('a whole stream with its head', async () => {
    await tamper(
      `DELETE FROM ${event} = 'c'`,
      `DELETE FROM eventlog.stream WHERE clinic_id = :clinic AND stream_id = 'c'`,
    )
    expect((await problems()).map(brief)).toEqual(['truncated   9'])
  })

  test('a whole clinic but for its own row', async () => {
    await tamper(
      'DELETE FROM eventlog.event WHERE clinic_id = :clinic',
      'DELETE FROM eventlog.stream WHERE clinic_id = :clinic',
    )
    expect((await problems()).map(brief)).toEqual(['truncated   1'])
  })

  test('the head of a stream', async () => {
    await tamper(`DELETE FROM eventlog.stream WHERE clinic_id = :clinic AND stream_id = 'b'`)
    expect((await problems()).map(brief)).toEqual(['foreign b'])
  })

  test('the row of a clinic', async () => {
    await tamper('DELETE FROM eventlog.clinic WHERE clinic_id = :clinic')
    expect((await problems()).map(brief)).toEqual(['foreign   9'])
  })
})

describe('rows in another order', () => {
  test('the data of two events exchanged', async () => {
    await tamper(
      `UPDATE eventlog.event SET data = '{"dose":5}' WHERE clinic_id = :clinic AND position = 5`,
      `UPDATE eventlog.event e SET data = o.data FROM eventlog.event o WHERE e.clinic_id = :clinic AND o.clinic_id = :clinic
       AND e.stream_id = 'a' AND o.stream_id = 'a' AND e.version + o.version = 5 AND e.version IN (2, 3)`,
    )
    expect((await problems()).map(brief)).toContain('changed a 2 3')
  })

  test('two events of a stream exchanged whole, but for their versions', async () => {
    await tamper(
      `UPDATE eventlog.event SET version = version + 10 WHERE clinic_id = :clinic AND stream_id = 'a' AND version IN (2, 3)`,
      `UPDATE eventlog.event SET version = 15 - version WHERE clinic_id = :clinic AND stream_id = 'a' AND version > 10`,
    )
    const found = (await problems()).map(brief)
    expect(found).toEqual(
      expect.arrayContaining(['changed a 2 5', 'changed a 3 3', 'reordered a 2 5', 'reordered a 3 3']),
    )
  })

  test('two positions exchanged', async () => {
    await tamper(
      'UPDATE eventlog.event SET position = position + 100 WHERE clinic_id = :clinic AND position IN (3, 5)',
      'UPDATE eventlog.event SET position = 108 - position WHERE clinic_id = :clinic AND position > 100',
    )
    const found = (await problems()).map(brief)
    expect(found).toEqual(['changed a 2 5', 'reordered a 3 3', 'changed a 3 3', 'rewritten   9'])
  })

  test('two positions of different streams exchanged', async () => {
    await tamper(
      'UPDATE eventlog.event SET position = position + 100 WHERE clinic_id = :clinic AND position IN (8, 9)',
      'UPDATE eventlog.event SET position = 117 - position WHERE clinic_id = :clinic AND position > 100',
    )
    expect((await problems()).map(({ kind }) => kind)).toEqual(['changed', 'changed', 'rewritten'])
  })
})

describe('rows that were not written there', () => {
  test('a copy in another stream', async () => {
    const columns = await columnsWith({ stream_id: "'copy'", version: '1', position: '10' })
    await tamper(`INSERT INTO eventlog.event SELECT ${columns} FROM ${event} = 'a' AND version = 2`)
    const found = (await problems()).map(brief)
    expect(found).toEqual(expect.arrayContaining(['changed copy 1 10', 'foreign copy', 'foreign   10']))
  })

  test('a copy at the end of its own stream', async () => {
    const columns = await columnsWith({ version: '6', position: '10' })
    await tamper(`INSERT INTO eventlog.event SELECT ${columns} FROM ${event} = 'a' AND version = 5`)
    const found = (await problems()).map(brief)
    expect(found).toEqual(expect.arrayContaining(['reordered a 6 10', 'changed a 6 10', 'foreign a 6', 'foreign   10']))
  })

  test('the same row twice, where the key was dropped', async () => {
    await tamper(
      'ALTER TABLE eventlog.event DROP CONSTRAINT event_pkey',
      'DROP INDEX eventlog.event_position',
      `INSERT INTO eventlog.event SELECT * FROM ${event} = 'b' AND version = 2`,
    )
    const found = (await problems()).map(brief)
    await tamper(
      'TRUNCATE eventlog.event',
      'ALTER TABLE eventlog.event ADD PRIMARY KEY (clinic_id, stream_id, version)',
      'CREATE UNIQUE INDEX event_position ON eventlog.event (clinic_id, position)',
    )
    expect(found).toEqual(['duplicated b 2 4', 'reordered b 2 4', 'duplicated   4'])
  })

  test('an event moved to another clinic', async () => {
    await tamper(
      `UPDATE eventlog.event SET clinic_id = :other, position = 10, stream_id = 'd', version = 1
       WHERE clinic_id = :clinic AND stream_id = 'c'`,
    )
    const found = await problems()
    expect(found.filter((problem) => problem.clinicId === clinicId).map(brief)).toEqual([
      'truncated c 1',
      'truncated   9',
    ])
    expect(found.filter((problem) => problem.clinicId === otherId).map(brief)).toEqual(
      expect.arrayContaining(['changed d 1 10', 'foreign d', 'foreign   10']),
    )
  })

  test('an event moved to a clinic that there is not', async () => {
    const unknown = newClinicId()
    await tamper(`UPDATE eventlog.event SET clinic_id = '${unknown}' WHERE clinic_id = :clinic AND stream_id = 'c'`)
    const found = (await problems()).filter((problem) => problem.clinicId === unknown)
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['changed', 'foreign']))
  })
})

test('problems are told to people without any data, and only as many as one can read', async () => {
  await tamper(`UPDATE eventlog.event SET data = '{"name":"Ana Secret"}' WHERE clinic_id = :clinic`)
  const columns = await columnsWith({ position: 'position + n * 10', version: 'version + n * 10' })
  await tamper(`INSERT INTO eventlog.event SELECT ${columns} FROM eventlog.event, generate_series(1, 200) n
    WHERE clinic_id = :clinic`)
  const report = await verify(database.ownerUrl)
  expect(JSON.stringify(report)).not.toContain('Secret')
  expect(report.problems).toHaveLength(1_000)
  expect(report.problemsOmitted).toBeGreaterThan(500)
  for (const { message } of report.problems) expect(message).toMatch(/^[A-Z].*\.$/)
})
