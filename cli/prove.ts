/** `keel prove`: writes the proof that one event stands in the record as a checkpoint signed it. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { exportProof, proveEvent } from '@keel/eventlog'
import { clinicsAskedFor, dataOption, withRecord } from './record.ts'

export const proveHelp = `keel prove --event STREAM:VERSION --out FILE [--clinic ID] [--data .keel]
  Writes the event with the proof that it stands in the record as the clinic's newest checkpoint signed it. The file
  holds the event's data, and nothing of any other event. It is checked by keel verify --proof FILE --public-key FILE.
  Exit code 0: written. 2: not, and why.`

export async function runProve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: dataOption,
      event: { type: 'string' },
      out: { type: 'string' },
      clinic: { type: 'string' },
    },
  })
  const { data, event, out, clinic } = values
  const [, streamId, version] = /^(.+):([1-9]\d*)$/.exec(event ?? '') ?? []
  if (streamId === undefined || out === undefined)
    throw new Error('Name the event and the file: keel prove --event STREAM:VERSION --out FILE')
  const proof = await withRecord(data, async (ownerUrl) => {
    const [clinicId, ...others] = await clinicsAskedFor(ownerUrl, clinic)
    if (clinicId === undefined || others.length > 0)
      throw new Error('The record has not one clinic but several, or none. Name it: --clinic ID')
    return proveEvent(ownerUrl, { clinicId, streamId, version: Number(version) })
  })
  // What it proves may be about a patient.
  await writeFile(out, `${exportProof(proof)}\n`, { mode: 0o600 })
  console.error(`The proof is in ${out}, upon checkpoint ${proof.checkpoint.number} of ${proof.checkpoint.madeAt}.`)
  return 0
}
