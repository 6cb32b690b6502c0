import { execFile, spawnSync } from 'node:child_process'
import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseError } from './database-error.ts'

/** How PostgreSQL is started so that it does not run as root, which it refuses. */
export type Launch = {
  /** A program and its arguments that take the real program after them. */
  prefix: string[]
  /** The account to become; absent when the present one stays. */
  account?: { uid: number; gid: number }
}

/** Of the ways to start PostgreSQL, chooses the plainest under which it can reach all the given paths. */
export function chooseLaunch(paths: string[]): Launch {
  if (process.getuid === undefined) return { prefix: [] }
  if (process.getuid() !== 0) return isKnownUser() ? { prefix: [] } : inNamespace(paths)
  const account = findAccount()
  return paths.every((path) => canReach(path, account.uid)) ? { prefix: [], account } : inNamespace(paths)
}

/** PostgreSQL's initdb wants a name for its user, which a container's bare numeric user does not have. */
function isKnownUser(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** No account is ever made: an existing one that is not root will do. */
function findAccount(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => Number(fields[2]) !== 0 && /^-?\d+$/.test(fields[2] ?? '') && /^-?\d+$/.test(fields[3] ?? ''))
  const chosen = accounts.find((fields) => fields[0] === 'nobody') ?? accounts[0]
  if (!chosen) {
    throw new DatabaseError(
      'PostgreSQL does not run as root, and /etc/passwd names no other account. Start Keel as one.',
    )
  }
  return { uid: Number(chosen[2]), gid: Number(chosen[3]) }
}

function canReach(path: string, uid: number): boolean {
  const { mode, uid: owner } = statSync(path)
  const enters = (mode & 0o001) !== 0 || (owner === uid && (mode & 0o100) !== 0)
  return enters && (dirname(path) === path || canReach(dirname(path), uid))
}

/** In a user namespace the process has another name but keeps our rights, so it enters folders closed to others. */
function inNamespace(paths: string[]): Launch {
  const { uid, gid } = findAccount()
  const [program, ...options] = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`] as const
  if (spawnSync(program, [...options, 'true'], { stdio: 'ignore' }).status === 0)
    return { prefix: [program, ...options] }
  throw new DatabaseError(
    `PostgreSQL does not run as root, and other accounts cannot enter ${paths.join(' or ')} (a folder above is closed ` +
      'to them). Start Keel as an ordinary user, or move it and its data to a folder such as /srv/keel. ' +
      'Nothing was changed.',
  )
}

/** Makes the account that PostgreSQL runs as the owner of everything in a folder that root holds. */
export function giveFolder(folder: string, launch: Launch): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = launch.account ?? { uid: 0, gid: 0 }
  if (statSync(folder).uid === uid >>> 0) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, entry), uid, gid)
  // The folder itself comes last: its owner says that the walk was finished.
  chownSync(folder, uid, gid)
}

/** Arguments of `spawn` for a PostgreSQL program: nothing of our environment reaches it but the path. */
export function commandFor(launch: Launch, program: string, args: string[]) {
  const [first, ...rest] = [...launch.prefix, program, ...args] as [string, ...string[]]
  const env = { PATH: process.env.PATH ?? '', SystemRoot: process.env.SystemRoot ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return { program: first, args: rest, options: { env, ...launch.account } }
}

/** Runs a PostgreSQL program to its end. Resolves to its standard error; rejects with it as message. */
export async function runProgram(
  launch: Launch,
  program: string,
  args: string[],
  { input = '', cwd }: { input?: string; cwd: string },
): Promise<string> {
  const command = commandFor(launch, program, args)
  const running = promisify(execFile)(command.program, command.args, { ...command.options, cwd })
  // A program that ends before it has read everything says why by its exit, not by its broken pipe.
  running.child.stdin?.on('error', () => {}).end(input)
  try {
    return (await running).stderr
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    throw new Error(stderr || message)
  }
}
