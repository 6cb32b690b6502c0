/**
 * Starts a database anew whenever it has ended by itself: for want of disk space, by a crash, because somebody killed it.
 * A clinic's server that stayed up without it would answer nothing but "later".
 */
import { setTimeout as delay } from 'node:timers/promises'

export interface Running {
  /** Resolves when it has ended, in whatever way. */
  readonly ended: Promise<unknown>
}

const tryAgainMs = 2_000

/**
 * @param startAnew rejects with an error for people when it cannot; it is tried again until it can.
 * @param onProgress told why it does not run, once for each reason, and when it runs again.
 * @returns the end of this: nothing is started any more. It gives what runs, or ran last.
 */
export function keepRunning<What extends Running>(
  first: What,
  startAnew: () => Promise<What>,
  onProgress: (message: string) => void,
): () => Promise<What> {
  const released = new AbortController()
  let current = first
  let starting: Promise<void> | undefined

  async function start(): Promise<void> {
    onProgress('The database has ended unexpectedly and is started anew. What was acknowledged is kept.')
    let told: string | undefined
    while (!released.signal.aborted) {
      try {
        current = await startAnew()
        onProgress('The database runs again.')
        return watch()
      } catch (error) {
        const { message } = error as Error
        if (message !== told) onProgress(`${message} Keel tries again by itself every ${tryAgainMs / 1000} seconds.`)
        told = message
      }
      await delay(tryAgainMs, undefined, { ref: false, signal: released.signal }).catch(() => undefined)
    }
  }

  function watch(): void {
    void current.ended.then(() => {
      if (!released.signal.aborted) starting = start()
    })
  }

  watch()
  return async () => {
    released.abort()
    // A start that is under way is awaited: what it starts must not be left behind.
    await starting
    return current
  }
}
