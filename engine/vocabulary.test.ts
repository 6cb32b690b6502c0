import { expect, test } from 'vitest'
import { factAt, withFact } from './index.ts'

const facts = { sea: { ships: 2, salt: null, calm: false, names: ['a'] }, mood: 'calm', none: null }

test.each([
  ['mood', 'calm'],
  ['sea.ships', 2],
  ['sea.calm', false],
  ['sea.salt', undefined],
  ['none', undefined],
  ['none.deeper', undefined],
  ['mood.length', undefined],
  ['sea.names.0', undefined],
  ['sea.absent.deeper', undefined],
  ['absent', undefined],
])('the fact at %s is %s', (path, value) => {
  expect(factAt(facts, path)).toEqual(value)
})

test('a fact is added below what is there, and in the place of what is no group', () => {
  expect(withFact(facts, 'sea.ships', 3)).toEqual({ ...facts, sea: { ...facts.sea, ships: 3 } })
  expect(withFact({}, 'a.b.c', 1)).toEqual({ a: { b: { c: 1 } } })
  expect(withFact({ a: null }, 'a.b', 1)).toEqual({ a: { b: 1 } })
  expect(withFact({ a: ['x'] }, 'a.b', 1)).toEqual({ a: { b: 1 } })
  expect(withFact({ a: 'word' }, 'a.b', 1)).toEqual({ a: { b: 1 } })
})
