/**
 * The key of the record: one Ed25519 private key for an installation. It signs checkpoints, and the key of the seals is
 * derived from it, so that it must be kept where the database's administrator cannot read it, and must not be lost.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface KeyFromEnvironment {
  /** KEEL_RECORD_KEY: the key itself, as PEM. */
  readonly pem?: string | undefined
  /** KEEL_RECORD_KEY_FILE: where it lies. */
  readonly file?: string | undefined
}

const keyFileName = 'record-key.pem'

/** @param variables those of the process. */
export function keyFromEnvironment(variables: Readonly<Record<string, string | undefined>>): KeyFromEnvironment {
  return { pem: variables.KEEL_RECORD_KEY || undefined, file: variables.KEEL_RECORD_KEY_FILE || undefined }
}

/** From the environment, or made once and kept in a file of the data folder that only its owner can read. */
export async function readRecordKey(dataFolder: string, fromEnvironment: KeyFromEnvironment = {}): Promise<KeyObject> {
  const found = await findRecordKey(dataFolder, fromEnvironment)
  if (found !== undefined) return found
  await makeKeyFile(dataFolder)
  return keyInFile(join(dataFolder, keyFileName))
}

/** The same, but undefined when there is none yet. For those who look and do not serve. */
export async function findRecordKey(
  dataFolder: string,
  { pem, file }: KeyFromEnvironment = {},
): Promise<KeyObject | undefined> {
  // Files of environment variables often cannot hold a line's end and write it as two characters.
  if (pem !== undefined) return toKey(pem.replaceAll('\\n', '\n'), 'KEEL_RECORD_KEY')
  if (file !== undefined) return keyInFile(file)
  return keyInFile(join(dataFolder, keyFileName)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function keyInFile(file: string): Promise<KeyObject> {
  return toKey(await readFile(file, 'utf8'), file)
}

function toKey(pem: string, source: string): KeyObject {
  const key = privateKeyIn(pem)
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new Error(
    `${source} does not hold an Ed25519 private key as PEM. Nothing was changed. Give the key that this record was ` +
      'sealed with; openssl genpkey -algorithm ed25519 makes one for a new record.',
  )
}

function privateKeyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem)
  } catch {
    return undefined
  }
}

/** Whole or not at all: of two servers that start at once both use the first one's, and a crash leaves no half of a key. */
async function makeKeyFile(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  const draft = join(dataFolder, `${keyFileName}.${randomUUID()}`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await handle.sync()
    await handle.close()
    await link(draft, join(dataFolder, keyFileName)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}
