/**
 * What those who run the server may ask of it: `/healthz`, `/readyz` and `/metrics`. On the server's own port metrics ask
 * for a token; a port of their own gives them to whoever reaches it, which is this machine when nothing else is asked for.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Health } from './health.ts'
import { type Metrics, metricsContentType } from './metrics.ts'

export interface Operations {
  readonly health: Health
  readonly metrics?: Metrics | undefined
  /** Without it metrics are not given on the server's own port. */
  readonly metricsToken?: string | undefined
}

export interface OperationsAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** `healthz` says that the process is alive, and asks nobody. */
export const operationsPaths = ['/healthz', '/readyz', '/metrics'] as const
export type OperationsPath = (typeof operationsPaths)[number]

const notHere: OperationsAnswer = { status: 404, contentType: 'text/plain', body: 'There is nothing at this address.' }
const noToken: OperationsAnswer = { status: 401, contentType: 'text/plain', body: 'Send the metrics token.' }

/** @param isOwnPort whether it is asked where only operators come. */
export async function answerOperations(
  { health, metrics, metricsToken }: Operations,
  path: OperationsPath,
  authorization: string | undefined,
  isOwnPort: boolean,
): Promise<OperationsAnswer> {
  switch (path) {
    case '/healthz':
      return toJson(200, { status: 'alive' })
    case '/readyz': {
      const readiness = await health.readiness()
      return toJson(readiness.status === 'not-ready' ? 503 : 200, readiness)
    }
    case '/metrics':
      if (metrics === undefined || (metricsToken === undefined && !isOwnPort)) return notHere
      if (metricsToken !== undefined && !isSame(authorization ?? '', `Bearer ${metricsToken}`)) return noToken
      return { status: 200, contentType: metricsContentType, body: await metrics.text() }
  }
}

function toJson(status: number, body: unknown): OperationsAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(body) }
}

/** Takes as long wherever two texts differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

export interface OperationsPort {
  readonly port: number
  close(): Promise<void>
}

/**
 * Opens a port for operators alone. It stays open until the last, so that it can be asked while the server stops.
 * @param port 0: any free one.
 * @throws Error for people when it cannot be opened.
 */
export async function openOperationsPort(operations: Operations, host: string, port: number): Promise<OperationsPort> {
  const server = createServer(async ({ method, url, headers }, response) => {
    const path = operationsPaths.find((known) => known === url)
    const isAsked = path !== undefined && (method === 'GET' || method === 'HEAD')
    const answer = isAsked ? await answerOperations(operations, path, headers.authorization, true) : notHere
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'cache-control': 'no-store' })
    response.end(answer.body)
  })
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The metrics port ${port} cannot be opened on ${host} (${error.code}). Choose another one.`)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
