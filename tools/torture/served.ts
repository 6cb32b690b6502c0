/** A real `keel serve --demo` on a data folder, watched from its start to its end. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { killAtOnce, processesOn } from './processes.ts'

const root = resolve(import.meta.dirname, '../..')
/** A start may have to wait for a PostgreSQL that is stopping, and then to replay its log. */
const patienceMs = 120_000
const endPatienceMs = 45_000
const shownLines = 20

export interface Served {
  /** Resolves to whether it was said before the program was ready or had ended. */
  said(words: string): Promise<boolean>
  /** Resolves to the address when the program is ready, to undefined when it has ended before. */
  readonly ready: Promise<string | undefined>
  /** From spawning to being ready; undefined before. */
  readyAfterMs(): number | undefined
  kill(whole: boolean): Promise<void>
  /** As Ctrl-C does. @throws Error when it does not end. */
  stop(): Promise<void>
  /** What it last printed, for reports. */
  lastLines(): string
}

/** @param compileCache a folder where Node keeps what it has compiled: a start then takes half of the time. */
export function serve(dataFolder: string, compileCache: string): Served {
  const startedMs = performance.now()
  const child = startProcess(dataFolder, compileCache)
  const ended = once(child, 'exit').then(() => undefined)
  const lines: string[] = []
  const waiting = new Set<{ readonly words: string; resolve(heard: boolean): void }>()
  const ready = Promise.withResolvers<string | undefined>()
  let readyAfterMs: number | undefined
  let isOver = false
  const over = () => {
    isOver = true
    for (const { resolve } of waiting) resolve(false)
  }
  const hear = (line: string) => {
    lines.push(line)
    for (const one of waiting) if (line.includes(one.words)) one.resolve(true)
    const url = /Keel is ready at (http:\/\/[\w.:]+)/.exec(line)?.[1]
    if (url === undefined) return
    readyAfterMs = performance.now() - startedMs
    over()
    ready.resolve(url)
  }
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as NodeJS.ReadableStream).on('line', hear)
  void ended.then(over).then(() => ready.resolve(undefined))
  return {
    async said(words) {
      if (lines.some((line) => line.includes(words))) return true
      if (isOver) return false
      return new Promise((resolve) => waiting.add({ words, resolve }))
    },
    ready: within(ready.promise, patienceMs, () => `Keel was not ready within ${patienceMs / 1000} s.\n${last(lines)}`),
    readyAfterMs: () => readyAfterMs,
    async kill(whole) {
      const found = whole ? processesOn(dataFolder) : undefined
      killAtOnce([child.pid, found?.guard, found?.database, ...(found?.databaseProcesses ?? [])])
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await within(ended, endPatienceMs, () => `Keel did not end when it was asked to.\n${last(lines)}`)
    },
    lastLines: () => last(lines),
  }
}

function startProcess(dataFolder: string, compileCache: string): ChildProcess {
  // What the person's own clinic is configured by must not lead this one to its database.
  const own = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|KEEL_|PORT$|NODE_OPTIONS$)/.test(name))
  return spawn(process.execPath, ['cli/keel.ts', 'serve', '--demo', '--port', '0', '--data', dataFolder], {
    cwd: root,
    env: { ...Object.fromEntries(own), NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Node writes its compiled code only when a program ends by itself, which here none does for a while. */
export function fillCompileCache(compileCache: string): void {
  const script = "await import('@keel/server'); process.exit()"
  spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(root, 'cli'),
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
}

const last = (lines: readonly string[]) => lines.slice(-shownLines).join('\n')

async function within<Answer>(answer: Promise<Answer>, limitMs: number, complaint: () => string): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(complaint())), limitMs)
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
