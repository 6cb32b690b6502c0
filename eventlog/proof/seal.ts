/**
 * The seal on a clinic's record: a keyed hash over its tree of events, made anew with every append by a key that is kept
 * outside the database. Who may write to the database but does not have the key can make every other hash, not this one.
 */

import { createHmac, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'
import { type Tree, treeToBytes } from './merkle.ts'

const purpose = 'keel-seal-1'
const keyBytes = 32

/** @param recordKey the installation's Ed25519 private key, from which the key of the seals is derived. */
export function sealKeyFrom(recordKey: KeyObject): Buffer {
  const secret = recordKey.export({ type: 'pkcs8', format: 'der' })
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, keyBytes))
}

/** 32 bytes. */
export function sealOf(sealKey: Buffer, clinicId: string, tree: Tree): Buffer {
  return createHmac('sha256', sealKey).update(purpose).update(clinicId).update(treeToBytes(tree)).digest()
}

export function isSealOf(seal: Buffer, sealKey: Buffer, clinicId: string, tree: Tree): boolean {
  const expected = sealOf(sealKey, clinicId, tree)
  return seal.length === expected.length && timingSafeEqual(seal, expected)
}
