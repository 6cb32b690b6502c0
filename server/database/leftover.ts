import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { DatabaseError } from './database-error.ts'
import { inspectProcess } from './processes.ts'

const waitMs = 15_000
/** Where the first process of a container collects no children, one that has ended keeps its number for ever. */
const waitForCollectionMs = 3_000
const lookAgainMs = 25
/** Above what any system gives to a process. */
const nobodysPid = 2_147_483_647

/** The name PostgreSQL carries on its command line: whose it is can be seen from the outside and is never stale. */
export function clusterName(ownerPid: number, guardPid: number): string {
  return `keel-${ownerPid}-${guardPid}`
}

/** The main process named in PostgreSQL's pid file and what the file says of its state; undefined without a file. */
export function readPidFile(postgresFolder: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(postgresFolder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/**
 * Returns once no PostgreSQL runs on the folder. One whose guard was killed is stopped; one that is stopping is waited for.
 * Throws a DatabaseError when the folder is in use, by whom.
 */
export async function clearLeftover(cluster: Cluster, onProgress: (message: string) => void): Promise<void> {
  const startMs = performance.now()
  const deadlineMs = startMs + waitMs
  const collectedByMs = startMs + waitForCollectionMs
  let stopping: number | undefined
  for (;;) {
    // PostgreSQL removes its pid file a moment before it ends: one that was asked to stop is waited for all the same.
    const pid = readPidFile(cluster.postgresFolder)?.pid ?? stopping
    const found = pid ? inspectProcess(pid) : undefined
    // A pid file whose process is gone is PostgreSQL's own to remove; it does so when it starts.
    if (!pid || !found) return
    if (found.zombie || found.command === '') {
      if (performance.now() > collectedByMs) return disown(cluster)
    } else {
      // The number now belongs to another program, for which PostgreSQL would refuse to start.
      if (!found.command.includes('postgres')) return disown(cluster)
      const guarded = refuseIfInUse(cluster, pid, found)
      if (!guarded && stopping === undefined) {
        onProgress(`Stopping a PostgreSQL (process ${pid}) that an earlier run left behind ...`)
        process.kill(pid, 'SIGINT')
        stopping = pid
      }
    }
    if (performance.now() > deadlineMs) throw new DatabaseError(stillThere(cluster, pid))
    await delay(lookAgainMs)
  }
}

/**
 * Takes the process's number out of the pid file. The rest stays: by it PostgreSQL sees whether a process of the earlier
 * run still uses the same memory, and then does not start.
 */
function disown({ postgresFolder }: Cluster): void {
  const file = join(postgresFolder, 'postmaster.pid')
  try {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^-?\d+/, String(nobodysPid)))
  } catch (error) {
    // It was removed at this moment, by the PostgreSQL that it belonged to.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Tells whether the PostgreSQL still has its guard, which then stops it. */
function refuseIfInUse(cluster: Cluster, pid: number, found: { command: string; parentPid: number }): boolean {
  const [, owner, guard] = /cluster_name=keel-(\d+)-(\d+)/.exec(found.command) ?? []
  if (!owner || !found.command.includes(cluster.postgresFolder)) throw inUse(cluster, pid, 'which Keel did not start')
  if (found.parentPid !== Number(guard)) return false
  const ownerProcess = inspectProcess(Number(owner))
  if (ownerProcess && !ownerProcess.zombie) throw inUse(cluster, Number(owner), 'another Keel')
  return true
}

function inUse({ dataFolder }: Cluster, pid: number, who: string): DatabaseError {
  return new DatabaseError(
    `The data folder ${dataFolder} is in use by process ${pid}, ${who}. ` +
      'Stop that process first, or start this one with another data folder. Nothing was changed.',
  )
}

function stillThere({ dataFolder }: Cluster, pid: number): string {
  return (
    `The PostgreSQL of an earlier run (process ${pid}) on ${dataFolder} has not stopped within ${waitMs / 1000} seconds. ` +
    'It may be writing its last data: wait a little and start again. Committed data is kept.'
  )
}
