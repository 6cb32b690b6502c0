/**
 * Handling a command: read what it needs, decide, append; when someone else was quicker, decide again on what they left.
 * An answer that is not an append is only ever given on a fresh read.
 */
import type { CareEvent, Occasion, Outcome, Refusal } from '@keel/care'
import type { EventLog, Json, RecordedEvent, StreamAppend } from '@keel/eventlog'
import type { Clock } from './clock.ts'
import { createRecords, type Records, type StreamState } from './records.ts'
import { toNewEvent } from './streams.ts'
import { createTurns } from './turns.ts'

export interface Command extends Occasion {
  readonly commandId: string
  /** What was asked, for recognising the same id with another wish. */
  readonly asked: Json
  /** The stream that it is about. This server handles the commands of one stream one after the other. */
  readonly about: string
}

export type Handled =
  | { readonly status: 'appended' | 'repeated'; readonly events: readonly RecordedEvent[] }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'command-id-reused' }

/** Events to add, by stream id. */
export type EventsByStream = Readonly<Record<string, readonly CareEvent[]>>

/** Reads a stream while deciding. If it moves before the append, the command is decided anew. */
export type ReadStream = <State>(streamId: string) => Promise<State>

export type Decide = (read: ReadStream) => Promise<Outcome<EventsByStream>>

export interface Runtime {
  readonly log: EventLog
  readonly clinicId: string
  readonly records: Records
  readonly clock: Clock
  /** Digest of the running ruleset. */
  readonly ruleset: string
  /** Decides and appends. `decide` is run again when a stream that it read has moved. */
  handle(command: Command, decide: Decide): Promise<Handled>
}

/** How often a command is decided anew before it is given up: each time, someone else has written something. */
const attemptsMax = 12

export function createRuntime(options: Pick<Runtime, 'log' | 'clinicId' | 'clock' | 'ruleset'>): Runtime {
  const records = createRecords(options.log, options.clinicId)
  const inTurn = createTurns()
  const runtime: Runtime = {
    ...options,
    records,
    handle: (command, decide) => inTurn(command.about, () => handle(runtime, command, decide)),
  }
  return runtime
}

async function handle(runtime: Runtime, command: Command, decide: Decide): Promise<Handled> {
  let fresh = false
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const seen = new Map<string, StreamState>()
    const read: ReadStream = async <State>(streamId: string) => {
      const stream = seen.get(streamId) ?? (await runtime.records.load(streamId, fresh))
      seen.set(streamId, stream)
      return stream.state as State
    }
    const outcome = await decide(read)
    if ('refuse' in outcome) {
      if (!fresh) {
        fresh = true
        continue
      }
      return (await answeredBefore(runtime, command)) ?? { status: 'refused', refusal: outcome.refuse }
    }
    for (const streamId of Object.keys(outcome.accept)) await read(streamId)
    const result = await append(runtime, command, outcome.accept, seen)
    if (result.status === 'conflict') {
      fresh = true
      continue
    }
    if (result.status === 'command-id-reused') return { status: 'command-id-reused' }
    runtime.records.applied(result.events)
    return { status: result.status, events: result.events }
  }
  return {
    status: 'refused',
    refusal: {
      code: 'too-busy',
      message: 'Others are writing to this record at the same moment. Nothing was recorded: try again.',
    },
  }
}

/** A command that makes no sense any more may be one that was carried out before: then its first answer is given again. */
async function answeredBefore({ log, clinicId }: Runtime, command: Command): Promise<Handled | undefined> {
  const recalled = await log.recall(clinicId, command.commandId, command.asked)
  if (recalled === undefined) return undefined
  return recalled.status === 'repeated' ? recalled : { status: 'command-id-reused' }
}

/** Writes the events, bound to the version of every stream that was read. */
function append(runtime: Runtime, command: Command, accepted: EventsByStream, seen: ReadonlyMap<string, StreamState>) {
  const streams = [...seen.values()].map(({ streamId, version }): StreamAppend => {
    const events = (accepted[streamId] ?? []).map((event) => toNewEvent(streamId, event, runtime.ruleset))
    return { streamId, expectedVersion: version, events }
  })
  const { at, by, commandId, asked } = command
  return runtime.log.append({
    clinicId: runtime.clinicId,
    commandId,
    command: asked,
    at,
    recordedAt: runtime.clock.now(),
    by,
    streams,
  })
}
