import { assessor } from '@keel/rulebook'
import { expect, test } from 'vitest'
import { chartOf, countFacts, factsPerChart } from './chart.ts'

const charts = Array.from({ length: 64 }, (_, number) => chartOf(number))

test('every chart of the bench states at least 500 facts, and no two are the same', () => {
  for (const chart of charts) expect(countFacts(chart)).toBeGreaterThanOrEqual(factsPerChart)
  expect(new Set(charts.map((chart) => JSON.stringify(chart))).size).toBe(charts.length)
})

test('the charts are answered, and not all alike', () => {
  const decisions = charts.map((chart) => {
    const answer = assessor.assess(chart, { phase: 'pre_session' })
    return 'error' in answer ? answer.error.message : answer.decision
  })
  expect(new Set(decisions)).toEqual(new Set(['allow', 'review', 'hold']))
})
