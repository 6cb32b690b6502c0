import { randomUUID } from 'node:crypto'
import { type Append, createMemoryEventLog, type EventLog, EventLogUnavailable } from '@keel/eventlog'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stoppedClock } from './clock.ts'
import { createRuntime } from './handle.ts'
import { createLive } from './live.ts'
import { createReads, type Reads } from './reads.ts'

const clinicId = randomUUID()
const nurse = { personId: randomUUID(), role: 'session-monitor' }
const director = { personId: randomUUID(), role: 'medical-director' }
const [ada, ben] = [randomUUID(), randomUUID()] as const

let log: EventLog
let isAway = false
/** The next append is written, and its answer is lost. */
let losesAnswer = false
let bugs: unknown[]
let reads: Reads
const clock = stoppedClock('2026-11-23T15:00:00.000Z')

function open(options: { waitingMax?: number } = {}): Reads {
  const runtime = createRuntime({ log, clinicId, clock, ruleset: 'a'.repeat(64) })
  return createReads(runtime, { onBug: (error) => bugs.push(error), ...options })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  bugs = []
  isAway = false
  const memory = createMemoryEventLog()
  log = {
    ...memory,
    append: async (append: Append) => {
      if (isAway) throw new EventLogUnavailable('nothing-written', 'The database cannot be reached.')
      const answer = await memory.append(append)
      if (!losesAnswer) return answer
      losesAnswer = false
      throw new EventLogUnavailable('unknown', 'The connection was lost.')
    },
  }
  reads = open()
})

afterEach(async () => {
  await reads.close()
  vi.useRealTimers()
  expect(bugs).toEqual([])
})

async function written(patientId: string) {
  const events = await log.readStream(clinicId, `reads-${patientId}`)
  return events.map(({ by, data }) => ({ role: by.role, ...(data as { place: string; times: number }) }))
}

test('a first sight is written within a second, what came together in one command', async () => {
  reads.note(nurse, 'board', [ada, ben])
  reads.note(nurse, 'board', [ada])
  reads.note(director, 'session', [ada])
  expect(reads.waiting()).toBe(3)
  await vi.advanceTimersByTimeAsync(1_000)
  await vi.waitUntil(() => reads.waiting() === 0)
  expect(await written(ada)).toMatchObject([
    { role: 'session-monitor', place: 'board', times: 2 },
    { role: 'medical-director', place: 'session', times: 1 },
  ])
  const [first] = await log.readStream(clinicId, `reads-${ada}`)
  const [other] = await log.readStream(clinicId, `reads-${ben}`)
  expect(other?.commandId).toBe(first?.commandId)
})

test('a screen that stays open is summed up every quarter of an hour', async () => {
  for (let second = 0; second < 20 * 60; second += 10) {
    reads.note(nurse, 'board', [ada])
    await vi.advanceTimersByTimeAsync(10_000)
  }
  await vi.waitUntil(async () => (await written(ada)).length === 2)
  expect((await written(ada)).map(({ times }) => times)).toEqual([1, 90])
})

test('a clean stop writes what is gathered', async () => {
  reads.note(nurse, 'session', [ada])
  await reads.close()
  expect(await written(ada)).toMatchObject([{ place: 'session', times: 1 }])
})

test('what cannot be written is kept and written later, once', async () => {
  isAway = true
  reads.note(nurse, 'session', [ada])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(reads.waiting()).toBe(1)
  isAway = false
  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitUntil(() => reads.waiting() === 0)
  expect(await written(ada)).toMatchObject([{ times: 1 }])
})

test('what was written without an answer is not written twice, and what came since is', async () => {
  losesAnswer = true
  reads.note(nurse, 'session', [ada])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await written(ada)).toHaveLength(1)
  expect(reads.waiting()).toBe(1)
  reads.note(nurse, 'session', [ada])
  await vi.advanceTimersByTimeAsync(1_000)
  await vi.waitUntil(() => reads.waiting() === 1)
  await reads.close()
  expect((await written(ada)).map(({ times }) => times)).toEqual([1, 1])
})

test('a stop that cannot write what is gathered says so', async () => {
  const stopping = open()
  isAway = true
  stopping.note(nurse, 'board', [ada, ben])
  await expect(stopping.close()).rejects.toThrow('written: 2 missing')
  isAway = false
})

test('what cannot be written for one person keeps nobody else from being written, and is reported', async () => {
  await reads.close()
  const { append } = log
  log.append = async (asked) => {
    if (asked.by.personId === nurse.personId) throw new Error('planted')
    return append(asked)
  }
  const stopping = open()
  stopping.note(nurse, 'board', [ada])
  stopping.note(director, 'board', [ada])
  await expect(stopping.close()).rejects.toThrow('written: 1 missing')
  expect(await written(ada)).toMatchObject([{ role: 'medical-director' }])
  expect(bugs.splice(0)).toMatchObject([{ message: 'planted' }])
})

test('who looks at the list of reads treats nobody by it', async () => {
  reads.note(director, 'reads', [ada])
  reads.note(director, 'patient', [ada])
  await reads.close()
  expect(await written(ada)).toMatchObject([
    { place: 'reads', purpose: 'oversight' },
    { place: 'patient', purpose: 'treatment' },
  ])
})

test('when too much waits, nobody may read', async () => {
  await reads.close()
  reads = open({ waitingMax: 2 })
  isAway = true
  reads.note(nurse, 'board', [ada, ben])
  expect(() => reads.note(nurse, 'session', [ada])).toThrow('it could not be written down who looked at it')
  isAway = false
})

test('another server that writes to the same stream takes nothing away', async () => {
  const other = open()
  reads.note(nurse, 'board', [ada])
  other.note(director, 'board', [ada])
  await vi.advanceTimersByTimeAsync(1_000)
  await vi.waitUntil(() => reads.waiting() + other.waiting() === 0)
  reads.note(nurse, 'session', [ada])
  await reads.close()
  await other.close()
  expect((await written(ada)).map(({ role }) => role).sort()).toEqual([
    'medical-director',
    'session-monitor',
    'session-monitor',
  ])
})

describe('screens', () => {
  test('are not told of reads, or looking would never end', async () => {
    vi.useRealTimers()
    const told: number[] = []
    const live = createLive(log, clinicId, 0, (error) => bugs.push(error))
    live.subscribe(({ position }) => told.push(position))
    reads.note(nurse, 'board', [ada])
    await reads.close()
    const at = clock.now()
    const streams = [{ streamId: 'team', expectedVersion: 0, events: [{ type: 'X', schemaVersion: 1, data: null }] }]
    await log.append({ clinicId, commandId: randomUUID(), command: null, at, recordedAt: at, by: nurse, streams })
    await vi.waitUntil(() => told.length > 0)
    expect(told).toEqual([2])
    live.close()
  })
})
