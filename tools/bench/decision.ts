/**
 * What a decision costs: all rules of the gate over a chart of 500 facts, against reading that chart from JSON. Both are
 * measured in one run, chart by chart in turn, so that whatever else the machine does weighs on both.
 */
import type { Facts } from '@keel/engine'
import { assessor } from '@keel/rulebook'
import { chartOf } from './chart.ts'
import { median } from './median.ts'

export interface DecisionCost {
  /** Median over the rounds, nanoseconds for one chart. */
  readonly decisionNs: number
  readonly parseNs: number
  readonly ratio: number
}

const chartCount = 64

/** @param rounds how often every chart is parsed and decided; the first tenth only warms up and is not counted. */
export function measureDecision(rounds = 400): DecisionCost {
  const charts = Array.from({ length: chartCount }, (_, number) => JSON.stringify(chartOf(number)))
  const parseNs: number[] = []
  const decisionNs: number[] = []
  let allowed = 0
  for (let round = 0; round < rounds; round++) {
    let parsing = 0
    let deciding = 0
    for (const chart of charts) {
      const before = performance.now()
      const facts = JSON.parse(chart) as Facts
      const between = performance.now()
      const answer = assessor.assess(facts, { phase: 'pre_session' })
      const after = performance.now()
      parsing += between - before
      deciding += after - between
      if ('decision' in answer && answer.decision === 'allow') allowed++
    }
    if (round < rounds / 10) continue
    parseNs.push((parsing / chartCount) * 1e6)
    decisionNs.push((deciding / chartCount) * 1e6)
  }
  if (allowed === 0 || allowed === rounds * chartCount) throw new Error('The charts must not all be answered alike.')
  const [parse, decision] = [median(parseNs), median(decisionNs)]
  return { decisionNs: decision, parseNs: parse, ratio: decision / parse }
}
