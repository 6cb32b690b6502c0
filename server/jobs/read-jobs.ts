/** How a clinic's jobs stand, for those who look from outside, whether a server is running or not. */
import pg from 'pg'
import { jobs } from './jobs.ts'
import { type JobStatus, listJobs } from './list-jobs.ts'

/**
 * @param url of the owner or of the server's role.
 * @throws Error for people when no server has made the queue yet.
 */
export async function readJobs(url: string, clinicId: string): Promise<readonly JobStatus[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await listJobs(client, clinicId, jobs, new Date())
  } catch (error) {
    const isMissing = error instanceof pg.DatabaseError && (error.code === '42P01' || error.code === '3F000')
    if (isMissing) throw new Error('There is no job queue yet: the server makes it when it first starts.')
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
