/** The seal of a clinic that an append has locked: looked at, and its tree brought up to the record. */

import type pg from 'pg'
import { addLeaf, leafHash, type Tree } from './merkle.ts'
import { isSealOf } from './seal.ts'

const eventsAtATime = 10_000

export interface Sealing {
  readonly sealKey: Buffer
  /** Called when a clinic's record is found with a seal that this key did not make. It is then not sealed anew. */
  readonly onBroken: (clinicId: string) => void
}

/** @returns the seal if it is not ours: then it is to stay, so that whoever verifies finds it. */
export function brokenSealOf(sealing: Sealing | undefined, clinicId: string, tree: Tree, seal: Buffer | null) {
  if (sealing === undefined || seal === null || isSealOf(seal, sealing.sealKey, clinicId, tree)) return undefined
  sealing.onBroken(clinicId)
  return seal
}

/** The tree with the events that a release which knew no tree has written since. */
export async function withMissingLeaves(
  client: pg.ClientBase,
  clinicId: string,
  tree: Tree,
  lastPosition: number,
): Promise<Tree> {
  let whole = tree
  while (whole.size < lastPosition) {
    const { rows } = await client.query<{ hash: Buffer }>(
      'SELECT hash FROM eventlog.event WHERE clinic_id = $1 AND position > $2 ORDER BY position LIMIT $3',
      [clinicId, whole.size, eventsAtATime],
    )
    if (rows.length === 0) throw new Error('A clinic was written up to a position at which it has no event.')
    for (const { hash } of rows) whole = addLeaf(whole, leafHash(hash))
  }
  return whole
}
