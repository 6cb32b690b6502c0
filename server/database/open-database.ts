import { resolve } from 'node:path'
import { openEmbedded } from './embedded.ts'
import { openExternal } from './external.ts'

export type Database = {
  /** One line for people: which database is in use. */
  description: string
  /** Connection string of the role that owns the tables and runs migrations. */
  ownerUrl: string
  /** Connection string of the role that the server works as; it owns nothing. */
  serverUrl: string
  /** Stops an embedded database and waits until it has; leaves an external one running. May be called twice. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** Folder of the embedded database; made when missing. Not used with `databaseUrl`. */
  dataFolder: string
  /** An external PostgreSQL, 15 or newer. Empty or absent: the embedded one. */
  databaseUrl?: string | undefined
  /** The external server's owning role, when `databaseUrl` is a role that owns nothing. */
  databaseOwnerUrl?: string | undefined
  /** Told, in words for people, each step that takes noticeable time. */
  onProgress?: ((message: string) => void) | undefined
}

/** Opens the external database when one is named, or else starts the embedded one. Throws a DatabaseError. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const onProgress = options.onProgress ?? (() => {})
  if (options.databaseUrl) return openExternal(options.databaseUrl, options.databaseOwnerUrl, onProgress)
  return openEmbedded(resolve(options.dataFolder), onProgress)
}
