/** What the commands about backups share: keys from files and the environment, and how far one is. */
import { readFile } from 'node:fs/promises'
import { type Opener, type Progress, readKeyFile } from '@keel/server'

export const openerOptions = {
  'identity-file': { type: 'string', multiple: true, default: [] as string[] },
  'passphrase-file': { type: 'string' },
} as const

/** In a file and not an argument, because arguments can be seen by everybody on the machine. */
export async function passphraseFrom(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return process.env.KEEL_BACKUP_PASSPHRASE || undefined
  const [passphrase = ''] = (await readFile(file, 'utf8')).split(/\r?\n/)
  if (passphrase === '') throw new Error(`${file} holds no passphrase: it belongs in the first line.`)
  return passphrase
}

export async function openerFrom(values: {
  readonly 'identity-file': readonly string[]
  readonly 'passphrase-file'?: string | undefined
}): Promise<Opener> {
  const identities = (await Promise.all(values['identity-file'].map(readKeyFile))).flat()
  return { identities, passphrase: await passphraseFrom(values['passphrase-file']) }
}

const oneSecondMs = 1_000
const bytesInMegabyte = 1_000_000

/** Once a second, on the error stream. */
export function copyProgressOnScreen(): (progress: Progress) => void {
  let told = performance.now()
  return (progress) => {
    if (performance.now() - told < oneSecondMs) return
    told = performance.now()
    console.error(`  ${inRowsAndBytes(progress)} ...`)
  }
}

/** The bytes are those of the rows as text. */
export function inRowsAndBytes({ rows, bytes }: Progress): string {
  const megabytes = (bytes / bytesInMegabyte).toLocaleString('en', { maximumFractionDigits: 1 })
  return `${rows.toLocaleString('en')} rows, ${megabytes} MB`
}
