/** A fresh, migrated database for a test file or a measurement, and a role in it that may do no more than the server. */

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from './index.ts'

export interface TestDatabase {
  readonly ownerUrl: string
  /** Of a role that is a member of `keel_app` and owns nothing. */
  readonly serverUrl: string
  drop(): Promise<void>
}

export async function createTestDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `keel_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  await runAs(adminUrl, [`CREATE DATABASE ${name}`])
  const ownerUrl = urlWith(adminUrl, (url) => {
    url.pathname = `/${name}`
  })
  await migrate(ownerUrl)
  await runAs(ownerUrl, [`CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE keel_app`])
  const serverUrl = urlWith(ownerUrl, (url) => {
    url.username = name
    url.password = password
  })
  const drop = () => runAs(adminUrl, [`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`])
  return { ownerUrl, serverUrl, drop }
}

/** Runs statements one after the other on a connection of their own. @returns the rows of the last one. */
export async function runAs(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlWith(text: string, change: (url: URL) => void): string {
  const url = new URL(text)
  change(url)
  return url.href
}
