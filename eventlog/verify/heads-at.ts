/** Where each stream ended when a checkpoint was made, found again while the events go by stream by stream. */

import type { Checkpoint } from '../proof/checkpoint.ts'
import { headLeaf } from '../proof/heads.ts'
import { addLeaf, emptyTree, rootOf } from '../proof/merkle.ts'

export interface HeadsAt {
  event(event: { readonly version: number; readonly position: number; readonly hash: string }): void
  endOfStream(streamId: string): void
  /** Once all streams have ended. */
  isAsIn(checkpoint: Checkpoint): boolean
}

/** @param position events after it are left out, and streams that began after it. */
export function headsAt(position: number): HeadsAt {
  let last: { readonly version: number; readonly hash: string } | undefined
  let tree = emptyTree
  return {
    event(event) {
      if (event.position <= position) last = { version: event.version, hash: event.hash }
    },
    endOfStream(streamId) {
      if (last !== undefined) tree = addLeaf(tree, headLeaf(streamId, last.version, last.hash))
      last = undefined
    },
    isAsIn: ({ streams, heads }) => tree.size === streams && rootOf(tree).toString('hex') === heads,
  }
}
