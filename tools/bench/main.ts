/**
 * `npm run bench`: two things in one run, and what one is of the other. Times differ between machines; ratios less.
 * `npm run bench -- append read` runs only those named.
 */
import { parseArgs } from 'node:util'
import { benchAppend } from './append.ts'
import { measureCourseAge } from './course-age.ts'
import { measureDecision } from './decision.ts'
import { measureEngines } from './engines/engines.ts'
import { benchGrowth } from './growth.ts'
import { measureRead } from './read.ts'
import { measureVerify } from './verify.ts'

interface Row {
  readonly what: string
  readonly measured: string
  readonly ratio: string
  readonly target: string
}

const microseconds = (ns: number) => `${(ns / 1000).toFixed(1)} µs`
const whole = (count: number) => Math.round(count).toLocaleString('en')

function decisionRows(): readonly Row[] {
  const { decisionNs, parseNs, ratio } = measureDecision()
  return [
    {
      what: 'Gate decision over a chart of 500 facts / JSON.parse of that chart',
      measured: `${microseconds(decisionNs)} / ${microseconds(parseNs)}`,
      ratio: ratio.toFixed(2),
      target: 'at most 1.00',
    },
  ]
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

async function appendRows(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const clients of [1, 8, 32]) {
    const { httpPerSecond, barePerSecond, ratio, httpLatencyMs, pgbench } = await benchAppend(clients)
    rows.push({
      what: `Durable appends through HTTP, ${clients} clients / bare inserts over as many connections`,
      measured: `${whole(httpPerSecond)} / ${whole(barePerSecond)} per s`,
      ratio: ratio.toFixed(2),
      target: clients === 32 ? 'at least 1.00' : '',
    })
    if (pgbench !== undefined)
      rows.push({
        what: `Durable appends through HTTP, ${clients} clients / pgbench with as many, the same insert`,
        measured: `${whole(httpPerSecond)} / ${whole(pgbench)} per s`,
        ratio: (httpPerSecond / pgbench).toFixed(2),
        target: '',
      })
    rows.push({
      what: `Latency of an append through HTTP, ${clients} clients: 99th percentile / median`,
      measured: `${httpLatencyMs.p99} / ${httpLatencyMs.median} ms`,
      ratio: (httpLatencyMs.p99 / httpLatencyMs.median).toFixed(2),
      target: clients === 8 ? 'at most 3.00' : '',
    })
  }
  return rows
}

async function growthRows(): Promise<readonly Row[]> {
  const { shortEvents, longEvents, shortMicroseconds, longMicroseconds, ratio } = await benchGrowth()
  return [
    {
      what: `Append to a record of ${whole(longEvents)} events / of ${whole(shortEvents)}`,
      measured: `${longMicroseconds.toFixed(0)} / ${shortMicroseconds.toFixed(0)} µs`,
      ratio: ratio.toFixed(2),
      target: 'at most 1.10',
    },
  ]
}

async function verifyRows(): Promise<readonly Row[]> {
  const figures = await measureVerify()
  return figures.map(({ events, eventsPerCoreSecond, plainHashesPerSecond, ratio, memoryMegabytes }) => ({
    what: `Verifying ${whole(events)} events / SHA-256 over the same bytes`,
    measured: `${whole(eventsPerCoreSecond)} / ${whole(plainHashesPerSecond)} events per s of one core (${memoryMegabytes} MB)`,
    ratio: ratio.toFixed(2),
    target: 'at least 0.50, or 50,000 events per s of one core',
  }))
}

async function readRows(): Promise<readonly Row[]> {
  const { viewPerSecond, barePerSecond, ratio } = await measureRead()
  return [
    {
      what: 'A view read by key through HTTP, signed in and written down / the bare framework answering a constant',
      measured: `${whole(viewPerSecond)} / ${whole(barePerSecond)} per s`,
      ratio: ratio.toFixed(2),
      target: 'at least 0.25',
    },
  ]
}

const benches: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  decision: decisionRows,
  engines: engineRows,
  'course-age': courseAgeRows,
  append: appendRows,
  read: readRows,
  growth: growthRows,
  verify: verifyRows,
}

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown[0]}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const [name, run] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const { what, measured, ratio, target } of await run())
    console.log(`${what}\n  ${measured}\n  ratio ${ratio}${target && `   target: ${target}`}\n`)
}
