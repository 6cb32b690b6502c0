import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../server/database/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a superuser-like role that may create databases, roles and schemas. */
    databaseOwnerUrl: string
  }
}

/**
 * One database for the whole run: the one in DATABASE_URL (with DATABASE_OWNER_URL when given), or a new embedded one.
 * Test files share it and keep apart by databases or schemas of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'keel-test-'))
  // The account that PostgreSQL runs as under root has to pass through.
  chmodSync(folder, 0o711)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  const database = await openDatabase({
    dataFolder: folder,
    databaseUrl: process.env.DATABASE_URL,
    databaseOwnerUrl: process.env.DATABASE_OWNER_URL,
  }).catch((error: unknown) => {
    removeFolder()
    throw error
  })
  project.provide('databaseOwnerUrl', database.ownerUrl)
  return async () => {
    await database.close()
    removeFolder()
  }
}
