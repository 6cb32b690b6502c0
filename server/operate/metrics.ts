/** Figures for Prometheus. None of them carries a clinic, a person or an address: labels are words of this program. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type AppendOutcome = 'appended' | 'repeated' | 'conflict' | 'command-id-reused' | 'unavailable' | 'failed'
export type LogProblem = 'nothing-written' | 'outcome-unknown' | 'failed' | 'broken-seal'

export interface Metrics {
  /** @param route the template, for example `/api/sessions/:sessionId`. */
  request(method: string, route: string, status: number, elapsedMs: number): void
  append(outcome: AppendOutcome, elapsedMs: number): void
  problem(kind: LogProblem): void
  bug(): void
  liveStreams(change: 1 | -1): void
  /** A figure that is asked for when somebody looks; undefined: not known now, and then not shown. */
  watch(name: string, help: string, read: () => number | undefined | Promise<number | undefined>): void
  /** Figures that are one for each of some words. */
  watchEach(name: string, help: string, label: string, read: () => Promise<Readonly<Record<string, number>>>): void
  text(): Promise<string>
}

export const metricsContentType = Registry.PROMETHEUS_CONTENT_TYPE

const requestBucketsS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const appendBucketsS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
const batchBuckets = [1, 2, 4, 8, 16, 32, 64, 128, 256]

export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const appends = appendFigures(registers)
  const problems = new Counter({
    name: 'keel_event_log_problems_total',
    help: 'Requests to the record that failed, by what is known of them, and seals found broken.',
    labelNames: ['problem'],
    registers,
  })
  const bugs = new Counter({ name: 'keel_bugs_total', help: 'Errors that nobody foresaw.', registers })
  const streams = new Gauge({ name: 'keel_live_streams', help: 'Screens that are told of changes now.', registers })
  return {
    request: requestFigures(registers),
    append: appends,
    problem: (problem) => problems.inc({ problem }),
    bug: () => bugs.inc(),
    liveStreams: (change) => streams.inc(change),
    watch(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        async collect() {
          const value = await read()
          if (value === undefined) gauge.remove()
          else gauge.set(value)
        },
      })
    },
    watchEach(name, help, label, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        labelNames: [label],
        registers,
        async collect() {
          gauge.reset()
          for (const [word, value] of Object.entries(await read())) gauge.set({ [label]: word }, value)
        },
      })
    },
    text: () => registry.metrics(),
  }
}

/** Each combination's own histogram is remembered, because finding it by its labels costs more than counting. */
function requestFigures(registers: Registry[]): Metrics['request'] {
  const durations = new Histogram({
    name: 'keel_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBucketsS,
    registers,
  })
  const known = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>()
  return (method, route, code, elapsedMs) => {
    const status = `${Math.floor(code / 100)}xx`
    const key = `${method} ${route} ${status}`
    const found = known.get(key) ?? durations.labels({ method, route, status })
    known.set(key, found)
    found.observe(elapsedMs / 1_000)
  }
}

/** What is written together is answered together, so that answers of one turn of the event loop are one batch. */
function appendFigures(registers: Registry[]): Metrics['append'] {
  const durations = new Histogram({
    name: 'keel_append_duration_seconds',
    help: 'From asking the record to append until it is durable, or known not to be written.',
    buckets: appendBucketsS,
    registers,
  })
  const outcomes = new Counter({
    name: 'keel_appends_total',
    help: 'Appends by outcome; a conflict is decided anew.',
    labelNames: ['outcome'],
    registers,
  })
  const batches = new Histogram({
    name: 'keel_append_batch_size',
    help: 'Appends that were answered together.',
    buckets: batchBuckets,
    registers,
  })
  let together = 0
  return (outcome, elapsedMs) => {
    durations.observe(elapsedMs / 1_000)
    outcomes.inc({ outcome })
    together += 1
    if (together > 1) return
    setImmediate(() => {
      batches.observe(together)
      together = 0
    })
  }
}
