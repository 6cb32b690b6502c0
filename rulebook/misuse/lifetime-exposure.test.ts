import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DoseGiven, lifetimeExposure } from './index.ts'

const today = '2026-11-22'
const ago = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString()
const dose = (daysAgo: number, more: Partial<DoseGiven> = {}): DoseGiven => ({
  id: `${daysAgo}`,
  on: ago(daysAgo),
  endedAt: `${ago(daysAgo)}T12:00:00Z`,
  drug: 'ketamine',
  route: 'IV',
  doseMg: 100,
  supervised: true,
  plannedIntervalDays: null,
  dayAskedFor: false,
  ...more,
})

describe('what reaches the blood', () => {
  test.each([
    ['in the vein', { route: 'IV' }, 100, 100],
    ['in the muscle', { route: 'IM' }, 93, 93],
    ['ketamine in the nose', { route: 'IN' }, 45, 11],
    ['under the tongue', { route: 'SL' }, 29, 29],
    ['by mouth', { route: 'PO' }, 17, 17],
    ['esketamine 28 mg', { route: 'IN', drug: 'esketamine', doseMg: 28 }, 17.36, 17.36],
    ['esketamine 56 mg', { route: 'IN', drug: 'esketamine', doseMg: 56 }, 30.24, 30.24],
    ['esketamine 84 mg', { route: 'IN', drug: 'esketamine', doseMg: 84 }, 42.84, 42.84],
    [
      'esketamine between two doses takes the larger share',
      { route: 'IN', drug: 'esketamine', doseMg: 55 },
      34.1,
      34.1,
    ],
  ] as const)('%s', (_, more, systemicMg, systemicMgLow) => {
    expect(lifetimeExposure([dose(1, more)], today)).toMatchObject({ systemicMg, systemicMgLow })
  })
})

test('sums by route, and in series of six infusions', () => {
  const doses = [
    ...[1, 4, 8, 11, 15, 18].map((days) => dose(days, { doseMg: 35 })),
    dose(30, { route: 'IM', doseMg: 50 }),
  ]
  const exposure = lifetimeExposure(doses, today)
  expect(exposure.lifetimeMgByRoute).toEqual({ IV: 210, IM: 50, IN: 0, SL: 0, PO: 0 })
  expect(exposure.lifetimeMg).toBe(260)
  expect(lifetimeExposure(doses.slice(0, 6), today).inSeriesOfSix).toBe(1)
})

test('counts in windows with both ends in them, and not what lies ahead', () => {
  const doses = [-1, 0, 30, 31, 90, 91, 365, 366].map((days) => dose(days))
  expect(lifetimeExposure(doses, today)).toMatchObject({
    doses30Days: 2,
    doses90Days: 4,
    doses365Days: 6,
    lifetimeMg: 700,
  })
})

test('two doses of one day are one day with a dose, and no interval of nothing', () => {
  const exposure = lifetimeExposure([dose(10), dose(10), dose(3), dose(0)], today)
  expect(exposure).toMatchObject({ doses365Days: 4, doseDays365Days: 3, minIntervalDays: 3, medianIntervalDays: 5 })
})

test('nothing yet', () => {
  expect(lifetimeExposure([], today)).toMatchObject({
    lifetimeMg: 0,
    systemicMg: 0,
    minIntervalDays: null,
    medianIntervalDays: null,
  })
  expect(lifetimeExposure([dose(1)], today).minIntervalDays).toBeNull()
})

test('law: order does not matter, another dose never lowers a sum, and the blood never gets more than was given', () => {
  const some = fc.array(
    fc
      .tuple(fc.nat(500), fc.constantFrom('IV', 'IM', 'IN', 'SL', 'PO'), fc.integer({ min: 1, max: 400 }))
      .map(([days, route, doseMg]) => dose(days, { route: route as DoseGiven['route'], doseMg })),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(some, (doses) => {
      const exposure = lifetimeExposure(doses, today)
      expect(lifetimeExposure(doses.toReversed(), today)).toEqual(exposure)
      expect(exposure.systemicMg).toBeLessThanOrEqual(exposure.lifetimeMg)
      expect(exposure.systemicMgLow).toBeLessThanOrEqual(exposure.systemicMg)
      expect(lifetimeExposure([...doses, dose(5)], today).systemicMg).toBeGreaterThan(exposure.systemicMg)
    }),
  )
})
