import { createRequire } from 'node:module'
import type { DatedValues, FactDeclaration } from '@keel/engine'
import { expect, test } from 'vitest'
import { caseVocabulary } from './case/case-vocabulary.ts'
import {
  derivations,
  engagementMeasures,
  instruments,
  mbcValues,
  misuseCodes,
  misuseVocabulary,
  protocols,
  ruleset,
  settingUnits,
} from './index.ts'

interface Ucum {
  readonly validateUnitString: (unit: string) => { readonly status: string }
}
const require = createRequire(import.meta.url)
const { UcumLhcUtils } = require('@lhncbc/ucum-lhc') as {
  readonly UcumLhcUtils: { readonly getInstance: () => Ucum }
}
const ucum = UcumLhcUtils.getInstance()
const isUnit = (unit: string): boolean => ucum.validateUnitString(unit).status === 'valid'

const valuesOf = (named: Readonly<Record<string, DatedValues>>) => Object.values(named).flat()

function factUnits(declared: FactDeclaration): readonly string[] {
  if (declared.kind === 'quantity') return [declared.unit]
  return declared.kind === 'list' ? Object.values(declared.of).flatMap(factUnits) : []
}

const units = new Set([
  ...[caseVocabulary, ruleset.vocabulary, misuseVocabulary].flatMap((vocabulary) =>
    Object.values(vocabulary as Readonly<Record<string, FactDeclaration>>).flatMap(factUnits),
  ),
  ...Object.values(settingUnits),
  ...protocols.flatMap(({ settings }) => Object.values(settings).flatMap((cases) => unitsIn(cases))),
  ...[
    ...ruleset.rules.flatMap(({ values }) => valuesOf(values)),
    ...Object.values(derivations).flatMap(({ values }) => valuesOf(values)),
    ...misuseCodes.flatMap(({ values }) => valuesOf(values)),
    ...instruments.flatMap(({ values, bands }) => [...valuesOf(values), ...bands.flatMap(({ from }) => from)]),
    ...valuesOf(mbcValues),
  ].map(({ unit }) => unit),
  ...engagementMeasures.map(({ unit }) => unit),
])

/** Every `unit` anywhere in a protocol's settings. */
function unitsIn(part: unknown): readonly string[] {
  if (part === null || typeof part !== 'object') return []
  const own = 'unit' in part && typeof part.unit === 'string' ? [part.unit] : []
  return [...own, ...Object.values(part).flatMap(unitsIn)]
}

test('the rulebook has units of many kinds', () => {
  expect([...units]).toEqual(expect.arrayContaining(['mm[Hg]', 'Cel', 'mg/kg', 'kg/m2', '{score}', 'd', '/min']))
})

test.each([...units].toSorted().map((unit) => [unit]))('%s is UCUM', (unit) => {
  expect(isUnit(unit)).toBe(true)
})

test.each(['mmHg', 'years', '°C', 'mg/kg/', ''])('%s is not', (unit) => {
  expect(isUnit(unit)).toBe(false)
})
