/** The secret that signs cookies: from the environment, or made once and kept in a file that only the owner can read. */
import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const lengthMin = 32

export async function readSecret(dataFolder: string, fromEnvironment: string | undefined): Promise<string> {
  if (fromEnvironment !== undefined) {
    if (fromEnvironment.length < lengthMin)
      throw new Error(`KEEL_SECRET is shorter than ${lengthMin} characters. Give a longer random one, or leave it out.`)
    return fromEnvironment
  }
  const file = join(dataFolder, 'cookie-secret')
  const kept = await readKept(file)
  if (kept !== undefined) return kept
  await mkdir(dataFolder, { recursive: true })
  return (await makeSecret(file)) ?? readSecret(dataFolder, undefined)
}

/** One that is too short was being written when the machine or the program went down; it has signed nothing. */
async function readKept(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (text === undefined) return undefined
  if (text.trim().length >= lengthMin) return text.trim()
  await rm(file, { force: true })
  return undefined
}

/** Whole or not at all. Undefined: of two servers that started at once the other was first, and both use its secret. */
async function makeSecret(file: string): Promise<string | undefined> {
  const secret = randomBytes(48).toString('base64url')
  const draft = `${file}.${randomUUID()}`
  try {
    await writeFile(draft, secret, { mode: 0o600, flag: 'wx', flush: true })
    await link(draft, file)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return undefined
  } finally {
    await rm(draft, { force: true })
  }
}
