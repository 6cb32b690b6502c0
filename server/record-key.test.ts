import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRecordKey, keyFromEnvironment, readRecordKey } from './record-key.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keel-record-key-'))
})

afterEach(() => rm(folder, { recursive: true }))

const pemOf = (key: { export(options: { type: 'pkcs8'; format: 'pem' }): string | Buffer }) =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString()

test('is made once, whole, for its owner only, also when several ask at the same moment', async () => {
  const data = join(folder, 'data')
  const keys = await Promise.all(Array.from({ length: 8 }, () => readRecordKey(data)))
  keys.push(await readRecordKey(data))
  expect(new Set(keys.map(pemOf)).size).toBe(1)
  expect(await readdir(data)).toEqual(['record-key.pem'])
  expect((await stat(join(data, 'record-key.pem'))).mode & 0o777).toBe(0o600)
})

test('is looked for without being made', async () => {
  expect(await findRecordKey(folder)).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
  const made = await readRecordKey(folder)
  expect(pemOf((await findRecordKey(folder)) ?? made)).toBe(pemOf(made))
})

test('comes from the environment when it is there: the key, or the file that holds it', async () => {
  const pem = pemOf(generateKeyPairSync('ed25519').privateKey)
  const file = join(folder, 'elsewhere.pem')
  await writeFile(file, pem)
  expect(pemOf(await readRecordKey(folder, keyFromEnvironment({ KEEL_RECORD_KEY: pem })))).toBe(pem)
  expect(pemOf(await readRecordKey(folder, keyFromEnvironment({ KEEL_RECORD_KEY_FILE: file })))).toBe(pem)
  const onOneLine = pem.replaceAll('\n', '\\n')
  expect(pemOf(await readRecordKey(folder, keyFromEnvironment({ KEEL_RECORD_KEY: onOneLine })))).toBe(pem)
  expect(await readdir(folder)).toEqual(['elsewhere.pem'])
})

test.each([
  ['nothing', ''],
  ['half of one', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw'],
  ['a key of another kind', pemOf(generateKeyPairSync('x25519').privateKey)],
])('%s in its place is refused, and kept', async (_, content) => {
  await writeFile(join(folder, 'record-key.pem'), content)
  await expect(readRecordKey(folder)).rejects.toThrow('does not hold an Ed25519 private key')
  await expect(readRecordKey(join(folder, 'a'), { pem: `${content} ` })).rejects.toThrow('KEEL_RECORD_KEY')
})

test('a file that is named and not there is an error and not a new key', async () => {
  await expect(readRecordKey(folder, { file: join(folder, 'none.pem') })).rejects.toThrow('ENOENT')
})
