import { describe, expect, test } from 'vitest'
import { choice, day, type FactProblem, flag, isDay, list, parseFacts, quantity, text, words } from './index.ts'

const vocabulary = {
  mood: choice('mood', ['calm', 'stormy']),
  'sea.depth_m': quantity('depth', 'm', { min: 0, max: 11_000, step: 0.1 }),
  'sea.waves_s': quantity('seconds between waves', 's', { min: 1, max: 60 }),
  'sea.ships': quantity('ships', '1', { min: 0, max: 9 }),
  'sea.share': quantity('share', '1', { min: 0, max: 1, step: 0.1 }),
  'sea.days_ago': quantity('days', 'd', { min: 0, max: 99, never: true }),
  salty: flag('salty'),
  on: day('day'),
  flags: words('flags', ['red', 'green']),
  notes: words('notes', 'any'),
  fish: list('fish', 'name', { name: text('name'), big: flag('big') }),
}

function problemOf(input: unknown): FactProblem | 'none' {
  const parsed = parseFacts(vocabulary, input)
  return 'problem' in parsed ? parsed.problem : 'none'
}
const messageOf = (input: unknown) => {
  const problem = problemOf(input)
  return problem === 'none' ? problem : problem.message
}

describe('the message says what stood there', () => {
  test.each([
    ['null', { flags: [null] }, 'flags[0] must be a word, not null.'],
    ['a list', { salty: [] }, 'salty must be true or false, not a list.'],
    ['an object', { flags: {} }, 'flags must be a list of words, not an object.'],
    ['a number', { mood: 7 }, 'mood must be a word, not 7.'],
    ['text', { fish: 'cod' }, 'fish must be a list, not "cod".'],
    ['a flag', { notes: [true] }, 'notes[0] must be text, not true.'],
    ['no facts', null, '"facts" must be an object of named facts, not null.'],
    ['a list of facts', [], '"facts" must be an object of named facts, not a list.'],
    ['a word for a group', { sea: 'blue' }, '"sea" must be an object of named facts, not "blue".'],
    ['a day as a number', { on: 20240229 }, 'on must be a calendar day such as 2026-11-22, not 20240229.'],
  ])('%s', (_what, input, message) => {
    expect(messageOf(input)).toBe(message)
  })
})

describe('a number', () => {
  test.each([
    ['at its least', { sea: { waves_s: 1 } }],
    ['at its most', { sea: { waves_s: 60 } }],
    ['with a fraction, of a unit', { sea: { waves_s: 1.5 } }],
    ['with a fraction, of a share', { sea: { share: 0.5 } }],
    ['that is a count', { sea: { ships: 9 } }],
    ['of days', { sea: { days_ago: 12 } }],
    ['that is unknown with its group', { sea: null }],
  ])('%s is taken', (_what, input) => {
    expect(parseFacts(vocabulary, input)).toEqual({ facts: input })
  })

  test.each([
    ['just below its least', { sea: { waves_s: 0.9 } }, 'sea.waves_s is 0.9 s; possible values are 1 to 60 s.'],
    ['just above its most', { sea: { waves_s: 60.1 } }, 'sea.waves_s is 60.1 s; possible values are 1 to 60 s.'],
    ['with a fraction, of a count', { sea: { ships: 1.5 } }, 'sea.ships must be a whole number, not 1.5.'],
    ['as text', { sea: { days_ago: '12' } }, 'sea.days_ago must be a number or "never" (in d), not "12".'],
    [
      'that is endless',
      { sea: { depth_m: Number.POSITIVE_INFINITY } },
      'sea.depth_m must be a number (in m), not null.',
    ],
    ['"never", of a depth', { sea: { depth_m: 'never' } }, 'sea.depth_m must be a number (in m), not "never".'],
  ])('%s is refused', (_what, input, message) => {
    expect(messageOf(input)).toBe(message)
  })
})

test('the name of a record must be there and known', () => {
  expect(problemOf({ fish: [{ name: null }] })).toEqual({
    path: 'fish[0].name',
    message: 'fish[0] must say its "name".',
  })
  expect(problemOf({ fish: [{ name: 'cod' }, 'eel'] })).toMatchObject({ path: 'fish[1]' })
})

test('an unknown name far from every known one has none that is near', () => {
  expect(problemOf({ sea: { ship: 1 } })).toMatchObject({
    nearest: 'ships',
    message: expect.stringContaining('"ships"'),
  })
  expect(problemOf({ mood: '' })).toMatchObject({ path: 'mood' })
})

test.each([
  ['2026-11-22', true],
  ['2026-11-01', true],
  ['2026-11-00', false],
  ['2026-00-10', false],
  ['x2026-11-22', false],
  ['2026-11-22T10:00', false],
])('%s is a day: %s', (written, real) => {
  expect(isDay(written)).toBe(real)
})

test('a fault of the program is not taken for a fault of the input', () => {
  const broken = {
    get mood(): never {
      throw new RangeError('broken')
    },
  }
  expect(() => parseFacts(vocabulary, broken)).toThrow('broken')
})
