import { describe, expect, test } from 'vitest'
import { everyMinAt, notYetDue } from './index.ts'

describe('how often a reading is taken', () => {
  const hourlyLater = {
    firstMin: 0,
    everyMin: 15,
    later: [
      { fromMin: 60, everyMin: 30 },
      { fromMin: 180, everyMin: 60 },
    ],
  }
  test.each([
    [0, 15],
    [59, 15],
    [60, 30],
    [179, 30],
    [180, 60],
    [500, 60],
  ])('at minute %s: every %s', (minute, every) => {
    expect(everyMinAt(hourlyLater, minute)).toBe(every)
  })

  test('stays as it is, or is once, where the schedule says nothing more', () => {
    expect(everyMinAt({ firstMin: 10, everyMin: 10 }, 500)).toBe(10)
    expect(everyMinAt({ firstMin: 40, everyMin: null }, 500)).toBeNull()
  })
})

describe('readings that are not due yet', () => {
  const at = (minute: number | null, protocol = 'iv-ket-trd') =>
    [...notYetDue({ protocol, in_session: { minute } })].sort()
  const pressure = ['in_session.dbp', 'in_session.hr', 'in_session.hr_out_of_range_seconds', 'in_session.sbp']
  const secondPressure = ['in_session.minutes_since_previous', 'in_session.previous_dbp', 'in_session.previous_sbp']

  test('before the first, all of them; from its minute on, none of that reading', () => {
    expect(at(9)).toEqual(
      expect.arrayContaining([...pressure, ...secondPressure, 'in_session.spo2', 'in_session.moaas']),
    )
    for (const path of [...pressure, 'in_session.spo2', 'in_session.moaas']) expect(at(10)).not.toContain(path)
  })

  test('what only a second pressure can tell waits for it', () => {
    expect(at(10)).toEqual(expect.arrayContaining(secondPressure))
    expect(at(19)).toEqual(expect.arrayContaining(secondPressure))
    for (const path of secondPressure) expect(at(20)).not.toContain(path)
  })

  test('once it is late, nothing waits', () => {
    expect(at(200)).toEqual([])
  })

  test('of an unknown protocol or minute nothing is put off', () => {
    expect(at(null)).toEqual([])
    expect(at(1, 'made-up')).toEqual([])
    expect([...notYetDue({})]).toEqual([])
  })
})
