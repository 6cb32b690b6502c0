import { expect, test } from 'vitest'
import { measureDecision } from './decision.ts'

test('deciding over a chart of 500 facts costs less than parsing the chart', { timeout: 60_000 }, () => {
  const { ratio } = measureDecision(150)
  expect(ratio).toBeLessThanOrEqual(1)
})
