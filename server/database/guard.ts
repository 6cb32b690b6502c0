/**
 * A small process between Keel and its PostgreSQL, in a session of its own. It stops PostgreSQL when Keel ends in whatever
 * way, which Keel itself cannot do when it is killed. Its one argument is an Order in JSON.
 */
import { spawn, spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { clusterName, readPidFile } from './leftover.ts'
import { commandFor, type Launch } from './unprivileged.ts'

export type Order = {
  ownerPid: number
  launch: Launch
  postgres: string
  pgCtl: string
  args: string[]
  postgresFolder: string
  logFile: string
}

/** What the guard tells its owner. */
export type Report = { state: 'ready' } | { state: 'failed'; reason: string }

const lookAgainMs = 10
const fastStopMs = 30_000

const order = JSON.parse(process.argv[2] ?? '') as Order
const log = openSync(order.logFile, 'w', 0o600)
const name = clusterName(order.ownerPid, process.pid)
const command = commandFor(order.launch, order.postgres, [...order.args, '-c', `cluster_name=${name}`])
const postgres = spawn(command.program, command.args, { ...command.options, cwd: '/', stdio: ['ignore', log, log] })

postgres.on('error', (error) => report({ state: 'failed', reason: error.message }, () => process.exit(1)))
postgres.on('close', () => process.exit())
process.on('disconnect', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

const lookForReady = setInterval(() => {
  const file = readPidFile(order.postgresFolder)
  if (file?.pid !== postgres.pid || file?.status !== 'ready') return
  clearInterval(lookForReady)
  report({ state: 'ready' })
}, lookAgainMs)

/** An owner that has just ended hears nothing; its going is handled as the disconnection that it is. */
function report(message: Report, then = () => {}): void {
  if (process.connected) process.send?.(message, then)
  else then()
}

/** Rolls open transactions back and stops. Past the limit it stops without the last checkpoint, which costs no data. */
function stop(): void {
  signalPostgres('INT')
  setTimeout(() => signalPostgres('QUIT'), fastStopMs).unref()
}

function signalPostgres(signal: 'INT' | 'QUIT'): void {
  if (!postgres.pid) return
  // Windows has no signals; PostgreSQL's own tool carries them there.
  if (process.platform === 'win32') spawnSync(order.pgCtl, ['kill', signal, String(postgres.pid)])
  else postgres.kill(`SIG${signal}`)
}
