import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from './index.ts'
import { createTestDatabase, runAs, type TestDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
})

afterAll(() => database.drop())

const clear = 'DROP SCHEMA eventlog CASCADE'

test('a database is brought forward once, step by step, also when several start at the same moment', async () => {
  await runAs(database.ownerUrl, [clear])
  const steps: string[] = []
  await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, (message) => steps.push(message))))
  const all = ['Changing the database: 0001-event-log.sql', 'Changing the database: 0002-clinic-revision.sql']
  expect(steps).toEqual(all)
  await migrate(database.ownerUrl, (message) => steps.push(message))
  expect(steps).toEqual(all)
})

test('a database newer than the program, or made by other files, is left alone and said to be', async () => {
  const insert = "INSERT INTO eventlog.migration (version, name, checksum) VALUES (9999, '9999-later.sql', 'x')"
  await runAs(database.ownerUrl, [insert])
  await expect(migrate(database.ownerUrl)).rejects.toThrow('The database is newer than this program')
  const update = "UPDATE eventlog.migration SET checksum = 'other' WHERE version = 1"
  await runAs(database.ownerUrl, ['DELETE FROM eventlog.migration WHERE version = 9999', update])
  await expect(migrate(database.ownerUrl)).rejects.toThrow('was made with another 0001-event-log.sql')
})

test('a migration that fails leaves nothing behind', async () => {
  await runAs(database.ownerUrl, [clear, 'CREATE SCHEMA eventlog', 'CREATE TABLE eventlog.view_state (x integer)'])
  await expect(migrate(database.ownerUrl)).rejects.toThrow('42P07')
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query(
    "SELECT relname FROM pg_class WHERE relnamespace = 'eventlog'::regnamespace AND relkind = 'r'",
  )
  await client.end()
  expect(rows.map(({ relname }) => relname).sort()).toEqual(['migration', 'view_state'])
  await runAs(database.ownerUrl, [clear])
  await migrate(database.ownerUrl)
})
