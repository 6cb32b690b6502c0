import { describe, expect, test } from 'vitest'
import { choice, day, flag, isDay, list, nearest, parseFacts, quantity, text, withFact, words } from './index.ts'

const vocabulary = {
  mood: choice('mood', ['calm', 'stormy']),
  'sea.depth_m': quantity('depth', 'm', { min: 0, max: 11_000, step: 0.1 }),
  'sea.ships': quantity('ships', '1', { min: 0, max: 9 }),
  'sea.days_ago': quantity('days', 'd', { min: 0, max: 99, never: true }),
  salty: flag('salty'),
  on: day('day'),
  flags: words('flags', ['red', 'green']),
  notes: words('notes', 'any'),
  fish: list('fish', 'name', { name: text('name'), big: flag('big') }),
}
const parse = (input: unknown) => parseFacts(vocabulary, input)

test('keeps what is stated, with null for what is stated as unknown', () => {
  const facts = {
    mood: 'calm',
    sea: { depth_m: 12.5, ships: 2, days_ago: 'never' },
    salty: null,
    on: '2024-02-29',
    flags: ['red'],
    notes: ['x'],
    fish: [{ name: 'cod', big: null }],
  }
  expect(parse(facts)).toEqual({ facts })
})

describe('names the place and the nearest for', () => {
  test.each([
    ['an unknown key', { moood: 'calm' }, 'moood', 'mood'],
    ['an unknown key of a group', { sea: { depth: 3 } }, 'sea.depth', 'depth_m'],
    ['an unknown word', { mood: 'clam' }, 'mood', 'calm'],
    ['an unknown word of a list', { flags: ['red', 'gren'] }, 'flags[1]', 'green'],
    ['an unknown attribute', { fish: [{ name: 'cod', bigg: true }] }, 'fish[0].bigg', 'big'],
  ])('%s', (_what, input, path, near) => {
    expect(parse(input)).toMatchObject({ problem: { path, nearest: near } })
  })
})

describe('names the place of', () => {
  test.each([
    ['a number below what is possible', { sea: { depth_m: -0.1 } }, 'sea.depth_m'],
    ['a number above what is possible', { sea: { depth_m: 11_000.1 } }, 'sea.depth_m'],
    ['a fraction of a count', { sea: { ships: 1.5 } }, 'sea.ships'],
    ['a number as text', { sea: { depth_m: '12' } }, 'sea.depth_m'],
    ['"never" where it means nothing', { sea: { depth_m: 'never' } }, 'sea.depth_m'],
    ['a flag as text', { salty: 'yes' }, 'salty'],
    ['a group that is a list', { sea: [] }, 'sea'],
    ['a list that is not one', { fish: {} }, 'fish'],
    ['words that are no list', { flags: 'red' }, 'flags'],
    ['a record without its name', { fish: [{ big: true }] }, 'fish[0].name'],
    ['a day that does not exist', { on: '2023-02-29' }, 'on'],
    ['facts that are no object', 7, 'facts'],
    ['a key of every object', { constructor: 1 }, 'constructor'],
  ])('%s', (_what, input, path) => {
    expect(parse(input)).toMatchObject({ problem: { path } })
  })
})

test('a word that is not text is refused, not turned into text', () => {
  expect(parse({ notes: [7] })).toMatchObject({ problem: { path: 'notes[0]' } })
})

test.each([
  ['2024-02-29', true],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['2026-4-1', false],
])('%s is a day: %s', (written, real) => {
  expect(isDay(written)).toBe(real)
})

test('the nearest word is that with the fewest letters changed; none among none', () => {
  expect(nearest('hart_rate', ['heart_rate', 'rate'])).toBe('heart_rate')
  expect(nearest('x', [])).toBeUndefined()
})

test('a fact is added without changing the facts it is added to', () => {
  const before = { sea: { ships: 1 } }
  expect(withFact(before, 'sea.depth_m', 3)).toEqual({ sea: { ships: 1, depth_m: 3 } })
  expect(before).toEqual({ sea: { ships: 1 } })
})
