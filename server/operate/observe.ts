/**
 * Looks at the record from outside: how long it takes, what came of it, and spans for OpenTelemetry. Spans say which kind
 * of stream and how many events, and never which patient. Without an OpenTelemetry SDK they are empty calls.
 */

import { type EventLog, EventLogUnavailable, type Json } from '@keel/eventlog'
import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Runtime } from '../runtime/handle.ts'
import type { Metrics } from './metrics.ts'

const tracer = trace.getTracer('keel')

/** Runs within a span. The text of an error stays out of it: it may quote a row. */
function inSpan<Answer>(name: string, attributes: Attributes, run: (span: Span) => Promise<Answer>): Promise<Answer> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await run(span)
    } catch (error) {
      const type = error instanceof Error ? error.constructor.name : typeof error
      span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

/** The same log, looked at. */
export function observeLog(log: EventLog, metrics: Metrics | undefined): EventLog {
  const reading = <Answer>(what: string, attributes: Attributes, read: () => Promise<Answer>): Promise<Answer> =>
    inSpan('keel.read', { 'keel.read': what, ...attributes }, async (span) => {
      const answer = await read().catch((error: unknown) => {
        metrics?.problem(problemOf(error))
        throw error
      })
      if (Array.isArray(answer)) span.setAttribute('keel.found', answer.length)
      return answer
    })
  return {
    ...log,
    append: (append) => inSpan('keel.append', appendAttributes(append.streams), (span) => appending(append, span)),
    recall: (...asked) => reading('recall', {}, () => log.recall(...asked)),
    lastEvent: (clinicId) => reading('last-event', {}, () => log.lastEvent(clinicId)),
    readStream: (clinicId, streamId, from) =>
      reading('stream', kindAttribute(streamId), () => log.readStream(clinicId, streamId, from)),
    readAll: (...asked) => reading('all', {}, () => log.readAll(...asked)),
    readView: (clinicId, view, key) => reading('view', { 'keel.view': view }, () => log.readView(clinicId, view, key)),
    listView: (clinicId, view, group) =>
      reading('view-list', { 'keel.view': view }, () => log.listView(clinicId, view, group)),
  }

  async function appending(append: Parameters<EventLog['append']>[0], span: Span) {
    const startMs = performance.now()
    try {
      const result = await log.append(append)
      metrics?.append(result.status, performance.now() - startMs)
      span.setAttribute('keel.outcome', result.status)
      return result
    } catch (error) {
      metrics?.append(error instanceof EventLogUnavailable ? 'unavailable' : 'failed', performance.now() - startMs)
      metrics?.problem(problemOf(error))
      throw error
    }
  }
}

/** The same runtime, with a span around each command. */
export function observeRuntime(runtime: Runtime): Runtime {
  return {
    ...runtime,
    handle: (command, decide) =>
      inSpan('keel.handle', commandAttributes(command.asked), async (span) => {
        const handled = await runtime.handle(command, decide)
        span.setAttribute('keel.outcome', handled.status)
        if (handled.status === 'refused') span.setAttribute('keel.refusal', handled.refusal.code)
        return handled
      }),
  }
}

function problemOf(error: unknown) {
  if (!(error instanceof EventLogUnavailable)) return 'failed'
  return error.outcome === 'nothing-written' ? 'nothing-written' : 'outcome-unknown'
}

function appendAttributes(streams: Parameters<EventLog['append']>[0]['streams']): Attributes {
  const kinds = new Set(streams.map(({ streamId }) => kindOf(streamId)))
  return { 'keel.streams': [...kinds], 'keel.events': streams.reduce((sum, { events }) => sum + events.length, 0) }
}

function kindAttribute(streamId: string): Attributes {
  return { 'keel.stream': kindOf(streamId) }
}

/** The word before the id: looking on must not be what fails, so that a name without one is `other`. */
function kindOf(streamId: string): string {
  return /^[a-z]+(?=-|$)/.exec(streamId)?.[0] ?? 'other'
}

/** The command's name, such as `StartDose`: routes take no other than the known ones. */
function commandAttributes(asked: Json): Attributes {
  const { type } = (asked ?? {}) as { readonly type?: Json }
  return typeof type === 'string' ? { 'keel.command': type } : {}
}
