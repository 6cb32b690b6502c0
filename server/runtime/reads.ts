/**
 * Who reads which patient's record, gathered and written down. The answer to a reader does not wait for it: a first sight
 * is written within a second, and a screen that stays open, and asks again with every change, is summed up every quarter
 * of an hour. A clean stop writes everything; a crash can lose the last second of first sights, and of screens that
 * stayed open how often they asked since. What cannot be written is kept and tried again; when too much waits, nobody may
 * read any more, because what is read must be known.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Actor, Instant, ReadingPlace, RecordRead } from '@keel/care'
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
  /** Writes what is gathered. Called last, when nobody can read any more. */
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

/** What one person sees of one patient in one place. */
interface Sight {
  readonly by: Actor
  readonly place: ReadingPlace
  readonly patientId: string
  /** Since it was last written; 0: nothing new. */
  times: number
  firstAt: Instant
  lastAt: Instant
  /** By the machine's running clock. */
  dueMs: number
}

/** One command writes to so many streams at most. */
const patientsAtOnce = 200

export function createReads(runtime: Runtime, options: ReadsOptions): Reads {
  const { onBug, gatherMs = 1_000, sumUpMs = 15 * 60_000, waitingMax = 20_000 } = options
  const sights = new Map<string, Sight>()
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
      if (sight.times === 0) sights.delete(key)
      else due.push(sight)
    }
    return due
  }

  async function write(due: readonly Sight[]): Promise<void> {
    for (const ofOne of Map.groupBy(due, ({ by }) => `${by.role} ${by.personId}`).values()) {
      for (let start = 0; start < ofOne.length; start += patientsAtOnce) {
        const some = ofOne.slice(start, start + patientsAtOnce)
        // What is seen while this is being written counts for the next time.
        const written = some.map((sight) => ({ ...sight }))
        if (!(await append(runtime, written))) continue
        for (const [index, sight] of some.entries()) settle(sight, written[index] as Sight)
      }
    }
  }

  function settle(sight: Sight, written: Sight): void {
    sight.times -= written.times
    sight.firstAt = sight.lastAt
    sight.dueMs = performance.now() + sumUpMs
    if (sight.times === 0) waiting -= 1
  }

  async function writeDue(nowMs: number): Promise<void> {
    await writing
    const due = takeDue(nowMs)
    if (due.length === 0) return
    writing = write(due)
      .catch(onBug)
      .finally(() => {
        writing = undefined
      })
    await writing
  }

  const timer = setInterval(() => {
    if (writing === undefined) void writeDue(performance.now())
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
      await writeDue(Number.POSITIVE_INFINITY)
    },
  }
}

function cannotBeRecorded(): Problem {
  const detail =
    'The record cannot be shown just now, because it could not be written down who looked at it. ' +
    'Nothing is lost. Try again in a moment; in an emergency use the printed sheet.'
  return new Problem(503, 'reads-not-recorded', detail)
}

/** @returns whether it was written. While the database is away it is not, and is tried again. */
async function append(runtime: Runtime, sights: readonly Sight[]): Promise<boolean> {
  const [{ by }] = sights as readonly [Sight]
  const byStream = Object.groupBy(sights, ({ patientId }) => streams.reads(patientId))
  const asked = sights.map(({ patientId, ...sight }) => ({ patientId, ...toRead(sight) })) as unknown as Json
  const command = { at: runtime.clock.now(), by, commandId: randomUUIDv7(), asked, about: 'reads' }
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

function toRead({ place, times, firstAt, lastAt }: Omit<Sight, 'patientId'>): RecordRead {
  return { place, purpose: 'treatment', times, firstAt, lastAt }
}
