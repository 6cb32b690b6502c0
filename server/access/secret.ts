/** The secret that signs cookies: from the environment, or made once and kept in a file that only the owner can read. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const lengthMin = 32

export async function readSecret(dataFolder: string, fromEnvironment: string | undefined): Promise<string> {
  if (fromEnvironment !== undefined) {
    if (fromEnvironment.length < lengthMin)
      throw new Error(`KEEL_SECRET is shorter than ${lengthMin} characters. Give a longer random one, or leave it out.`)
    return fromEnvironment
  }
  const file = join(dataFolder, 'cookie-secret')
  await mkdir(dataFolder, { recursive: true })
  const made = randomBytes(48).toString('base64url')
  // 'wx' fails when the file is there: of two servers that start at once, both use the first one's secret.
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
