/**
 * Merkle trees hashed as in RFC 6962 (section 2.1). A tree only grows at its end, and of a growing one only its peaks
 * are kept: the roots of the full subtrees that stand side by side, the largest first, at most one for each bit of the
 * size. From them the root follows, and the next leaf can be added, however long the record is.
 */

import { hash } from 'node:crypto'

export interface Tree {
  /** Number of leaves. */
  readonly size: number
  /** 32 bytes each. */
  readonly peaks: readonly Buffer[]
}

export const hashBytes = 32
const sizeBytes = 8
const leafPrefix = Buffer.of(0)
/** A node's prefix with room for the two hashes below it, used again and again. */
const node = Buffer.alloc(1 + 2 * hashBytes, 1)

export const emptyTree: Tree = { size: 0, peaks: [] }

export function leafHash(data: Buffer): Buffer {
  return hashed(Buffer.concat([leafPrefix, data]))
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  node.set(left, 1)
  node.set(right, 1 + hashBytes)
  return hashed(node)
}

/** By way of a text with a character for each byte, which Node makes three times as fast as a buffer. */
function hashed(bytes: Buffer): Buffer {
  return Buffer.from(hash('sha256', bytes, 'latin1'), 'latin1')
}

/** @param leaf as `leafHash` makes it. */
export function addLeaf({ size, peaks }: Tree, leaf: Buffer): Tree {
  const kept = [...peaks]
  let added = leaf
  // Two full subtrees of one size become one of twice the size: a carry, as when counting in binary.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) added = nodeHash(kept.pop() as Buffer, added)
  kept.push(added)
  return { size: size + 1, peaks: kept }
}

/** The Merkle tree hash; that of no leaves is the hash of no bytes. */
export function rootOf({ peaks }: Tree): Buffer {
  const [last, ...before] = peaks.toReversed()
  if (last === undefined) return hashed(Buffer.alloc(0))
  return before.reduce((right, left) => nodeHash(left, right), last)
}

/** The size in 8 bytes, then the peaks; no bytes at all for a tree without leaves. */
export function treeToBytes({ size, peaks }: Tree): Buffer {
  if (size === 0) return Buffer.alloc(0)
  const head = Buffer.alloc(sizeBytes)
  head.writeBigUInt64BE(BigInt(size))
  return Buffer.concat([head, ...peaks])
}

/** @throws RangeError when the bytes are not those of a tree. */
export function treeFromBytes(bytes: Buffer): Tree {
  if (bytes.length === 0) return emptyTree
  const size = bytes.length < sizeBytes ? 0 : Number(bytes.readBigUInt64BE())
  const peaks: Buffer[] = []
  for (let start = sizeBytes; start < bytes.length; start += hashBytes) {
    peaks.push(bytes.subarray(start, start + hashBytes))
  }
  const isWhole = size > 0 && bytes.length === sizeBytes + countOfBits(size) * hashBytes
  if (!isWhole) throw new RangeError(`${bytes.length} bytes are not those of a tree of ${size} leaves.`)
  return { size, peaks }
}

/** Undefined when the bytes are not those of a tree. */
export function treeIfReadable(bytes: Buffer): Tree | undefined {
  try {
    return treeFromBytes(bytes)
  } catch {
    return undefined
  }
}

/** Sizes go beyond the 32 bits of JavaScript's bit operators. */
function countOfBits(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/** Leaves from `start` to before `end`, counted from 0. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** The parts of a tree whose roots are the audit path of a leaf, the lowest first. */
export function auditRanges(leafIndex: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start)
    const isLeft = leafIndex < middle
    ranges.unshift(isLeft ? { start: middle, end } : { start, end: middle })
    if (isLeft) end = middle
    else start = middle
  }
  return ranges
}

/** The root that follows from a leaf, its place and its audit path; undefined when the path has not the right length. */
export function rootFromPath(
  leaf: Buffer,
  leafIndex: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  const ranges = auditRanges(leafIndex, size)
  if (leafIndex < 0 || leafIndex >= size || ranges.length !== path.length) return undefined
  return path.reduce((root, sibling, step) => {
    const isRight = (ranges[step] as LeafRange).start > leafIndex
    return isRight ? nodeHash(root, sibling) : nodeHash(sibling, root)
  }, leaf)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
