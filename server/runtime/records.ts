/**
 * States of streams, remembered between commands. What is remembered may be behind the log, so one law holds
 * everywhere: a remembered state may only lead to an append (which checks the versions); every other answer is worked
 * out again from a fresh read.
 */
import type { EventLog, RecordedEvent } from '@keel/eventlog'
import { fold, foldChecked, startOf } from './streams.ts'

export interface StreamState {
  readonly streamId: string
  readonly version: number
  readonly state: unknown
}

/** How many streams are remembered; the least recently used goes first. */
const rememberedMax = 5_000

export interface Records {
  /** `fresh` reads what is new in the log; otherwise a remembered state is good enough. */
  load(streamId: string, fresh: boolean): Promise<StreamState>
  /** Folds what was just appended. */
  applied(events: readonly RecordedEvent[]): void
}

export function createRecords(log: EventLog, clinicId: string): Records {
  const remembered = new Map<string, StreamState>()
  const remember = (stream: StreamState) => {
    remembered.delete(stream.streamId)
    remembered.set(stream.streamId, stream)
    if (remembered.size > rememberedMax) remembered.delete(remembered.keys().next().value as string)
    return stream
  }
  return {
    async load(streamId, fresh) {
      const known = remembered.get(streamId)
      if (known && !fresh) return known
      const from = known ?? { streamId, version: 0, state: startOf(streamId) }
      const events = await log.readStream(clinicId, streamId, from.version + 1)
      return remember({ streamId, version: from.version + events.length, state: fold(streamId, from.state, events) })
    },
    applied(events) {
      for (const [streamId, added] of Map.groupBy(events, (event) => event.streamId)) {
        const known = remembered.get(streamId) ?? { streamId, version: 0, state: startOf(streamId) }
        // Only what follows directly may be folded; otherwise the next fresh read catches up.
        if (added[0]?.version !== known.version + 1) continue
        remember({ streamId, version: known.version + added.length, state: foldChecked(streamId, known.state, added) })
      }
    },
  }
}
