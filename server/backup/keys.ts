/** The keys of backups, in the formats of age (age-encryption.org): who may read one, and by what. */
import { open, readFile } from 'node:fs/promises'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupFailed } from './backup-failed.ts'

/** Whom a backup is written for. */
export type Lock =
  /** Public keys, `age1...`: each of the identities that belong to them opens it. */
  { readonly recipients: readonly string[] } | { readonly passphrase: string } | 'unencrypted'

/** What a backup is opened by. */
export interface Opener {
  /** Secret keys, `AGE-SECRET-KEY-1...`. */
  readonly identities: readonly string[]
  readonly passphrase?: string | undefined
}

/** Whoever has the file may try as many as they like, as fast as they can. */
const passphraseMinLength = 16

/** @returns undefined for no encryption. @throws BackupFailed */
export function toEncrypter(lock: Lock): Encrypter | undefined {
  if (lock === 'unencrypted') return undefined
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    if (lock.passphrase.length < passphraseMinLength)
      throw new BackupFailed(
        `The passphrase is shorter than ${passphraseMinLength} characters, which can be guessed. Nothing was written. Take ` +
          'six random words, or better an identity: keel backup --new-identity FILE.',
      )
    encrypter.setPassphrase(lock.passphrase)
    return encrypter
  }
  if (lock.recipients.length === 0) throw new BackupFailed('No recipient was given. Nothing was written.')
  for (const recipient of lock.recipients) addRecipient(encrypter, recipient)
  return encrypter
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  if (recipient.startsWith('AGE-SECRET-KEY-'))
    throw new BackupFailed(
      'A secret key was given where a recipient (age1...) belongs. Nothing was written. Keep that key apart from backups.',
    )
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw new BackupFailed(`"${recipient}" is not an age recipient (age1...). Nothing was written.`)
  }
}

/** @throws BackupFailed */
export function toDecrypter({ identities, passphrase }: Opener): Decrypter {
  const decrypter = new Decrypter()
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity)
    } catch {
      throw new BackupFailed('An identity is not one of age (AGE-SECRET-KEY-1...). Give the file as it was made.')
    }
  }
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase)
  return decrypter
}

/** One a line; lines that begin with # are remarks, as age has it. @throws BackupFailed when there is none. */
export async function readKeyFile(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'))
  if (keys.length === 0) throw new BackupFailed(`${file} holds no key.`)
  return keys
}

/**
 * Writes a new identity into a new file that only its owner can read.
 * @returns its recipient.
 * @throws BackupFailed when the file exists.
 */
export async function makeIdentity(file: string, now: string): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new BackupFailed(
      `${file} exists, and may be the only key of some backups. Nothing was changed. Name another.`,
    )
  })
  try {
    await handle.writeFile(`# created: ${now}\n# public key: ${recipient}\n${identity}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return recipient
}
