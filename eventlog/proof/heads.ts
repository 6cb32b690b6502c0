/** The tree over the heads of a clinic's streams: where each stream ended, sorted by the bytes of the streams' ids. */

import { canonicalJson } from '../canonical.ts'
import { leafHash } from './merkle.ts'

/** @param hash of the stream's last event, 64 hex digits. */
export function headLeaf(streamId: string, version: number, hash: string): Buffer {
  return leafHash(Buffer.from(canonicalJson({ hash, streamId, version })))
}
