import { createServer } from 'node:net'
import { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { DatabaseError, openDatabase } from './index.ts'

const given = inject('databaseOwnerUrl')
const unused = '/nowhere'

function changed(change: (url: URL) => unknown): string {
  const url = new URL(given)
  change(url)
  return url.href
}

async function refusal(databaseUrl: string, databaseOwnerUrl?: string): Promise<string> {
  const error = await openDatabase({ dataFolder: unused, databaseUrl, databaseOwnerUrl }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseError)
  return String(error)
}

test('a given server is used as it is, and its address is shown without the password', async () => {
  const database = await openDatabase({ dataFolder: unused, databaseUrl: given })
  await database.close()
  const { password, hostname, port } = new URL(given)
  expect(database.ownerUrl).toBe(given)
  expect(database.description).toMatch(/^PostgreSQL \d+/)
  expect(database.description).toContain(`${hostname}:${port || 5432}`)
  expect(database.description).not.toContain(password || '\0')
})

test('with one address the server works as keel_app, beside options that the address already has', async () => {
  const admin = new Client({ connectionString: given })
  await admin.connect()
  onTestFinished(() => admin.end())
  await admin.query('DO $$ BEGIN CREATE ROLE keel_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$')
  for (const databaseUrl of [given, `${given}?options=-c%20statement_timeout%3D1234`]) {
    const { serverUrl } = await openDatabase({ dataFolder: unused, databaseUrl })
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    const { rows } = await client.query("SELECT current_user AS name, current_setting('statement_timeout') AS timeout")
    await client.end()
    expect(rows).toEqual([{ name: 'keel_app', timeout: databaseUrl === given ? '0' : '1234ms' }])
  }
})

test('with an owner address each role keeps its own', async () => {
  const databaseUrl = changed((url) => url.searchParams.set('application_name', 'server'))
  const database = await openDatabase({ dataFolder: unused, databaseUrl, databaseOwnerUrl: given })
  expect(database.serverUrl).toBe(databaseUrl)
  expect(database.ownerUrl).toBe(given)
})

test.each([
  ['not an address', 'DATABASE_URL is not a PostgreSQL address'],
  ['mysql://user:s3cret@localhost/keel', 'DATABASE_URL is not a PostgreSQL address'],
  ['postgresql://user:s3cret@host.invalid/keel', 'host.invalid:5432, database keel'],
])('%s is refused in words, without the password', async (databaseUrl, words) => {
  const message = await refusal(databaseUrl)
  expect(message).toContain(words)
  expect(message).not.toContain('s3cret')
})

test('a port at which nothing answers is named', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await new Promise((resolve) => server.close(resolve))
  expect(await refusal(`postgresql://user:s3cret@127.0.0.1:${port}/keel`)).toContain(
    `Nothing answers at 127.0.0.1:${port}, database keel`,
  )
})

test('a wrong password, a missing database and a wrong owner are told apart', async () => {
  const message = await refusal(changed((url) => Object.assign(url, { password: 's3cret-guess' })))
  expect(message).toContain('refused the password of user')
  expect(message).not.toContain('s3cret-guess')
  expect(await refusal(changed((url) => Object.assign(url, { pathname: '/no_such' })))).toContain(
    'has no such database',
  )
  expect(await refusal(given, 'nonsense')).toContain('DATABASE_OWNER_URL is not a PostgreSQL address')
})
