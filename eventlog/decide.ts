/**
 * The heart of the log, without a store: whether an append is new, a repeat or a conflict, and what it records. Both
 * stores hand it the part of a clinic's state that the append touches and keep what comes back.
 */

import type { AppendResult, Recalled, RecordedEvent, View } from './events.ts'
import { hashOf, noPreviousHash } from './hash-chain.ts'
import type { PreparedAppend, PreparedEvent, PreparedStream } from './prepare.ts'
import { evolveDocuments, type ReadDocument, type StoredDocument } from './views.ts'

/** The last event of a stream. */
export interface Head {
  readonly version: number
  readonly hash: string
}

/** What is known of a clinic: at least everything that the appends to be decided touch. */
export interface ClinicState {
  readonly lastPosition: number
  /** By stream id. A stream that is not there does not exist. */
  readonly heads: ReadonlyMap<string, Head>
  /** The events of commands seen before, by command id, in order of position. */
  readonly commands: ReadonlyMap<string, readonly RecordedEvent[]>
  readonly readDocument: ReadDocument
}

/** What an accepted append adds; its events stand in the order of the append. */
export interface Change {
  readonly events: readonly RecordedEvent[]
  readonly heads: ReadonlyMap<string, Head>
  readonly documents: ReadonlyMap<string, StoredDocument>
}

export interface Decided {
  readonly result: AppendResult
  /** Undefined when nothing is to be written. */
  readonly change: Change | undefined
}

const newStream: Head = { version: 0, hash: noPreviousHash }

export function decideAppend(state: ClinicState, append: PreparedAppend, views: readonly View[]): Decided {
  const first = state.commands.get(append.commandId)
  if (first !== undefined) return { result: answerAgain(first, append), change: undefined }
  for (const { streamId, expectedVersion } of append.streams) {
    const actualVersion = (state.heads.get(streamId) ?? newStream).version
    if (actualVersion !== expectedVersion) {
      return { result: { status: 'conflict', streamId, expectedVersion, actualVersion }, change: undefined }
    }
  }
  const change = record(state, append, views)
  return { result: { status: 'appended', events: change.events }, change }
}

/** The answer to a command id that was seen before. */
export function answerAgain(
  first: readonly RecordedEvent[],
  append: Pick<PreparedAppend, 'commandId' | 'commandHash'>,
): Recalled {
  return first.every((event) => event.commandHash === append.commandHash)
    ? { status: 'repeated', events: first }
    : { status: 'command-id-reused', commandId: append.commandId }
}

function record(state: ClinicState, append: PreparedAppend, views: readonly View[]): Change {
  const events: RecordedEvent[] = []
  const heads = new Map<string, Head>()
  for (const stream of append.streams) {
    let previousHash = (state.heads.get(stream.streamId) ?? newStream).hash
    for (const [index, { data, dataText }] of stream.events.entries()) {
      const position = state.lastPosition + events.length + 1
      const fields = { ...fieldsOf(append, stream, index), position, previousHash }
      const event = { ...fields, data, hash: hashOf(fields, dataText) }
      previousHash = event.hash
      events.push(event)
      heads.set(stream.streamId, { version: event.version, hash: event.hash })
    }
  }
  return { events, heads, documents: evolveDocuments(views, events, state.readDocument) }
}

/**
 * The events as they will be if the append is accepted, except for position and hashes: enough to foresee which
 * documents they concern.
 */
export function foreseenEvents(append: PreparedAppend): readonly RecordedEvent[] {
  const unknown = { position: 0, previousHash: noPreviousHash, hash: noPreviousHash }
  return append.streams.flatMap((stream) =>
    stream.events.map(({ data }, index) => ({ ...fieldsOf(append, stream, index), ...unknown, data })),
  )
}

/** Everything of an event but its data and what depends on its place in the record. */
function fieldsOf(append: PreparedAppend, stream: PreparedStream, index: number) {
  const { clinicId, at, recordedAt, by, commandId, commandHash } = append
  const { type, schemaVersion, ruleset } = stream.events[index] as PreparedEvent
  const { streamId, expectedVersion } = stream
  const version = expectedVersion + index + 1
  return { clinicId, streamId, version, type, schemaVersion, at, recordedAt, by, commandId, commandHash, ruleset }
}
