import { vocabulary } from '@keel/rulebook'
import { describe, expect, test } from 'vitest'
import { canBecome, errorIn, errorInPressure, isComplete, valuesOf } from './readings.ts'

const sbp = vocabulary['in_session.sbp'] // 30 to 300
const spo2 = vocabulary['in_session.spo2'] // 30 to 100
const temp = vocabulary['vitals.temp_c'] // 25 to 45, by tenths

describe('a key that could only lead to an impossible reading is refused', () => {
  test.each([
    ['1', sbp, true],
    ['12', sbp, true],
    ['300', sbp, true],
    ['301', sbp, false],
    ['029', sbp, false],
    ['1200', sbp, false],
    ['9', spo2, true],
    ['100', spo2, true],
    ['101', spo2, false],
    ['9.5', spo2, false],
    ['36', temp, true],
    ['36.', temp, true],
    ['36,8', temp, true],
    ['36.85', temp, false],
    ['46', temp, false],
    ['24', temp, false],
    ['-', temp, false],
  ])('%s', (text, fact, expected) => {
    expect(canBecome(text, fact)).toBe(expected)
  })
})

describe('the next reading is due when no further digit can follow', () => {
  test.each([
    ['14', sbp, false],
    ['142', sbp, true],
    ['30', sbp, false],
    ['31', sbp, true],
    ['9', spo2, false],
    ['97', spo2, true],
    ['10', spo2, false],
    ['36', temp, false],
    ['36.8', temp, true],
  ])('%s', (text, fact, expected) => {
    expect(isComplete(text, fact)).toBe(expected)
  })
})

test('an unfinished number is an error, an empty one is not', () => {
  expect(errorIn('1', sbp)).toContain('must be 30 to 300')
  expect(errorIn('36.', temp)).toContain('must be a number')
  expect(errorIn('', sbp)).toBeUndefined()
})

test('a pressure needs both numbers, the systolic above the diastolic', () => {
  expect(errorInPressure({ sbp: '120' })).toContain('both')
  expect(errorInPressure({ sbp: '80', dbp: '80' })).toContain('above')
  expect(errorInPressure({ sbp: '81', dbp: '80' })).toBeUndefined()
  expect(errorInPressure({})).toBeUndefined()
})

test('what is not typed is not part of the observation', () => {
  expect(valuesOf({ sbp: '120', dbp: '80', hr: '', tempC: '36,8' })).toEqual({ sbp: 120, dbp: 80, tempC: 36.8 })
})
