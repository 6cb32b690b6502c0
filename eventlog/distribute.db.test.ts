/**
 * Distributing is tried here against stand-ins for Citus' functions, which write down how they were called: what Citus then
 * does is Citus' own to test. docs/scale.md says what could not be tried.
 */
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { distribute } from './distribute.ts'
import { createPostgresEventLog } from './index.ts'
import { appendOf, newClinicId } from './test-appends.ts'
import { createTestDatabase, runAs, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const log = createPostgresEventLog({ serverUrl: database.serverUrl })
  await log.append(appendOf(newClinicId(), 's', 0))
  await log.close()
})

afterEach(async () => {
  await owner.end()
  await database.drop()
})

/** Named, and with arguments, as in Citus. */
async function standIn(version: string, nodes = 1): Promise<void> {
  const statements = [
    `CREATE FUNCTION citus_version() RETURNS text LANGUAGE sql AS $$SELECT '${version}'$$`,
    "CREATE TABLE pg_dist_node (isactive boolean, shouldhaveshards boolean, noderole text DEFAULT 'primary')",
    `INSERT INTO pg_dist_node SELECT true, true FROM generate_series(1, ${nodes})`,
    'CREATE TABLE citus_tables (number serial, table_name regclass, distribution_column text, like_table text, mode text)',
    `CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text,
       distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default', shard_count int DEFAULT NULL)
     RETURNS void LANGUAGE sql AS $$INSERT INTO citus_tables (table_name, distribution_column, like_table, mode)
       SELECT table_name, distribution_column, colocate_with, current_setting('citus.multi_shard_modify_mode')$$`,
  ]
  await runAs(database.ownerUrl, statements)
}

const tables = async () => {
  const text = `SELECT relname FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
    WHERE attname = 'clinic_id' AND relkind = 'r' AND relnamespace = 'eventlog'::regnamespace`
  return (await owner.query<{ relname: string }>(text)).rows.map(({ relname }) => relname)
}

const placed = async () => {
  const text = `SELECT table_name::text AS table, distribution_column AS column, like_table AS like, mode
    FROM citus_tables ORDER BY number`
  return (await owner.query(text)).rows
}

const propagated = async () => {
  const fresh = new pg.Client({ connectionString: database.ownerUrl })
  await fresh.connect()
  const { rows } = await fresh.query("SELECT current_setting('citus.propagate_set_commands', true) AS value")
  await fresh.end()
  return rows[0].value
}

describe('without Citus', () => {
  test('says what is missing and changes nothing', async () => {
    const { missing, isDone } = await distribute(database.ownerUrl)
    expect(isDone).toBe(false)
    expect(missing).toEqual([expect.stringContaining('The extension citus is not in this database')])
    expect(await propagated()).toBeNull()
  })

  test('shows the plan all the same', async () => {
    const { plan } = await distribute(database.ownerUrl, { isPlanOnly: true })
    expect(plan.slice(1)).toHaveLength((await tables()).length)
    expect(plan[1]).toBe("SELECT create_distributed_table('eventlog.clinic', 'clinic_id', colocate_with => 'none')")
  })
})

describe('with Citus', () => {
  test('distributes every table with clinics by clinic_id, beside the first, and says what its servers need', async () => {
    await standIn('Citus 14.0.1 on x86_64-pc-linux-gnu')
    const told: string[] = []
    const done = await distribute(database.ownerUrl, { onProgress: (message) => told.push(message) })
    expect(done).toMatchObject({ missing: [], isDone: true })
    const found = await placed()
    expect(found[0]).toEqual({ table: 'eventlog.clinic', column: 'clinic_id', like: 'none', mode: 'sequential' })
    const others = (await tables()).filter((table) => table !== 'clinic').sort()
    expect(others.length).toBeGreaterThanOrEqual(5)
    const beside = { column: 'clinic_id', like: 'eventlog.clinic', mode: 'sequential' }
    expect(found.slice(1)).toEqual(others.map((table) => ({ table: `eventlog.${table}`, ...beside })))
    expect(await propagated()).toBe('local')
    expect(told).toContain('Distributing eventlog.event, 1 rows ...')
    expect(done.leftBehind).toContain('eventlog.event')
    expect(done.leftBehind).not.toContain('eventlog.checkpoint')
  })

  test('does the rest when it is run again, and nothing when nothing is left', async () => {
    await standIn('Citus 13.1.0')
    await distribute(database.ownerUrl)
    await runAs(database.ownerUrl, ['CREATE TABLE eventlog.later (clinic_id uuid PRIMARY KEY)'])
    const { plan, isDone } = await distribute(database.ownerUrl)
    const statement =
      "SELECT create_distributed_table('eventlog.later', 'clinic_id', colocate_with => 'eventlog.clinic')"
    expect({ plan, isDone }).toEqual({ plan: [statement], isDone: true })
    expect(await distribute(database.ownerUrl)).toEqual({ missing: [], plan: [], isDone: false, leftBehind: [] })
  })

  test.each([
    ['Citus 13.0.5 on x86_64', 1, 'Citus 13.0.5 is too old'],
    ['Citus 12.1.6', 1, 'too old'],
    ['Citus 14.0.0', 0, 'No machine takes rows yet'],
  ])('%s on %i machines is not enough', async (version, nodes, problem) => {
    await standIn(version, nodes)
    const { missing, isDone } = await distribute(database.ownerUrl)
    expect({ missing, isDone }).toEqual({ missing: [expect.stringContaining(problem)], isDone: false })
    expect(await placed()).toEqual([])
  })

  test('is refused to a role that would leave rows behind', async () => {
    await standIn('Citus 14.0.0')
    await runAs(database.ownerUrl, ['GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC'])
    const { missing } = await distribute(database.serverUrl)
    expect(missing).toEqual([expect.stringContaining('bound by row-level security')])
  })

  test('gives up while a server is writing', async () => {
    await standIn('Citus 14.0.0')
    await owner.query('BEGIN')
    await owner.query('SELECT FROM eventlog.clinic FOR UPDATE')
    await expect(distribute(database.ownerUrl)).rejects.toThrow('The tables are in use. Nothing was distributed.')
    await owner.query('ROLLBACK')
    expect(await placed()).toEqual([])
  })

  test('is refused where a table lies by another column', async () => {
    await standIn('Citus 14.0.0')
    await owner.query(
      "INSERT INTO citus_tables (table_name, distribution_column) VALUES ('eventlog.event', 'stream_id')",
    )
    const { missing } = await distribute(database.ownerUrl)
    expect(missing).toEqual(['eventlog.event is distributed already, but not by clinic_id.'])
  })

  test('takes everything back when a row does not come along', async () => {
    await standIn('Citus 14.0.0')
    await owner.query(`CREATE OR REPLACE FUNCTION create_distributed_table(table_name regclass, distribution_column text,
       distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default', shard_count int DEFAULT NULL)
     RETURNS void LANGUAGE sql AS $$DELETE FROM eventlog.event$$`)
    await expect(distribute(database.ownerUrl)).rejects.toThrow('Of 1 rows of eventlog.event, 0 came along')
    expect((await owner.query('SELECT FROM eventlog.event')).rowCount).toBe(1)
    expect(await propagated()).toBeNull()
  })

  test('tells what Citus says when that refuses, and changes nothing', async () => {
    await standIn('Citus 14.0.0')
    await owner.query('DROP FUNCTION create_distributed_table')
    await expect(distribute(database.ownerUrl)).rejects.toThrow(/create_distributed_table.*Nothing was distributed/)
    expect(await propagated()).toBeNull()
  })
})
