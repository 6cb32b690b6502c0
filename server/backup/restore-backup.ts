/** Restoring a backup into an empty database: all of it or nothing, and then the whole record is verified. */
import type { KeyObject } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  EventLogUnavailable,
  type MigrationSet,
  migrate,
  type OnProgress,
  readMigrations,
  type VerifyReport,
  verify,
} from '@keel/eventlog'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrationSets } from '../migration-sets.ts'
import { BackupFailed } from './backup-failed.ts'
import { explainDatabase } from './explain-database.ts'
import type { BackupHeader, BackupTable } from './format.ts'
import type { Opener } from './keys.ts'
import type { Progress } from './make-backup.ts'
import { type BackupContent, readBackup } from './read-backup.ts'
import { connect } from './snapshot.ts'
import { findTables, migrationTable, namesOfTables, quoted, quotedColumns } from './tables.ts'

export interface RestoreOptions {
  readonly opener: Opener
  /** The seals are checked only with it. */
  readonly recordKey?: KeyObject | undefined
  /** Each step, in words for people. */
  readonly onStep?: (message: string) => void
  readonly onProgress?: (progress: Progress) => void
  readonly onVerifyProgress?: OnProgress
  /** For tests. */
  readonly sets?: readonly MigrationSet[]
}

export interface Restored {
  readonly content: BackupContent
  readonly report: VerifyReport
}

/** One restore at a time in a database. An arbitrary number, the same for ever. */
const lockNumber = 5_131_735_206

/**
 * @param url of a role that may create schemas and owns what it creates.
 * @throws BackupFailed The database is as empty as before then, or as it was when it was not empty.
 */
export async function restoreBackup(url: string, file: string, options: RestoreOptions): Promise<Restored> {
  const sets = options.sets ?? migrationSets
  const content = await storeAll(url, file, options, sets)
  const { recordKey, onVerifyProgress, onStep } = options
  try {
    for (const set of sets) await migrate(url, onStep, set)
    onStep?.('The backup is restored. Verifying the record ...')
    const report = await verify(url, { recordKey, ...(onVerifyProgress && { onProgress: onVerifyProgress }) })
    return { content, report }
  } catch (error) {
    throw new BackupFailed(
      'Every row of the backup is in the database and stays there, but it could not be brought forward and verified to its ' +
        `end: ${withoutAdvice(error)} Do not restore again. Run keel verify, and start a server only when it finds no fault.`,
      { cause: error },
    )
  }
}

/** The advice of the log is about commands, of which there are none here. */
function withoutAdvice(error: unknown): string {
  if (error instanceof EventLogUnavailable) return 'the database was lost on the way.'
  return error instanceof Error ? error.message : String(error)
}

async function storeAll(
  url: string,
  file: string,
  { opener, onStep, onProgress }: RestoreOptions,
  sets: readonly MigrationSet[],
): Promise<BackupContent> {
  const client = await connect(url).catch((error: unknown) => {
    throw explainDatabase(error, 'Nothing was changed.')
  })
  let isBegun = false
  let forced: readonly string[] = []
  try {
    await becomeOnlyRestorer(client)
    const content = await readBackup(file, opener, {
      async onHeader(header) {
        await assertKnown(header, sets)
        await clear(client, sets)
        isBegun = true
        await makeTables(url, header, sets, onStep)
        forced = await begin(client, header, sets)
      },
      onTable: (table, rows) => store(client, table, rows),
      onProgress,
    })
    for (const table of forced) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
    await client.query('COMMIT')
    return content
  } catch (error) {
    const wasBegun = isBegun
    if (wasBegun)
      await client
        .query('ROLLBACK')
        .then(() => clear(client, sets))
        .catch(() => undefined)
    throw explainRestore(error, wasBegun)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function explainRestore(error: unknown, wasBegun: boolean): unknown {
  const kept = wasBegun ? 'Nothing was restored: the database holds nothing of the backup.' : 'Nothing was changed.'
  if (!(error instanceof BackupFailed)) return explainDatabase(error, kept)
  return new BackupFailed(`${error.message} ${kept}`, { cause: error })
}

async function becomeOnlyRestorer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lockNumber])
  if (!rows[0]?.mine) throw new BackupFailed('Another restore into this database is under way.')
}

/** Tables that this program does not know could neither be made nor read. */
async function assertKnown(header: BackupHeader, sets: readonly MigrationSet[]): Promise<void> {
  for (const [schema, applied] of Object.entries(header.migrations)) {
    const set = sets.find((one) => one.schema === schema)
    const known = set === undefined ? [] : await readMigrations(set)
    for (const { version, name, checksum } of applied) {
      const own = known[version - 1]
      if (own?.checksum === checksum) continue
      const why = own === undefined ? 'which this Keel does not know' : 'which is another one in this Keel'
      throw new BackupFailed(
        `The backup was made by Keel ${header.keel} of a database with the migration ${name} of ${schema}, ${why}. ` +
          'Restore it with the Keel that made it, or a newer one.',
      )
    }
  }
}

/**
 * Takes tables without rows away, as a server leaves them that was started once or a restore that was cut short, and refuses
 * when there is anything else. Row-level security would hide rows from some roles: it is switched off, and where that
 * cannot be, reading fails.
 */
async function clear(client: pg.Client, sets: readonly MigrationSet[]): Promise<void> {
  const notEmpty = (what: string) =>
    new BackupFailed(`The database is not empty: it has ${what}. A backup is restored into an empty database only.`)
  const schemas = sets.map(({ schema }) => schema)
  const tables = await namesOfTables(client)
  const strange = tables.find(({ schema }) => !schemas.includes(schema))
  if (strange !== undefined) throw notEmpty(`the table ${strange.schema}.${strange.name}`)
  await client.query('BEGIN; SET LOCAL row_security = off')
  try {
    for (const table of tables) {
      await client.query(`LOCK TABLE ${quoted(client, table)} IN ACCESS EXCLUSIVE MODE`)
      await client.query(`ALTER TABLE ${quoted(client, table)} NO FORCE ROW LEVEL SECURITY`)
      if (table.name === migrationTable) continue
      const { rowCount } = await client.query(`SELECT FROM ${quoted(client, table)} LIMIT 1`)
      if (rowCount) throw notEmpty(`rows in ${table.schema}.${table.name}`)
    }
    for (const schema of schemas) await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** As they were when the backup was made, so that its rows fit. */
async function makeTables(
  url: string,
  { migrations }: BackupHeader,
  sets: readonly MigrationSet[],
  onStep: RestoreOptions['onStep'],
): Promise<void> {
  for (const set of sets) {
    const applied = migrations[set.schema]?.length
    if (applied !== undefined) await migrate(url, onStep, set, undefined, applied)
  }
}

/**
 * Names from the file are used only when the database has the very same. The owner is let past row-level security, because
 * COPY cannot fill a table through it.
 * @returns the tables where that has to be undone.
 */
async function begin(
  client: pg.Client,
  header: BackupHeader,
  sets: readonly MigrationSet[],
): Promise<readonly string[]> {
  const inWords = ({ schema, name, columns }: BackupTable) => `${schema}.${name} (${columns.join(', ')})`
  const made = (await findTables(client, sets)).map(inWords).toSorted()
  const held = header.tables.map(inWords).toSorted()
  if (JSON.stringify(made) !== JSON.stringify(held))
    throw new BackupFailed('The tables in the backup are not those that its migrations make: it is not sound.')
  const names = header.tables.map((table) => quoted(client, table))
  await client.query('BEGIN; SET LOCAL row_security = off')
  await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`)
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name JOIN pg_class c ON c.oid = to_regclass(name) WHERE relforcerowsecurity',
    [names],
  )
  const forced = rows.map(({ name }) => name)
  for (const name of forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
  // A program that was started meanwhile may have written into the new tables before they were locked.
  for (const name of names)
    if ((await client.query(`SELECT FROM ${name} LIMIT 1`)).rowCount)
      throw new BackupFailed(
        `Another program, perhaps a server, wrote into ${name} meanwhile. Stop it and start again.`,
      )
  return forced
}

async function store(client: pg.Client, table: BackupTable, rows: AsyncGenerator<Buffer>): Promise<number> {
  const copy = client.query(copyFrom(`COPY ${quoted(client, table)} (${quotedColumns(client, table)}) FROM STDIN`))
  await pipeline(Readable.from(rows), copy)
  return copy.rowCount
}
