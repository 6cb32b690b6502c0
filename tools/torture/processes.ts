/** The processes of a running Keel, found from the outside as an operator would, and killed. Not for Windows. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Processes {
  /** PostgreSQL's main process. */
  readonly database: number
  /** Its own processes: those that serve connections, and those that write. */
  readonly databaseProcesses: readonly number[]
  /** Undefined when it was killed before: the database then belongs to the machine's first process. */
  readonly guard: number | undefined
}

/** Undefined while no PostgreSQL runs on the data folder. */
export function processesOn(dataFolder: string): Processes | undefined {
  const database = mainProcessOn(dataFolder)
  if (database === undefined) return undefined
  const all = listProcesses()
  const main = all.find(({ pid }) => pid === database)
  // A number left in the file by one that has ended may be another program's by now.
  if (!main?.command.includes(dataFolder)) return undefined
  const parent = all.find(({ pid }) => pid === main.parentPid)
  return {
    database,
    databaseProcesses: all.filter(({ parentPid }) => parentPid === database).map(({ pid }) => pid),
    guard: parent?.command.includes('guard.ts') ? parent.pid : undefined,
  }
}

function mainProcessOn(dataFolder: string): number | undefined {
  try {
    return Number(pidFileOf(dataFolder)[0]) || undefined
  } catch {
    return undefined
  }
}

/** The lines of PostgreSQL's pid file: the first is its number, the fourth its port. */
function pidFileOf(dataFolder: string): readonly string[] {
  return readFileSync(join(dataFolder, 'database', 'postgres', 'postmaster.pid'), 'utf8').split('\n')
}

/**
 * The owner's connection string of the PostgreSQL that runs there. Unlike `reachDatabase` it never starts one: while one is
 * being started anew that would be a second.
 */
export function ownerUrlOf(dataFolder: string): string {
  const passwords = readFileSync(join(dataFolder, 'database', 'passwords.json'), 'utf8')
  const { owner } = JSON.parse(passwords) as { readonly owner: string }
  return `postgresql://keel_owner:${owner}@127.0.0.1:${pidFileOf(dataFolder)[3]}/keel`
}

function listProcesses(): readonly { readonly pid: number; readonly parentPid: number; readonly command: string }[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parentPid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)/.exec(line) ?? []
    return command === undefined ? [] : [{ pid: Number(pid), parentPid: Number(parentPid), command }]
  })
}

/** One that has ended by itself in the meantime is as dead as it should be. */
export function killAtOnce(pids: readonly (number | undefined)[]): void {
  for (const pid of pids) {
    if (pid === undefined) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** One that has ended but was not yet collected by its parent counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
