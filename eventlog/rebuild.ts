/** Rebuilding views when their code has changed: clinic by clinic, each under its lock and in one transaction. */

import type pg from 'pg'
import { beginInClinic, readAgainIfLost, withConnection } from './database.ts'
import type { View } from './events.ts'
import { bringViewsUpToDate, loadViewVersions } from './view-tables.ts'

/** Rebuilds also what a newer release made: starting an older one is a decision to go back. */
export async function rebuildAllClinics(pool: pg.Pool, views: readonly View[]): Promise<void> {
  for (const clinicId of await readAgainIfLost(() => withConnection(pool, listClinics))) {
    await readAgainIfLost(() => rebuildClinic(pool, views, clinicId, true))
  }
}

/** @returns whether anything was rebuilt. */
export function rebuildClinic(
  pool: pg.Pool,
  views: readonly View[],
  clinicId: string,
  undoNewer: boolean,
): Promise<boolean> {
  return withConnection(pool, async (client) => {
    await client.query(beginInClinic(clinicId))
    const { rowCount } = await client.query('SELECT FROM eventlog.clinic WHERE clinic_id = $1 FOR UPDATE', [clinicId])
    const isRebuilt =
      rowCount === 1 &&
      (await bringViewsUpToDate(client, clinicId, views, await loadViewVersions(client, clinicId), undoNewer)) !==
        undefined
    await client.query('COMMIT')
    return isRebuilt
  })
}

async function listClinics(client: pg.ClientBase): Promise<readonly string[]> {
  const [, listed] = await Promise.all([
    client.query('BEGIN; SET LOCAL keel.list_clinics = on'),
    client.query<{ clinic_id: string }>('SELECT clinic_id FROM eventlog.clinic ORDER BY clinic_id'),
    client.query('COMMIT'),
  ])
  return listed.rows.map(({ clinic_id }) => clinic_id)
}
