/** Appends, a view and checks for tests: short to write, with nothing left to chance but ids. */

import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { canonicalJson, sha256 } from './canonical.ts'
import type { Append, Json, NewEvent, RecordedEvent, View } from './events.ts'
import { noPreviousHash } from './hash-chain.ts'

export const newClinicId = (): string => randomUUID()
export const newCommandId = (): string => randomUUIDv7()

export function eventOf(data: Json, type = 'VitalsTaken'): NewEvent {
  return { type, schemaVersion: 1, data }
}

/** An append of one event to one stream, unless `more` says otherwise. */
export function appendOf(
  clinicId: string,
  streamId: string,
  expectedVersion: number,
  more: Partial<Append> & { readonly data?: Json } = {},
): Append {
  const { data = { systolic: 120 }, ...rest } = more
  return {
    clinicId,
    commandId: newCommandId(),
    command: { type: 'TakeVitals', streamId, data },
    at: '2026-11-22T18:09:00.120Z',
    recordedAt: '2026-11-22T18:09:01.000Z',
    by: { personId: 'nurse-1', role: 'nurse' },
    streams: [{ streamId, expectedVersion, events: [eventOf(data)] }],
    ...rest,
  }
}

export interface SessionDoc {
  readonly [name: string]: Json
  readonly count: number
  readonly positions: readonly number[]
  readonly day: string
}

/** Per stream: how many events, at which positions; grouped by day. An event of type `SessionErased` removes it. */
export const sessions: View<SessionDoc> = {
  name: 'sessions',
  version: 1,
  keysOf: (event) => [event.streamId],
  evolve: (doc, event) =>
    event.type === 'SessionErased'
      ? undefined
      : {
          count: (doc?.count ?? 0) + 1,
          positions: [...(doc?.positions ?? []), event.position],
          day: event.at.slice(0, 10),
        },
  groupOf: (doc) => doc.day,
}

/** One document for the whole clinic, and one whose key cannot be foreseen because positions are given only in the end. */
export const counts: View<number> = {
  name: 'counts',
  version: 1,
  keysOf: (event) => ['all', event.position % 2 === 0 ? 'even' : 'odd'],
  evolve: (count) => (count ?? 0) + 1,
}

/** The hash by its definition: the canonical JSON of all fields but the hash itself. */
export function hashByDefinition({ hash: _hash, ...fields }: RecordedEvent): string {
  return sha256(canonicalJson(fields as unknown as Json))
}

/** What is wrong with a clinic's events in order of position: gaps, broken chains, wrong hashes. Empty when all is well. */
export function faultsOf(events: readonly RecordedEvent[]): readonly string[] {
  const heads = new Map<string, { version: number; hash: string }>()
  return events.flatMap((event, index) => {
    const before = heads.get(event.streamId) ?? { version: 0, hash: noPreviousHash }
    heads.set(event.streamId, event)
    return [
      event.position === index + 1 ? '' : `position ${event.position} after ${index}`,
      event.version === before.version + 1 ? '' : `version ${event.version} after ${before.version}`,
      event.previousHash === before.hash ? '' : `broken chain at ${event.position}`,
      event.hash === hashByDefinition(event) ? '' : `wrong hash at ${event.position}`,
    ].filter((fault) => fault !== '')
  })
}
