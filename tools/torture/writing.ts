/** The writer's side of a round: the process, and what it has had acknowledged. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Acknowledged } from './compare.ts'
import type { Told } from './writer.ts'

export interface Writing {
  readonly acknowledged: Acknowledged
  /** Commands that had to be sent more than once, and how many of those had been written the first time. */
  sentAgain(): { readonly commands: number; readonly alreadyWritten: number }
  /** Answers that this clinic gives no reason for. */
  readonly unexpected: readonly string[]
  tell(told: Told): void
  /** Resolves once so many more commands are acknowledged than now. @throws Error when they are not in time. */
  goesOn(commands: number): Promise<void>
  /** Resolves once everything that was begun is acknowledged and the process has ended. */
  finish(): Promise<void>
  end(): void
}

const patienceMs = 60_000

export function startWriting(): Writing {
  const child = fork(join(import.meta.dirname, 'writer.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const acknowledged = new Map<string, readonly string[]>()
  const unexpected: string[] = []
  const again = { commands: 0, alreadyWritten: 0 }
  const heard = new EventTarget()
  createInterface(child.stdout as NodeJS.ReadableStream).on('line', (line) => {
    const [word, commandId = '', status, types = ''] = line.split(' ')
    if (word === 'acknowledged') {
      acknowledged.set(commandId, types.split(','))
      if (status !== 'at-once') again.commands += 1
      if (status === 'repeated') again.alreadyWritten += 1
    } else unexpected.push(line)
    heard.dispatchEvent(new Event('line'))
  })
  return {
    acknowledged,
    sentAgain: () => ({ ...again }),
    unexpected,
    tell: (told) => void child.send(told),
    async goesOn(commands) {
      const wanted = acknowledged.size + commands
      const late = AbortSignal.timeout(patienceMs)
      while (acknowledged.size < wanted && unexpected.length === 0) {
        await once(heard, 'line', { signal: late }).catch(() => {
          throw new Error(`Nothing was acknowledged for ${patienceMs / 1000} s.`)
        })
      }
      if (unexpected.length > 0) throw new Error(`The server answered what it should not: ${unexpected.join('; ')}`)
    },
    finish: () => finish(child),
    end: () => void child.kill('SIGKILL'),
  }
}

async function finish(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close', { signal: AbortSignal.timeout(patienceMs) })
  child.send({ finish: true } satisfies Told)
  await closed.catch(() => {
    throw new Error(`A command that was begun was not acknowledged within ${patienceMs / 1000} s.`)
  })
}
