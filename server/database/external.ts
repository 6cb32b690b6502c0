import { Client } from 'pg'
import { DatabaseError } from './database-error.ts'
import type { Database } from './open-database.ts'

const minimumMajorVersion = 15
const connectTimeoutMs = 10_000

/** Checks that the given server can be reached and is new enough. Messages never carry the password. */
export async function openExternal(
  databaseUrl: string,
  databaseOwnerUrl: string | undefined,
  onProgress: (message: string) => void,
): Promise<Database> {
  const url = parse(databaseUrl, 'DATABASE_URL')
  const ownerUrl = databaseOwnerUrl ? parse(databaseOwnerUrl, 'DATABASE_OWNER_URL') : url
  onProgress(`Connecting to the database at ${place(ownerUrl)} ...`)
  const version = await readVersion(ownerUrl)
  if (databaseOwnerUrl) await readVersion(url)
  return {
    description: `PostgreSQL ${version} at ${place(url)}`,
    ownerUrl: ownerUrl.href,
    serverUrl: databaseOwnerUrl ? url.href : asServerRole(url),
    close: async () => {},
  }
}

function parse(text: string, setting: string): URL {
  const url = URL.parse(text)
  if (url && (url.protocol === 'postgres:' || url.protocol === 'postgresql:')) return url
  throw new DatabaseError(
    `${setting} is not a PostgreSQL address. It has the form postgresql://user:password@host:5432/database ` +
      '(characters such as @ or / in the password are written percent-encoded). Nothing was changed.',
  )
}

/** The role keel_app is taken on in the start-up message, so that every connection of every pool has it. */
function asServerRole(url: URL): string {
  const server = new URL(url)
  const options = [server.searchParams.get('options'), '-c role=keel_app'].filter(Boolean).join(' ')
  server.searchParams.delete('options')
  const separator = server.search === '' ? '?' : '&'
  // Written by hand because URLSearchParams would write the space as "+", which connection strings do not mean.
  return `${server.href}${separator}options=${encodeURIComponent(options)}`
}

function place(url: URL): string {
  const host = url.searchParams.get('host') ?? (url.hostname || 'localhost')
  return `${host}:${url.port || '5432'}, database ${decodeURIComponent(url.pathname.slice(1)) || '(default)'}`
}

async function readVersion(url: URL): Promise<string> {
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: connectTimeoutMs })
  // A server that goes away after the check is reported by whoever then uses it.
  client.on('error', () => {})
  try {
    await client.connect()
    const result = await client.query<{ number: number; version: string }>(
      "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
    )
    const row = result.rows[0]
    if (!row || row.number < minimumMajorVersion * 10_000) {
      throw new DatabaseError(
        `The database at ${place(url)} is PostgreSQL ${row?.version}. Keel needs ${minimumMajorVersion} or newer. ` +
          'Upgrade that server, or unset DATABASE_URL to use the embedded one. Nothing was changed.',
      )
    }
    return row.version
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    throw new DatabaseError(explain(error, url))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Turns a driver's error into words. The driver's own text is kept only where it cannot hold a password. */
function explain(error: unknown, url: URL): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const where = place(url)
  const user = decodeURIComponent(url.username) || '(none given)'
  const reasons: Record<string, string> = {
    ECONNREFUSED: `Nothing answers at ${where}. Check that the server runs and that host and port are right.`,
    ENOTFOUND: `The host of the database at ${where} is not known. Check its name and this machine's DNS.`,
    EAI_AGAIN: `The host of the database at ${where} could not be looked up. Check this machine's network and DNS.`,
    ETIMEDOUT: `The database at ${where} does not answer. Check the network and the firewalls between.`,
    '28P01': `The database at ${where} refused the password of user ${user}. Check user and password.`,
    '28000': `The database at ${where} does not let user ${user} in. Check the user and the server's pg_hba.conf.`,
    '3D000': `The server is reached, but has no such database: ${where}. Create it or correct the name.`,
    '53300': `The database at ${where} has no free connection. Raise max_connections or close other clients.`,
    '57P03': `The database at ${where} is still starting or is stopping. Try again in a moment.`,
    '42501': `User ${user} lacks a right on the database at ${where}: ${message}.`,
  }
  const timedOut = /timeout/i.test(message) ? reasons.ETIMEDOUT : undefined
  const reason = reasons[code] ?? timedOut ?? `The database at ${where} cannot be used: ${withoutSecret(message, url)}.`
  return `${reason} Nothing was changed.`
}

function withoutSecret(message: string, url: URL): string {
  if (url.password === '') return message
  return message.replaceAll(url.password, '***').replaceAll(decodeURIComponent(url.password), '***')
}
