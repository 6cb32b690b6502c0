import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Cluster,
  checkVersion,
  clusterIn,
  createCluster,
  explainFailure,
  prepareDataFolder,
  readPasswords,
} from './cluster.ts'
import { DatabaseError } from './database-error.ts'
import type { Order, Report } from './guard.ts'
import { keepRunning, type Running } from './keep-running.ts'
import { clearLeftover } from './leftover.ts'
import { type Binaries, locateBinaries } from './locate-binaries.ts'
import type { Database } from './open-database.ts'
import { chooseLaunch, giveFolder, type Launch } from './unprivileged.ts'

const startAttempts = 5
const slowStartMs = 3_000
/** Connections of a PostgreSQL that was killed notice it and end. */
const memoryFreeMs = 1_000

/** Starts the embedded PostgreSQL on a data folder, making the database first when there is none. */
export async function openEmbedded(dataFolder: string, onProgress: (message: string) => void): Promise<Database> {
  const binaries = locateBinaries()
  const cluster = clusterIn(dataFolder)
  prepareDataFolder(cluster)
  const launch = chooseLaunch([binaries.folder, dataFolder])
  if (!existsSync(cluster.folder)) {
    onProgress(`Creating the database in ${dataFolder} (once, some seconds) ...`)
    await createCluster(cluster, binaries, launch)
  }
  checkVersion(cluster, binaries.majorVersion)
  const passwords = readPasswords(cluster)
  const first = await start(cluster, binaries, launch, onProgress)
  const { port } = first
  const startAnew = async () => {
    prepareDataFolder(cluster)
    return start(cluster, binaries, launch, onProgress, port)
  }
  const release = keepRunning(first, startAnew, onProgress)
  const url = (user: string, password: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/keel`
  return {
    description: `Embedded PostgreSQL ${binaries.majorVersion} in ${dataFolder}`,
    ownerUrl: url('keel_owner', passwords.owner),
    serverUrl: url('keel_server', passwords.server),
    close: async () => {
      const { guard } = await release()
      await letGo(guard)
      // A guard that was killed has left its PostgreSQL; after any other the folder may already be another start's.
      if (guard.signalCode !== null) await clearLeftover(cluster, onProgress)
    },
  }
}

interface Started extends Running {
  readonly guard: ChildProcess
  readonly port: number
}

/**
 * A port may be taken, or another start be quicker, between the look and the attempt; both are then seen again.
 * @param knownPort the one that its connections know already; a free one when not given.
 */
async function start(
  cluster: Cluster,
  binaries: Binaries,
  launch: Launch,
  onProgress: (message: string) => void,
  knownPort?: number,
): Promise<Started> {
  let said = ''
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    await clearLeftover(cluster, onProgress)
    giveFolder(cluster.postgresFolder, launch)
    const port = knownPort ?? (await findFreePort())
    const guard = startGuard(orderFor(cluster, binaries, launch, port), cluster)
    const ended = new Promise((resolve) => guard.once('exit', resolve))
    const failure = await outcome(guard, cluster, onProgress)
    if (failure === undefined) return { guard, port, ended }
    said = failure
    if (/pre-existing shared memory block/.test(said)) await delay(memoryFreeMs)
    else if (!/postmaster\.pid" already exists|Address already in use/.test(said)) break
  }
  throw new DatabaseError(explainFailure(said, cluster))
}

function orderFor(cluster: Cluster, binaries: Binaries, launch: Launch, port: number): Order {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Messages about statements can hold patients' data; only those about the server itself are kept.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
  return {
    ownerPid: process.pid,
    launch,
    postgres: binaries.postgres,
    pgCtl: binaries.pgCtl,
    args: [
      '-D',
      cluster.postgresFolder,
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    postgresFolder: cluster.postgresFolder,
    logFile: cluster.logFile,
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  return address.port
}

function startGuard(order: Order, { folder }: Cluster): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = process.env
  // Its own session, so that Ctrl-C in a terminal reaches Keel first, and none of our streams, which it would keep open.
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.ts'), JSON.stringify(order)], {
    cwd: folder,
    detached: true,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  })
  guard.unref()
  guard.channel?.unref()
  return guard
}

/** Resolves to undefined when PostgreSQL is ready, or to what it said when it ended. There is no limit: it may replay long. */
async function outcome(
  guard: ChildProcess,
  cluster: Cluster,
  onProgress: (message: string) => void,
): Promise<string | undefined> {
  const slow = setTimeout(
    () => onProgress('PostgreSQL is still starting; it may be replaying its log ...'),
    slowStartMs,
  )
  guard.channel?.ref()
  guard.ref()
  try {
    return await new Promise((resolve, reject) => {
      guard.once('error', reject)
      guard.once('message', (report: Report) => resolve(report.state === 'ready' ? undefined : report.reason))
      guard.once('exit', () => resolve(readLog(cluster)))
    })
  } finally {
    clearTimeout(slow)
    guard.channel?.unref()
    guard.unref()
  }
}

function readLog({ logFile }: Cluster): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8') : 'nothing'
}

async function letGo(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return
  guard.ref()
  const ended = once(guard, 'exit')
  if (guard.connected) guard.disconnect()
  await ended
}
