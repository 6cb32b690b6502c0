import { expect, test } from 'vitest'
import { instantAgo, instantAt } from './instants.ts'

const newYork = 'America/New_York'
const now = Date.parse('2026-11-22T15:30:00.000Z') // 10:30 in New York

test('hours ago count back from now', () => {
  expect(instantAgo(now, 8)).toBe('2026-11-22T07:30:00.000Z')
  expect(instantAgo(now, 0.5)).toBe('2026-11-22T15:00:00.000Z')
})

test('a time of day is one of the clinic, today or yesterday', () => {
  expect(instantAt(now, newYork, '10:30', 'today')).toBe('2026-11-22T15:30:00.000Z')
  expect(instantAt(now, newYork, '21:05', 'yesterday')).toBe('2026-11-22T02:05:00.000Z')
})

test('a time that is still to come is no answer', () => {
  expect(instantAt(now, newYork, '10:31', 'today')).toBeUndefined()
})

test('the day before a change of the clocks keeps its own offset', () => {
  const afterChange = Date.parse('2026-11-01T15:00:00.000Z')
  expect(instantAt(afterChange, newYork, '21:00', 'yesterday')).toBe('2026-11-01T01:00:00.000Z')
})
