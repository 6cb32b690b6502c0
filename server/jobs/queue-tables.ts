/**
 * The tables of the job queue, which are graphile-worker's own, in a schema of its own. They are made and brought forward
 * by the owner of the database; the server's role may use them and change nothing about them.
 */
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

export const queueSchema = 'graphile_worker'

/** The library's own words may quote what a job has met, and everything worth knowing is told by the jobs themselves. */
export const noWords = new Logger(() => () => undefined)

/**
 * The library closes its tables by row-level security and gives nobody else a way in, so this role is given one. No clinic
 * is walled off from another here: a job carries nothing but its name and the clinic's id.
 */
const grants = [
  `GRANT USAGE ON SCHEMA ${queueSchema} TO keel_app`,
  `GRANT SELECT ON ${queueSchema}.migrations TO keel_app`,
  ...['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'].flatMap((table) => [
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${queueSchema}.${table} TO keel_app`,
    `DROP POLICY IF EXISTS keel_app ON ${queueSchema}.${table}`,
    `CREATE POLICY keel_app ON ${queueSchema}.${table} TO keel_app USING (true)`,
  ]),
]

/** One at a time in a database. An arbitrary number, the same for ever. */
const lockNumber = 5_131_735_205

/** Does nothing where the tables are as they should be. @param ownerUrl of a role that may create a schema. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
    await runMigrations({ connectionString: ownerUrl, schema: queueSchema, logger: noWords, maxPoolSize: 2 })
    if (await isOpenToServer(client)) return
    await client.query('BEGIN')
    for (const statement of grants) await client.query(statement)
    await client.query('COMMIT')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Asked first, because giving again what is given would wait for whoever uses the tables. */
async function isOpenToServer(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ tables: string; open: string }>(
    `SELECT count(*) AS tables, count(*) FILTER (WHERE has_table_privilege('keel_app', t.oid, 'SELECT, INSERT, UPDATE, DELETE')
       AND EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid AND polname = 'keel_app')) AS open
     FROM pg_class t WHERE relnamespace = '${queueSchema}'::regnamespace AND relkind = 'r' AND relrowsecurity`,
  )
  return rows[0] !== undefined && rows[0].tables === rows[0].open
}
