/**
 * Brings a database's tables forward: the log's own, or another set that its owner names. Each file of a set is applied once, in the order of its number, in one
 * transaction, and is recorded with its checksum; there is no way back, because a record only grows.
 */

import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { sha256 } from './canonical.ts'
import { toCallerError } from './database.ts'

interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Tables that belong together: a schema, and the folder of its migrations. */
export interface MigrationSet {
  readonly schema: string
  readonly folder: URL
}

const ownSet: MigrationSet = { schema: 'eventlog', folder: new URL('./migrations/', import.meta.url) }

/** One migrator at a time in a database. An arbitrary number, the same for ever. */
const lockNumber = 5_131_735_204

/**
 * @param ownerUrl of a role that may create a schema and a role.
 * @param onProgress is told each step, in words for people.
 * @param set whose tables; the log's own when not given. The schema's name is the program's, never a user's.
 * @throws EventLogUnavailable
 * @throws Error when the database was migrated by a newer program, or by files that have since changed.
 */
export async function migrate(
  ownerUrl: string,
  onProgress: (message: string) => void = () => undefined,
  set: MigrationSet = ownSet,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
    await applyMissing(client, set, await readMigrations(set), onProgress)
  } catch (error) {
    throw toCallerError(error, 'nothing-written')
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function readMigrations({ folder }: MigrationSet): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      const version = Number(name.slice(0, 4))
      if (version !== index + 1) throw new Error(`The migration ${name} should have the number ${index + 1}.`)
      return { version, name, sql, checksum: sha256(sql) }
    }),
  )
}

async function applyMissing(
  client: pg.Client,
  { schema }: MigrationSet,
  migrations: readonly Migration[],
  onProgress: (message: string) => void,
): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await client.query(`CREATE TABLE IF NOT EXISTS ${schema}.migration (
    version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
  const { rows } = await client.query<Migration>(
    `SELECT version, name, checksum FROM ${schema}.migration ORDER BY version`,
  )
  for (const applied of rows) assertKnown(applied, migrations[applied.version - 1])
  for (const migration of migrations.slice(rows.length)) {
    onProgress(`Changing the database: ${migration.name}`)
    await apply(client, schema, migration)
  }
}

function assertKnown(applied: Migration, known: Migration | undefined): void {
  const kept = 'Nothing was changed.'
  if (known === undefined) {
    throw new Error(
      `The database is newer than this program: it has the migration ${applied.name}, which this program does not know. ` +
        `${kept} Start the newer program.`,
    )
  }
  if (known.checksum !== applied.checksum) {
    throw new Error(
      `The database was made with another ${applied.name} than this program's. ${kept} Start the program that made it.`,
    )
  }
}

/** Statement by statement, a paragraph each, because Citus takes one definition at a time. */
async function apply(client: pg.Client, schema: string, { version, name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    for (const statement of sql.split(/\n\s*\n/)) await client.query(statement)
    const record = `INSERT INTO ${schema}.migration (version, name, checksum) VALUES ($1, $2, $3)`
    await client.query(record, [version, name, checksum])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
