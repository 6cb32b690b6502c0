import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecret } from './secret.ts'

let folder: string
const file = () => join(folder, 'cookie-secret')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keel-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('is made once, for its owner alone, and leaves nothing else behind', async () => {
  const made = await readSecret(folder, undefined)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(await readSecret(folder, undefined)).toBe(made)
  expect(readFileSync(file(), 'utf8')).toBe(made)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['cookie-secret'])
})

test('of many first starts at once all have the same', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => readSecret(folder, undefined)))
  expect(new Set(all).size).toBe(1)
})

test.each(['', 'half of it'])('one that a crash has left as "%s" is made anew, and is never used', async (left) => {
  writeFileSync(file(), left)
  const made = await readSecret(folder, undefined)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(await readSecret(folder, undefined)).toBe(made)
})

test('from the environment it must be long, and is not kept', async () => {
  await expect(readSecret(folder, 'short')).rejects.toThrow('shorter than 32 characters')
  expect(await readSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32))
  expect(readdirSync(folder)).toEqual([])
})
