/**
 * Brings a database's tables forward: the log's own, or another set that its owner names. Each file of a set is applied
 * once, in the order of its number, and is recorded with its checksum; there is no way back, because a record only grows.
 * Servers go on writing meanwhile: a change that does not get its table at once steps back and tries again.
 */

import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { sha256 } from './canonical.ts'
import { toCallerError } from './database.ts'

export interface Migration {
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

/** The record's own tables. */
export const recordSet: MigrationSet = { schema: 'eventlog', folder: new URL('./migrations/', import.meta.url) }

/** One migrator at a time in a database. An arbitrary number, the same for ever. */
const lockNumber = 5_131_735_204

/**
 * A file that begins so is applied statement by statement, each for itself, as building an index beside running appends
 * demands. Interrupted, it is applied again from its start, so that every statement in it has to bear that.
 */
const withoutTransaction = '-- Without a transaction.'

/** Appends that come while a change waits for a table wait behind it: never longer than this. */
const lockTimeoutMs = 1_000
const pauseMs = 500
const defaultPatienceMs = 10 * 60_000
/** Of being told again that a change still waits. */
const tellEveryMs = 30_000

type OnProgress = (message: string) => void

/**
 * @param ownerUrl of a role that may create a schema and a role.
 * @param onProgress is told each step, in words for people.
 * @param set whose tables; the log's own when not given. The schema's name is the program's, never a user's.
 * @param patienceMs how long a change may wait for its tables.
 * @param upTo the last version to apply: for a restore, which needs the tables as a backup has them.
 * @throws EventLogUnavailable
 * @throws Error when the database was migrated by a newer program, or by files that have since changed, or when a change
 * did not get its tables.
 */
export async function migrate(
  ownerUrl: string,
  onProgress: OnProgress = () => undefined,
  set: MigrationSet = recordSet,
  patienceMs = defaultPatienceMs,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await becomeOnlyMigrator(client, onProgress)
    const migrations = (await readMigrations(set)).filter(({ version }) => version <= upTo)
    await applyMissing(client, set, migrations, onProgress, patienceMs)
  } catch (error) {
    throw toCallerError(error, 'nothing-written')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Asks again and again instead of waiting inside PostgreSQL: an index that is built beside running work waits for every
 * statement that began before it, and one that waited for this lock would never end.
 */
async function becomeOnlyMigrator(client: pg.Client, onProgress: OnProgress): Promise<void> {
  for (let isTold = false; ; isTold = true) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lockNumber])
    if (rows[0]?.mine) return
    if (!isTold) onProgress('Another program is changing this database. Waiting for it to finish ...')
    await delay(pauseMs)
  }
}

/** Those that this program knows, by version from 1. */
export async function readMigrations({ folder }: MigrationSet): Promise<readonly Migration[]> {
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
  onProgress: OnProgress,
  patienceMs: number,
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
    if (migration.sql.startsWith(withoutTransaction)) await applyOneByOne(client, schema, migration)
    else await applyWhenFree(client, schema, migration, onProgress, patienceMs)
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

async function applyOneByOne(client: pg.Client, schema: string, migration: Migration): Promise<void> {
  for (const statement of statementsOf(migration)) await client.query(statement)
  await record(client, schema, migration)
}

/** Steps back when another transaction holds a table, so that appends never queue up behind a change for long. */
async function applyWhenFree(
  client: pg.Client,
  schema: string,
  migration: Migration,
  onProgress: OnProgress,
  patienceMs: number,
): Promise<void> {
  const start = performance.now()
  for (let tellAt = start; ; ) {
    try {
      await apply(client, schema, migration)
      return
    } catch (error) {
      if (!isKeptWaiting(error)) throw error
    }
    const now = performance.now()
    if (now - start >= patienceMs) throw new Error(notFree(migration.name, patienceMs))
    if (now >= tellAt) {
      onProgress(`${migration.name} waits for a table that another transaction uses. Servers go on meanwhile ...`)
      tellAt = now + tellEveryMs
    }
    await delay(pauseMs)
  }
}

/** 55P03: a lock was not had in time; 40P01: chosen as a deadlock's victim. */
function isKeptWaiting(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '55P03' || error.code === '40P01')
}

function notFree(name: string, patienceMs: number): string {
  return (
    `${name} did not get its tables within ${Math.round(patienceMs / 1_000)} s: another transaction uses them, perhaps a ` +
    'backup or a long report. Nothing of it was changed. Let that transaction end and start again.'
  )
}

async function apply(client: pg.Client, schema: string, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`)
    for (const statement of statementsOf(migration)) await client.query(statement)
    await record(client, schema, migration)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** A paragraph each, because Citus takes one definition at a time. */
export function statementsOf({ sql }: Pick<Migration, 'sql'>): readonly string[] {
  return sql.split(/\n\s*\n/)
}

async function record(client: pg.Client, schema: string, { version, name, checksum }: Migration): Promise<void> {
  const text = `INSERT INTO ${schema}.migration (version, name, checksum) VALUES ($1, $2, $3)`
  await client.query(text, [version, name, checksum])
}
