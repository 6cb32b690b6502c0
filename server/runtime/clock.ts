/** The one clock of the server. Nothing else asks what time it is. */
import { type Instant, minutesAfter, toInstant } from '@keel/care'

export interface Clock {
  now(): Instant
}

/** A clock that a person may move forward, for the demo and for tests. */
export interface SettableClock extends Clock {
  advance(minutes: number): void
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) }

/** Runs like the system's clock, ahead of it by what it was moved; never behind `notBefore`, so that time never runs back. */
export function settableClock(notBefore?: Instant): SettableClock {
  let aheadMs = notBefore ? Math.max(0, Date.parse(notBefore) - Date.now()) : 0
  return {
    now: () => toInstant(Date.now() + aheadMs),
    advance: (minutes) => {
      aheadMs += minutes * 60_000
    },
  }
}

/** A clock that stands still until it is moved: for tests that count minutes. */
export function stoppedClock(start: Instant): SettableClock {
  let now = start
  return {
    now: () => now,
    advance: (minutes) => {
      now = minutesAfter(now, minutes)
    },
  }
}
