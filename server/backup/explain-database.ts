/** What a failure of the database means to whoever makes or restores a backup; never with a value of a row. */
import { EventLogUnavailable, toCallerError } from '@keel/eventlog'
import { BackupFailed } from './backup-failed.ts'

const reasonOf: Readonly<Record<string, string>> = {
  '55P03': 'The tables are in use just now, by an upgrade or by another program. Start again.',
  '42501': 'This role may not do that in the database. Use the one that owns the tables (DATABASE_OWNER_URL).',
  '53100': 'The disk of the database is full. Free some space there and start again.',
}

/** @param kept what is so now, in a sentence. */
export function explainDatabase(error: unknown, kept: string): unknown {
  const reason = reasonOf[String((error as { readonly code?: unknown }).code)]
  if (reason !== undefined) return new BackupFailed(`${reason} ${kept}`, { cause: error })
  const caller = toCallerError(error, 'nothing-written')
  if (!(caller instanceof EventLogUnavailable)) return caller
  return new BackupFailed(
    `The database cannot be reached, or was lost on the way. ${kept} Start again when it can be reached.`,
    { cause: error },
  )
}
