/** The demo clinic's server as a clinic runs it, a process of its own, and a sign-in to it: for measurements. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { demoSignIns } from '@keel/server'
import { root } from '../tidy.ts'

export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
}

export async function startServerProcess(database: { serverUrl: string; ownerUrl: string }): Promise<ServerProcess> {
  const env = { ...process.env, DATABASE_URL: database.serverUrl, DATABASE_OWNER_URL: database.ownerUrl }
  const data = await mkdtemp(join(tmpdir(), 'keel-bench-data-'))
  const args = [join(root, 'cli/keel.ts'), 'serve', '--demo', '--port', '0', '--data', data]
  const child: ChildProcess = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /ready at (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout?.resume()
    return {
      url,
      stop: async () => {
        child.kill('SIGTERM')
        await ended
        await rm(data, { recursive: true, force: true })
      },
    }
  }
  throw new Error('the server ended before it was ready')
}

/** @returns the cookies of somebody who may read and write at the bedside. */
export async function signIn(url: string): Promise<string> {
  const [nurse] = demoSignIns
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: nurse?.email, password: nurse?.password }),
  })
  if (!response.ok) throw new Error(`signing in failed: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}
