/** Sealing a clinic's record anew, when the key it was sealed with is lost or was changed. A person answers for it. */

import { type KeyObject, randomUUID } from 'node:crypto'
import { beginInClinic } from '../database.ts'
import { emptyTree, treeToBytes } from './merkle.ts'
import { sealKeyFrom, sealOf } from './seal.ts'
import { withMissingLeaves } from './sealing.ts'
import { withClient } from './with-client.ts'

/**
 * Makes the tree anew from the events and seals it. Whoever calls it has verified the record before: from here on the seal
 * vouches for it as it is now.
 * @param ownerUrl of a role that may write the clinic's row.
 * @returns how many events are under the seal.
 * @throws EventLogUnavailable
 */
export function resealClinic(ownerUrl: string, clinicId: string, recordKey: KeyObject): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    await client.query(beginInClinic(clinicId))
    const { rows } = await client.query<{ last_position: string }>(
      'SELECT last_position FROM eventlog.clinic WHERE clinic_id = $1 FOR UPDATE',
      [clinicId],
    )
    const lastPosition = Number(rows[0]?.last_position ?? 0)
    const tree = await withMissingLeaves(client, clinicId, emptyTree, lastPosition)
    // A new revision makes running servers look at the clinic again before they write.
    await client.query('UPDATE eventlog.clinic SET tree = $2, seal = $3, revision = $4 WHERE clinic_id = $1', [
      clinicId,
      treeToBytes(tree),
      sealOf(sealKeyFrom(recordKey), clinicId, tree),
      randomUUID(),
    ])
    await client.query('COMMIT')
    return tree.size
  })
}
