import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkVersion, clusterIn, readPasswords } from './cluster.ts'
import { DatabaseError } from './database-error.ts'
import { readPidFile } from './leftover.ts'
import { locateBinaries } from './locate-binaries.ts'
import { type Database, type DatabaseOptions, openDatabase } from './open-database.ts'
import { inspectProcess } from './processes.ts'

/**
 * The database of a clinic whether its server is running or not: one that runs on the data folder is joined and left
 * running; otherwise it is opened as `openDatabase` does. For programs that look and do not serve.
 */
export async function reachDatabase(options: DatabaseOptions): Promise<Pick<Database, 'ownerUrl' | 'close'>> {
  if (!options.databaseUrl && !existsSync(clusterIn(options.dataFolder).folder))
    throw new DatabaseError(`There is no database in ${options.dataFolder}. Name the data folder of the clinic.`)
  const running = options.databaseUrl ? undefined : runningOn(resolve(options.dataFolder))
  return running ? { ownerUrl: running, close: async () => undefined } : openDatabase(options)
}

/** The owner's connection string of the PostgreSQL that runs on a data folder; undefined when none is ready there. */
function runningOn(dataFolder: string): string | undefined {
  const cluster = clusterIn(dataFolder)
  const found = readPidFile(cluster.postgresFolder)
  const live = found?.status === 'ready' ? inspectProcess(found.pid) : undefined
  if (!live?.command.includes(cluster.postgresFolder)) return undefined
  checkVersion(cluster, locateBinaries().majorVersion)
  // The fourth line of PostgreSQL's pid file is its port.
  const port = readFileSync(join(cluster.postgresFolder, 'postmaster.pid'), 'utf8').split('\n')[3]?.trim()
  return `postgresql://keel_owner:${readPasswords(cluster).owner}@127.0.0.1:${port}/keel`
}
