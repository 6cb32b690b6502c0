/** The seal of a clinic that an append has locked: looked at, and its tree brought up to the record. */

import type pg from 'pg'
import { addLeaf, hashBytes, leafHash, type Tree } from './merkle.ts'
import { isSealOf } from './seal.ts'

const eventsAtATime = 10_000

export interface Sealing {
  readonly sealKey: Buffer
  /** Called when a clinic's record is found with a seal that this key did not make. It is then not sealed anew. */
  readonly onBroken: (clinicId: string) => void
}

/** What a clinic's record is found with. */
export interface FoundSeal {
  readonly tree: Tree
  /** Null: there is none. */
  readonly seal: Buffer | null
  readonly lastPosition: number
  /** Whether a checkpoint was ever made of it: then it was sealed. */
  readonly hasCheckpoint: boolean
}

/** No hash: it stands where a seal was taken away, so that the want of it stays to be found. */
const takenAway = Buffer.alloc(hashBytes)

/** @returns the seal if it is not ours: then it is to stay, so that whoever verifies finds it. */
export function brokenSealOf(sealing: Sealing | undefined, clinicId: string, found: FoundSeal): Buffer | undefined {
  if (sealing === undefined || isWhole(sealing.sealKey, clinicId, found)) return undefined
  sealing.onBroken(clinicId)
  return found.seal ?? takenAway
}

/** A record that was never sealed is one of a release before there were seals, or a new one. */
function isWhole(sealKey: Buffer, clinicId: string, { tree, seal, lastPosition, hasCheckpoint }: FoundSeal): boolean {
  if (seal === null) return !hasCheckpoint
  return tree.size === lastPosition && isSealOf(seal, sealKey, clinicId, tree)
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
