import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  type Checkpoint,
  checkpointFormat,
  checkpointHash,
  exportCheckpoint,
  InvalidCheckpoint,
  noPreviousCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpointSignature,
} from './checkpoint.ts'
import { parseCheckpoints } from './given-checkpoints.ts'

const recordKey = generateKeyPairSync('ed25519').privateKey
const publicKey = createPublicKey(recordKey)
const otherKey = generateKeyPairSync('ed25519').privateKey
const unsigned = {
  format: checkpointFormat,
  clinicId: '0b7a5e9e-6a43-4d0e-9a43-000000000001',
  number: 1,
  madeAt: '2026-11-22T19:00:00.000Z',
  position: 12,
  events: 'ab'.repeat(32),
  streams: 3,
  heads: 'cd'.repeat(32),
  previous: noPreviousCheckpoint,
} as const
const checkpoint = signCheckpoint(unsigned, recordKey)

test('a checkpoint is one line of canonical JSON, and comes back from it', () => {
  const text = exportCheckpoint(checkpoint)
  expect(text).toMatch(/^\{"clinicId":"[^\n]*"streams":3\}$/)
  expect(parseCheckpoint(text)).toEqual(checkpoint)
  expect(checkpointHash(parseCheckpoint(text))).toBe(checkpointHash(checkpoint))
})

describe('the signature', () => {
  test('is of the record key and of no other', () => {
    expect(verifyCheckpointSignature(checkpoint, publicKey)).toBe('signed')
    expect(verifyCheckpointSignature(checkpoint, createPublicKey(otherKey))).toBe('another-key')
  })

  test.each(Object.keys(checkpoint).filter((field) => !['format', 'signature'].includes(field)))(
    'covers %s',
    (field) => {
      const value = checkpoint[field as keyof Checkpoint]
      const changed = { ...checkpoint, [field]: typeof value === 'number' ? value + 1 : `9${`${value}`.slice(1)}` }
      const expected = field === 'keyId' ? 'another-key' : 'not-signed'
      expect(verifyCheckpointSignature(changed, publicKey)).toBe(expected)
    },
  )

  test('by another key under the name of the record key is seen', () => {
    const { signature } = signCheckpoint(unsigned, otherKey)
    expect(verifyCheckpointSignature({ ...checkpoint, signature }, publicKey)).toBe('not-signed')
  })
})

describe('a text that is no checkpoint', () => {
  test.each([
    ['no JSON', '{'],
    ['another thing', '{"format":"keel-proof-1"}'],
    ['nothing', 'null'],
    ['a field more', JSON.stringify({ ...checkpoint, note: 'x' })],
    ...Object.keys(checkpoint).map((field) => [`${field} empty`, JSON.stringify({ ...checkpoint, [field]: '' })]),
    ...Object.keys(checkpoint).map((field) => [`no ${field}`, JSON.stringify({ ...checkpoint, [field]: undefined })]),
  ])('%s', (_, text) => {
    expect(() => parseCheckpoint(text as string)).toThrow(InvalidCheckpoint)
  })
})

describe('a file of checkpoints', () => {
  const second = signCheckpoint({ ...unsigned, number: 2, previous: checkpointHash(checkpoint) }, recordKey)
  const file = `${exportCheckpoint(checkpoint)}\n\n${exportCheckpoint(second)}\n`

  test('is read line by line, and each signature is looked at when a key is given', () => {
    expect(parseCheckpoints(file, [createPublicKey(otherKey), publicKey])).toEqual([checkpoint, second])
    expect(parseCheckpoints(file.replace('"streams":3', '"streams":4'), [])).toHaveLength(2)
  })

  test.each([
    ['Line 3: The signature is not that of this checkpoint', file.replace('"number":2', '"number":3'), publicKey],
    ['Line 1: This checkpoint was signed by another key', file, createPublicKey(otherKey)],
    ['Line 2: This is not a checkpoint, nor a proof: it is not JSON.', `${exportCheckpoint(checkpoint)}\nx`, publicKey],
    ['There is no checkpoint in it.', '\n', publicKey],
  ])('that cannot be used: %s', (message, text, key) => {
    expect(() => parseCheckpoints(text, [key])).toThrow(message)
  })
})
