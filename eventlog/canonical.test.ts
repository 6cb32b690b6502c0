import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, jsonProblem } from './canonical.ts'
import type { Json } from './events.ts'

test('the canonical text is that of another implementation of RFC 8785', () => {
  const anyJson = fc.jsonValue({ maxDepth: 5, noUnicodeString: false }) as fc.Arbitrary<Json>
  fc.assert(
    fc.property(anyJson, (value) => {
      fc.pre(jsonProblem(value) === undefined)
      expect(canonicalJson(value)).toBe(canonicalize(value))
    }),
    { numRuns: 500 },
  )
})

test.each<[string, Json, string]>([
  ['names are ordered by UTF-16 units', { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 }, ''],
  ['names that look like numbers are ordered as words', { 10: 'a', 9: 'b', a: 'c' }, '{"10":"a","9":"b","a":"c"}'],
  ['numbers have their shortest form', [1e30, 4.5, 2e-3, 1e-27, -0], '[1e+30,4.5,0.002,1e-27,0]'],
  ['what is not given is left out', { a: undefined as never, b: 1 }, '{"b":1}'],
  ['nothing is something', {}, '{}'],
])('%s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text || canonicalize(value))
})
