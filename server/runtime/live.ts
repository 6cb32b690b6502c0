/** Tells screens what has changed: one reader of the log for all of them, and a short memory so that none misses anything. */
import { setTimeout as delay } from 'node:timers/promises'
import type { EventLog, RecordedEvent } from '@keel/eventlog'
import { streams } from './streams.ts'

/** What changed, without a word about the patient. */
export interface Change {
  readonly position: number
  readonly sessions: readonly string[]
  readonly day: boolean
}

export interface Live {
  /** Called for each change from now on. Gives the function that ends it. */
  subscribe(listener: (change: Change) => void): () => void
  /** True when every change after a position is still remembered; otherwise the screen must load everything anew. */
  changesSince(position: number): readonly Change[] | undefined
  /** The demo's clock was moved: screens are told at once. */
  clockMoved(): void
  onClock(listener: () => void): () => void
  close(): void
}

const rememberedMax = 1_000
/** Screens need not hear of every commit by itself: what came within this time is read and told together. */
const gatherMs = 40

/** Follows a clinic's log from a position. */
export function createLive(
  log: EventLog,
  clinicId: string,
  fromPosition: number,
  onError: (error: unknown) => void,
): Live {
  const listeners = new Set<(change: Change) => void>()
  const clockListeners = new Set<() => void>()
  const recent: Change[] = []
  const stop = new AbortController()
  const run = async () => {
    for await (const events of log.follow(clinicId, fromPosition, stop.signal)) {
      const seen = events.filter(({ streamId }) => !isRead(streamId))
      if (seen.length === 0) continue
      const change = changeOf(seen)
      recent.push(change)
      if (recent.length > rememberedMax) recent.shift()
      for (const listener of listeners) listener(change)
      await delay(gatherMs, undefined, { signal: stop.signal })
    }
  }
  run().catch((error: unknown) => {
    if (!stop.signal.aborted) onError(error)
  })
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changesSince(position) {
      const forgotten = recent.length === rememberedMax ? (recent[0] as Change).position : fromPosition
      return position >= forgotten ? recent.filter((change) => change.position > position) : undefined
    },
    clockMoved() {
      for (const listener of clockListeners) listener()
    },
    onClock(listener) {
      clockListeners.add(listener)
      return () => clockListeners.delete(listener)
    },
    close: () => stop.abort(),
  }
}

/** That somebody looked at a record changes no screen; if it did, looking would never end. */
function isRead(streamId: string): boolean {
  return streamId.startsWith(streams.reads(''))
}

function changeOf(events: readonly RecordedEvent[]): Change {
  const sessions = events.flatMap(({ streamId }) =>
    streamId.startsWith('session-') ? [streamId.slice('session-'.length)] : [],
  )
  return {
    position: (events.at(-1) as RecordedEvent).position,
    sessions: [...new Set(sessions)],
    day: events.some(({ streamId }) => streamId.startsWith('day-') || streamId === 'team'),
  }
}
