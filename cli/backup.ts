/** `keel backup`: the whole database of a clinic in one encrypted file, while its server runs; and reading such a file. */
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type BackupContent, checkBackup, type Lock, makeBackup, makeIdentity, readKeyFile } from '@keel/server'
import { copyProgressOnScreen, inRowsAndBytes, openerFrom, openerOptions, passphraseFrom } from './backup-keys.ts'
import { dataOption, withRecord } from './record.ts'

export const backupHelp = `keel backup --out FILE (--recipient age1... | --recipients-file F | --passphrase-file F) [--data .keel]
  Writes everything in the database (the folder's, or that of DATABASE_OWNER_URL) as it is at this moment into a new FILE,
  encrypted for the recipients (age) or by a passphrase, also KEEL_BACKUP_PASSPHRASE. The server may go on.
  Not in it: record-key.pem. Keep a copy of it elsewhere. --unencrypted writes patients' data for everybody to read.
keel backup --check FILE [--identity-file F | --passphrase-file F]
  Reads a backup to its end, compares every sum, and says what is in it. It needs no database.
keel backup --new-identity FILE
  Makes the key that opens backups, and prints the recipient that they are written for. Keep FILE off this machine.
  Exit code 0: done, and sound. 2: not done or not sound, and why.`

const options = {
  data: dataOption,
  out: { type: 'string' },
  recipient: { type: 'string', multiple: true, default: [] as string[] },
  'recipients-file': { type: 'string' },
  unencrypted: { type: 'boolean', default: false },
  check: { type: 'string' },
  'new-identity': { type: 'string' },
  ...openerOptions,
} as const

export async function runBackup(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options })
  const { out, check, 'new-identity': newIdentity } = values
  if ([out, check, newIdentity].filter((each) => each !== undefined).length !== 1)
    throw new Error('Give one of --out, --check and --new-identity.')
  if (newIdentity !== undefined) {
    console.log(await makeIdentity(newIdentity, new Date().toISOString()))
    return 0
  }
  if (check !== undefined) return printCheck(check, await openerFrom(values))
  if (values['identity-file'].length > 0)
    throw new Error('A backup is written for recipients (--recipient age1...); identities only open it.')
  return write(`${out}`, values.data, await lockFrom(values))
}

async function lockFrom(values: {
  readonly recipient: readonly string[]
  readonly 'recipients-file'?: string | undefined
  readonly 'passphrase-file'?: string | undefined
  readonly unencrypted: boolean
}): Promise<Lock> {
  const { recipient, 'recipients-file': recipientsFile, 'passphrase-file': passphraseFile, unencrypted } = values
  const inFile = recipientsFile === undefined ? [] : await readKeyFile(recipientsFile)
  const recipients = [...recipient, ...inFile]
  const asked = [recipients.length > 0, passphraseFile !== undefined, unencrypted].filter(Boolean).length
  const ask =
    'Give one of --recipient or --recipients-file, --passphrase-file, and --unencrypted. keel backup --new-identity FILE ' +
    'makes a key. Nothing was written.'
  if (asked > 1) throw new Error(ask)
  if (recipients.length > 0) return { recipients }
  if (unencrypted) return 'unencrypted'
  const passphrase = await passphraseFrom(passphraseFile)
  if (passphrase === undefined) throw new Error(ask)
  return { passphrase }
}

async function write(file: string, data: string, lock: Lock): Promise<number> {
  const now = new Date().toISOString()
  const made = await withRecord(data, (ownerUrl) =>
    makeBackup(ownerUrl, file, { lock, now, onProgress: copyProgressOnScreen() }),
  )
  if (made.isWalled)
    console.error(
      'This role sees rows of known clinics only (row-level security). To keep evidence of a manipulation, back up as a ' +
        'superuser or a role with BYPASSRLS.',
    )
  const { size } = await stat(file)
  const secret = lock === 'unencrypted' ? 'It is NOT encrypted: whoever has it reads it all.' : 'It is encrypted.'
  console.log(
    `${file}: ${inRowsAndBytes(made)} of ${inClinics(made.clinics)}, in a file of ` +
      `${size.toLocaleString('en')} bytes. ${secret}\nRead it back where its key is: keel backup --check ${file}`,
  )
  return 0
}

async function printCheck(file: string, opener: Awaited<ReturnType<typeof openerFrom>>): Promise<number> {
  const content = await checkBackup(file, opener, copyProgressOnScreen())
  console.log(contentInWords(file, content))
  return 0
}

function contentInWords(file: string, { header, isEncrypted, tables, ...read }: BackupContent): string {
  const { clinics, keel, madeAt, migrations, postgres } = header
  const applied = Object.entries(migrations).map(([schema, { length }]) => `${schema} ${length}`)
  return [
    `${file} is whole: ${inRowsAndBytes(read)} of ${inClinics(clinics)}.`,
    `  made       ${madeAt} by Keel ${keel} from PostgreSQL ${postgres}${isEncrypted ? '' : ', NOT encrypted'}`,
    `  migrations ${applied.join(', ')}`,
    ...clinics.map(
      ({ clinicId, lastPosition }) => `  clinic     ${clinicId}: ${lastPosition.toLocaleString('en')} events`,
    ),
    ...tables.map(
      ({ table, rows }) =>
        `  table      ${table.schema}.${table.name}: ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`,
    ),
  ].join('\n')
}

function inClinics({ length }: { readonly length: number }): string {
  return `${length.toLocaleString('en')} ${length === 1 ? 'clinic' : 'clinics'}`
}
