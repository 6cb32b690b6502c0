import { gateWithAnswers } from '@keel/care'
import { expect, test } from 'vitest'
import { twoWeeksDays, twoYearsDays } from './course-age.ts'
import { roomAfter } from './test-rooms.ts'

test('the young course has six doses, the old one two years of them with all that lies between', () => {
  const young = roomAfter(twoWeeksDays)
  const old = roomAfter(twoYearsDays)
  expect([young.doses, young.room.course.dosesGiven]).toEqual([6, 6])
  expect(old.doses).toBeGreaterThanOrEqual(90)
  expect(old.room.course.dosesGiven).toBe(old.doses)
  const measures = old.courseEvents.filter(({ type }) => type === 'MeasureTaken')
  expect(measures.length).toBeGreaterThanOrEqual(104)
  expect(old.courseEvents.length).toBeGreaterThan(15 * young.courseEvents.length)
  expect(old.patientEvents.length).toBeGreaterThan(200)
})

test('both rooms are asked about a dose that may be given', () => {
  for (const days of [twoWeeksDays, twoYearsDays]) {
    const { room, askedAt } = roomAfter(days)
    const { decision, gate } = gateWithAnswers(room, askedAt)
    expect([decision, gate.findings.map(({ rule }) => rule)], `${days} days`).toEqual(['allow', []])
  }
})
