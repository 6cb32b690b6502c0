/**
 * What a release leaves behind for the releases after it to be tested with: the rows of the demo clinic as it wrote them, the
 * screens that it showed of them, and every statement that it sends, because it may still be running while a later release
 * changes the tables. Run by itself, it writes these for the newest migration into eventlog/migrations/history:
 *
 *     node server/test-history.ts && biome check --write eventlog/migrations/history
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionScreen } from '@keel/care'
import pg from 'pg'
import { openDatabase } from './database/index.ts'
import { openTestClinic, type TestClinic, type Visitor } from './test-clinic.ts'
import { openTap } from './test-statements.ts'
import { walkEveryRoute } from './test-walk.ts'

export const historyFolder = new URL('../eventlog/migrations/history/', import.meta.url)

/** What people saw, without what the next release may say in other words. */
export interface Screens {
  /** What the demo's clock showed. */
  readonly at: string
  readonly board: readonly {
    readonly sessionId: string
    readonly patient: unknown
    readonly [column: string]: unknown
  }[]
  readonly sessions: Readonly<Record<string, unknown>>
}

export async function screensOf(nurse: Pick<Visitor, 'request'>, at: string): Promise<Screens> {
  const { body } = await nurse.request('GET', '/api/board')
  const { rows } = body as unknown as { rows: Screens['board'] }
  const sessions: Record<string, unknown> = {}
  for (const { sessionId } of rows)
    sessions[sessionId] = sessionOn((await nurse.request('GET', `/api/sessions/${sessionId}`)).body)
  return { at, board: rows, sessions }
}

const sessionOn = (screen: unknown) => (screen as SessionScreen).session

/** Sign-ins that are open and secrets of passwords are left out; who the people are is not. */
const accessTables = ['clinic', 'user', 'account']

/** Every row of the record and of who may sign in, as statements that put them back. Runs for a role that sees all rows. */
async function dump(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("SET timezone = 'UTC'")
  const { rows } = await owner.query<{ schema: string; name: string; columns: readonly string[] }>(
    `SELECT relnamespace::regnamespace::text AS schema, relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relkind = 'r' AND relname <> 'migration' AND (relnamespace = 'eventlog'::regnamespace
       OR relnamespace = 'access'::regnamespace AND relname = ANY ($1)) GROUP BY 1, 2`,
    [accessTables],
  )
  // Rows of access point at those of other tables there; none of the record's do.
  const order = (name: string) => accessTables.indexOf(name)
  const parts: string[] = []
  for (const { schema, name, columns } of rows.sort((one, other) => order(one.name) - order(other.name))) {
    const table = `${schema}."${name}"`
    const kept = columns.filter((column) => column !== 'password').map((column) => `"${column}"`)
    const values = kept.map((column) => `quote_nullable(${column}::text)`).join(', ')
    const found = await owner.query<{ row: string }>(
      `SELECT concat_ws(', ', ${values}) AS row FROM ${table} ORDER BY 1`,
    )
    if (found.rows.length === 0) continue
    const lines = found.rows.map(({ row }) => `(${row})`).join(',\n')
    parts.push(`INSERT INTO ${table} (${kept.join(', ')}) VALUES\n${lines};`)
  }
  await owner.end()
  return parts.join('\n\n')
}

/** @param name of the files, without what comes after the number: `0002`. */
async function writeHistory(name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keel-history-'))
  // The account that PostgreSQL runs as under root has to pass through.
  chmodSync(folder, 0o711)
  const database = await openDatabase({ dataFolder: folder })
  const tap = await openTap(database.ownerUrl)
  let clinic: TestClinic | undefined
  try {
    clinic = await openTestClinic(database.ownerUrl, tap.through)
    await walkEveryRoute(clinic)
    const screens = await screensOf(await clinic.signIn('nora'), clinic.clock.now())
    const statements = tap.statements().filter((statement) => /\beventlog\.\w/.test(statement))
    const write = (ending: string, text: string) =>
      writeFileSync(new URL(`${name}${ending}`, historyFolder), `${text}\n`)
    write('.sql', await dump(clinic.database.ownerUrl))
    write('.screens.json', JSON.stringify(screens, null, 1))
    write('.statements.json', JSON.stringify(statements, null, 1))
  } finally {
    await clinic?.close()
    tap.close()
    await database.close()
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const migrations = readdirSync(new URL('../', historyFolder)).filter((name) => name.endsWith('.sql'))
  await writeHistory(String(migrations.length).padStart(4, '0'))
}
