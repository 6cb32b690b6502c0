/** The server: opens the database, brings its tables forward, seeds the demo where asked, and serves. */
import type { AddressInfo } from 'node:net'
import { createPostgresEventLog, migrate } from '@keel/eventlog'
import { readSecret } from './access/secret.ts'
import { createSignIns, type SignIns } from './access/sign-in.ts'
import { createApp } from './app.ts'
import { type Database, openDatabase } from './database/index.ts'
import { demoClinicId, demoSignIns } from './demo/people.ts'
import { seedDemo } from './demo/seed.ts'
import { migrateQueue, openJobs } from './jobs/index.ts'
import { migrationSets } from './migration-sets.ts'
import {
  createMetrics,
  createReports,
  type Logger,
  type MetricsAccess,
  observeLog,
  observeRuntime,
  openOperations,
} from './operate/index.ts'
import { type KeyFromEnvironment, readRecordKey } from './record-key.ts'
import { runningRulesetDigest } from './ruleset-digest.ts'
import { type Clock, type SettableClock, settableClock, steadyClock } from './runtime/clock.ts'
import { createRuntime, type Runtime } from './runtime/handle.ts'
import { createLive } from './runtime/live.ts'
import { createReads } from './runtime/reads.ts'
import { views } from './runtime/views.ts'

export {
  type BackupContent,
  checkBackup,
  type Lock,
  makeBackup,
  makeIdentity,
  type Opener,
  type Progress,
  readKeyFile,
  restoreBackup,
} from './backup/index.ts'
export { type Database, openDatabase, reachDatabase } from './database/index.ts'
export { type DemoSignIn, demoClinicId, demoSignIns } from './demo/people.ts'
export { type ExportEnvironment, ExportFailed, sendCheckpoint } from './export-checkpoint.ts'
export { type JobStatus, readJobs } from './jobs/index.ts'
export { createLogger, endOnUncaught, type Logger, loggerOptions, readSetting, stopAsked } from './operate/index.ts'
export { findRecordKey, type KeyFromEnvironment, keyFromEnvironment, readRecordKey } from './record-key.ts'
export { runningRulesetDigest } from './ruleset-digest.ts'
export { type SettableClock, stoppedClock } from './runtime/clock.ts'

export interface ServerOptions {
  /** Where the embedded database and the cookie secret live. */
  readonly dataFolder: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  readonly secret?: string | undefined
  /** Seeds a synthetic clinic, shows its sign-ins and lets its clock be moved. */
  readonly demo: boolean
  /** For tests: a clock of their own. */
  readonly clock?: SettableClock
  readonly webFolder?: string | undefined
  /** Behind TLS: cookies are marked secure. */
  readonly secureCookies?: boolean
  /** Figures for Prometheus: on a port of their own, or by a token on the server's. Left out, none are kept. */
  readonly metrics?: MetricsAccess
  /** Left out: the key in the data folder, made when there is none. */
  readonly recordKey?: KeyFromEnvironment
  readonly logger?: Logger
  readonly onProgress?: (message: string) => void
  readonly onBug?: (error: unknown) => void
}

export interface RunningServer {
  readonly url: string
  readonly database: string
  /** The port for operators, where one was asked for. */
  readonly operationsPort: number | undefined
  readonly signIns: typeof demoSignIns
  close(): Promise<void>
}

/**
 * Starts everything, or nothing: what was opened is closed again when a later step fails.
 * @throws Error with a message for people (port in use, database not reachable, folder not writable).
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const toClose: (() => Promise<void>)[] = []
  const close = async () => {
    const failures: unknown[] = []
    // One that fails must not keep the others from what they have to finish, the database last of all.
    for (const step of toClose.splice(0).reverse()) await step().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    return await start(options, toClose, close)
  } catch (error) {
    await close().catch(() => undefined) // Why it did not start is what has to be told.
    throw error
  }
}

async function start(
  options: ServerOptions,
  toClose: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<RunningServer> {
  const onProgress = options.onProgress ?? (() => undefined)
  const metrics = options.metrics && createMetrics()
  const { onBug, onBrokenSeal } = createReports(options, metrics)
  const database: Database = await openDatabase({
    dataFolder: options.dataFolder,
    ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
    ...(options.databaseOwnerUrl && { databaseOwnerUrl: options.databaseOwnerUrl }),
    onProgress,
  })
  toClose.push(() => database.close())
  for (const set of migrationSets) await migrate(database.ownerUrl, onProgress, set)
  await migrateQueue(database.ownerUrl)
  const recordKey = await readRecordKey(options.dataFolder, options.recordKey)
  const sealed = createPostgresEventLog({ serverUrl: database.serverUrl, views, recordKey, onBrokenSeal })
  const log = observeLog(sealed, metrics)
  toClose.push(() => log.close())
  await log.rebuildViews()
  const secret = await readSecret(options.dataFolder, options.secret)
  const signIns = createSignIns({
    serverUrl: database.serverUrl,
    secret,
    secureCookies: options.secureCookies ?? false,
  })
  toClose.push(() => signIns.close())

  const clinicId = options.demo ? demoClinicId : await onlyClinic(signIns)
  const last = await log.lastEvent(clinicId)
  const demoClock = options.demo ? (options.clock ?? settableClock(last?.recordedAt)) : undefined
  const setClock = demoClock ?? options.clock
  const clock: Clock = setClock ?? steadyClock(last?.recordedAt, (minutes) => onProgress(clockBehind(minutes)))
  const runtime: Runtime = observeRuntime(createRuntime({ log, clinicId, clock, ruleset: runningRulesetDigest() }))
  if (options.demo) await seedDemo(runtime, signIns, onProgress)

  const { operations, port: operationsPort } = await openOperations({
    metrics,
    serverUrl: database.serverUrl,
    clinicId,
    clock,
    ...(!options.databaseUrl && { dataFolder: options.dataFolder }),
    ...(setClock === undefined && { lastRecordedAt: async () => (await log.lastEvent(clinicId))?.recordedAt }),
    access: options.metrics,
    toClose,
  })
  const live = createLive(log, clinicId, (await log.lastEvent(clinicId))?.position ?? 0, onBug)
  toClose.push(async () => live.close())
  const { serverUrl } = database
  toClose.push(
    await openJobs({ serverUrl, runtime, live, recordKey, environment: process.env, logger: options.logger, metrics }),
  )
  const reads = createReads(runtime, { onBug })
  metrics?.watch('keel_reads_waiting', 'Reads of records that wait to be written down.', () => reads.waiting())
  toClose.push(() => reads.close())
  const app = await createApp({
    runtime,
    reads,
    signIns,
    live,
    onBug,
    operations,
    ...(options.logger && { logger: options.logger }),
    ...(demoClock && { demo: { clock: demoClock, signIns: demoSignIns } }),
    ...(options.webFolder && { webFolder: options.webFolder }),
  })
  toClose.push(() => app.close())
  await listen(app, options)
  toClose.push(async () => operations.health.stopping())
  const { port } = app.server.address() as AddressInfo
  const shownHost = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host
  return {
    url: `http://${shownHost}:${port}`,
    database: database.description,
    operationsPort,
    signIns: options.demo ? demoSignIns : [],
    close,
  }
}

function clockBehind(minutes: number): string {
  return (
    `WARNING: this machine's clock is ${minutes} min behind the record's. Times are recorded after those that are there, ` +
    'until the clock has caught up. Set it right, by a time server if there is one, and look at the times of the last entries.'
  )
}

async function onlyClinic(signIns: SignIns): Promise<string> {
  const clinics = await signIns.clinics()
  const [first, ...others] = clinics
  if (!first) throw new Error('There is no clinic in this database yet. Start the demo clinic with: npm start')
  if (others.length > 0)
    throw new Error(`There are ${clinics.length} clinics in this database; this version serves one.`)
  return first.clinicId
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, { host, port }: ServerOptions): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is in use by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
      )
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be opened by this user. Choose one above 1023: npm start -- --port 7300`)
    throw error
  }
}
