/** What the commands about the record share: the database, the key, and files. */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { listClinics } from '@keel/eventlog'
import { findRecordKey, keyFromEnvironment, reachDatabase } from '@keel/server'

export const dataOption = { type: 'string', default: process.env.KEEL_DATA ?? '.keel' } as const

/** The record in the data folder or of DATABASE_OWNER_URL or DATABASE_URL, whether a server is running or not. */
export async function withRecord<Answer>(data: string, run: (ownerUrl: string) => Promise<Answer>): Promise<Answer> {
  const database = await reachDatabase({
    dataFolder: resolve(data),
    databaseUrl: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL,
    onProgress: (message) => console.error(message),
  })
  try {
    return await run(database.ownerUrl)
  } finally {
    await database.close()
  }
}

/** Undefined when it is not at hand. */
export function recordKeyAtHand(data: string): Promise<KeyObject | undefined> {
  return findRecordKey(resolve(data), keyFromEnvironment(process.env))
}

/** @throws Error for people when it is not at hand. */
export async function recordKeyIn(data: string): Promise<KeyObject> {
  const key = await recordKeyAtHand(data)
  if (key !== undefined) return key
  throw new Error(
    `There is no record key: KEEL_RECORD_KEY is not set, and ${resolve(data)} has no record-key.pem. Nothing was ` +
      'changed. The server makes it when it first starts; give the one that the record was sealed with.',
  )
}

export async function publicKeyIn(file: string): Promise<KeyObject> {
  const pem = await readFile(file, 'utf8')
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519' && !pem.includes('PRIVATE')) return key
  } catch {}
  throw new Error(`${file} does not hold an Ed25519 public key. keel checkpoint --public-key FILE writes it.`)
}

/** The clinics asked for: one that was named, or all. */
export async function clinicsAskedFor(ownerUrl: string, named: string | undefined): Promise<readonly string[]> {
  const clinics = await listClinics(ownerUrl)
  if (named === undefined) return clinics
  if (!clinics.includes(named)) throw new Error(`The record has no clinic ${named}. It has: ${clinics.join(', ')}`)
  return [named]
}
