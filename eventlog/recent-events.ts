/**
 * What this process appended last, so that those who follow a clinic need not read it back from the database. Of each
 * clinic one unbroken run of positions is kept; where another process wrote in between, a new run begins.
 */

import type { AppendResult, RecordedEvent } from './events.ts'

const runMax = 1_000
const clinicsMax = 100

export interface RecentEvents {
  /** Takes in what was committed, batch by batch in the order of commits. */
  note(clinicId: string, results: readonly PromiseSettledResult<AppendResult>[]): void
  /** The events that come next after a position, at most `limit`; undefined when it is not known whether there are any. */
  after(clinicId: string, position: number, limit: number): readonly RecordedEvent[] | undefined
}

export function createRecentEvents(): RecentEvents {
  const runs = new Map<string, RecordedEvent[]>()

  function noteEvent(clinicId: string, event: RecordedEvent): void {
    const run = runs.get(clinicId)
    if (run?.at(-1)?.position === event.position - 1) {
      run.push(event)
      // Half goes at once, because taking one from the front of a list moves all the others.
      if (run.length > runMax) run.splice(0, runMax / 2)
      return
    }
    runs.delete(clinicId)
    runs.set(clinicId, [event])
    if (runs.size > clinicsMax) runs.delete(runs.keys().next().value as string)
  }

  return {
    note(clinicId, results) {
      for (const result of results) {
        if (result.status !== 'fulfilled' || result.value.status !== 'appended') continue
        for (const event of result.value.events) noteEvent(clinicId, event)
      }
    },
    after(clinicId, position, limit) {
      const run = runs.get(clinicId)
      const first = run?.[0]?.position
      if (run === undefined || first === undefined || position < first - 1) return undefined
      const next = run.slice(position + 1 - first, position + 1 - first + limit)
      return next.length === 0 ? undefined : next
    },
  }
}
