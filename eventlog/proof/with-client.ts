/** One connection for one long reading, beside the server's own. */

import pg from 'pg'
import { readAgainIfLost } from '../database.ts'

const olderDatabase =
  'The database is older than this program, or is not one of it: a table or a column is missing. Nothing was changed. ' +
  'Start the server of this release once, which brings it forward.'

function isOlderDatabase(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['42P01', '42703', '3F000'].includes(error.code ?? '')
}

/** What is run must be safe to run twice: it is run again when the database was lost. @throws EventLogUnavailable */
export function withClient<Answer>(url: string, run: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  return readAgainIfLost(async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await run(client)
    } catch (error) {
      throw isOlderDatabase(error) ? new Error(olderDatabase) : error
    } finally {
      await client.end().catch(() => undefined)
    }
  })
}
