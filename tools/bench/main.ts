/** `npm run bench`: two things in one run, and what one is of the other. Times differ between machines; ratios less. */
import { benchAppend } from './append.ts'
import { measureDecision } from './decision.ts'

interface Row {
  readonly what: string
  readonly measured: string
  readonly ratio: string
  readonly target: string
}

function decisionRow(): Row {
  const { decisionNs, parseNs, ratio } = measureDecision()
  const us = (ns: number) => `${(ns / 1000).toFixed(1)} µs`
  return {
    what: 'Gate decision over a chart of 500 facts / JSON.parse of that chart',
    measured: `${us(decisionNs)} / ${us(parseNs)}`,
    ratio: ratio.toFixed(2),
    target: 'at most 1.00',
  }
}

async function appendRow(clients: number, target: string): Promise<Row> {
  const { httpPerSecond, barePerSecond, ratio, httpLatencyMs } = await benchAppend(clients)
  return {
    what: `Durable appends through HTTP, ${clients} clients / bare inserts over as many connections`,
    measured: `${httpPerSecond} / ${barePerSecond} per s (latency ${httpLatencyMs.median} ms, p99 ${httpLatencyMs.p99} ms)`,
    ratio: ratio.toFixed(2),
    target,
  }
}

const rows = [decisionRow(), await appendRow(1, ''), await appendRow(16, 'at least 0.50')]
for (const { what, measured, ratio, target } of rows) {
  console.log(`${what}\n  ${measured}\n  ratio ${ratio}${target && `   target: ${target}`}\n`)
}
