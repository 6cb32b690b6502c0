import { expect, test } from 'vitest'
import { type DatedValue, NotCovered, valueOn } from './index.ts'

const value = (is: number, from: string, dateStated = true): DatedValue => ({
  is,
  unit: 'Cel',
  from,
  dateStated,
  cites: ['guild'],
  confidence: 'high',
  basis: 'src',
})
const limits = [value(100, '2020-01-01'), value(80, '2025-01-01')]

test.each([
  ['2020-01-01', 100],
  ['2024-12-31', 100],
  ['2025-01-01', 80],
  [undefined, 80],
])('on %s the limit is %s', (on, is) => {
  expect(valueOn('limit', limits, on).is).toBe(is)
})

test('a day before the first is refused, with the value, the day and the first day named', () => {
  const asked = () => valueOn('limit', limits, '2019-12-31')
  expect(asked).toThrow(NotCovered)
  expect(asked).toThrow(/"limit" only from 2020-01-01.*2019-12-31/)
  try {
    asked()
  } catch (error) {
    expect(error).toMatchObject({ name: 'NotCovered', valueName: 'limit', on: '2019-12-31' })
  }
})

test('a value without a date of its own holds on every day', () => {
  expect(valueOn('limit', [value(100, '2026-11-22', false)], '1990-01-01').is).toBe(100)
})

test('a name without values is a bug of the rulebook', () => {
  expect(() => valueOn('limit', [], undefined)).toThrow(/"limit" has no entries/)
})
