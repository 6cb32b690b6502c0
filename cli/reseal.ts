/** `keel reseal`: seals the record with the key at hand, when the one it was sealed with is lost or was changed. */
import { parseArgs } from 'node:util'
import { keyIdOf, resealClinic, verify } from '@keel/eventlog'
import { clinicsAskedFor, dataOption, recordKeyIn, withRecord } from './record.ts'

export const resealHelp = `keel reseal --because "WHY" [--data .keel] [--clinic ID]
  Seals the record with the key at hand. First verify it against a checkpoint that was exported under the old key:
  from here on the seal vouches for the record as it is now, and nobody can see by it what was changed before.
  A record that is not sound in itself is not sealed. Running servers need the same key: start them anew.
  Exit code 0: sealed. 1: the record is not as it was written, and nothing was changed. 2: not done, and why.`

export async function runReseal(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: dataOption, clinic: { type: 'string' }, because: { type: 'string' } },
  })
  const { data, clinic, because } = values
  if (because === undefined || because.trim() === '')
    throw new Error('Say why with --because "...": whoever asks later will want to know. Nothing was changed.')
  const recordKey = await recordKeyIn(data)
  return withRecord(data, async (ownerUrl) => {
    const clinics = await clinicsAskedFor(ownerUrl, clinic)
    for (const clinicId of clinics) {
      // Without a key: seals are what is to be mended, everything else has to hold.
      const { problems } = await verify(ownerUrl, { clinicId })
      if (problems.length > 0) {
        console.error(`Clinic ${clinicId} is not as it was written, and was not sealed. Run: keel verify`)
        return 1
      }
    }
    for (const clinicId of clinics) {
      const events = await resealClinic(ownerUrl, clinicId, recordKey)
      console.log(`Clinic ${clinicId}: ${events.toLocaleString('en')} events sealed by key ${keyIdOf(recordKey)}.`)
    }
    console.log(`Because: ${because}. Keep this page with the old public key; keel verify takes several --public-key.`)
    return 0
  })
}
