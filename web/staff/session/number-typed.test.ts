import { vocabulary } from '@keel/rulebook'
import { expect, test } from 'vitest'
import { numberTyped, outOfRange } from './number-typed.ts'

test('numbers are read with a point or a comma, and nothing else is taken for a number', () => {
  expect(['36', ' 36.5 ', '36,5', '.5', '-3'].map(numberTyped)).toEqual([36, 36.5, 36.5, 0.5, -3])
  expect(['', '36.', '3 6', '1e3', '36mg', '0x10', '--1'].map(numberTyped)).toEqual(Array(7).fill(undefined))
})

test('a number is possible at both ends of its range and not beyond', () => {
  const { min, max } = vocabulary['in_session.sbp']
  expect(outOfRange(min, vocabulary['in_session.sbp'])).toBeUndefined()
  expect(outOfRange(max, vocabulary['in_session.sbp'])).toBeUndefined()
  expect(outOfRange(min - 1, vocabulary['in_session.sbp'])).toBe(`Systolic pressure must be ${min} to ${max} mmHg`)
  expect(outOfRange(max + 1, vocabulary['in_session.sbp'])).toBe(`Systolic pressure must be ${min} to ${max} mmHg`)
  expect(outOfRange(undefined, vocabulary['in_session.sbp'])).toBe('Systolic pressure must be a number in mmHg')
})
