import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLeaf,
  auditRanges,
  emptyTree,
  leafHash,
  rootFromPath,
  rootOf,
  type Tree,
  treeFromBytes,
  treeToBytes,
} from './merkle.ts'

/** RFC 6962's own definition, which is recursive and needs all the leaves. */
function rootByDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash('sha256', '', 'buffer')
  if (leaves.length === 1) return leafHash(leaves[0] as Buffer)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const halves = [rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split))]
  return hash('sha256', Buffer.concat([Buffer.of(1), ...halves]), 'buffer')
}

const treeOf = (leaves: readonly Buffer[]): Tree =>
  leaves.reduce((tree, leaf) => addLeaf(tree, leafHash(leaf)), emptyTree)

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => Buffer.from(`leaf ${index}`))

describe('the root', () => {
  test('of the eight leaves of the certificate transparency project is theirs at every size', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    const roots = leaves.map((_, index) =>
      rootOf(treeOf(leaves.slice(0, index + 1).map((hex) => Buffer.from(hex, 'hex')))),
    )
    expect(roots.map((root) => root.toString('hex'))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  test('of any tree is that of the definition', () => {
    for (let count = 0; count <= 70; count += 1) {
      expect(rootOf(treeOf(leavesOf(count)))).toEqual(rootByDefinition(leavesOf(count)))
    }
  })
})

test('a tree that was stored as bytes grows on as if it had not been', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (before, after) => {
      const leaves = leavesOf(before + after)
      const kept = treeOf(leaves.slice(0, before))
      const restored = treeFromBytes(treeToBytes(kept))
      const grown = leaves.slice(before).reduce((tree, leaf) => addLeaf(tree, leafHash(leaf)), restored)
      expect(rootOf(grown)).toEqual(rootByDefinition(leaves))
    }),
  )
})

test('bytes that are not those of a tree are refused', () => {
  const bytes = treeToBytes(treeOf(leavesOf(5)))
  const ofSeven = Buffer.concat([treeToBytes(treeOf(leavesOf(7))).subarray(0, 8), bytes.subarray(8)])
  expect(() => treeFromBytes(ofSeven)).toThrow('72 bytes are not those of a tree of 7 leaves.')
  for (const cut of [1, 8, 9, 71]) expect(() => treeFromBytes(bytes.subarray(0, cut))).toThrow(RangeError)
})

describe('an audit path', () => {
  const pathOf = (leaves: readonly Buffer[], index: number) =>
    auditRanges(index, leaves.length).map(({ start, end }) => rootByDefinition(leaves.slice(start, end)))

  test('leads from any leaf to the root, and from no other leaf, place or size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (count, seed) => {
        const index = seed % count
        const leaves = leavesOf(count)
        const root = rootByDefinition(leaves)
        const path = pathOf(leaves, index)
        const leaf = leafHash(leaves[index] as Buffer)
        expect(rootFromPath(leaf, index, count, path)).toEqual(root)
        expect(rootFromPath(leafHash(Buffer.from('other')), index, count, path)).not.toEqual(root)
        expect(rootFromPath(leaf, index, count, [...path, leaf])).toBeUndefined()
        expect(rootFromPath(leaf, count, count, path)).toBeUndefined()
        if (count > 1) expect(rootFromPath(leaf, (index + 1) % count, count, path)).not.toEqual(root)
      }),
    )
  })

  test('is short: one hash for each level of the tree', () => {
    expect(auditRanges(5_000_000, 10_000_000)).toHaveLength(24)
  })
})
