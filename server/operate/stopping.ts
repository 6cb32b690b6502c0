/** Stopping without breaking what is under way, and ending at once when the program can no longer be trusted. */
import type { FastifyInstance } from 'fastify'
import type { Logger } from './logging.ts'

/** Longer than any request takes that will still succeed. */
const graceMs = 10_000

/**
 * Lets an application stop well: what is under way is answered, each connection is told that it was the last answer, and
 * after a limit those that are still open are cut. Call it before the routes are added.
 */
export function stopWell(app: FastifyInstance, limitMs = graceMs): void {
  let isStopping = false
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    isStopping = true
    const limit = setTimeout(() => app.server.closeAllConnections(), limitMs)
    app.server.once('close', () => clearTimeout(limit))
  })
}

/**
 * What nobody caught leaves the program in a state that nobody knows: it is written down and the process ends, for its
 * supervisor to start anew. The record takes no harm: an append is one transaction.
 */
export function endOnUncaught(logger: Logger): void {
  const end = (error: unknown) => {
    // At this level a line is written at once, before the next statement.
    logger.fatal({ err: error }, 'Ending: an error that nobody caught. What was acknowledged is in the record.')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

/** A group of processes may be told at once and each of them pass it on: what follows that closely is the same wish. */
const sameWishMs = 1_000

/** Resolves at the first signal to stop; calls `force` at a later one. */
export function stopAsked(force: () => void): Promise<void> {
  return new Promise((resolve) => {
    let firstMs: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (firstMs !== undefined && performance.now() - firstMs > sameWishMs) force()
        firstMs ??= performance.now()
        resolve()
      })
    }
  })
}
