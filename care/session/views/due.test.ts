import { describe, expect, it } from 'vitest'
import { minutesAfter } from '../../kernel.ts'
import { dueReadings } from './due.ts'

const start = '2026-11-23T14:00:00.000Z'
const at = (minutes: number) => minutesAfter(start, minutes)

describe('after an injection the pressure is due', () => {
  const next = (lastMin: number) =>
    dueReadings({
      protocol: 'im-ket-trd',
      startedAt: start,
      endedAt: null,
      lastTaken: { pressure: at(lastMin) },
    }).find(({ reading }) => reading === 'pressure')?.dueAt

  it.each([
    [5, 10],
    [10, 15],
    [15, 30],
    [45, 60],
    [60, 90],
    [90, 120],
  ])('after that of minute %i in minute %i', (last, due) => {
    expect(next(last)).toBe(at(due))
  })
})
