/**
 * Following the record: read what is there, and when there is no more wait to be woken. A wake-up carries no events, only
 * the news that there may be some, so that one that is lost or comes twice does no harm; the reader's own position says
 * what is next. A slow beat reads even without a wake-up, for a network that swallows them.
 */

import { EventLogUnavailable } from './errors.ts'
import type { RecordedEvent } from './events.ts'

const beatMs = 5_000
const unavailableMs = 500

export interface FollowSource {
  read(afterPosition: number): Promise<readonly RecordedEvent[]>
  /** Calls `wake` when there may be more, until the returned function is called. */
  subscribe(wake: () => void): () => void
}

/** Ends without an error when the signal is aborted. */
export async function* followSource(
  source: FollowSource,
  afterPosition: number,
  signal: AbortSignal,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  const bell = createBell()
  const unsubscribe = source.subscribe(bell.ring)
  signal.addEventListener('abort', bell.ring)
  try {
    let position = afterPosition
    while (!signal.aborted) {
      const events = await readIfAvailable(source, position)
      const last = events?.at(-1)
      if (events === undefined) await bell.wait(unavailableMs)
      else if (last === undefined) await bell.wait(beatMs)
      else if (!signal.aborted) {
        position = last.position
        yield events
      }
    }
  } finally {
    signal.removeEventListener('abort', bell.ring)
    unsubscribe()
  }
}

/** Undefined while the database is away: a follower outlives that. */
async function readIfAvailable(source: FollowSource, position: number): Promise<readonly RecordedEvent[] | undefined> {
  try {
    return await source.read(position)
  } catch (error) {
    if (error instanceof EventLogUnavailable) return undefined
    throw error
  }
}

/** A bell that was rung while nobody waited ends the next wait at once, so that no wake-up falls between two reads. */
function createBell() {
  let rung = false
  let answer: (() => void) | undefined
  return {
    ring() {
      rung = true
      answer?.()
    },
    async wait(timeoutMs: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs)
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      answer = undefined
      rung = false
    },
  }
}
