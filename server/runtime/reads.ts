/**
 * Who reads which patient's record, gathered and written down. The answer to a reader does not wait for it: a first sight
 * is written within a second, and a screen that stays open, and asks again with every change, is summed up every quarter
 * of an hour. A clean stop writes everything; a crash can lose the last second of first sights, and of screens that
 * stayed open how often they asked since. What cannot be written is kept and tried again; when too much waits, nobody may
 * read any more, because what is read must be known.
 */
import { randomUUIDv7 } from 'node:crypto'
import { type Actor, type Instant, purposeOf, type ReadingPlace, type RecordRead } from '@keel/care'
import { EventLogUnavailable, type Json } from '@keel/eventlog'
import { Problem } from '../problem.ts'
import type { Runtime } from './handle.ts'
import { streams } from './streams.ts'

export interface Reads {
  /**
   * Takes note that a person is about to see the records of patients.
   * @throws Problem 503 when too much is waiting to be written.
   */
  note(by: Actor, place: ReadingPlace, patientIds: readonly string[]): void
  /** How many reads wait to be written. */
  waiting(): number
  /**
   * Writes what is gathered. Called last, when nobody can read any more.
   * @throws Error for people when not all of it could be written.
   */
  close(): Promise<void>
}

export interface ReadsOptions {
  readonly onBug: (error: unknown) => void
  /** How long a first sight waits for others to be written with. */
  readonly gatherMs?: number
  /** How long a screen that stays open is summed up. */
  readonly sumUpMs?: number
  readonly waitingMax?: number
}

/** What one person saw of one patient in one place. */
interface Sight {
  readonly by: Actor
  readonly place: ReadingPlace
  readonly patientId: string
  /** Since it was last put into a batch; 0: nothing new. */
  times: number
  firstAt: Instant
  lastAt: Instant
  /** By the machine's running clock. */
  dueMs: number
}

/** Sights of one person in one role, to be written by one command. It is tried under the same id until it is written once. */
interface Batch {
  readonly commandId: string
  readonly by: Actor
  readonly sights: readonly Sight[]
}

/** One command writes to so many streams at most. */
const patientsAtOnce = 200

export function createReads(runtime: Runtime, options: ReadsOptions): Reads {
  const { onBug, gatherMs = 1_000, sumUpMs = 15 * 60_000, waitingMax = 20_000 } = options
  const sights = new Map<string, Sight>()
  const batches = new Set<Batch>()
  let waiting = 0
  let writing: Promise<void> | undefined

  function noteOne(by: Actor, place: ReadingPlace, patientId: string, at: Instant): void {
    const key = `${patientId} ${place} ${by.role} ${by.personId}`
    const known = sights.get(key)
    if (known === undefined || known.times === 0) waiting += 1
    if (known === undefined) {
      const dueMs = performance.now() + gatherMs
      sights.set(key, { by, place, patientId, times: 1, firstAt: at, lastAt: at, dueMs })
      return
    }
    if (known.times === 0) known.firstAt = at
    known.times += 1
    known.lastAt = at
  }

  /** Those whose time has come; one that saw nothing new since is forgotten. */
  function takeDue(nowMs: number): readonly Sight[] {
    const due: Sight[] = []
    for (const [key, sight] of sights) {
      if (sight.dueMs > nowMs) continue
      if (sight.times === 0) {
        sights.delete(key)
        continue
      }
      due.push({ ...sight })
      sight.times = 0
      sight.dueMs = performance.now() + sumUpMs
    }
    return due
  }

  async function writeDue(nowMs: number): Promise<void> {
    for (const batch of toBatches(takeDue(nowMs))) batches.add(batch)
    for (const batch of batches) {
      try {
        if (!(await append(runtime, batch))) return
        batches.delete(batch)
        waiting -= batch.sights.length
      } catch (error) {
        // What cannot be written for one person must not keep the others' from being written.
        onBug(error)
      }
    }
  }

  const timer = setInterval(() => {
    writing ??= writeDue(performance.now()).finally(() => {
      writing = undefined
    })
  }, gatherMs)
  timer.unref()

  return {
    note(by, place, patientIds) {
      if (waiting + patientIds.length > waitingMax) throw cannotBeRecorded()
      const at = runtime.clock.now()
      for (const patientId of patientIds) noteOne(by, place, patientId, at)
    },
    waiting: () => waiting,
    async close() {
      clearInterval(timer)
      await writing
      await writeDue(Number.POSITIVE_INFINITY)
      if (waiting > 0) throw new Error(notWritten(waiting))
    },
  }
}

function toBatches(sights: readonly Sight[]): readonly Batch[] {
  const byReader = Map.groupBy(sights, ({ by }) => `${by.role} ${by.personId}`)
  return byReader
    .values()
    .flatMap((ofOne) => {
      const { by } = ofOne[0] as Sight
      const starts = Array.from(
        { length: Math.ceil(ofOne.length / patientsAtOnce) },
        (_, index) => index * patientsAtOnce,
      )
      return starts.map((start) => ({
        commandId: randomUUIDv7(),
        by,
        sights: ofOne.slice(start, start + patientsAtOnce),
      }))
    })
    .toArray()
}

function notWritten(count: number): string {
  return (
    'Not all of who looked at records could be written down, because the server was stopped while the record could not be ' +
    `written: ${count} missing. Everything else that was recorded is kept. Note the time of this stop, and who was at work.`
  )
}

function cannotBeRecorded(): Problem {
  const detail =
    'The record cannot be shown just now, because it could not be written down who looked at it. ' +
    'Nothing is lost. Try again in a moment; in an emergency use the printed sheet.'
  return new Problem(503, 'reads-not-recorded', detail)
}

/** @returns whether it was written. While the database is away it is not, and is tried again. */
async function append(runtime: Runtime, { commandId, by, sights }: Batch): Promise<boolean> {
  const byStream = Object.groupBy(sights, ({ patientId }) => streams.reads(patientId))
  const asked = sights.map((sight) => ({ patientId: sight.patientId, ...toRead(sight) })) as unknown as Json
  const command = { at: runtime.clock.now(), by, commandId, asked, about: 'reads' }
  try {
    const handled = await runtime.handle(command, async (read) => {
      await Promise.all(Object.keys(byStream).map((streamId) => read(streamId)))
      const events = Object.entries(byStream).map(([streamId, ofPatient = []]) => [
        streamId,
        ofPatient.map((sight) => ({ type: 'RecordRead', data: toRead(sight) })),
      ])
      return { accept: Object.fromEntries(events) }
    })
    return handled.status === 'appended' || handled.status === 'repeated'
  } catch (error) {
    if (error instanceof EventLogUnavailable) return false
    throw error
  }
}

function toRead({ place, times, firstAt, lastAt }: Sight): RecordRead {
  return { place, purpose: purposeOf(place), times, firstAt, lastAt }
}
