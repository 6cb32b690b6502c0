/** Which tables a backup holds: all that there are, so that one that somebody adds later is never forgotten. */
import type { MigrationSet } from '@keel/eventlog'
import type pg from 'pg'
import { BackupFailed } from './backup-failed.ts'
import type { BackupTable } from './format.ts'

/** Schemas whose tables are made anew. Jobs follow from the record, and one that was done must not be done again. */
const leftOut = ['graphile_worker']
/** Filled by the migrations themselves; a backup says in its header which there were. */
export const migrationTable = 'migration'

export interface FoundTable extends BackupTable {
  /** Row-level security shows this role the rows of one clinic at a time. */
  readonly isWalled: boolean
}

interface Row {
  readonly schema: string
  readonly name: string
  readonly kind: string
  readonly walled: boolean
  readonly columns: readonly string[]
  readonly refers: readonly string[]
}

/** Not those of extensions, nor the parts of a partitioned table. */
const everyTable = `
  SELECT nspname AS schema, relname AS name, relkind AS kind, row_security_active(c.oid) AS walled,
    ARRAY(SELECT attname::text FROM pg_attribute
      WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
    ARRAY(SELECT format('%s.%s', r.relnamespace::regnamespace, r.relname) FROM pg_constraint
      JOIN pg_class r ON r.oid = confrelid WHERE conrelid = c.oid AND contype = 'f' AND confrelid <> c.oid) AS refers
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE relkind IN ('r', 'p', 'f', 'm', 'S') AND NOT relispartition
    AND nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL ($1)
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
  ORDER BY nspname, relname`

/**
 * In an order in which they can be filled: one that others refer to comes before them.
 * @throws BackupFailed when there is something that a backup could not hold.
 */
export async function findTables(client: pg.ClientBase, sets: readonly MigrationSet[]): Promise<readonly FoundTable[]> {
  const { rows } = await client.query<Row>(everyTable, [leftOut])
  const schemas = sets.map(({ schema }) => schema)
  for (const { schema, name, kind } of rows) {
    const isOurs = schemas.includes(schema)
    if (isOurs && ['r', 'p'].includes(kind)) continue
    const what = isOurs ? 'is of a kind that a backup cannot hold' : 'is not one of Keel'
    throw new BackupFailed(
      `The database has ${schema}.${name}, which ${what}. Nothing was done, because a backup without it would not be ` +
        'whole. Keep such things in another database.',
    )
  }
  return inOrder(rows)
    .filter(({ name }) => name !== migrationTable)
    .map(({ schema, name, columns, walled }) => ({ schema, name, columns, isWalled: walled }))
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<Row>()
  const ordered: Row[] = []
  const place = (row: Row) => {
    if (seen.has(row)) return
    seen.add(row)
    for (const other of rows) if (row.refers.includes(`${other.schema}.${other.name}`)) place(other)
    ordered.push(row)
  }
  for (const row of rows) place(row)
  return ordered
}

/** What there is in tables of any schema but the ones left out. */
export async function namesOfTables(client: pg.ClientBase): Promise<readonly Pick<Row, 'schema' | 'name'>[]> {
  const { rows } = await client.query<Row>(everyTable, [leftOut])
  return rows
}

export function quoted(client: pg.ClientBase, { schema, name }: Pick<BackupTable, 'schema' | 'name'>): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
}

export function quotedColumns(client: pg.ClientBase, { columns }: BackupTable): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ')
}
