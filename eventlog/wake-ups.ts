/**
 * Waking followers, in this process and in others. A batch is announced once it is committed, in a transaction apart:
 * PostgreSQL lets only one transaction that notifies commit at a time, so that within the batch it would make all clinics
 * wait for each other's flush to disk. What is announced while an announcement is on its way goes together in the next.
 *
 * One connection listens, shared by all followers of a log. It is opened when somebody follows, and opened again when it
 * breaks; after each opening everybody is woken, because a wake-up may have been missed.
 */

import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

const channel = 'keel_eventlog'
const reopenMs = 500
/** At most one announcement in this time: screens do not need more, and each costs the database a transaction. */
const announceEveryMs = 20

export interface WakeUps {
  /** Wakes all followers of a clinic, soon. One that is lost is made up for by the beat at which followers look anyway. */
  announce(clinicId: string): void
  /** Calls `wake` when a clinic's record may have grown, until the returned function is called. */
  subscribe(clinicId: string, wake: () => void): () => void
  close(): Promise<void>
}

export function openWakeUps(serverUrl: string, pool: pg.Pool): WakeUps {
  const subscribers = new Map<string, Set<() => void>>()
  let client: pg.Client | undefined
  let reopening: NodeJS.Timeout | undefined
  let isClosed = false
  const announcer = createAnnouncer(pool)

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
    await opened.query(`LISTEN ${channel}`)
    for (const wakes of subscribers.values()) wakeAll(wakes)
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    lost.end().catch(() => undefined)
    if (!isClosed) reopening ??= setTimeout(open, reopenMs)
  }

  return {
    announce: announcer.announce,
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
      await announcer.sent()
      isClosed = true
      clearTimeout(reopening)
      await client?.end().catch(() => undefined)
    },
  }
}

/** Nothing is lost if an announcement is, so that it need not wait for the disk. */
function createAnnouncer(pool: pg.Pool) {
  const waiting = new Set<string>()
  let sending: Promise<void> | undefined
  let isClosing = false

  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const notices = [...waiting].map((clinicId) => `NOTIFY ${channel}, '${clinicId}'`)
      waiting.clear()
      await pool
        .query(`BEGIN; SET LOCAL synchronous_commit = off; ${notices.join('; ')}; COMMIT`)
        .catch(() => undefined)
      if (!isClosing) await delay(announceEveryMs)
    }
    sending = undefined
  }

  return {
    announce(clinicId: string): void {
      waiting.add(clinicId)
      sending ??= send()
    },
    async sent(): Promise<void> {
      isClosing = true
      await sending
    },
  }
}

function wakeAll(wakes: ReadonlySet<() => void> | undefined): void {
  for (const wake of wakes ?? []) wake()
}
