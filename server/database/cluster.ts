import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from './database-error.ts'
import type { Binaries } from './locate-binaries.ts'
import { inspectProcess } from './processes.ts'
import { type Launch, runProgram } from './unprivileged.ts'

/** Passwords of the two roles that can sign in. */
export type Passwords = { owner: string; server: string }

/** Where the parts of an embedded database lie. */
export type Cluster = {
  /** The folder the person named. */
  dataFolder: string
  /** Everything below it that is the database's; made whole or not at all. */
  folder: string
  /** PostgreSQL's own folder. */
  postgresFolder: string
  logFile: string
}

// Others may pass through to PostgreSQL's own folder, which is closed to all but its account, and list nothing.
const passThrough = 0o711

export function clusterIn(dataFolder: string): Cluster {
  const folder = join(dataFolder, 'database')
  return { dataFolder, folder, postgresFolder: join(folder, 'postgres'), logFile: join(folder, 'postgres.log') }
}

/** Makes the data folder when it is missing, and makes sure that we can write there. */
export function prepareDataFolder({ dataFolder, folder }: Cluster): void {
  try {
    if (mkdirSync(dataFolder, { recursive: true })) chmodSync(dataFolder, passThrough)
    accessSync(existsSync(folder) ? folder : dataFolder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EROFS') throw new DatabaseError(readOnly(dataFolder))
    throw new DatabaseError(
      `The data folder ${dataFolder} cannot be written to by this user: ${(error as Error).message}. ` +
        'Give this user the folder, or name another one. Nothing was changed.',
    )
  }
}

/**
 * Makes the database in a folder of its own and then moves it into place in one step, so that a start that is cut short,
 * or two first starts at once, leave either a whole database or none.
 */
export async function createCluster(cluster: Cluster, binaries: Binaries, launch: Launch): Promise<void> {
  removeUnfinished(cluster.dataFolder)
  const staging = mkdtempSync(join(cluster.dataFolder, `.database-${process.pid}-`))
  try {
    chmodSync(staging, passThrough)
    const passwords: Passwords = { owner: randomPassword(), server: randomPassword() }
    await initialize(join(staging, 'postgres'), passwords, binaries, launch)
    writeFileSync(join(staging, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600, flush: true })
    renameSync(staging, cluster.folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    // Another first start was quicker; its database is as good as ours.
    if (existsSync(cluster.folder)) return
    throw new DatabaseError(`${explainFailure((error as Error).message, cluster)} No database was made.`)
  }
}

/** Removes what a first start that was cut short has left behind. */
function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = /^\.database-(\d+)-/.exec(name)?.[1]
    if (pid && !inspectProcess(Number(pid))) rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}

function randomPassword(): string {
  return randomBytes(32).toString('base64url')
}

async function initialize(folder: string, passwords: Passwords, binaries: Binaries, launch: Launch): Promise<void> {
  mkdirSync(folder, { mode: 0o700 })
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 })
  if (launch.account) {
    chownSync(folder, launch.account.uid, launch.account.gid)
    chownSync(passwordFile, launch.account.uid, launch.account.gid)
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=keel_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const cwd = '/'
  await runProgram(launch, binaries.initdb, ['-D', folder, ...locale, ...access, '--no-instructions'], { cwd })
  rmSync(passwordFile)
  const statements = [
    'CREATE ROLE keel_app NOLOGIN;',
    `CREATE ROLE keel_server LOGIN PASSWORD '${passwords.server}' IN ROLE keel_app;`,
    'CREATE DATABASE keel;',
  ]
  const single = [
    '--single',
    '-D',
    folder,
    '-c',
    'log_checkpoints=off',
    '-c',
    'log_min_error_statement=panic',
    'postgres',
  ]
  const said = await runProgram(launch, binaries.postgres, single, { cwd, input: `${statements.join('\n')}\n` })
  // In single-user mode PostgreSQL ends with success even when a statement has failed.
  if (said.includes('ERROR:')) throw new Error(said)
}

export function readPasswords({ folder }: Cluster): Passwords {
  const file = join(folder, 'passwords.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  } catch (error) {
    throw new DatabaseError(
      `The passwords of the database cannot be read from ${file} (${(error as NodeJS.ErrnoException).code ?? 'not valid'}). ` +
        'The database itself was not touched. Start Keel as the user who made it, or put that file back from a backup.',
    )
  }
}

/** Another major version's files cannot be read, and PostgreSQL's own words for that help nobody. */
export function checkVersion({ postgresFolder, dataFolder }: Cluster, majorVersion: number): void {
  let found: string
  try {
    found = readFileSync(join(postgresFolder, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    throw new DatabaseError(
      `The data folder ${dataFolder} holds no database that this user can read: ${(error as Error).message}. ` +
        'Start Keel as the user who made it, or name another data folder. Nothing was changed.',
    )
  }
  if (found === String(majorVersion)) return
  throw new DatabaseError(
    `The data folder ${dataFolder} was made by PostgreSQL ${found}; this Keel brings PostgreSQL ${majorVersion}. ` +
      'Make a backup with the Keel that made it and restore that into a new data folder. Nothing was changed.',
  )
}

/** Turns what PostgreSQL said when it failed into what happened and what to do. */
export function explainFailure(said: string, { dataFolder }: Pick<Cluster, 'dataFolder'>): string {
  if (/No space left on device|Check free disk space|ENOSPC|Disk quota exceeded/.test(said)) {
    return `The disk that holds ${dataFolder} is full. Free some space and start again; committed data is kept.`
  }
  if (/Read-only file system|EROFS/.test(said)) return readOnly(dataFolder)
  if (/Permission denied|EACCES|EPERM/.test(said)) {
    return `PostgreSQL may not read or write in ${dataFolder}. Give the folder to the user who starts Keel. It said: ${lastLines(said)}`
  }
  if (/could not (create|map) (shared memory|anonymous shared memory)|Cannot allocate memory/.test(said)) {
    return `There is too little memory for PostgreSQL. Close other programs and start again. It said: ${lastLines(said)}`
  }
  return `PostgreSQL could not be started for ${dataFolder}. It said: ${lastLines(said)}`
}

function readOnly(dataFolder: string): string {
  return (
    `The disk that holds ${dataFolder} can only be read, not written to. A disk that becomes so by itself may be failing: ` +
    'have it looked at, and make it writable again. Committed data is kept.'
  )
}

function lastLines(said: string): string {
  return said.trim().split('\n').slice(-5).join('\n')
}
