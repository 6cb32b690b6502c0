/**
 * One connection that listens for the wake-ups which every batch sends, shared by all followers of a log. It is opened
 * when somebody follows, and opened again when it breaks; after each opening everybody is woken, because a wake-up may
 * have been missed.
 */

import pg from 'pg'
import { wakeUpChannel } from './database.ts'

const reopenMs = 500

export interface WakeUps {
  /** Calls `wake` when a clinic's record may have grown, until the returned function is called. */
  subscribe(clinicId: string, wake: () => void): () => void
  close(): Promise<void>
}

export function openWakeUps(serverUrl: string): WakeUps {
  const subscribers = new Map<string, Set<() => void>>()
  let client: pg.Client | undefined
  let reopening: NodeJS.Timeout | undefined
  let isClosed = false

  function open(): void {
    reopening = undefined
    if (isClosed || client !== undefined || subscribers.size === 0) return
    const opened = new pg.Client({ connectionString: serverUrl, keepAlive: true })
    client = opened
    opened.on('notification', ({ payload }) => wakeAll(subscribers.get(payload ?? '')))
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    listen(opened).catch(() => lose(opened))
  }

  async function listen(opened: pg.Client): Promise<void> {
    await opened.connect()
    await opened.query(`LISTEN ${wakeUpChannel}`)
    for (const wakes of subscribers.values()) wakeAll(wakes)
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    lost.end().catch(() => undefined)
    if (!isClosed) reopening ??= setTimeout(open, reopenMs)
  }

  return {
    subscribe(clinicId, wake) {
      const wakes = subscribers.get(clinicId) ?? new Set()
      wakes.add(wake)
      subscribers.set(clinicId, wakes)
      if (reopening === undefined) open()
      return () => {
        wakes.delete(wake)
        if (wakes.size === 0) subscribers.delete(clinicId)
      }
    },
    async close() {
      isClosed = true
      clearTimeout(reopening)
      await client?.end().catch(() => undefined)
    },
  }
}

function wakeAll(wakes: ReadonlySet<() => void> | undefined): void {
  for (const wake of wakes ?? []) wake()
}
