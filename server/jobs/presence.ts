/**
 * Jobs of servers that died. A worker marks a job as its own and takes the mark away when it is done; a server that was
 * killed cannot, and the library would wait four hours before it believes that. Here each server's connections carry its
 * worker's name, so that a mark of a name that no connection has is one of the dead, and another server takes the job over.
 */
import type pg from 'pg'
import { queueSchema } from './queue-tables.ts'

/** Gives the worker's name to every connection that a pool opens from now on, and to the one that it has. */
export function carryName(pool: pg.Pool, name: string): void {
  pool.options.application_name = name
  pool.query(`SET application_name = '${name}'`).catch(() => undefined)
}

/**
 * A server whose connections were all cut for a moment is taken for dead too, and its job may then run a second time beside
 * the first: jobs are made so that this does no harm.
 */
export async function releaseJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(
    `SELECT ${queueSchema}.force_unlock_workers(array_agg(locked_by)) FROM (
       SELECT locked_by FROM ${queueSchema}._private_jobs UNION SELECT locked_by FROM ${queueSchema}._private_job_queues
     ) marks WHERE locked_by IS NOT NULL AND NOT EXISTS (
       SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = locked_by)`,
  )
}
