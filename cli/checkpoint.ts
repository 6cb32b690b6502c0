/** `keel checkpoint`: makes a signed checkpoint of every clinic's record and takes it where it can be kept. */
import { createPublicKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Checkpoint, exportCheckpoint, keyIdOf, listCheckpoints, makeCheckpoint } from '@keel/eventlog'
import { sendCheckpoint } from '@keel/server'
import { clinicsAskedFor, dataOption, recordKeyIn, withRecord } from './record.ts'

export const checkpointHelp = `keel checkpoint [--data .keel] [--clinic ID] [--out FILE | --to URL]
  Signs what the record of every clinic is now, one line for each, and writes it to FILE, to URL (https://... with the
  Authorization of KEEL_EXPORT_AUTHORIZATION, or s3://bucket/prefix with the AWS_* environment), or to the screen.
  Keep it where the database's administrator cannot reach it: keel verify --checkpoint FILE holds the record against it.
keel checkpoint --list [--data .keel] [--clinic ID]
  Shows all that the record holds, one line for each.
keel checkpoint --public-key FILE [--data .keel]
  Writes the public key, by which anybody can check a checkpoint.
  Exit code 0: done. 2: not done, and why.`

export async function runCheckpoint(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: dataOption,
      clinic: { type: 'string' },
      out: { type: 'string' },
      to: { type: 'string' },
      list: { type: 'boolean', default: false },
      'public-key': { type: 'string' },
    },
  })
  const { data, clinic, out, to, list, 'public-key': publicKeyFile } = values
  if ([out, to, list || undefined, publicKeyFile].filter((each) => each !== undefined).length > 1)
    throw new Error('Give one of --out, --to, --list and --public-key.')
  if (publicKeyFile !== undefined) return writePublicKey(data, publicKeyFile)
  const checkpoints = await withRecord(data, (ownerUrl) => (list ? listAll : makeAll)(ownerUrl, data, clinic))
  const lines = checkpoints.map((checkpoint) => `${exportCheckpoint(checkpoint)}\n`).join('')
  if (out !== undefined) await writeFile(out, lines)
  else if (to !== undefined) for (const checkpoint of checkpoints) await sendCheckpoint(checkpoint, to, process.env)
  else process.stdout.write(lines)
  if (!list) for (const checkpoint of checkpoints) console.error(inWords(checkpoint))
  return 0
}

function inWords({ clinicId, number, position, streams }: Checkpoint): string {
  return `Clinic ${clinicId}: checkpoint ${number}, of ${position.toLocaleString('en')} events in ${streams.toLocaleString('en')} streams.`
}

/** Of clinics that have events. */
async function makeAll(ownerUrl: string, data: string, clinic: string | undefined): Promise<readonly Checkpoint[]> {
  const recordKey = await recordKeyIn(data)
  const now = new Date().toISOString()
  const made: Checkpoint[] = []
  for (const clinicId of await clinicsAskedFor(ownerUrl, clinic)) {
    const checkpoint = await makeCheckpoint(ownerUrl, clinicId, recordKey, now)
    if (checkpoint !== undefined) made.push(checkpoint)
  }
  if (made.length === 0) throw new Error('There is nothing to make a checkpoint of: the record has no event yet.')
  return made
}

async function listAll(ownerUrl: string, _data: string, clinic: string | undefined): Promise<readonly Checkpoint[]> {
  const clinics = await clinicsAskedFor(ownerUrl, clinic)
  const lists = await Promise.all(clinics.map((clinicId) => listCheckpoints(ownerUrl, clinicId)))
  return lists.flat()
}

async function writePublicKey(data: string, file: string): Promise<number> {
  const publicKey = createPublicKey(await recordKeyIn(data))
  await writeFile(file, publicKey.export({ type: 'spki', format: 'pem' }))
  console.error(`The public key is in ${file}. Its id, as checkpoints name it: ${keyIdOf(publicKey)}`)
  return 0
}
