/** The database as it is at one moment, read table by table while servers go on writing. */
import type { MigrationSet } from '@keel/eventlog'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { BackupFailed } from './backup-failed.ts'
import { type BackupHeader, backupFormat } from './format.ts'
import { type FoundTable, findTables, quoted, quotedColumns } from './tables.ts'

const lockTimeoutMs = 10_000

/** How values look as text, alike for every server, whatever it or the role is set to. */
export const plainText = `SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD';
  SET intervalstyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex'; SET lc_monetary = 'C';
  SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; SET lock_timeout = ${lockTimeoutMs}`

export interface Snapshot {
  readonly header: Omit<BackupHeader, 'keel' | 'madeAt'>
  readonly tables: readonly FoundTable[]
  /** The rows as COPY writes them as text. */
  read(table: FoundTable): AsyncGenerator<Buffer, undefined>
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  // What is under way on a connection that breaks fails, and says so.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(plainText)
  return client
}

/**
 * The tables are locked against changes of their shape before the snapshot is taken; a table that was rewritten in between
 * would be seen empty. Rows can be written all the while.
 */
export async function takeSnapshot(client: pg.Client, sets: readonly MigrationSet[]): Promise<Snapshot> {
  await refuseWhatCannotBeCopied(client)
  const before = await findTables(client, sets)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await client.query(`LOCK TABLE ${before.map((table) => quoted(client, table)).join(', ')} IN ACCESS SHARE MODE`)
  const tables = await findTables(client, sets)
  if (JSON.stringify(tables) !== JSON.stringify(before))
    throw new BackupFailed('The tables are being changed by an upgrade just now. Nothing was written. Start again.')
  const clinics = await readClinics(client)
  const clinicIds = await allClinicIds(client)
  const { rows: version } = await client.query<{ postgres: string }>(
    `SELECT current_setting('server_version') AS postgres`,
  )
  return {
    header: {
      format: backupFormat,
      postgres: version[0]?.postgres ?? '',
      migrations: await readMigrationsDone(client, sets),
      tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
      clinics,
    },
    tables,
    read: (table) => readTable(client, table, clinicIds),
  }
}

async function refuseWhatCannotBeCopied(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ keel: boolean; citus: boolean }>(
    `SELECT to_regclass('eventlog.migration') IS NOT NULL AS keel, to_regclass('pg_dist_partition') IS NOT NULL AS citus`,
  )
  if (!rows[0]?.keel)
    throw new BackupFailed('There is no record in this database. Nothing was written. Name the database of the clinic.')
  if (!rows[0]?.citus) return
  const { rowCount } = await client.query('SELECT FROM pg_dist_partition')
  if (rowCount)
    throw new BackupFailed(
      'The record is distributed over several machines by Citus, and no moment can be read on all of them at once. Nothing ' +
        'was written. Back up the machines by their WAL (docs/backup.md).',
    )
}

async function readMigrationsDone(
  client: pg.Client,
  sets: readonly MigrationSet[],
): Promise<BackupHeader['migrations']> {
  const done: Record<string, BackupHeader['migrations'][string]> = {}
  for (const { schema } of sets) {
    const { rows: found } = await client.query(`SELECT to_regclass($1) AS found`, [`${schema}.migration`])
    if (found[0]?.found === null) continue
    const text = `SELECT version, name, checksum FROM ${schema}.migration ORDER BY version`
    done[schema] = (await client.query<BackupHeader['migrations'][string][number]>(text)).rows
  }
  return done
}

async function readClinics(client: pg.Client): Promise<BackupHeader['clinics']> {
  await client.query('SET LOCAL keel.list_clinics = on')
  const { rows } = await client.query<{ clinic_id: string; last_position: string }>(
    'SELECT clinic_id, last_position FROM eventlog.clinic ORDER BY clinic_id',
  )
  return rows.map(({ clinic_id, last_position }) => ({ clinicId: clinic_id, lastPosition: Number(last_position) }))
}

/** A clinic that is known by name only, because nothing has happened in it yet, has rows too. */
async function allClinicIds(client: pg.Client): Promise<readonly string[]> {
  await client.query('SET LOCAL keel.list_clinics = on')
  const { rows: tables } = await client.query<{ access: boolean }>(
    `SELECT to_regclass('access.clinic') IS NOT NULL AS access`,
  )
  const more = tables[0]?.access ? 'UNION SELECT clinic_id FROM access.clinic' : ''
  const { rows } = await client.query<{ clinic_id: string }>(
    `SELECT clinic_id FROM eventlog.clinic ${more} ORDER BY clinic_id`,
  )
  // Left on, it would show every clinic's row again with each clinic.
  await client.query('SET LOCAL keel.list_clinics = off')
  return rows.map(({ clinic_id }) => clinic_id)
}

async function* readTable(
  client: pg.Client,
  table: FoundTable,
  clinicIds: readonly string[],
): AsyncGenerator<Buffer, undefined> {
  const text = `COPY (SELECT ${quotedColumns(client, table)} FROM ${quoted(client, table)}) TO STDOUT`
  if (!table.isWalled) return yield* client.query(copyTo(text))
  for (const clinicId of clinicIds) {
    await client.query(`SELECT set_config('keel.clinic_id', $1, true)`, [clinicId])
    yield* client.query(copyTo(text))
  }
}
