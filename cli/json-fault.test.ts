import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

test.each([
  ['{"a": oops}', 1, 7],
  ['{\n  "a": 1,\n}', 3, 1],
  ['[1, 2', 1, 6],
  ['[1 2]', 1, 4],
  ['{"a" 1}', 1, 6],
  ['{"a": 1}}', 1, 9],
  ['{"a": "x\\q"}', 1, 7],
  ['[01]', 1, 3],
  ['', 1, 1],
  ['[1,]', 1, 4],
  ["{'a': 1}", 1, 2],
])('%s stops being JSON at %i:%i', (json, line, column) => {
  expect(jsonFault(json)).toEqual({ line, column })
})

test('finds no fault before the end of what is JSON, and one inside it once a stray character is put there', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value, null, 1)
      const lines = json.split('\n')
      expect(jsonFault(json)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 })
      expect(jsonFault(`${json}#`)).toEqual(jsonFault(json))
    }),
  )
})
