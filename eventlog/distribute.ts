/**
 * Spreading the record over several machines by Citus: every table that holds clinics' rows is distributed by clinic_id, all
 * of them alike, so that all of a clinic lies on one machine and each of the server's statements runs there. Citus' own
 * functions do it; what has to be so before, and whether every row came along, is looked after here.
 */

import pg from 'pg'
import { toCallerError } from './database.ts'
import { migrate } from './migrate.ts'

export interface DistributeOptions {
  /** Only says what would be done. */
  readonly isPlanOnly?: boolean
  /** Told, in words for people, each step that takes noticeable time. */
  readonly onProgress?: (message: string) => void
}

export interface Distribution {
  /** What keeps the tables from being distributed, in sentences. Empty: nothing does. */
  readonly missing: readonly string[]
  /** The statements, in order, in one transaction. Empty: everything is distributed already. */
  readonly plan: readonly string[]
  /** Whether the plan was carried out. */
  readonly isDone: boolean
  /** Tables whose rows still lie, unused, also where they lay before. */
  readonly leftBehind: readonly string[]
}

/** Privileges on single columns reach the other machines from here on, and the server's role has such. */
const oldestVersion = [13, 1] as const
/** The first of them: the others are placed as it is. */
const firstTable = 'clinic'
const lockTimeoutMs = 10_000
/** Row-level security reads on every machine what SET LOCAL has said on the first. */
const setting = 'citus.propagate_set_commands'

/**
 * Brings the tables forward and distributes those that are not yet; may be run again at any time. The servers are to be
 * stopped meanwhile; one that is not makes it give up, with nothing distributed.
 * @param ownerUrl of a role that owns the tables and that row-level security does not bind, at the machine that coordinates.
 * @throws EventLogUnavailable
 * @throws Error in words for people when not every row came along, or a table is in use. Nothing is distributed then.
 */
export async function distribute(ownerUrl: string, options: DistributeOptions = {}): Promise<Distribution> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const missing = await whatIsMissing(client)
    // A release's new tables are to be there before they are placed.
    if (missing.length === 0 && options.isPlanOnly !== true) await migrate(ownerUrl, options.onProgress)
    return await distributeBy(client, missing, options)
  } catch (error) {
    throw explained(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function distributeBy(
  client: pg.Client,
  found: readonly string[],
  { isPlanOnly = false, onProgress = () => undefined }: DistributeOptions,
): Promise<Distribution> {
  const missing = [...found]
  const distributed = missing.includes(noExtension) ? new Map<string, string>() : await distributedTables(client)
  const tables = await clinicTables(client)
  const strange = tables.filter((table) => !['clinic_id', undefined].includes(distributed.get(table)))
  for (const table of strange) missing.push(`eventlog.${table} is distributed already, but not by clinic_id.`)
  const left = tables.filter((table) => !distributed.has(table))
  const plan = [...(await settingPlan(client)), ...left.map(placement)]
  if (isPlanOnly || missing.length > 0 || plan.length === 0) return { missing, plan, isDone: false, leftBehind: [] }
  const leftBehind = await carryOut(client, left, plan, onProgress)
  return { missing, plan, isDone: true, leftBehind }
}

const noExtension =
  'The extension citus is not in this database: it is to be named in shared_preload_libraries on every machine, and made ' +
  'with CREATE EXTENSION citus.'

async function whatIsMissing(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ citus: boolean; free: boolean }>(
    `SELECT to_regprocedure('citus_version()') IS NOT NULL AS citus, rolsuper OR rolbypassrls AS free
     FROM pg_roles WHERE rolname = current_user`,
  )
  const missing: string[] = []
  if (!rows[0]?.free)
    missing.push(
      'This role is bound by row-level security, and so could not bring the rows along. Use one that is not.',
    )
  if (!rows[0]?.citus) return [noExtension, ...missing]
  const version = await client.query<{ version: string }>('SELECT citus_version() AS version')
  const text = version.rows[0]?.version ?? ''
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number)
  if (major < oldestVersion[0] || (major === oldestVersion[0] && minor < oldestVersion[1]))
    missing.push(`${text.split(' on ')[0]} is too old: it is to be ${oldestVersion.join('.')} or newer.`)
  const nodes = await client.query(
    "SELECT FROM pg_dist_node WHERE isactive AND shouldhaveshards AND noderole = 'primary'",
  )
  if (nodes.rowCount === 0) missing.push('No machine takes rows yet: add one with SELECT citus_add_node(HOST, PORT).')
  return missing
}

/** Every table of the record that has clinics' rows, the first one first: new ones are found by themselves. */
async function clinicTables(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'clinic_id'
     WHERE relnamespace = to_regnamespace('eventlog') AND relkind IN ('r', 'p') ORDER BY relname <> $1, relname`,
    [firstTable],
  )
  return rows.map(({ name }) => name)
}

/** By which column each distributed table of the record is. */
async function distributedTables(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `SELECT relname AS name, distribution_column AS column FROM citus_tables JOIN pg_class ON pg_class.oid = table_name
     WHERE relnamespace = 'eventlog'::regnamespace`,
  )
  return new Map(rows.map(({ name, column }) => [name, column]))
}

async function settingPlan(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    'SELECT current_database() AS name, current_setting($1, true) AS value',
    [setting],
  )
  const [{ name, value } = { name: '', value: null }] = rows
  return value === 'local' ? [] : [`ALTER DATABASE ${client.escapeIdentifier(name)} SET ${setting} = 'local'`]
}

function placement(table: string): string {
  const like = table === firstTable ? 'none' : `eventlog.${firstTable}`
  return `SELECT create_distributed_table('eventlog.${table}', 'clinic_id', colocate_with => '${like}')`
}

/** All or nothing. @returns the tables that had rows. */
async function carryOut(
  client: pg.Client,
  tables: readonly string[],
  plan: readonly string[],
  onProgress: (message: string) => void,
): Promise<readonly string[]> {
  await client.query('BEGIN')
  await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`)
  // One connection to each machine: tables that are made one after the other must see each other.
  await client.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'")
  const names = tables.map((table) => `eventlog.${table}`)
  if (names.length > 0) await client.query(`LOCK TABLE ${names.join(', ')} IN EXCLUSIVE MODE`)
  const before = await countRows(client, names)
  for (const statement of plan) {
    const name = names.find((table) => statement.includes(`'${table}', 'clinic_id'`))
    onProgress(name ? `Distributing ${name}, ${before.get(name)} rows ...` : `${statement} ...`)
    await client.query(statement)
  }
  for (const [name, count] of await countRows(client, names)) {
    const was = before.get(name)
    if (count !== was) throw new Error(`Of ${was} rows of ${name}, ${count} came along. Nothing was distributed.`)
  }
  await client.query('COMMIT')
  return names.filter((name) => before.get(name) !== '0')
}

async function countRows(client: pg.Client, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const counts = new Map<string, string>()
  for (const name of names) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${name}`)
    counts.set(name, rows[0]?.count ?? '')
  }
  return counts
}

/** 55P03: a table was not to be had, because a server is writing. What Citus says of its own reasons is for its operator. */
function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  if (error.code === '55P03')
    return new Error('The tables are in use. Nothing was distributed. Stop the servers, and run this again.')
  const caller = toCallerError(error, 'nothing-written')
  const isCitus = caller instanceof Error && caller.name === 'Error'
  return isCitus ? new Error(`The database said: ${error.message}. Nothing was distributed.`, { cause: error }) : caller
}
