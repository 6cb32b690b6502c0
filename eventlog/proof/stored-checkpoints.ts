/** The checkpoints that the record itself holds. */

import type pg from 'pg'
import { beginInClinic } from '../database.ts'
import { assertClinic } from '../requests.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { withClient } from './with-client.ts'

/** @throws InvalidCheckpoint when the last row is not a checkpoint any more. */
export async function lastCheckpoint(client: pg.ClientBase, clinicId: string): Promise<Checkpoint | undefined> {
  const text = `SELECT body::text AS body FROM eventlog.checkpoint WHERE clinic_id = $1 ORDER BY number DESC LIMIT 1`
  const { rows } = await client.query<{ body: string }>(text, [clinicId])
  return rows[0] && parseCheckpoint(rows[0].body)
}

/**
 * In order of number, as they stand; whether they are as they were signed is `verify`'s to say.
 * @throws EventLogUnavailable
 * @throws InvalidCheckpoint when a row is not a checkpoint any more.
 */
export function listCheckpoints(url: string, clinicId: string): Promise<readonly Checkpoint[]> {
  assertClinic(clinicId)
  return withClient(url, async (client) => {
    await client.query(beginInClinic(clinicId))
    const text = 'SELECT body::text AS body FROM eventlog.checkpoint WHERE clinic_id = $1 ORDER BY number'
    const { rows } = await client.query<{ body: string }>(text, [clinicId])
    await client.query('COMMIT')
    return rows.map(({ body }) => parseCheckpoint(body))
  })
}

/** The clinics of a record. @throws EventLogUnavailable */
export function listClinics(url: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    await client.query('BEGIN READ ONLY; SET LOCAL keel.list_clinics = on')
    const { rows } = await client.query<{ clinic_id: string }>('SELECT clinic_id FROM eventlog.clinic ORDER BY 1')
    await client.query('COMMIT')
    return rows.map(({ clinic_id }) => clinic_id)
  })
}
