/**
 * The walls of the whole database, whatever tables it comes to have: what the server's role may not do, and that a table
 * which belongs to clinics shows one clinic nothing of another. A new table without a wall fails here until somebody
 * writes down why it needs none.
 */
import { randomUUID } from 'node:crypto'
import { makeCheckpoint } from '@keel/eventlog'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { demoClinicId } from './demo/people.ts'
import { readRecordKey } from './record-key.ts'
import { openTestClinic, type TestClinic } from './test-clinic.ts'

const signInFirst = 'asked before it is known whose clinic it is; holds no patient'
const ofTheProgram = 'what the program keeps about itself'
/** Tables without a clinic of their own, and why. */
const withoutClinic: Readonly<Record<string, string>> = {
  'access.account': signInFirst,
  'access.migration': ofTheProgram,
  'access.session': signInFirst,
  'access.user': signInFirst,
  'access.verification': signInFirst,
  'eventlog.migration': ofTheProgram,
}
/** Of libraries; they hold names of jobs and ids of clinics, never a patient. */
const schemasOfLibraries = ['graphile_worker']

let clinic: TestClinic
let owner: pg.Client
let server: pg.Client

beforeAll(async () => {
  clinic = await openTestClinic(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: clinic.database.ownerUrl })
  server = new pg.Client({ connectionString: clinic.database.serverUrl })
  await Promise.all([owner.connect(), server.connect()])
  await (await clinic.signIn('nora')).request('GET', '/api/board')
  // So that no table of the record is empty.
  const key = await readRecordKey(clinic.dataFolder)
  await makeCheckpoint(clinic.database.serverUrl, demoClinicId, key, '2026-11-23T15:00:00.000Z')
})

afterAll(async () => {
  await Promise.all([owner.end(), server.end()])
  await clinic.close()
})

interface Table {
  readonly name: string
  readonly hasClinic: boolean
  readonly isWalled: boolean
}

async function tables(): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(
    `SELECT n.nspname || '.' || c.relname AS name, relrowsecurity AND relforcerowsecurity AS "isWalled",
       EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'clinic_id' AND NOT attisdropped) AS "hasClinic"
     FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT LIKE 'pg\\_%'
       AND n.nspname <> ALL ($1) ORDER BY 1`,
    [['information_schema', ...schemasOfLibraries]],
  )
  return rows
}

const ofClinics = async () => (await tables()).filter(({ hasClinic }) => hasClinic)

/** Runs as the server for a clinic, and takes it back. */
async function as<Answer>(clinicId: string, run: () => Promise<Answer>): Promise<Answer> {
  await server.query('BEGIN')
  try {
    await server.query(`SET LOCAL keel.clinic_id = '${clinicId}'`)
    return await run()
  } finally {
    await server.query('ROLLBACK')
  }
}

const refusal = (error: unknown) => (error as pg.DatabaseError).code

describe('another clinic', () => {
  const other = randomUUID()

  test('is kept out of every table that belongs to clinics; of the others it is written down why not', async () => {
    const all = await tables()
    expect(all.filter(({ hasClinic, isWalled }) => hasClinic && !isWalled)).toEqual([])
    expect(all.filter(({ hasClinic }) => !hasClinic).map(({ name }) => name)).toEqual(Object.keys(withoutClinic))
  })

  test('sees nothing in any of them, where the clinic itself sees its rows', async () => {
    for (const { name } of await ofClinics()) {
      const count = async () => (await server.query(`SELECT FROM ${name}`)).rowCount
      expect([name, await as(other, count)]).toEqual([name, 0])
      expect([name, (await as(demoClinicId, count)) ?? 0]).toEqual([name, expect.toSatisfy((rows: number) => rows > 0)])
    }
  })

  test('changes and removes nothing in any of them', async () => {
    for (const { name } of await ofClinics()) {
      for (const statement of [`UPDATE ${name} SET clinic_id = clinic_id`, `DELETE FROM ${name}`]) {
        const touched = await as(other, async () => (await server.query(statement)).rowCount).catch(refusal)
        expect([statement, touched]).toEqual([statement, expect.toSatisfy((found) => found === 0 || found === '42501')])
      }
    }
  })

  test('puts no row into any of them for the clinic', async () => {
    for (const { name } of await ofClinics()) {
      const { rows } = await owner.query(`SELECT to_jsonb(t) AS row FROM ${name} t WHERE clinic_id = $1 LIMIT 1`, [
        demoClinicId,
      ])
      const insert = `INSERT INTO ${name} SELECT * FROM jsonb_populate_record(NULL::${name}, $1)`
      expect([name, await as(other, () => server.query(insert, [rows[0].row])).catch(refusal)]).toEqual([name, '42501'])
    }
  })
})

describe('the role of the server', () => {
  test('owns nothing', async () => {
    const { rows } = await owner.query(
      `SELECT pg_describe_object(classid, objid, objsubid) FROM pg_shdepend
       WHERE deptype = 'o' AND dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
         AND refobjid IN (SELECT oid FROM pg_roles WHERE rolname IN ('keel_app', $1))`,
      [server.user],
    )
    expect(rows).toEqual([])
  })

  test('may not change or remove a single column of what is only ever added', async () => {
    const { rows } = await owner.query(
      `SELECT name, has_table_privilege($1, name, 'INSERT') AS may,
         has_any_column_privilege($1, name, 'UPDATE') OR has_table_privilege($1, name, 'DELETE, TRUNCATE, TRIGGER') AS "mayMore"
       FROM unnest($2::text[]) AS name`,
      [server.user, ['eventlog.event', 'eventlog.checkpoint']],
    )
    expect(rows).toEqual([
      { name: 'eventlog.event', may: true, mayMore: false },
      { name: 'eventlog.checkpoint', may: true, mayMore: false },
    ])
  })

  test('has no power over other roles, over the server or past the walls', async () => {
    const { rows } = await owner.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS "isPowerful", (
         SELECT array_agg(r.rolname::text) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
         WHERE m.member = pg_roles.oid) AS "memberOf"
       FROM pg_roles WHERE rolname = $1`,
      [server.user],
    )
    expect(rows).toEqual([{ isPowerful: false, memberOf: ['keel_app'] }])
  })

  test.each([
    ['SELECT * FROM pg_authid'],
    ['SET ROLE pg_read_all_data'],
    ['CREATE SCHEMA mine'],
    ['CREATE TABLE access.mine (x integer)'],
    ['CREATE ROLE other'],
    ["COPY eventlog.event TO PROGRAM 'cat'"],
    ["SELECT pg_read_file('PG_VERSION')"],
    ['ALTER TABLE access.clinic DISABLE ROW LEVEL SECURITY'],
    ['UPDATE eventlog.event SET hash = hash'],
    ['DELETE FROM eventlog.event'],
    ['UPDATE eventlog.checkpoint SET number = 9'],
    ['DELETE FROM eventlog.checkpoint'],
    ['TRUNCATE eventlog.checkpoint'],
    ["UPDATE access.clinic SET name = 'x'"],
    ['DELETE FROM access.clinic'],
  ])('may not %s', async (statement) => {
    expect(await as(demoClinicId, () => server.query(statement)).catch(refusal)).toBe('42501')
  })
})
