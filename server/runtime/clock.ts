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

/** What a clock is made of: the system's time, which people and time servers set, and a count that nobody sets. */
export interface TimeSource {
  /** Milliseconds since 1970. */
  wallMs(): number
  /** Milliseconds since some moment; never runs back. */
  countMs(): number
}

const systemTime: TimeSource = { wallMs: Date.now, countMs: () => performance.now() }

/** How fast time goes on while the system's clock is behind. Intervals at the bedside stay right to a twentieth. */
const catchUpRate = 0.95
/** What time servers correct every day is told to nobody. */
const toleratedMs = 2_000

/**
 * The system's clock, except that it never runs back: behind `notBefore`, the newest entry of the record, or when the
 * system's time is set back, it goes on a little slower than time does until the system has caught up. It does not stand
 * still meanwhile, because then no reading would fall due.
 * @param onBehind told once each time that the system is found behind, by how many minutes.
 */
export function steadyClock(
  notBefore: Instant | undefined,
  onBehind: (minutes: number) => void,
  time: TimeSource = systemTime,
): Clock {
  let last = { ms: notBefore === undefined ? 0 : Date.parse(notBefore), countMs: time.countMs() }
  let isTold = false
  const clock: Clock = {
    now() {
      const [wallMs, countMs] = [time.wallMs(), time.countMs()]
      const ms = Math.max(wallMs, last.ms + (countMs - last.countMs) * catchUpRate)
      if (ms === wallMs) isTold = false
      else if (!isTold && ms - wallMs > toleratedMs) {
        isTold = true
        onBehind(Math.ceil((ms - wallMs) / 60_000))
      }
      last = { ms, countMs }
      return toInstant(ms)
    },
  }
  // A clock that is behind when the server starts is told then, and not at the first command.
  clock.now()
  return clock
}

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
