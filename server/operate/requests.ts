/** Follows each request: a line in the log, a figure in the metrics. Both know the route's template and not the address. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from './logging.ts'
import type { Metrics } from './metrics.ts'
import { operationsPaths } from './operations.ts'

const slowMs = 1_000
/** Lines that stay open for hours: how long they lasted says nothing about the server. */
const lasting: readonly string[] = ['/api/stream']
const probes: readonly string[] = operationsPaths

/** An id that a person can read out to those who look into the log. */
export const requestIdHeader = 'x-request-id'

/** Made here and never taken from the caller, who could write anything into it. */
export const newRequestId = (): string => randomUUID()

export function followRequests(app: FastifyInstance, logger: Logger | undefined, metrics: Metrics | undefined): void {
  app.addHook('onRequest', async (request, reply) => void reply.header(requestIdHeader, request.id))
  if (logger === undefined && metrics === undefined) return
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request, reply)
    if (!lasting.includes(route)) metrics?.request(request.method, route, reply.statusCode, reply.elapsedTime)
    if (logger !== undefined) logRequest(logger, request, reply, route)
    done()
  })
}

/** Files of the web application and addresses that nobody knows are one each. */
function routeOf({ routeOptions }: FastifyRequest, { statusCode }: FastifyReply): string {
  const { url = '' } = routeOptions
  if (url === '' && statusCode === 404) return 'unknown'
  return url.startsWith('/api/') || probes.includes(url) ? url : 'page'
}

function logRequest(logger: Logger, request: FastifyRequest, reply: FastifyReply, route: string): void {
  const isSlow = reply.elapsedTime > slowMs && !lasting.includes(route)
  const level = reply.statusCode >= 500 || isSlow ? 'warn' : probes.includes(route) ? 'debug' : 'info'
  if (!logger.isLevelEnabled(level)) return
  const ms = Math.round(reply.elapsedTime * 10) / 10
  const line = { requestId: request.id, method: request.method, route, status: reply.statusCode, ms }
  logger[level](line, isSlow ? 'slow request' : 'request')
}
