import { expect, test } from 'vitest'
import type { RecordedEvent } from './events.ts'
import { createRecentEvents } from './recent-events.ts'

const appended = (...positions: number[]) => [
  {
    status: 'fulfilled' as const,
    value: { status: 'appended' as const, events: positions.map((position) => ({ position }) as RecordedEvent) },
  },
]
const positionsAfter = (recent: ReturnType<typeof createRecentEvents>, position: number, limit = 100) =>
  recent.after('clinic', position, limit)?.map((event) => event.position)

test('what was appended is given from any position within it, as many as are asked for', () => {
  const recent = createRecentEvents()
  recent.note('clinic', appended(4, 5))
  recent.note('clinic', appended(6))
  expect(positionsAfter(recent, 3)).toEqual([4, 5, 6])
  expect(positionsAfter(recent, 5)).toEqual([6])
  expect(positionsAfter(recent, 3, 2)).toEqual([4, 5])
})

test('before it and at its end it does not say that there is nothing', () => {
  const recent = createRecentEvents()
  recent.note('clinic', appended(4, 5))
  expect(positionsAfter(recent, 2)).toBeUndefined()
  expect(positionsAfter(recent, 5)).toBeUndefined()
  expect(recent.after('another clinic', 4, 1)).toBeUndefined()
})

test('where another process wrote in between, only what came after is given', () => {
  const recent = createRecentEvents()
  recent.note('clinic', appended(4, 5))
  recent.note('clinic', appended(8))
  expect(positionsAfter(recent, 4)).toBeUndefined()
  expect(positionsAfter(recent, 7)).toEqual([8])
})

test('repeats and refusals are not taken in', () => {
  const recent = createRecentEvents()
  recent.note('clinic', [
    { status: 'fulfilled', value: { status: 'repeated', events: [{ position: 1 } as RecordedEvent] } },
    { status: 'rejected', reason: new Error('lost') },
  ])
  expect(positionsAfter(recent, 0)).toBeUndefined()
})

test('only so much is kept, without a gap', () => {
  const recent = createRecentEvents()
  for (let position = 1; position <= 3_000; position += 1) recent.note('clinic', appended(position))
  expect(positionsAfter(recent, 0)).toBeUndefined()
  expect(positionsAfter(recent, 2_900, 1_000)?.length).toBe(100)
})
