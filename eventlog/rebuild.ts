/** Bringing the views of all clinics up to date, one clinic after the other, and taking away what nobody keeps up. */

import type pg from 'pg'
import { beginInClinic, readAgainIfLost, withConnection } from './database.ts'
import type { View } from './events.ts'
import { withClient } from './proof/with-client.ts'
import { buildViews } from './view-positions.ts'

/** @param views under their stored names. */
export async function rebuildAllClinics(pool: pg.Pool, views: readonly View[]): Promise<void> {
  for (const clinicId of await readAgainIfLost(() => withConnection(pool, readClinics))) {
    await readAgainIfLost(() => buildViews(pool, views, clinicId))
  }
}

/**
 * Removes the documents of versions of views that nobody has kept up or built for some days: those of a release that is
 * not in use any more. Should it be started again, it builds them from the record. Which versions those are is told by the
 * database's own clock.
 * @returns how many versions of views were removed, over all clinics.
 * @throws EventLogUnavailable
 */
export async function removeOldViews(serverUrl: string, unusedDays: number): Promise<number> {
  let removed = 0
  await withClient(serverUrl, async (client) => {
    for (const clinicId of await readClinics(client)) removed += await removeOldViewsOf(client, clinicId, unusedDays)
  })
  return removed
}

/** What has lost its row belongs to a release from before versions stood side by side; it builds anew what has no row. */
async function removeOldViewsOf(client: pg.ClientBase, clinicId: string, unusedDays: number): Promise<number> {
  await client.query(beginInClinic(clinicId))
  const { rowCount } = await client.query(
    `DELETE FROM eventlog.view_state
     WHERE clinic_id = $1 AND position IS NOT NULL AND moved_at < now() - make_interval(days => $2)`,
    [clinicId, unusedDays],
  )
  await client.query(
    `DELETE FROM eventlog.view_document d WHERE clinic_id = $1 AND NOT EXISTS
       (SELECT FROM eventlog.view_state s WHERE s.clinic_id = $1 AND s.view_name = d.view_name)`,
    [clinicId],
  )
  await client.query('COMMIT')
  return rowCount ?? 0
}

async function readClinics(client: pg.ClientBase): Promise<readonly string[]> {
  await client.query('BEGIN; SET LOCAL keel.list_clinics = on')
  const { rows } = await client.query<{ clinic_id: string }>('SELECT clinic_id FROM eventlog.clinic ORDER BY clinic_id')
  await client.query('COMMIT')
  return rows.map(({ clinic_id }) => clinic_id)
}
