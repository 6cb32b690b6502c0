/** `keel verify`: reads the whole record and says whether it is as it was written. Changes nothing. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type VerifyReport, verify } from '@keel/eventlog'
import { reachDatabase } from '@keel/server'

export const verifyHelp = `keel verify [--data .keel] [--format text|json]
  Checks every event's hash, every stream's chain and every number without gaps, in the database of DATABASE_OWNER_URL or
  DATABASE_URL, or in the data folder (whether a server is running on it or not).
  Exit code 0: the record is as it was written. 1: it is not, and each place is named. 2: it could not be read.`

export async function runVerify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: process.env.KEEL_DATA ?? '.keel' },
      format: { type: 'string', default: 'text' },
    },
  })
  const { data, format } = values
  if (format !== 'text' && format !== 'json')
    throw new Error(`"${format}" is not a format. Use --format text or --format json.`)
  const database = await reachDatabase({
    dataFolder: resolve(data),
    databaseUrl: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL,
    onProgress: (message) => console.error(message),
  })
  try {
    const report = await verify(database.ownerUrl, {
      onProgress: (count) => console.error(`  ${count.toLocaleString('en')} events checked ...`),
    })
    console.log(format === 'json' ? JSON.stringify(report, null, 2) : inWords(report))
    return report.problems.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

function inWords({ clinics, eventsChecked, streamsChecked, problems, problemsOmitted }: VerifyReport): string {
  const events = eventsChecked === 1 ? 'event' : 'events'
  const read = `${eventsChecked.toLocaleString('en')} ${events} in ${streamsChecked.toLocaleString('en')} streams of ${clinics} ${clinics === 1 ? 'clinic' : 'clinics'}`
  if (problems.length === 0) return `The record is as it was written: ${read}.`
  const lines = problems.map(({ kind, streamId, version, position, message }) => {
    const place = [streamId, version && `version ${version}`, position && `position ${position}`]
      .filter(Boolean)
      .join(', ')
    return `  ${kind.padEnd(10)} ${place}${place ? ': ' : ''}${message}`
  })
  const more = problemsOmitted > 0 ? [`  ... and ${problemsOmitted} more`] : []
  return [
    `The record is NOT as it was written. Read: ${read}.`,
    ...lines,
    ...more,
    'Keep a copy of the database as it is, and find out who could write to it.',
  ].join('\n')
}
