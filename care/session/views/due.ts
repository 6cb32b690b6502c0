/** Which reading is due next, and when: worked out from the protocol's schedule and what was taken last. */
import { everyMinAt, type ProtocolId, protocolOf, type ReadingTimes } from '@keel/rulebook'
import { type Instant, minutesAfter, minutesBetween } from '../../kernel.ts'
import { partsOfReading } from '../facts.ts'
import type { Observation } from '../state.ts'

export type ReadingName = keyof typeof partsOfReading

export interface DueReading {
  readonly reading: ReadingName
  readonly says: string
  readonly dueAt: Instant
}

/** When each kind of reading was last taken since the dose began. */
export type LastTaken = Readonly<Partial<Record<ReadingName, Instant>>>

export interface DoseTimes {
  readonly protocol: ProtocolId
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly lastTaken: LastTaken
}

/** Adds an observation to what was taken last. */
export function taken(lastTaken: LastTaken, observation: Partial<Observation>, at: Instant): LastTaken {
  const readings = (Object.keys(partsOfReading) as ReadingName[]).filter((reading) =>
    partsOfReading[reading].some((part) => observation[part] !== undefined),
  )
  return { ...lastTaken, ...Object.fromEntries(readings.map((reading) => [reading, at])) }
}

/** The readings that are due next, soonest first; none before the dose. */
export function dueReadings({ protocol, startedAt, endedAt, lastTaken }: DoseTimes): readonly DueReading[] {
  const monitoring = protocolOf(protocol)?.monitoring
  if (!startedAt || !monitoring) return []
  return monitoring
    .flatMap(({ reading, says, running, observing }) => {
      const dueAt = nextAfter(endedAt ?? startedAt, endedAt ? observing : running, lastTaken[reading])
      return dueAt ? [{ reading, says, dueAt }] : []
    })
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

function nextAfter(from: Instant, times: ReadingTimes, last: Instant | undefined): Instant | null {
  const first = minutesAfter(from, times.firstMin)
  // A reading a little early counts for its time: what was taken in the last half of a step is not asked for again.
  const early = (times.everyMin ?? times.firstMin) / 2
  if (!last || minutesBetween(last, first) > early) return first
  const counted = last > first ? last : first
  const everyMin = everyMinAt(times, minutesBetween(from, counted))
  return everyMin === null ? null : minutesAfter(counted, everyMin)
}
