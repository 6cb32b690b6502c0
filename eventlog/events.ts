/**
 * The shapes of the record: what is asked to be appended, what is recorded, and the log itself. They say nothing of how
 * or where the record is kept, so that memory and PostgreSQL answer to one contract (`contract.ts`).
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Who did it: the person, and the role in which the person did it. */
export interface Actor {
  readonly personId: string
  readonly role: string
}

export interface NewEvent {
  readonly type: string
  /** From 1. */
  readonly schemaVersion: number
  readonly data: Json
  /** Digest of the ruleset, where a decision was made. */
  readonly ruleset?: string
}

export interface StreamAppend {
  readonly streamId: string
  /** 0: the stream must not exist. */
  readonly expectedVersion: number
  /** Empty: only a guard that the stream, which was read to decide, has not moved. */
  readonly events: readonly NewEvent[]
}

/** Everything that one command writes: all of it or nothing, in one clinic. At least one event, each stream named once. */
export interface Append {
  /** UUID in lower case. */
  readonly clinicId: string
  /** UUID in lower case, made by the client, so that a repeated command is known again. */
  readonly commandId: string
  /** Its SHA-256 is stored: the same id with another command is refused. */
  readonly command: Json
  /** The instant at which it happened: ISO 8601 in UTC with milliseconds, `2026-11-22T18:09:00.000Z`. */
  readonly at: string
  /** The instant at which it was written down, in the same form. */
  readonly recordedAt: string
  readonly by: Actor
  readonly streams: readonly StreamAppend[]
}

export interface RecordedEvent {
  readonly clinicId: string
  /** From 1, without gaps per clinic, in the order of commits. There is no order between clinics. */
  readonly position: number
  readonly streamId: string
  /** From 1, without gaps per stream. */
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly data: Json
  readonly at: string
  readonly recordedAt: string
  readonly by: Actor
  readonly commandId: string
  /** SHA-256 of the command's canonical JSON, 64 hex digits. */
  readonly commandHash: string
  readonly ruleset: string | null
  /** Hash of the stream's event before this one; 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 of the canonical JSON of all the other fields, 64 hex digits. */
  readonly hash: string
}

/** A command that was seen before: its first answer, or that it was another command. */
export type Recalled =
  /** Nothing new was written. */
  | { readonly status: 'repeated'; readonly events: readonly RecordedEvent[] }
  | { readonly status: 'command-id-reused'; readonly commandId: string }

export type AppendResult =
  | { readonly status: 'appended'; readonly events: readonly RecordedEvent[] }
  | Recalled
  | {
      readonly status: 'conflict'
      readonly streamId: string
      readonly expectedVersion: number
      readonly actualVersion: number
    }

/** A read model: documents by key, each the fold of the events that concern it. Both functions are pure. */
export interface View<Doc extends Json = Json> {
  readonly name: string
  /** Raise it when `keysOf`, `evolve` or `groupOf` changes; the documents are then rebuilt from the log. */
  readonly version: number
  keysOf(event: RecordedEvent): readonly string[]
  /** `undefined`: the document goes. */
  evolve(doc: Doc | undefined, event: RecordedEvent, key: string): Doc | undefined
  /** For example a day: lists can then read one group. */
  groupOf?(doc: Doc): string
}

export interface ViewDocument<Doc extends Json = Json> {
  readonly key: string
  readonly doc: Doc
}

export interface EventLog {
  /**
   * Resolves once the append is durable, or is known not to be written.
   * @throws InvalidAppend before anything is sent.
   * @throws EventLogUnavailable when the database cannot be reached or was lost; sending the same append again is safe.
   */
  append(append: Append): Promise<AppendResult>
  /**
   * The first answer to a command that was carried out before, or `command-id-reused` when it was another command;
   * undefined when the id is new. For those who decide on more than the log knows, before they say no.
   */
  recall(clinicId: string, commandId: string, command: Json): Promise<Recalled | undefined>
  /** The clinic's newest event by position; undefined when it has none. */
  lastEvent(clinicId: string): Promise<RecordedEvent | undefined>
  /** In order of version. `fromVersion` is included; it is 1 when not given. */
  readStream(clinicId: string, streamId: string, fromVersion?: number): Promise<readonly RecordedEvent[]>
  /** In order of position, at most `limit` (1 to 10,000) events. */
  readAll(clinicId: string, afterPosition: number, limit: number): Promise<readonly RecordedEvent[]>
  /** First what is there, then what comes, each event once, until the signal is aborted. It outlives a lost database. */
  follow(clinicId: string, afterPosition: number, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>
  readView<Doc extends Json = Json>(clinicId: string, viewName: string, key: string): Promise<Doc | undefined>
  /** Sorted by the key's code points. */
  listView<Doc extends Json = Json>(
    clinicId: string,
    viewName: string,
    group?: string,
  ): Promise<readonly ViewDocument<Doc>[]>
  /** Views whose stored version differs from the code's are rebuilt from the log. Call it before serving. */
  rebuildViews(): Promise<void>
  /** Waits for the appends that were accepted, then lets go of everything. */
  close(): Promise<void>
}
