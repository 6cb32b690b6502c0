/** What no one's slip explains is counted and written down, without its text. */
import type { Logger } from './logging.ts'
import type { Metrics } from './metrics.ts'

export interface BugReporterOptions {
  /** Given instead of the log: for tests. */
  readonly onBug?: (error: unknown) => void
  readonly logger?: Logger
}

export function createBugReporter({ onBug, logger }: BugReporterOptions, metrics: Metrics | undefined) {
  return (error: unknown, requestId?: string): void => {
    metrics?.bug()
    if (onBug) onBug(error)
    else if (logger) logger.error({ err: error, requestId }, 'bug')
    else console.error(error)
  }
}
