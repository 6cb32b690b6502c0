/** Everything that the server does by itself, as data. Each job may run twice or be broken off without harm. */
import type { KeyObject } from 'node:crypto'
import { type EventLog, makeCheckpoint, removeOldViews } from '@keel/eventlog'
import type pg from 'pg'
import { type ExportEnvironment, sendCheckpoint } from '../export-checkpoint.ts'
import type { Runtime } from '../runtime/handle.ts'
import { remindOfOpenSessions } from './remind-of-open-sessions.ts'

/** What jobs work with. */
export interface JobContext {
  readonly runtime: Runtime
  readonly log: EventLog
  readonly serverUrl: string
  readonly recordKey: KeyObject
  /** Where `KEEL_CHECKPOINT_EXPORT` names the place to which checkpoints go. */
  readonly environment: ExportEnvironment
  /** Runs on a connection of the server's role. */
  readonly withClient: <Answer>(run: (client: pg.ClientBase) => Promise<Answer>) => Promise<Answer>
}

export interface Job {
  readonly name: string
  /** For `keel jobs`. */
  readonly does: string
  /** Minute, hour, day of the month, month, day of the week; in UTC. */
  readonly schedule: string
  /** One that was missed while no server ran is made up for, if it is no older than this. */
  readonly madeUpForMs: number
  /** The pauses between attempts grow: 3, 7, 20, 55 seconds, and so on up to six hours. */
  readonly attemptsMax: number
  readonly run: (context: JobContext) => Promise<void>
}

/** The name of a clinic's job in the queue. A server knows the jobs of its own clinic and takes no others. */
export function taskOf({ name }: Pick<Job, 'name'>, clinicId: string): string {
  return `${name}:${clinicId}`
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long documents of a release that is not in use are kept, in case it is gone back to. */
const unusedViewDays = 30

/** A clinic that writes much need not wait for the hour: after so many events a checkpoint is asked for. */
export const eventsPerCheckpoint = 5_000

/** The checkpoint stands first: it is also asked for when much was written. */
export const jobs = [
  {
    name: 'checkpoint',
    does: 'signs what the record is now, and sends it away if KEEL_CHECKPOINT_EXPORT is set',
    schedule: '0 * * * *',
    madeUpForMs: hourMs,
    attemptsMax: 8,
    run: checkpoint,
  },
  {
    name: 'rebuild-views',
    does: 'brings lists and boards up to date where a server of another release has written',
    schedule: '20 * * * *',
    madeUpForMs: 0,
    attemptsMax: 5,
    run: ({ log }) => log.rebuildViews(),
  },
  {
    name: 'retention',
    does: `removes expired sign-ins, and lists of a release not used for ${unusedViewDays} days; nothing of the record`,
    schedule: '40 3 * * *',
    madeUpForMs: 24 * hourMs,
    attemptsMax: 5,
    run: retention,
  },
  {
    name: 'reminders',
    does: 'puts sessions of earlier days that were never closed on the board',
    schedule: '*/15 * * * *',
    madeUpForMs: 15 * minuteMs,
    attemptsMax: 5,
    run: ({ runtime }) => remindOfOpenSessions(runtime),
  },
] as const satisfies readonly Job[]

async function checkpoint({ serverUrl, runtime, recordKey, environment }: JobContext): Promise<void> {
  const made = await makeCheckpoint(serverUrl, runtime.clinicId, recordKey, runtime.clock.now())
  const target = environment.KEEL_CHECKPOINT_EXPORT
  if (made !== undefined && target) await sendCheckpoint(made, target, environment)
}

async function retention({ serverUrl, withClient }: JobContext): Promise<void> {
  await withClient(async (client) => {
    await client.query('DELETE FROM access.session WHERE "expiresAt" < now()')
    await client.query('DELETE FROM access.verification WHERE "expiresAt" < now()')
  })
  await removeOldViews(serverUrl, unusedViewDays)
}
