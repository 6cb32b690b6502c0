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
  /** Resolves to true once it is said, to false when the program ends without. To be asked while it runs. */
  said(words: string): Promise<boolean>
  /** Resolves to the address when the program is ready, to undefined when it has ended before. */
  readonly ready: Promise<string | undefined>
  readonly pid: number
  /** From spawning to being ready; undefined before. */
  readyAfterMs(): number | undefined
  kill(whole: boolean): Promise<void>
  /** As Ctrl-C does. @throws Error when it does not end. */
  stop(): Promise<void>
  /** What it last printed, for reports. */
  lastLines(): string
}

export interface ServeOptions {
  /** A folder where Node keeps what it has compiled: a start then takes half of the time. */
  readonly compileCache?: string
  /** A program with its arguments, which is given the command line to carry out. */
  readonly through?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export function serve(dataFolder: string, options: ServeOptions = {}): Served {
  const startedMs = performance.now()
  const child = startProcess(dataFolder, options)
  const ended = once(child, 'close').then(() => undefined)
  const lines: string[] = []
  const waiting = new Set<{ readonly words: string; resolve(heard: boolean): void }>()
  const ready = Promise.withResolvers<string | undefined>()
  let readyAfterMs: number | undefined
  const hear = (line: string) => {
    lines.push(line)
    for (const one of waiting) if (line.includes(one.words)) one.resolve(true)
    const url = /Keel is ready at (http:\/\/[\w.:]+)/.exec(line)?.[1]
    if (url === undefined) return
    readyAfterMs = performance.now() - startedMs
    ready.resolve(url)
  }
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as NodeJS.ReadableStream).on('line', hear)
  void ended.then(() => {
    ready.resolve(undefined)
    for (const { resolve } of waiting) resolve(false)
  })
  return {
    async said(words) {
      if (lines.some((line) => line.includes(words))) return true
      return new Promise((resolve) => waiting.add({ words, resolve }))
    },
    ready: within(ready.promise, patienceMs, () => `Keel was not ready within ${patienceMs / 1000} s.\n${last(lines)}`),
    pid: child.pid as number,
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

function startProcess(dataFolder: string, { compileCache, through = [], environment }: ServeOptions): ChildProcess {
  // What the person's own clinic is configured by must not lead this one to its database.
  const own = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|KEEL_|PORT$|NODE_OPTIONS$)/.test(name))
  const quiet = { KEEL_LOG: 'text', KEEL_LOG_LEVEL: 'warn' }
  const cached = compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }
  const keel = [process.execPath, 'cli/keel.ts', 'serve', '--demo', '--port', '0', '--data', dataFolder]
  const [program, ...args] = [...through, ...keel] as [string, ...string[]]
  return spawn(program, args, {
    cwd: root,
    env: { ...Object.fromEntries(own), ...quiet, ...cached, ...environment },
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
