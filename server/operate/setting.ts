/** Settings of the environment. A secret may also lie in a file, as container engines and systemd hand secrets over. */
import { readFileSync } from 'node:fs'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The value of NAME, or the content of the file that NAME_FILE names; undefined when neither is given. An empty value
 * counts as not given.
 * @throws Error for people when both are given or the file cannot be read. It never quotes what the file holds.
 */
export function readSetting(name: string, environment: Environment = process.env): string | undefined {
  const value = environment[name] || undefined
  const file = environment[`${name}_FILE`] || undefined
  if (file === undefined) return value
  if (value !== undefined) throw new Error(`${name} and ${name}_FILE are both given. Keep one of them.`)
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'not readable'
    throw new Error(`The file named by ${name}_FILE cannot be read (${reason}). Nothing was started.`)
  }
}
