/** `keel restore`: a backup into an empty database, all of it or nothing, and whether the record is as it was written. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, restoreBackup } from '@keel/server'
import { copyProgressOnScreen, inRowsAndBytes, openerFrom, openerOptions } from './backup-keys.ts'
import { dataOption, recordKeyAtHand } from './record.ts'
import { progressOnScreen, reportInWords } from './verify.ts'

export const restoreHelp = `keel restore FILE (--identity-file F | --passphrase-file F) [--data .keel]
  Restores a backup into the database of DATABASE_OWNER_URL, or a new one in the folder, which has to be empty, and
  verifies the whole record. Put the record's key (record-key.pem) into the folder, or into KEEL_RECORD_KEY, before.
  Then hold it against a checkpoint that was kept elsewhere: keel verify --checkpoint FILE
  Exit code 0: restored, and as it was written. 1: restored, but the record is not as it was written. 2: not restored.`

export async function runRestore(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: dataOption, ...openerOptions },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new Error('Name one backup: keel restore FILE --identity-file F')
  const opener = await openerFrom(values)
  const recordKey = await recordKeyAtHand(values.data)
  const database = await openDatabase({
    dataFolder: resolve(values.data),
    databaseUrl: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL,
    onProgress: console.error,
  })
  try {
    const { content, report } = await restoreBackup(database.ownerUrl, file, {
      opener,
      recordKey,
      onStep: console.error,
      onProgress: copyProgressOnScreen(),
      onVerifyProgress: progressOnScreen(),
    })
    console.log(
      `Restored ${inRowsAndBytes(content)}, as of ${content.header.madeAt}, into ${database.description}.\n${reportInWords(report)}`,
    )
    return report.problems.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}
