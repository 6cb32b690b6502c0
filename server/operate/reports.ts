/** What people who run the server must hear of: counted, and written down without a word about patients. */
import type { Logger } from './logging.ts'
import type { Metrics } from './metrics.ts'

export interface ReportOptions {
  /** Given instead of the log: for tests. */
  readonly onBug?: (error: unknown) => void
  readonly onProgress?: (message: string) => void
  readonly logger?: Logger
}

export interface Reports {
  /** An error that nobody foresaw. */
  readonly onBug: (error: unknown, requestId?: string) => void
  /** The record was changed outside this program. Written down once: it is met again at every append. */
  readonly onBrokenSeal: () => void
}

const brokenSeal =
  'WARNING: the record was changed outside Keel, or by a server with another record key. It goes on and nothing is lost, ' +
  'but it is not sealed any more. Make a copy of the database now and run: npm run keel -- verify. docs/operations.md ' +
  'tells what else to do.'

export function createReports({ onBug, onProgress, logger }: ReportOptions, metrics: Metrics | undefined): Reports {
  let isSealReported = false
  return {
    onBug(error, requestId) {
      metrics?.bug()
      if (onBug) onBug(error)
      else if (logger) logger.error({ err: error, requestId }, 'bug')
      else console.error(error)
    },
    onBrokenSeal() {
      metrics?.problem('broken-seal')
      if (isSealReported) return
      isSealReported = true
      if (logger) logger.error(brokenSeal)
      else onProgress?.(brokenSeal)
    },
  }
}
