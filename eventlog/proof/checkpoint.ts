/**
 * A checkpoint: a signed statement of what the record of one clinic was at one moment. Kept where the database's
 * administrator cannot reach, it shows every later change to anything that was written before it.
 */

import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson, sha256 } from '../canonical.ts'
import type { Json } from '../events.ts'
import { isUuid } from '../prepare.ts'

export const checkpointFormat = 'keel-checkpoint-1'

/** What the first checkpoint of a clinic has as its previous one. */
export const noPreviousCheckpoint = '0'.repeat(64)

export interface UnsignedCheckpoint {
  readonly format: typeof checkpointFormat
  readonly clinicId: string
  /** From 1, without gaps in a clinic. */
  readonly number: number
  /** The instant, as in events. */
  readonly madeAt: string
  /** Of the last event that it covers: it covers the events from 1 to here. */
  readonly position: number
  /** RFC 6962 root over the hashes of the events in the order of their positions, 64 hex digits. */
  readonly events: string
  /** How many streams there were. */
  readonly streams: number
  /** RFC 6962 root over the heads of the streams, sorted by the bytes of their ids, 64 hex digits. */
  readonly heads: string
  /** SHA-256 of the text of the checkpoint before, 64 hex digits. */
  readonly previous: string
  /** SHA-256 of the public key's SPKI DER, 64 hex digits. */
  readonly keyId: string
}

export interface Checkpoint extends UnsignedCheckpoint {
  /** Ed25519 over the canonical JSON of all other fields, base64. */
  readonly signature: string
}

/** A text that is no checkpoint. */
export class InvalidCheckpoint extends Error {
  override readonly name = 'InvalidCheckpoint'
}

const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1

const fieldChecks: Readonly<Record<keyof Checkpoint, (value: unknown) => boolean>> = {
  format: (value) => value === checkpointFormat,
  clinicId: isUuid,
  number: isCount,
  madeAt: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  position: isCount,
  events: isHash,
  streams: isCount,
  heads: isHash,
  previous: isHash,
  keyId: isHash,
  signature: (value) => typeof value === 'string' && /^[A-Za-z0-9+/]{86}==$/.test(value),
}

/** @param key private or public. @returns 64 hex digits. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** @param recordKey the installation's Ed25519 private key. */
export function signCheckpoint(unsigned: Omit<UnsignedCheckpoint, 'keyId'>, recordKey: KeyObject): Checkpoint {
  const signed = { ...unsigned, keyId: keyIdOf(recordKey) }
  return { ...signed, signature: sign(null, signedBytes(signed), recordKey).toString('base64') }
}

/** `another-key`: it says itself that another key signed it, so that nothing follows from this one. */
export function verifyCheckpointSignature(
  checkpoint: Checkpoint,
  publicKey: KeyObject,
): 'signed' | 'another-key' | 'not-signed' {
  const { signature, ...unsigned } = checkpoint
  if (checkpoint.keyId !== keyIdOf(publicKey)) return 'another-key'
  return verify(null, signedBytes(unsigned), publicKey, Buffer.from(signature, 'base64')) ? 'signed' : 'not-signed'
}

function signedBytes(unsigned: UnsignedCheckpoint): Buffer {
  return Buffer.from(canonicalJson({ ...unsigned }))
}

/** Its text: canonical JSON on one line, signature included, without the line's end. */
export function exportCheckpoint(checkpoint: Checkpoint): string {
  return canonicalJson({ ...checkpoint })
}

/** What the next checkpoint names as `previous`. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return sha256(exportCheckpoint(checkpoint))
}

/** Looks at its form only, not at its signature. @throws InvalidCheckpoint */
export function parseCheckpoint(text: string): Checkpoint {
  return toCheckpoint(parseJson(text))
}

/** @throws InvalidCheckpoint */
export function toCheckpoint(value: unknown): Checkpoint {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== checkpointFormat) {
    throw new InvalidCheckpoint(`This is not a checkpoint: its format is not "${checkpointFormat}".`)
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  for (const [name, isRight] of Object.entries(fieldChecks)) {
    if (!isRight(fields.get(name))) throw new InvalidCheckpoint(`This is not a checkpoint: its "${name}" is not one's.`)
    fields.delete(name)
  }
  const [unknown] = fields.keys()
  if (unknown !== undefined) throw new InvalidCheckpoint('This is not a checkpoint: it has a field that none has.')
  return value as Checkpoint
}

/** @throws InvalidCheckpoint */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidCheckpoint('This is not a checkpoint, nor a proof: it is not JSON.')
  }
}
