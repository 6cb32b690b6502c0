/**
 * What was done to the record by somebody with every right in the database, and what `verify` says of it. The record, of
 * two clinics: the streams a, b and c, written in the order a1 b1 a2 b2 | a3 b3 a4 | a5 c1, with a checkpoint at each bar. The
 * second one was exported.
 */

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  createPostgresEventLog,
  makeCheckpoint,
  type Problem,
  parseCheckpoints,
  resealClinic,
  verify,
} from '../index.ts'
import { type Checkpoint, exportCheckpoint } from '../proof/checkpoint.ts'
import { treeFromBytes } from '../proof/merkle.ts'
import { sealKeyFrom, sealOf } from '../proof/seal.ts'
import { appendOf, eventOf, newClinicId } from '../test-appends.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { eventsOf, rewrite } from './test-forger.ts'

const recordKey = generateKeyPairSync('ed25519').privateKey
const publicKeys = [createPublicKey(recordKey)]
const otherKey = generateKeyPairSync('ed25519').privateKey
const madeAt = '2026-11-22T19:00:00.000Z'

let database: TestDatabase
let owner: pg.Client
let clinicId: string
let otherId: string
/** The exported checkpoints of both clinics. */
let exported: readonly Checkpoint[]

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
  const ids = [newClinicId(), newClinicId()].sort()
  clinicId = ids[0] as string
  otherId = ids[1] as string
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey })
  const append = async (clinic: string, order: string) => {
    for (const [streamId = '', version] of order.split(' ')) {
      const events = [{ ...eventOf({ dose: 0.5 }), ruleset: 'r1' }]
      const streams = [{ streamId, expectedVersion: Number(version) - 1, events }]
      expect((await log.append(appendOf(clinic, streamId, 0, { streams }))).status).toBe('appended')
    }
  }
  const made: Checkpoint[] = []
  for (const clinic of ids) {
    await append(clinic, 'a1 b1 a2 b2')
    await makeCheckpoint(database.serverUrl, clinic, recordKey, madeAt)
    await append(clinic, 'a3 b3 a4')
    made.push((await makeCheckpoint(database.serverUrl, clinic, recordKey, madeAt)) as Checkpoint)
    await append(clinic, 'a5 c1')
  }
  await log.close()
  exported = parseCheckpoints(made.map(exportCheckpoint).join('\n'), publicKeys)
})

afterEach(async () => {
  await owner.query('TRUNCATE eventlog.event, eventlog.stream, eventlog.clinic, eventlog.checkpoint')
})

/** What an administrator's hand does, in a clinic whose id stands for `:clinic`. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    await owner.query(statement.replaceAll(':clinic', `'${clinicId}'`).replaceAll(':other', `'${otherId}'`))
  }
}

const brief = (problem: Problem) =>
  [
    problem.clinicId === clinicId ? '' : problem.clinicId === otherId ? 'other clinic:' : 'unknown clinic:',
    problem.kind,
    problem.streamId ?? '',
    problem.version ? `version ${problem.version}` : '',
    problem.position ? `at ${problem.position}` : '',
    problem.checkpoint ? `checkpoint ${problem.checkpoint}` : '',
  ]
    .filter((word) => word !== '')
    .join(' ')

const briefs = async (options: Parameters<typeof verify>[1] = {}) =>
  (await verify(database.ownerUrl, options)).problems.map(brief)

/** What has to be at hand for anything to be found. */
type Needs = 'nothing' | 'key' | 'exported checkpoint' | 'either'

interface Tampering {
  readonly what: string
  readonly how: (() => Promise<void>) | readonly string[]
  /** When not given: nothing. */
  readonly needs?: Needs
  /** All that is said with everything at hand. */
  readonly says: readonly string[]
}

const everything = () => ({ recordKey, checkpoints: exported })

async function expectCaught({ how, needs = 'nothing', says }: Tampering): Promise<void> {
  await (typeof how === 'function' ? how() : tamper(...how))
  const bare = await briefs()
  const withKey = await briefs({ recordKey })
  const withExported = await briefs({ publicKeys, checkpoints: exported })
  expect(await briefs(everything())).toEqual(says)
  expect({ bare: bare.length > 0, withKey: withKey.length > 0, withExported: withExported.length > 0 }).toEqual({
    bare: needs === 'nothing',
    withKey: needs !== 'exported checkpoint',
    withExported: needs !== 'key',
  })
}

test('a record as it was written is clean, with everything at hand, and everything is looked at', async () => {
  const report = await verify(database.ownerUrl, everything())
  expect(report).toMatchObject({ problems: [], eventsChecked: 18, checkpointsChecked: 6, seals: 'checked' })
  expect(report.signatures).toBe('checked')
  const bare = await verify(database.ownerUrl)
  expect(bare).toMatchObject({ problems: [], checkpointsChecked: 4, seals: 'no-key', signatures: 'no-key' })
})

/** Sorts behind all others. */
const unknownClinic = "'ffffffff-ffff-4fff-bfff-ffffffffffff'"
const ab = "decode(repeat('ab', 32), 'hex')"
/** For every column of every table of the record: another value, and what is said of it. */
const columns: Readonly<Record<string, Readonly<Record<string, readonly [to: string, ...says: string[]]>>>> = {
  event: {
    type: ["'Other'", 'changed a version 2 at 3'],
    schema_version: ['2', 'changed a version 2 at 3'],
    data: [`'{"dose":50}'`, 'changed a version 2 at 3'],
    at: ["at + interval '1 microsecond'", 'changed a version 2 at 3'],
    recorded_at: ["recorded_at - interval '1 day'", 'changed a version 2 at 3'],
    by_person_id: ["'somebody'", 'changed a version 2 at 3'],
    by_role: ["'prescriber'", 'changed a version 2 at 3'],
    command_id: ['gen_random_uuid()', 'changed a version 2 at 3'],
    command_hash: [ab, 'changed a version 2 at 3'],
    ruleset: ['NULL', 'changed a version 2 at 3'],
    previous_hash: [ab, 'reordered a version 2 at 3', 'changed a version 2 at 3'],
    hash: [
      ab,
      'changed a version 2 at 3',
      'reordered a version 3 at 5',
      'rewritten at 1 checkpoint 1',
      'rewritten at 1 checkpoint 2',
      'rewritten at 9',
    ],
    position: [
      '99',
      'changed a version 2 at 99',
      'reordered a version 3 at 5',
      'missing at 3',
      'rewritten at 1 checkpoint 1',
      'rewritten at 1 checkpoint 2',
      'missing at 10',
      'foreign at 99',
      'unsealed at 10',
    ],
    version: [
      '99',
      'missing a version 3 at 5',
      'missing a version 99 at 3',
      'reordered a version 99 at 3',
      'changed a version 99 at 3',
      'foreign a version 99',
      'rewritten at 7 checkpoint 2',
    ],
    stream_id: [
      "'z'",
      'missing a version 3 at 5',
      'missing z version 2 at 3',
      'changed z version 2 at 3',
      'foreign z',
      'rewritten at 7 checkpoint 2',
    ],
    clinic_id: [
      unknownClinic,
      'missing a version 3 at 5',
      'missing at 3',
      'rewritten at 1 checkpoint 1',
      'rewritten at 1 checkpoint 2',
      'unknown clinic: missing a version 2 at 3',
      'unknown clinic: changed a version 2 at 3',
      'unknown clinic: foreign a',
      'unknown clinic: missing at 1',
      'unknown clinic: foreign at 3',
    ],
  },
  stream: {
    hash: [ab, 'changed a version 5'],
    version: ['4', 'foreign a version 5'],
    stream_id: ["'z'", 'foreign a', 'truncated z version 1'],
    clinic_id: [unknownClinic, 'foreign a', 'unknown clinic: truncated a version 1'],
  },
  clinic: {
    last_position: ['8', 'foreign at 9'],
    tree: ["''", 'forged at 9'],
    seal: [ab, 'forged at 9'],
    // No more than a mark that something was written.
    revision: ['gen_random_uuid()'],
    clinic_id: [unknownClinic, 'foreign at 9', 'unknown clinic: truncated at 1', 'unknown clinic: forged at 9'],
  },
  checkpoint: {
    number: ['3', 'missing checkpoint 1', 'changed checkpoint 3', 'reordered checkpoint 3', 'reordered checkpoint 3'],
    position: ['5', 'changed checkpoint 1'],
    body: ["replace(body::text, '2026', '2025')::json", 'forged checkpoint 1', 'reordered checkpoint 2'],
    clinic_id: [unknownClinic, 'missing checkpoint 1', 'unknown clinic: foreign checkpoint 1'],
  },
}

describe.each(Object.entries(columns))('a changed column of %s', (table, cases) => {
  test('every column of the table is among the cases', async () => {
    const { rows } = await owner.query<{ name: string }>(
      'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
      [`eventlog.${table}`],
    )
    expect(Object.keys(cases).sort()).toEqual(rows.map(({ name }) => name).sort())
  })

  const where = { event: 'position = 3', stream: "stream_id = 'a'", clinic: 'true', checkpoint: 'number = 1' }[table]
  test.each(Object.entries(cases))('%s', async (column, [to, ...says]) => {
    await tamper(`UPDATE eventlog.${table} SET ${column} = ${to} WHERE clinic_id = :clinic AND ${where}`)
    expect(await briefs(everything())).toEqual(says)
  })
})

const event = 'eventlog.event WHERE clinic_id = :clinic AND stream_id'
const everyTable = ['event', 'stream', 'clinic', 'checkpoint'].map((table) => `eventlog.${table}`)

/** Rewrites the clinic's events and signs everything anew, with a key that is not the record's. */
async function rewriteAndSign(): Promise<void> {
  await rewrite(owner, clinicId, (await eventsOf(owner, clinicId)).map(doseChanged(2)))
  await tamper('DELETE FROM eventlog.checkpoint WHERE clinic_id = :clinic')
  const { rows } = await owner.query('SELECT tree FROM eventlog.clinic WHERE clinic_id = $1', [clinicId])
  const seal = sealOf(sealKeyFrom(otherKey), clinicId, treeFromBytes(rows[0].tree))
  await owner.query('UPDATE eventlog.clinic SET seal = $2 WHERE clinic_id = $1', [clinicId, seal])
  await makeCheckpoint(database.ownerUrl, clinicId, otherKey, madeAt)
}

type Events = Awaited<ReturnType<typeof eventsOf>>

const doseChanged = (position: number) => (each: Events[number]) =>
  each.position === position ? { ...each, data: { dose: 50 } } : each

/** The same as a program would have written it, but for the seal, which nobody can make who has not the key. */
const rewritten = (change: (events: Events) => Events) => async () =>
  rewrite(owner, clinicId, change(await eventsOf(owner, clinicId)))

const tamperings: readonly Tampering[] = [
  {
    what: 'one byte of data changed',
    how: [
      `UPDATE eventlog.event SET data = replace(data::text, '0.5', '0.6')::json WHERE clinic_id = :clinic AND position = 3`,
    ],
    says: ['changed a version 2 at 3'],
  },
  {
    what: 'a column emptied that may not be empty',
    how: [
      'ALTER TABLE eventlog.event ALTER command_hash DROP NOT NULL',
      'UPDATE eventlog.event SET command_hash = NULL WHERE clinic_id = :clinic AND position = 3',
    ],
    says: ['changed a', 'missing a version 3 at 5'],
  },
  {
    what: 'data that are null made no data at all',
    how: async () => {
      await rewritten((events) => events.map((each) => (each.position === 8 ? { ...each, data: null } : each)))()
      await tamper(
        'ALTER TABLE eventlog.event ALTER data DROP NOT NULL',
        'UPDATE eventlog.event SET data = NULL WHERE clinic_id = :clinic AND position = 8',
      )
    },
    says: ['changed a', 'truncated a version 5', 'forged at 9'],
  },
  {
    what: 'a row deleted',
    how: [`DELETE FROM ${event} = 'a' AND version = 3`],
    says: ['missing a version 4 at 7', 'missing at 5', 'rewritten at 5 checkpoint 2'],
  },
  {
    what: 'a stream deleted, with its head',
    how: [`DELETE FROM ${event} = 'b'`, "DELETE FROM eventlog.stream WHERE clinic_id = :clinic AND stream_id = 'b'"],
    says: [
      'rewritten at 7 checkpoint 2',
      'missing at 2',
      'rewritten at 1 checkpoint 1',
      'missing at 4',
      'missing at 6',
      'rewritten at 1 checkpoint 2',
    ],
  },
  {
    what: 'two rows of a stream swapped',
    how: [
      `UPDATE ${event.replace('WHERE', 'SET version = version + 10 WHERE')} = 'a' AND version IN (2, 3)`,
      `UPDATE ${event.replace('WHERE', 'SET version = 15 - version WHERE')} = 'a' AND version > 10`,
    ],
    says: [
      'reordered a version 2 at 5',
      'changed a version 2 at 5',
      'reordered a version 3 at 3',
      'reordered a version 3 at 3',
      'changed a version 3 at 3',
      'reordered a version 4 at 7',
    ],
  },
  {
    what: 'two rows of the clinic swapped',
    how: [
      'UPDATE eventlog.event SET position = position + 100 WHERE clinic_id = :clinic AND position IN (8, 9)',
      'UPDATE eventlog.event SET position = 117 - position WHERE clinic_id = :clinic AND position > 100',
    ],
    says: ['changed a version 5 at 9', 'changed c version 1 at 8', 'rewritten at 9'],
  },
  {
    what: 'a row doubled, with the keys dropped',
    how: [
      'ALTER TABLE eventlog.event DROP CONSTRAINT event_pkey',
      'DROP INDEX eventlog.event_position',
      `INSERT INTO eventlog.event SELECT * FROM ${event} = 'b' AND version = 2`,
    ],
    says: [
      'duplicated b version 2 at 4',
      'reordered b version 2 at 4',
      'duplicated at 4',
      'rewritten at 1 checkpoint 1',
      'rewritten at 1 checkpoint 2',
    ],
  },
  {
    what: 'the tail cut off, with the heads and the last position set back',
    how: [
      'DELETE FROM eventlog.event WHERE clinic_id = :clinic AND position > 7',
      "DELETE FROM eventlog.stream WHERE clinic_id = :clinic AND stream_id = 'c'",
      `UPDATE eventlog.stream SET version = 4, hash = (SELECT hash FROM ${event} = 'a' AND version = 4)
       WHERE clinic_id = :clinic AND stream_id = 'a'`,
      'UPDATE eventlog.clinic SET last_position = 7 WHERE clinic_id = :clinic',
    ],
    says: ['truncated at 8'],
  },
  {
    what: 'the tail after the last checkpoint cut off, with everything set back that can be',
    how: rewritten((events) => events.slice(0, 7)),
    needs: 'key',
    says: ['forged at 7'],
  },
  {
    what: 'the tail after the last checkpoint rewritten, with every hash made anew',
    how: rewritten((events) => events.map(doseChanged(8))),
    needs: 'key',
    says: ['forged at 9'],
  },
  {
    what: 'the same, with the seal taken off as if there had been none',
    how: async () => {
      await rewritten((events) => events.map(doseChanged(8)))()
      await tamper('UPDATE eventlog.clinic SET seal = NULL WHERE clinic_id = :clinic')
    },
    needs: 'key',
    says: ['unsealed at 1'],
  },
  {
    what: 'an event added at the end past the sealed tree, as an older release would have',
    how: async () => {
      const { rows } = await owner.query('SELECT tree FROM eventlog.clinic WHERE clinic_id = $1', [clinicId])
      await rewritten((events) => [...events, ...events.slice(-1)])()
      await owner.query('UPDATE eventlog.clinic SET tree = $2 WHERE clinic_id = $1', [clinicId, rows[0].tree])
    },
    needs: 'key',
    says: ['unsealed at 10'],
  },
  {
    what: 'an event before the last checkpoint rewritten, with every hash and the tree made anew',
    how: rewritten((events) => events.map(doseChanged(6))),
    says: ['rewritten at 7 checkpoint 2', 'rewritten at 5 checkpoint 2', 'forged at 9'],
  },
  {
    what: 'the same, with the checkpoints deleted',
    how: async () => {
      await rewritten((events) => events.map(doseChanged(6)))()
      await tamper('DELETE FROM eventlog.checkpoint WHERE clinic_id = :clinic')
    },
    needs: 'either',
    says: ['missing checkpoint 2', 'rewritten at 7 checkpoint 2', 'rewritten at 1 checkpoint 2', 'forged at 9'],
  },
  {
    what: 'everything rewritten and signed anew with another key',
    how: rewriteAndSign,
    needs: 'either',
    says: [
      'forged checkpoint 1',
      'missing checkpoint 2',
      'rewritten at 7 checkpoint 2',
      'rewritten at 1 checkpoint 2',
      'forged at 9',
    ],
  },
  {
    what: 'an event moved to another clinic',
    how: [
      `UPDATE eventlog.event SET clinic_id = :other, position = 10, stream_id = 'd', version = 1
       WHERE clinic_id = :clinic AND stream_id = 'c'`,
    ],
    says: [
      'truncated c version 1',
      'truncated at 9',
      'other clinic: changed d version 1 at 10',
      'other clinic: foreign d',
      'other clinic: foreign at 10',
      'other clinic: unsealed at 10',
    ],
  },
  {
    what: 'an event moved to another clinic, with everything of both made anew',
    how: async () => {
      const [own, others] = [await eventsOf(owner, clinicId), await eventsOf(owner, otherId)]
      await rewrite(owner, otherId, [...others, ...own.slice(-1).map((moved) => ({ ...moved, streamId: 'd' }))])
      await rewrite(owner, clinicId, own.slice(0, -1))
    },
    needs: 'key',
    says: ['forged at 8', 'other clinic: forged at 10'],
  },
  {
    what: 'a checkpoint deleted',
    how: ['DELETE FROM eventlog.checkpoint WHERE clinic_id = :clinic AND number = 1'],
    says: ['missing checkpoint 1'],
  },
  {
    what: 'the newest checkpoint deleted',
    how: ['DELETE FROM eventlog.checkpoint WHERE clinic_id = :clinic AND number = 2'],
    needs: 'exported checkpoint',
    says: ['missing checkpoint 2'],
  },
  {
    what: 'the newest checkpoint signed anew with another key',
    how: async () => {
      await tamper('DELETE FROM eventlog.checkpoint WHERE clinic_id = :clinic AND number = 2')
      await resealClinic(database.ownerUrl, clinicId, otherKey)
      await makeCheckpoint(database.ownerUrl, clinicId, otherKey, madeAt)
      await tamper('UPDATE eventlog.clinic SET seal = NULL WHERE clinic_id = :clinic')
    },
    needs: 'either',
    says: ['forged checkpoint 2', 'changed checkpoint 2', 'unsealed at 1'],
  },
  {
    what: 'a checkpoint doubled, with the key dropped',
    how: [
      'ALTER TABLE eventlog.checkpoint DROP CONSTRAINT checkpoint_pkey',
      'INSERT INTO eventlog.checkpoint SELECT * FROM eventlog.checkpoint WHERE clinic_id = :clinic AND number = 1',
    ],
    says: ['duplicated checkpoint 1'],
  },
  {
    what: 'checkpoints moved to another clinic',
    how: [
      'DELETE FROM eventlog.checkpoint WHERE clinic_id = :other',
      'UPDATE eventlog.checkpoint SET clinic_id = :other WHERE clinic_id = :clinic',
    ],
    says: [
      'missing checkpoint 2',
      'other clinic: foreign checkpoint 1',
      'other clinic: foreign checkpoint 2',
      'other clinic: missing checkpoint 2',
    ],
  },
  {
    what: 'a whole clinic deleted',
    how: everyTable.map((table) => `DELETE FROM ${table} WHERE clinic_id = :clinic`),
    needs: 'exported checkpoint',
    says: ['missing checkpoint 2'],
  },
  {
    what: 'everything deleted',
    how: everyTable.map((table) => `DELETE FROM ${table}`),
    needs: 'exported checkpoint',
    says: ['missing checkpoint 2', 'other clinic: missing checkpoint 2'],
  },
]

describe('what was done by a hostile administrator', () => {
  afterEach(() => restoreKeys())

  test.each(tamperings)('$what', expectCaught)
})

/** The keys and constraints that some of them drop. */
async function restoreKeys(): Promise<void> {
  await owner.query(`TRUNCATE ${everyTable.join(', ')}`)
  const { rows } = await owner.query(
    "SELECT to_regclass('eventlog.event_pkey') AS event, to_regclass('eventlog.checkpoint_pkey') AS checkpoint",
  )
  if (rows[0].event === null) {
    await owner.query('ALTER TABLE eventlog.event ADD PRIMARY KEY (clinic_id, stream_id, version)')
    await owner.query('CREATE UNIQUE INDEX event_position ON eventlog.event (clinic_id, position)')
  }
  if (rows[0].checkpoint === null)
    await owner.query('ALTER TABLE eventlog.checkpoint ADD PRIMARY KEY (clinic_id, number)')
  await owner.query('ALTER TABLE eventlog.event ALTER command_hash SET NOT NULL, ALTER data SET NOT NULL')
}

test('what cannot be seen: the whole record put back to what it was at an earlier append, after the last export', async () => {
  const kept = await owner.query('SELECT tree, seal FROM eventlog.clinic WHERE clinic_id = $1', [clinicId])
  const before = await eventsOf(owner, clinicId)
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, recordKey })
  await log.append(appendOf(clinicId, 'c', 1))
  await log.close()
  await rewrite(owner, clinicId, before)
  const { tree, seal } = kept.rows[0]
  await owner.query('UPDATE eventlog.clinic SET tree = $2, seal = $3 WHERE clinic_id = $1', [clinicId, tree, seal])
  expect(await briefs(everything())).toEqual([])
})
