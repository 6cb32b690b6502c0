/** The heads of a clinic's streams, read side by side with the streams' events, in the same order. */

import type pg from 'pg'
import { readByCursor } from '../cursor.ts'
import { byCodePoint } from '../requests.ts'

export interface Head {
  readonly streamId: string
  readonly version: number
  readonly hash: string
}

export interface Heads {
  /** To be asked for streams in their order. `skipped` is called for each head before it, which has no events. */
  of(streamId: string): Promise<Head | undefined>
  /** Calls `skipped` for each head that is left. */
  end(): Promise<void>
}

export function readHeads(client: pg.ClientBase, clinicId: string, skipped: (head: Head) => void): Heads {
  const heads = headsInOrder(client, clinicId)
  let next: Head | undefined | 'unread' = 'unread'
  const advance = async () => {
    const { value } = await heads.next()
    return value ?? undefined
  }
  return {
    async of(streamId) {
      if (next === 'unread') next = await advance()
      for (; next !== undefined && byCodePoint(next.streamId, streamId) < 0; next = await advance()) skipped(next)
      if (next?.streamId !== streamId) return undefined
      const found = next
      next = await advance()
      return found
    },
    async end() {
      if (next === 'unread') next = await advance()
      for (; next !== undefined; next = await advance()) skipped(next)
    },
  }
}

async function* headsInOrder(client: pg.ClientBase, clinicId: string): AsyncGenerator<Head, undefined, undefined> {
  const text = `SELECT stream_id, version, encode(hash, 'hex') FROM eventlog.stream WHERE clinic_id = $1 ORDER BY stream_id`
  for await (const rows of readByCursor(client, text, [clinicId], 'heads')) {
    for (const [streamId, version, hash] of rows) {
      yield { streamId: `${streamId}`, version: Number(version), hash: `${hash}` }
    }
  }
}
