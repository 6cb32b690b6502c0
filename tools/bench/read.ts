/**
 * A stored view read by key through HTTP (signed in, who reads it written down) against the bare framework answering a
 * constant, each in a process of its own, in turns in one run.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '@keel/server'
import { httpLoad } from './http-load.ts'
import { median } from './median.ts'
import { signIn, startServerProcess } from './server-process.ts'

export interface ReadResult {
  readonly viewPerSecond: number
  readonly barePerSecond: number
  readonly ratio: number
}

const connections = 32

export async function measureRead(rounds = 3, seconds = 4): Promise<ReadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-bench-'))
  const database = await openDatabase({ dataFolder: folder })
  try {
    const server = await startServerProcess(database)
    const bare = await startBare()
    try {
      const cookie = await signIn(server.url)
      const paths = (await patientIds(server.url, cookie)).map((patientId) => `/api/patients/${patientId}`)
      const load = (url: string, paths: readonly string[], lasting: number) => {
        let next = 0
        const line = () => ({ line: `GET ${paths[next++ % paths.length]}` })
        return httpLoad({ url, connections, seconds: lasting, status: 200, headers: { cookie }, next: line })
      }
      const one = (lasting: number) => load(bare.url, ['/constant'], lasting)
      const view = (lasting: number) => load(server.url, paths, lasting)
      await one(1) // The first second compiles code; it is not counted.
      await view(2)
      const results: { bare: number; view: number }[] = []
      for (let round = 0; round < rounds; round += 1)
        results.push({ bare: (await one(seconds)).perSecond, view: (await view(seconds)).perSecond })
      return {
        viewPerSecond: median(results.map((result) => result.view)),
        barePerSecond: median(results.map((result) => result.bare)),
        ratio: median(results.map((result) => result.view / result.bare)),
      }
    } finally {
      bare.process.kill()
      await server.stop()
    }
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startBare(): Promise<{ url: string; process: ChildProcess }> {
  const script = join(import.meta.dirname, 'bare-server.ts')
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(createInterface(child.stdout), 'line')
  return { url, process: child }
}

async function patientIds(url: string, cookie: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/api/board`, { headers: { cookie } })
  const { rows } = (await response.json()) as { rows: readonly { patientId: string }[] }
  return rows.map(({ patientId }) => patientId)
}
