import { expect, test } from 'vitest'
import { countFacts, factsPerChart } from '../chart.ts'
import { benchedEngines } from './engines.ts'
import { twentyRuleIds, twentyRules } from './twenty-rules.ts'

test('three engines say of every chart that the same rules fire', async () => {
  const { engines, charts } = benchedEngines()
  expect(engines.map(({ name }) => name)).toEqual(['keel', 'cql-execution', 'json-rules-engine'])
  const [keel, cql, jsonRules] = await Promise.all(engines.map(({ answerAll }) => answerAll()))
  expect(keel).toHaveLength(charts.length)
  expect(cql).toEqual(keel)
  expect(jsonRules).toEqual(keel)
})

test('each of the twenty rules fires on a chart and is clear on another, and some charts are all clear', async () => {
  const { engines, charts } = benchedEngines()
  const answers = (await engines[0]?.answerAll()) ?? []
  for (const id of twentyRuleIds) {
    const fired = answers.filter((one) => one.includes(id)).length
    expect(fired, id).toBeGreaterThan(0)
    expect(fired, id).toBeLessThan(charts.length)
  }
  expect(answers.some((one) => one.length === 0)).toBe(true)
})

test('there are twenty rules, no two of them siblings, and 500 facts in every chart', () => {
  expect(twentyRules.rules).toHaveLength(20)
  const groups = twentyRules.rules.flatMap(({ group }) => group ?? [])
  expect(new Set(groups).size).toBe(groups.length)
  for (const chart of benchedEngines().charts) {
    expect(countFacts(chart)).toBeGreaterThanOrEqual(factsPerChart)
    expect(countFacts(chart)).toBeLessThan(factsPerChart * 1.1)
  }
})
