import { describe, expect, test } from 'vitest'
import { type DoseGiven, readUrine, type UrineTest } from './index.ts'

const collectedAt = '2026-11-20T12:00:00Z'
const test0: UrineTest = {
  id: 'u',
  on: '2026-11-20',
  collectedAt,
  refused: false,
  method: 'definitive',
  creatinineMgPerDl: 20,
  ketamine: 'negative',
  norketamine: 'negative',
  unexpectedOther: false,
  otherKetamineDisclosed: false,
}
const dose = (endedAt: string, supervised: boolean): DoseGiven => ({
  id: endedAt,
  on: endedAt.slice(0, 10),
  endedAt,
  drug: 'ketamine',
  route: supervised ? 'IV' : 'SL',
  doseMg: 35,
  supervised,
  plannedIntervalDays: 7,
  dayAskedFor: false,
})
const positive: UrineTest = { ...test0, ketamine: 'positive', norketamine: 'positive' }

describe('ketamine in the urine', () => {
  test.each([
    ['no dose ever', positive, [], true],
    ['only norketamine', { ...positive, ketamine: 'negative' }, [], true],
    ['a dose exactly 14 days before', positive, [dose('2026-11-06T12:00:00Z', true)], false],
    ['a dose an hour longer ago', positive, [dose('2026-11-06T11:00:00Z', true)], true],
    ['a dose at home 14 days before', positive, [dose('2026-11-06T12:00:00Z', false)], false],
    ['a dose after the test explains nothing', positive, [dose('2026-11-20T13:00:00Z', true)], true],
    ['the patient had told of it', { ...positive, otherKetamineDisclosed: true }, [], false],
    ['nothing found', test0, [], false],
    ['an immunoassay sees no ketamine', { ...test0, method: 'immunoassay' }, [], null],
    ['not tested for', { ...test0, ketamine: 'not-tested', norketamine: 'not-tested' }, [], null],
  ] as const)('%s', (_, urine, doses, undisclosed) => {
    expect(readUrine(urine, doses).undisclosedKetamine).toBe(undisclosed)
  })
})

describe('norketamine that should be there', () => {
  const atHome = [dose('2026-11-17T12:00:00Z', false)]
  test.each([
    ['missing exactly 72 hours after a dose at home', test0, atHome, true],
    ['an hour longer ago', test0, [dose('2026-11-17T11:00:00Z', false)], false],
    ['a dose at the clinic only', test0, [dose('2026-11-19T12:00:00Z', true)], false],
    ['found', positive, atHome, false],
    ['the specimen is just too dilute', { ...test0, creatinineMgPerDl: 19.9 }, atHome, null],
    ['creatinine not measured', { ...test0, creatinineMgPerDl: null }, atHome, null],
    ['an immunoassay cannot say', { ...test0, method: 'immunoassay' }, atHome, null],
    ['not tested for', { ...test0, norketamine: 'not-tested' }, atHome, null],
  ] as const)('%s', (_, urine, doses, absent) => {
    expect(readUrine(urine, doses).expectedNorketamineAbsent).toBe(absent)
  })
})

test('a refused test says nothing but that', () => {
  expect(readUrine({ ...positive, refused: true }, [])).toMatchObject({
    undisclosedKetamine: null,
    expectedNorketamineAbsent: null,
    unexpectedOther: null,
    refused: true,
  })
})

test('another drug is passed on as it was reviewed', () => {
  expect(readUrine({ ...test0, unexpectedOther: null }, []).unexpectedOther).toBeNull()
  expect(readUrine({ ...test0, unexpectedOther: true }, []).unexpectedOther).toBe(true)
})
