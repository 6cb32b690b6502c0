/** The roles of deploy/roles.sql on a real PostgreSQL: a whole clinic starts with them, and neither is more than it must be. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verify } from '@keel/eventlog'
import { startServer } from '@keel/server'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { root } from './tidy.ts'

const suffix = randomBytes(6).toString('hex')
const names = { keel_owner: `keel_owner_${suffix}`, keel_server: `keel_server_${suffix}` }
const database = `keel_roles_${suffix}`

/** What psql would send: its variables filled in, and roles that no other database of this server has. */
function statements(): string {
  return readFileSync(join(root, 'deploy/roles.sql'), 'utf8')
    .replace(":'owner_password'", "'owner-secret'")
    .replace(":'server_password'", "'server-secret'")
    .replaceAll(':"DBNAME"', database)
    .replaceAll(/\bkeel_(owner|server)\b/g, (name) => names[name as keyof typeof names])
}

function urlOf(user: string, password: string, name = database): string {
  const url = new URL(inject('databaseOwnerUrl'))
  url.pathname = `/${name}`
  if (user !== '') Object.assign(url, { username: user, password })
  return url.href
}

async function run(url: string, ...texts: readonly string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let result: pg.QueryResult | undefined
    for (const text of texts) result = await client.query(text)
    return result as pg.QueryResult
  } finally {
    await client.end()
  }
}

it('start a clinic on an external database, twice, and give no role too much', async () => {
  const admin = inject('databaseOwnerUrl')
  const dataFolder = mkdtempSync(join(tmpdir(), 'keel-roles-'))
  await run(admin, `CREATE DATABASE ${database}`)
  try {
    await run(urlOf('', ''), statements())
    await run(urlOf('', ''), statements())
    const ownerUrl = urlOf(names.keel_owner, 'owner-secret')
    const serverUrl = urlOf(names.keel_server, 'server-secret')
    for (let start = 0; start < 2; start++) {
      const server = await startServer({
        dataFolder,
        host: '127.0.0.1',
        port: 0,
        demo: true,
        databaseUrl: serverUrl,
        databaseOwnerUrl: ownerUrl,
      })
      expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready', reasons: [] })
      await server.close()
    }
    const report = await verify(ownerUrl)
    expect(report.problems).toEqual([])
    expect(JSON.stringify(report)).not.toMatch(/"events":0/)
    await expect(run(serverUrl, 'CREATE SCHEMA other')).rejects.toThrow(/permission denied/)
    await expect(run(serverUrl, 'DELETE FROM eventlog.event')).rejects.toThrow(/permission denied/)
    const { rows } = await run(
      admin,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE '%${suffix}' AND
        (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    )
    expect(rows).toEqual([])
  } finally {
    await run(admin, `DROP DATABASE ${database} WITH (FORCE)`)
    await run(admin, `DROP ROLE IF EXISTS ${names.keel_owner}, ${names.keel_server}`)
    rmSync(dataFolder, { recursive: true })
  }
})
