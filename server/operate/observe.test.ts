import { AsyncLocalStorage } from 'node:async_hooks'
import { createMemoryEventLog, EventLogUnavailable } from '@keel/eventlog'
import {
  type Attributes,
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  type SpanStatus,
  trace,
} from '@opentelemetry/api'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { stoppedClock } from '../runtime/clock.ts'
import { type Command, createRuntime, type Decide } from '../runtime/handle.ts'
import { createMetrics } from './metrics.ts'
import { observeLog, observeRuntime } from './observe.ts'

interface Seen {
  readonly name: string
  readonly parent: string | undefined
  readonly attributes: Attributes
  status?: SpanStatus
  ended: boolean
}

const seen: Seen[] = []
const names = new WeakMap<Span, string>()

/** The part of a span that is used, kept in memory. */
function startSpan(name: string, options: SpanOptions = {}, within: Context = context.active()): Span {
  const parent = trace.getSpan(within)
  const record: Seen = {
    name,
    parent: parent && names.get(parent),
    attributes: { ...options.attributes },
    ended: false,
  }
  seen.push(record)
  const span: Span = Object.assign(trace.wrapSpanContext(INVALID_SPAN_CONTEXT), {
    setAttribute(key: string, value: Attributes[string]) {
      record.attributes[key] = value
      return span
    },
    setStatus(status: SpanStatus) {
      record.status = status
      return span
    },
    end() {
      record.ended = true
    },
  })
  names.set(span, name)
  return span
}

function startActiveSpan(name: string, options: SpanOptions, run: (span: Span) => unknown): unknown {
  const span = startSpan(name, options)
  return context.with(trace.setSpan(context.active(), span), () => run(span))
}

beforeAll(() => {
  const storage = new AsyncLocalStorage<Context>()
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (within, run, self, ...args) => storage.run(within, () => run.call(self as never, ...args)),
    bind: (_within, target) => target,
    enable: () => context as never,
    disable: () => context as never,
  })
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan }) as never })
})
afterAll(() => {
  trace.disable()
  context.disable()
})
beforeEach(() => void seen.splice(0))

const clinicId = '00000000-0000-4000-8000-0000000000aa'
const patientId = '11111111-2222-4333-8444-555555555555'
const stream = `patient-${patientId}`
const at = '2026-11-23T15:00:00.000Z'

function open(log = createMemoryEventLog()) {
  const metrics = createMetrics()
  const observed = observeLog(log, metrics)
  const clock = stoppedClock(at)
  const runtime = observeRuntime(createRuntime({ log: observed, clinicId, clock, ruleset: 'sha256:0' }))
  return { metrics, observed, runtime }
}

function command(commandId = '99999999-2222-4333-8444-555555555555'): Command {
  return {
    at,
    by: { personId: 'Ruth Quoted', role: 'prescriber' },
    commandId,
    asked: { type: 'MeasurePatient', data: { note: 'Ruth Quoted' } },
    about: stream,
  }
}

const measure: Decide = async (read) => {
  await read(stream)
  return { accept: { [stream]: [{ type: 'PatientMeasured', data: { on: '2026-11-23', weightKg: 70 } }] } }
}

it('spans show a command, its reads and its append, and nothing of the patient', async () => {
  const { runtime } = open()
  expect(await runtime.handle(command(), measure)).toMatchObject({ status: 'appended' })
  expect(seen).toEqual([
    {
      name: 'keel.handle',
      parent: undefined,
      attributes: { 'keel.command': 'MeasurePatient', 'keel.outcome': 'appended' },
      ended: true,
    },
    {
      name: 'keel.read',
      parent: 'keel.handle',
      attributes: { 'keel.read': 'stream', 'keel.stream': 'patient', 'keel.found': 0 },
      ended: true,
    },
    {
      name: 'keel.append',
      parent: 'keel.handle',
      attributes: { 'keel.streams': ['patient'], 'keel.events': 1, 'keel.outcome': 'appended' },
      ended: true,
    },
  ])
  expect(JSON.stringify(seen)).not.toMatch(/Ruth|11111111|99999999/)
})

it('a span of something that failed names the kind of error and not its text', async () => {
  const { observed } = open({
    ...createMemoryEventLog(),
    readStream: () => Promise.reject(new TypeError('Ruth Quoted')),
  })
  await expect(observed.readStream(clinicId, stream)).rejects.toThrow('Ruth Quoted')
  expect(seen).toMatchObject([{ name: 'keel.read', attributes: { 'error.type': 'TypeError' }, ended: true }])
  expect(JSON.stringify(seen)).not.toContain('Ruth')
})

it('counts appends by outcome, their batches and what went wrong', async () => {
  const { runtime, metrics } = open()
  await runtime.handle(command(), measure)
  await new Promise(setImmediate)
  await runtime.handle(command(), measure)
  const away = open({
    ...createMemoryEventLog(),
    append: () => Promise.reject(new EventLogUnavailable('unknown', 'The database cannot be reached.')),
  })
  await expect(away.runtime.handle(command(), measure)).rejects.toThrow(EventLogUnavailable)
  await new Promise(setImmediate)
  const text = await metrics.text()
  expect(text).toContain('keel_appends_total{outcome="appended"} 1')
  expect(text).toContain('keel_appends_total{outcome="repeated"} 1')
  expect(text).toContain('keel_append_batch_size_count 2')
  expect(await away.metrics.text()).toContain('keel_event_log_problems_total{problem="outcome-unknown"} 1')
  expect(await away.metrics.text()).toContain('keel_appends_total{outcome="unavailable"} 1')
})

it('shows a watched figure while it is known', async () => {
  const { metrics } = open()
  let age: number | undefined = 3
  metrics.watch('keel_example_seconds', 'An example.', () => age)
  expect(await metrics.text()).toContain('keel_example_seconds 3')
  age = undefined
  expect(await metrics.text()).not.toMatch(/^keel_example_seconds /m)
})
