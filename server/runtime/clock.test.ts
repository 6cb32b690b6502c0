import { expect, test } from 'vitest'
import { steadyClock, type TimeSource } from './clock.ts'

const start = '2026-11-23T15:00:00.000Z'
const hourMs = 3_600_000

/** Time as a test sets it: it passes, and the system's clock can be set apart from that. */
function madeTime() {
  let countMs = 5_000
  let aheadMs = Date.parse(start) - countMs
  const source: TimeSource = { wallMs: () => countMs + aheadMs, countMs: () => countMs }
  const pass = (ms: number) => {
    countMs += ms
  }
  const set = (byMs: number) => {
    aheadMs += byMs
  }
  return { source, pass, set }
}

function open(notBefore?: string) {
  const time = madeTime()
  const behind: number[] = []
  const clock = steadyClock(notBefore, (minutes) => behind.push(minutes), time.source)
  return { ...time, behind, clock }
}

test('it is the system clock while that runs forward, however far', () => {
  const { clock, pass, set, behind } = open()
  expect(clock.now()).toBe(start)
  pass(10 * 60_000)
  expect(clock.now()).toBe('2026-11-23T15:10:00.000Z')
  set(hourMs)
  expect(clock.now()).toBe('2026-11-23T16:10:00.000Z')
  expect(behind).toEqual([])
})

test('it never runs back when the system is set back, and readings go on falling due', () => {
  const { clock, pass, set, behind } = open()
  set(-hourMs)
  expect(clock.now()).toBe(start)
  pass(20 * 60_000)
  expect(clock.now()).toBe('2026-11-23T15:19:00.000Z')
  expect(behind).toEqual([60])
})

test('it is the system clock again once that has caught up', () => {
  const { clock, pass, set } = open()
  set(-hourMs)
  for (let hour = 0; hour < 20; hour += 1) {
    pass(hourMs)
    clock.now()
  }
  expect(clock.now()).toBe('2026-11-24T10:00:00.000Z')
  pass(60_000)
  expect(clock.now()).toBe('2026-11-24T10:01:00.000Z')
})

test('it says so once each time', () => {
  const { clock, pass, set, behind } = open()
  set(-hourMs)
  for (let reading = 0; reading < 5; reading += 1) clock.now()
  set(hourMs)
  pass(1_000)
  clock.now()
  set(-2 * hourMs)
  clock.now()
  expect(behind).toEqual([60, 120])
})

test('it starts at the newest entry of the record, and says how far behind the system is', () => {
  const { clock, behind } = open('2026-11-23T15:30:00.000Z')
  expect(behind).toEqual([30])
  expect(clock.now()).toBe('2026-11-23T15:30:00.000Z')
})

test('what a time server corrects every day is told to nobody', () => {
  const { clock, set, behind } = open()
  set(-900)
  expect(clock.now()).toBe(start)
  expect(behind).toEqual([])
})
