import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createPostgresEventLog, makeCheckpoint } from './index.ts'
import { appendOf, newClinicId, sessions } from './test-appends.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

/** What the program keeps about itself and not about a clinic. Every other table belongs to clinics. */
const tablesWithoutClinic = ['migration']

let database: TestDatabase
let owner: pg.Client
let server: pg.Client
const clinicId = newClinicId()

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  server = new pg.Client({ connectionString: database.serverUrl })
  await Promise.all([owner.connect(), server.connect()])
  const log = createPostgresEventLog({ serverUrl: database.serverUrl, views: [sessions] })
  await log.append(appendOf(clinicId, 's', 0))
  await log.close()
  const { privateKey } = generateKeyPairSync('ed25519')
  await makeCheckpoint(database.serverUrl, clinicId, privateKey, '2026-11-22T19:00:00.000Z')
})

afterAll(async () => {
  await Promise.all([owner.end(), server.end()])
  await database.drop()
})

async function clinicTables(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'eventlog'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
       AND relname <> ALL ($1) ORDER BY relname`,
    [tablesWithoutClinic],
  )
  return rows.map(({ name }) => name)
}

/** Runs in a transaction in which the clinic is set, and takes it back. */
async function inClinic<Answer>(clinic: string | undefined, run: () => Promise<Answer>): Promise<Answer> {
  await server.query('BEGIN')
  try {
    if (clinic !== undefined) await server.query(`SET LOCAL keel.clinic_id = '${clinic}'`)
    return await run()
  } finally {
    await server.query('ROLLBACK')
  }
}

async function countRows(table: string): Promise<number> {
  const { rows } = await server.query(`SELECT count(*)::integer AS count FROM eventlog.${table}`)
  return rows[0].count
}

describe('the role of the server', () => {
  test.each([
    ["UPDATE eventlog.event SET type = 'x'"],
    ['UPDATE eventlog.event SET hash = hash'],
    ['DELETE FROM eventlog.event'],
    ['TRUNCATE eventlog.event'],
    ['SELECT * FROM eventlog.event FOR UPDATE'],
    ['ALTER TABLE eventlog.event ADD COLUMN x integer'],
    ['ALTER TABLE eventlog.event DISABLE ROW LEVEL SECURITY'],
    ['ALTER TABLE eventlog.event NO FORCE ROW LEVEL SECURITY'],
    ['ALTER TABLE eventlog.event OWNER TO CURRENT_USER'],
    ['DROP POLICY own_clinic ON eventlog.event'],
    ['CREATE POLICY open ON eventlog.event USING (true)'],
    ['CREATE RULE quiet AS ON INSERT TO eventlog.event DO INSTEAD NOTHING'],
    ['CREATE TRIGGER t BEFORE INSERT ON eventlog.event EXECUTE FUNCTION suppress_redundant_updates_trigger()'],
    ['DROP TABLE eventlog.event'],
    ['DROP INDEX eventlog.event_position'],
    ['DROP SCHEMA eventlog CASCADE'],
    ['CREATE TABLE eventlog.mine (x integer)'],
    ['DELETE FROM eventlog.stream'],
    ['TRUNCATE eventlog.stream'],
    ['DELETE FROM eventlog.clinic'],
    ["UPDATE eventlog.stream SET stream_id = 'x'"],
    ['UPDATE eventlog.view_document SET clinic_id = gen_random_uuid()'],
    ['SELECT * FROM eventlog.migration'],
    ["SET session_replication_role = 'replica'"],
  ])('may not %s', async (statement) => {
    const failure = await inClinic(clinicId, () => server.query(statement)).catch((error: unknown) => error)
    // Either "permission denied" or "must be owner of", both of this class.
    expect(failure).toMatchObject({ code: '42501' })
  })

  test('grants beyond reading and inserting are held only where the log needs them', async () => {
    const { rows } = await owner.query<{ granted: string }>(
      `SELECT table_name || ' ' || privilege_type AS granted FROM information_schema.role_table_grants
       WHERE grantee IN ('keel_app', 'PUBLIC') AND table_schema = 'eventlog' ORDER BY 1`,
    )
    expect(rows.map(({ granted }) => granted).filter((granted) => !/ (SELECT|INSERT)$/.test(granted))).toEqual([
      'view_document DELETE',
      'view_state DELETE',
    ])
  })

  test('owns nothing and passes by no row-level security', async () => {
    const { rows } = await owner.query(
      "SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = 'keel_app'",
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }])
  })
})

describe('the wall between clinics', () => {
  test('stands around every table, for its owner too', async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'eventlog'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
         AND relname <> ALL ($1) AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [tablesWithoutClinic],
    )
    expect(rows).toEqual([])
  })

  test('shows a clinic its own rows in every table, another clinic none, and nobody none', async () => {
    const tables = await clinicTables()
    expect(tables).toContain('event')
    for (const table of tables) {
      expect([table, await inClinic(clinicId, () => countRows(table))]).toEqual([table, 1])
      expect([table, await inClinic(newClinicId(), () => countRows(table))]).toEqual([table, 0])
      expect([table, await inClinic(undefined, () => countRows(table))]).toEqual([table, 0])
    }
  })

  test('lets no row through into another clinic, in any table', async () => {
    for (const table of await clinicTables()) {
      const { rows } = await owner.query(`SELECT to_jsonb(t) AS row FROM eventlog.${table} t WHERE clinic_id = $1`, [
        clinicId,
      ])
      const insert = `INSERT INTO eventlog.${table} SELECT * FROM jsonb_populate_record(NULL::eventlog.${table}, $1)`
      const smuggled = { ...rows[0].row, clinic_id: newClinicId() }
      const failure = await inClinic(clinicId, () => server.query(insert, [smuggled])).catch((error: unknown) => error)
      expect([table, (failure as pg.DatabaseError).message]).toEqual([
        table,
        `new row violates row-level security policy for table "${table}"`,
      ])
    }
  })

  test('a list of clinics shows which there are and nothing of them', async () => {
    await inClinic(undefined, async () => {
      await server.query('SET LOCAL keel.list_clinics = on')
      for (const table of await clinicTables()) {
        expect([table, await countRows(table)]).toEqual([table, table === 'clinic' ? 1 : 0])
      }
      expect((await server.query('UPDATE eventlog.clinic SET last_position = 9')).rowCount).toBe(0)
    })
  })
})

describe('what lets the tables be spread over machines', () => {
  test('every primary key and every unique or exclusion index begins with clinic_id', async () => {
    const { rows } = await owner.query<{ name: string; first: string }>(
      `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid, 1, true) AS first FROM pg_index
       JOIN pg_class t ON t.oid = indrelid
       WHERE t.relnamespace = 'eventlog'::regnamespace AND t.relname <> ALL ($1) AND (indisunique OR indisexclusion)`,
      [tablesWithoutClinic],
    )
    expect(rows.length).toBeGreaterThanOrEqual(6)
    expect(rows.filter(({ first }) => first !== 'clinic_id')).toEqual([])
  })

  test('every table has a primary key, and none a trigger or a rule', async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class t WHERE relnamespace = 'eventlog'::regnamespace AND relkind IN ('r', 'p') AND
         (relhastriggers OR relhasrules OR NOT EXISTS (SELECT FROM pg_index WHERE indrelid = t.oid AND indisprimary))`,
    )
    expect(rows).toEqual([])
  })
})
