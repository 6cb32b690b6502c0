/** `keel verify`: reads the whole record and says whether it is as it was written. Changes nothing. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  checkProof,
  type OnProgress,
  type Problem,
  parseCheckpoints,
  parseProof,
  type VerifyReport,
  verify,
} from '@keel/eventlog'
import { dataOption, publicKeyIn, recordKeyAtHand, withRecord } from './record.ts'

export const verifyHelp = `keel verify [--data .keel] [--checkpoint FILE] [--public-key FILE] [--format text|json] [--report FILE]
  Checks every event's hash, every stream's chain, every number without gaps, every clinic's tree and seal and every
  checkpoint, in the database of DATABASE_OWNER_URL or DATABASE_URL, or in the data folder (whether a server is running
  on it or not). Seals are checked where the record key is at hand: KEEL_RECORD_KEY, KEEL_RECORD_KEY_FILE, or the data
  folder's record-key.pem.
  --checkpoint FILE  also holds the record against checkpoints that were kept elsewhere, one a line
  --public-key FILE  by which checkpoints are signed; may be given several times. Otherwise that of the record key
  --report FILE      writes the report there as JSON too
keel verify --proof FILE --public-key FILE
  Checks the proof of one event, as keel prove writes it. Needs no database.
  Exit code 0: the record is as it was written. 1: it is not, and each place is named. 2: it could not be judged.`

const oneSecondMs = 1_000

export async function runVerify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: dataOption,
      checkpoint: { type: 'string' },
      'public-key': { type: 'string', multiple: true, default: [] },
      proof: { type: 'string' },
      format: { type: 'string', default: 'text' },
      report: { type: 'string' },
    },
  })
  const { data, checkpoint, proof, format, report: reportFile } = values
  if (format !== 'text' && format !== 'json')
    throw new Error(`"${format}" is not a format. Use --format text or --format json.`)
  if (proof !== undefined) return verifyProof(proof, values['public-key'])
  const report = await verifyRecord(data, checkpoint, values['public-key'])
  const json = JSON.stringify(report, null, 2)
  if (reportFile !== undefined) await writeFile(reportFile, `${json}\n`)
  console.log(format === 'json' ? json : reportInWords(report))
  return report.problems.length === 0 ? 0 : 1
}

async function verifyRecord(
  data: string,
  checkpointFile: string | undefined,
  publicKeyFiles: readonly string[],
): Promise<VerifyReport> {
  const recordKey = await recordKeyAtHand(data)
  const given = await Promise.all(publicKeyFiles.map(publicKeyIn))
  const publicKeys = given.length > 0 || recordKey === undefined ? given : [createPublicKey(recordKey)]
  const checkpoints = checkpointFile === undefined ? [] : await readCheckpoints(checkpointFile, publicKeys)
  const onProgress = progressOnScreen()
  return withRecord(data, (ownerUrl) => verify(ownerUrl, { recordKey, publicKeys, checkpoints, onProgress }))
}

/** A yardstick that is not sound itself judges nothing. */
async function readCheckpoints(file: string, publicKeys: readonly KeyObject[]) {
  try {
    return parseCheckpoints(await readFile(file, 'utf8'), publicKeys)
  } catch (error) {
    throw new Error(`${file} cannot be used: ${(error as Error).message} The record was not read.`)
  }
}

/** Once a second. */
export function progressOnScreen(): OnProgress {
  let told = performance.now()
  return (read, total, pass) => {
    if (performance.now() - told < oneSecondMs) return
    told = performance.now()
    const what = pass === 'by-stream' ? 'stream by stream' : 'by position'
    const share = total === 0 ? '' : `, ${Math.floor((100 * read) / total)} %`
    console.error(`  ${count(read)} of ${count(total)} events checked ${what}${share} ...`)
  }
}

async function verifyProof(file: string, publicKeyFiles: readonly string[]): Promise<number> {
  const [publicKeyFile, ...others] = publicKeyFiles
  if (publicKeyFile === undefined || others.length > 0)
    throw new Error('A proof is checked by one public key: keel verify --proof FILE --public-key FILE')
  const proof = parseProof(await readFile(file, 'utf8'))
  const { event, checkpoint } = proof
  const faults = checkProof(proof, await publicKeyIn(publicKeyFile))
  if (faults.length > 0) {
    console.log(['The proof does NOT hold.', ...faults.map((fault) => `  ${fault}`)].join('\n'))
    return 1
  }
  console.log(
    `The proof holds: the event ${event.type}, version ${event.version} of its stream, stands at position ` +
      `${event.position} of the record of clinic ${event.clinicId} as checkpoint ${checkpoint.number} signed it on ${checkpoint.madeAt}.`,
  )
  return 0
}

const count = (number: number) => number.toLocaleString('en')
const counted = (number: number, one: string, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`

export function reportInWords(report: VerifyReport): string {
  const { problems, problemsOmitted } = report
  const read = [
    counted(report.eventsChecked, 'event'),
    `in ${counted(report.streamsChecked, 'stream')} of ${counted(report.clinics, 'clinic')},`,
    counted(report.checkpointsChecked, 'checkpoint'),
  ].join(' ')
  if (problems.length === 0) return [`The record is as it was written: ${read}.`, ...unchecked(report)].join('\n')
  const more = problemsOmitted > 0 ? [`  ... and ${problemsOmitted} more`] : []
  return [
    `The record is NOT as it was written. Read: ${read}.`,
    ...problems.map(lineOf),
    ...more,
    ...unchecked(report),
    'Keep a copy of the database as it is, and find out who could write to it.',
  ].join('\n')
}

function lineOf({ kind, clinicId, streamId, version, position, checkpoint, message }: Problem): string {
  const place = [
    `clinic ${clinicId}`,
    streamId,
    version && `version ${version}`,
    position && `position ${position}`,
    checkpoint && `checkpoint ${checkpoint}`,
  ]
  return `  ${kind.padEnd(10)} ${place.filter(Boolean).join(', ')}: ${message}`
}

/** What could not be looked at is said, so that nobody takes it for sound. */
function unchecked({ seals, signatures, checkpointsChecked }: VerifyReport): readonly string[] {
  const noSeals = 'Seals were NOT checked: the record key is not at hand. A rewritten end of the record may go unseen.'
  const noSignatures = 'Signatures of checkpoints were NOT checked: no key is at hand. Give it with --public-key FILE.'
  return [
    ...(seals === 'no-key' ? [noSeals] : []),
    ...(signatures === 'no-key' && checkpointsChecked > 0 ? [noSignatures] : []),
  ]
}
