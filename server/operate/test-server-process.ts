/** `keel serve` as a process of its own, as a supervisor runs it: for tests. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestDatabase } from '../../eventlog/test-database.ts'
import { demoPassword } from '../demo/people.ts'

export interface ServerProcess {
  readonly url: string
  /** Of the port for operators. */
  readonly operationsUrl: string
  readonly child: ChildProcess
  /** Everything that it has printed so far, on either stream. */
  output(): string
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>
  /** Gives the cookie. */
  signIn(name: string): Promise<string>
  remove(): Promise<void>
}

const program = new URL('../../cli/keel.ts', import.meta.url).pathname

/** @param nodeArgs for the Node that runs it. */
export async function startServerProcess(
  database: TestDatabase,
  { nodeArgs = [], args = [], env = {} }: { nodeArgs?: string[]; args?: string[]; env?: Record<string, string> } = {},
): Promise<ServerProcess> {
  const data = await mkdtemp(join(tmpdir(), 'keel-process-'))
  const ports = ['--port', '0', '--metrics-port', '0', '--data', data]
  const child = spawn(process.execPath, [...nodeArgs, program, 'serve', '--demo', ...ports, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: database.serverUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      KEEL_LOG: 'json',
      KEEL_LOG_LEVEL: 'trace',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const ready = await readyLine(child)
  if (ready === undefined) throw new Error(`the server ended before it was ready: ${output}`)
  const url = /ready at (\S+)/.exec(ready.msg)?.[1] as string
  return {
    url,
    operationsUrl: `http://127.0.0.1:${ready.metricsPort}`,
    child,
    output: () => output,
    ended,
    async signIn(name) {
      const response = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ email: `${name}@demo.example`, password: demoPassword }),
      })
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ')
    },
    async remove() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function readyLine(child: ChildProcess): Promise<{ msg: string; metricsPort: number } | undefined> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  for await (const line of lines) if (line.includes('ready at ')) return JSON.parse(line)
  return undefined
}
