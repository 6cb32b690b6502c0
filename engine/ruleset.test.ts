import { expect, test } from 'vitest'
import { type Derivation, type Ruleset, rulesetContent, rulesetDigest, rulesetFrom } from './index.ts'

const derivation = (version: number): Derivation => ({ version, says: 'area', values: {}, compute: () => version })
const ruleset: Ruleset = {
  name: 'kiln',
  vocabulary: {},
  rules: [],
  profile: { fact: 'kiln', settings: {} },
  derivations: { area: derivation(1), volume: derivation(4) },
  sources: { guild: { title: 'Handbook', publisher: 'Guild' } },
  unitLabels: { Cel: '°C' },
}
const stored = rulesetContent(ruleset)

test('the content of a ruleset is plain data, its arithmetic by version', () => {
  expect(JSON.parse(JSON.stringify(stored))).toEqual(stored)
  expect(stored).toEqual({
    ...ruleset,
    derivations: {
      area: { version: 1, says: 'area', values: {} },
      volume: { version: 4, says: 'area', values: {} },
    },
  })
})

test('a stored ruleset is made ready again with the arithmetic of the same version, and with no other', () => {
  const arithmetic = { ...ruleset.derivations, unused: derivation(9) }
  expect(rulesetFrom(stored, arithmetic)).toEqual({ ruleset })
})

test('what the program lacks of the stored arithmetic is named, and nothing is asked', () => {
  expect(rulesetFrom(stored, { area: derivation(2), volume: derivation(4) })).toEqual({ lacks: ['area'] })
  expect(rulesetFrom(stored, {})).toEqual({ lacks: ['area', 'volume'] })
})

test('a ruleset has the digest of its content', () => {
  expect(rulesetDigest(ruleset, (content) => JSON.stringify(content))).toBe(JSON.stringify(stored))
})
