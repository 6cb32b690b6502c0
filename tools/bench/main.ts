/** `npm run bench`: two things in one run, and what one is of the other. Times differ between machines; ratios less. */
import { benchAppend } from './append.ts'
import { measureCourseAge } from './course-age.ts'
import { measureDecision } from './decision.ts'
import { measureEngines } from './engines/engines.ts'

interface Row {
  readonly what: string
  readonly measured: string
  readonly ratio: string
  readonly target: string
}

const microseconds = (ns: number) => `${(ns / 1000).toFixed(1)} µs`

function decisionRow(): Row {
  const { decisionNs, parseNs, ratio } = measureDecision()
  return {
    what: 'Gate decision over a chart of 500 facts / JSON.parse of that chart',
    measured: `${microseconds(decisionNs)} / ${microseconds(parseNs)}`,
    ratio: ratio.toFixed(2),
    target: 'at most 1.00',
  }
}

async function engineRows(): Promise<readonly Row[]> {
  const [keel, ...others] = await measureEngines()
  const targets = { keel: '', 'cql-execution': 'at least 100', 'json-rules-engine': 'at least 20' }
  return others.map(({ name, decisionsPerSecond, keelIsFasterBy }) => ({
    what: `20 rules over a chart of 500 facts: Keel / ${name}`,
    measured: `${keel?.decisionsPerSecond} / ${decisionsPerSecond} decisions per s`,
    ratio: keelIsFasterBy.toFixed(1),
    target: targets[name],
  }))
}

function courseAgeRows(): readonly Row[] {
  const { gateNs, foldNs } = measureCourseAge()
  const row = (what: string, { young, old, ratio }: typeof gateNs, target: string): Row => ({
    what: `${what}: course of two years / of two weeks`,
    measured: `${microseconds(old)} / ${microseconds(young)}`,
    ratio: ratio.toFixed(2),
    target,
  })
  return [row('Gate question', gateNs, 'at most 1.20'), row('One more event', foldNs, '')]
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

const rows = [
  decisionRow(),
  ...(await engineRows()),
  ...courseAgeRows(),
  await appendRow(1, ''),
  await appendRow(16, 'at least 0.50'),
]
for (const { what, measured, ratio, target } of rows) {
  console.log(`${what}\n  ${measured}\n  ratio ${ratio}${target && `   target: ${target}`}\n`)
}
