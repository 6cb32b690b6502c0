import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['sertralin', ['lithium', 'sertraline', 'ertapenem'], 'sertraline'],
  ['crsp', ['crps', 'ptsd'], 'crps'],
  ['bipolar', ['ptsd', 'bipolar-disorder', 'bipolar-disorder-of-long-standing'], 'bipolar-disorder'],
  ['obstructive-sleep-apnea-untreated', ['copd', 'obstructive-sleep-apnea'], 'obstructive-sleep-apnea'],
  ['BP-HOLD', ['bp-hold', 'bp-low'], 'bp-hold'],
  ['sbp', ['first_sbp', 'sbq'], 'sbq'],
  ['something else entirely', ['a'], 'a'],
])('nearest to %s of %j is %s', (written, known, expected) => {
  expect(nearest(written, known)).toBe(expected)
})

test('of nothing known there is none', () => {
  expect(nearest('bp-hold', [])).toBeUndefined()
})
