import { expect, test } from 'vitest'
import { allOf, anyOf, decisionOf, opposite, stricter, type Verdict } from './index.ts'

test.each<[Verdict, Verdict, Verdict, Verdict]>([
  ['fires', 'fires', 'fires', 'fires'],
  ['fires', 'clear', 'clear', 'fires'],
  ['fires', 'unknown', 'unknown', 'fires'],
  ['clear', 'clear', 'clear', 'clear'],
  ['clear', 'unknown', 'clear', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
])('%s with %s: all %s, any %s, in either order', (a, b, both, either) => {
  expect([allOf([a, b]), allOf([b, a])]).toEqual([both, both])
  expect([anyOf([a, b]), anyOf([b, a])]).toEqual([either, either])
})

test('of nothing, every part fires and none does', () => {
  expect([allOf([]), anyOf([])]).toEqual(['fires', 'clear'])
})

test('the opposite of unknown is unknown', () => {
  expect((['fires', 'clear', 'unknown'] as const).map(opposite)).toEqual(['clear', 'fires', 'unknown'])
})

test('of two severities the stricter, whichever comes first', () => {
  expect([stricter('caution', 'hold'), stricter('hold', 'caution')]).toEqual(['hold', 'hold'])
  expect([stricter('block', 'review'), stricter('review', 'review')]).toEqual(['block', 'review'])
})

test('a decision is the strictest of what was found; cautions alone allow', () => {
  expect([[], ['caution'], ['caution', 'review']].map((found) => decisionOf(found as never))).toEqual([
    'allow',
    'allow',
    'review',
  ])
  expect(decisionOf(['hold', 'review', 'block', 'caution'])).toBe('block')
})
