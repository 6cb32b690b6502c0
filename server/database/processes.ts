import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type ProcessInfo = {
  /** Ended, but not yet collected by its parent: it holds nothing but its number. */
  zombie: boolean
  parentPid: number
  /** The program with its arguments, separated by spaces. Empty while it is ending, when it has already lost its memory. */
  command: string
}

/** What the machine knows of a process; undefined when there is none of that number. */
export function inspectProcess(pid: number): ProcessInfo | undefined {
  if (process.platform === 'linux') return fromProc(pid)
  return process.platform === 'win32' ? fromSignal(pid) : fromPs(pid)
}

function fromProc(pid: number): ProcessInfo | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in parentheses, may itself hold spaces and parentheses.
    const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { zombie: state === 'Z' || state === 'X', parentPid: Number(parentPid), command }
  } catch {
    return undefined
  }
}

function fromPs(pid: number): ProcessInfo | undefined {
  const columns = ['-ww', '-o', 'stat=', '-o', 'ppid=', '-o', 'command=', '-p', String(pid)]
  const match = /^\s*(\S+)\s+(\d+)\s+(.*)/.exec(spawnSync('ps', columns, { encoding: 'utf8' }).stdout ?? '')
  if (!match) return undefined
  return { zombie: match[1]?.startsWith('Z') ?? false, parentPid: Number(match[2]), command: match[3] ?? '' }
}

/** Windows tells neither parent nor command without further programs; a live process is then left alone. */
function fromSignal(pid: number): ProcessInfo | undefined {
  try {
    process.kill(pid, 0)
    return { zombie: false, parentPid: 0, command: 'postgres' }
  } catch {
    return undefined
  }
}
