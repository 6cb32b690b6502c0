/**
 * Checks one clinic by position: from 1 to the last one written, each once; and that the tree over all events has the
 * roots for which checkpoints vouch, and is the one that the clinic keeps.
 */

import type pg from 'pg'
import { readByCursor } from '../cursor.ts'
import { addLeaf, emptyTree, leafHash, rootOf, type Tree, treeToBytes } from '../proof/merkle.ts'
import type { Findings, ProblemKind } from './report.ts'
import type { Vouched } from './vouched.ts'

/** The clinic's own row, as far as it is about all of its events. */
export interface ClinicRow {
  readonly lastPosition: number
  /** Undefined: the bytes are not those of a tree. */
  readonly tree: Tree | undefined
  readonly seal: Buffer | null
}

type Add = (kind: ProblemKind, position: number, message: string) => void

/** @param vouched in order of position. @returns the last position that has an event. */
export async function checkPositions(
  client: pg.ClientBase,
  clinicId: string,
  clinic: ClinicRow | undefined,
  vouched: readonly Vouched[],
  findings: Findings,
): Promise<number> {
  const add: Add = (kind, position, message) => findings.add({ kind, clinicId, position, message })
  const roots = checkerOfRoots(vouched, findings)
  const kept = checkerOfTree(clinic?.tree)
  let tree = emptyTree
  let last = 0
  let isWhole = true
  const text = `SELECT position, encode(hash, 'hex') FROM eventlog.event WHERE clinic_id = $1 ORDER BY position`
  for await (const rows of readByCursor(client, text, [clinicId])) {
    for (const [positionText, hash] of rows) {
      const position = Number(positionText)
      roots.before(position, tree)
      if (position !== last + 1) {
        isWhole = false
        if (position === last) add('duplicated', position, 'This position is there more than once.')
        else add('missing', last + 1, `Positions ${last + 1} to ${position - 1} of the clinic are missing.`)
      }
      tree = addLeaf(tree, leafHash(Buffer.from(`${hash}`, 'hex')))
      kept.look(tree)
      last = position
    }
    findings.positionsChecked(rows.length)
  }
  roots.end(tree, last)
  checkEnd(clinic?.lastPosition, last, add)
  // Where rows are missing or doubled, that was said, and the tree says nothing more.
  if (clinic !== undefined && isWhole) checkTree(clinic, last, kept.isSame(), add)
  return last
}

/** The bytes in which a tree is kept, compared where the tree that grows has the same size. */
function checkerOfTree(kept: Tree | undefined) {
  let isSame = kept?.size === 0
  return {
    look(tree: Tree) {
      if (tree.size === kept?.size) isSame = treeToBytes(tree).equals(treeToBytes(kept))
    },
    isSame: () => isSame,
  }
}

/** Remembers the last root that was right, so that a wrong one names the stretch in which the change is. */
function checkerOfRoots(vouched: readonly Vouched[], findings: Findings) {
  let next = 0
  let right = 0
  const check = ({ checkpoint, name }: Vouched, tree: Tree) => {
    const { clinicId, number, position, events } = checkpoint
    if (tree.size === position && rootOf(tree).toString('hex') === events) {
      right = position
      return
    }
    const stretch = right === 0 ? '' : ` Those up to position ${right} are.`
    const message = `The events up to position ${position} are not those of which ${name} was made.${stretch}`
    findings.add({ kind: 'rewritten', clinicId, position: right + 1, checkpoint: number, message })
  }
  return {
    /** An event of this position comes next. */
    before(position: number, tree: Tree) {
      for (let one = vouched[next]; one !== undefined && one.checkpoint.position < position; one = vouched[next]) {
        check(one, tree)
        next += 1
      }
    },
    end(tree: Tree, last: number) {
      for (const one of vouched.slice(next)) {
        const { checkpoint, name } = one
        if (checkpoint.position === last) check(one, tree)
        else findings.add(shorter(checkpoint, name, last))
      }
    },
  }
}

function shorter({ clinicId, number, position }: Vouched['checkpoint'], name: string, last: number) {
  const message = `The clinic's events end at position ${last}, but ${name} was made of events up to ${position}.`
  return { kind: 'truncated', clinicId, position: last + 1, checkpoint: number, message } as const
}

function checkEnd(lastWritten: number | undefined, last: number, add: Add): void {
  if (lastWritten === undefined && last > 0) {
    add('foreign', last, 'There are events of a clinic that the record does not know.')
  } else if (lastWritten !== undefined && last < lastWritten) {
    add('truncated', last + 1, `The clinic's events end at position ${last}, but were written up to ${lastWritten}.`)
  } else if (lastWritten !== undefined && last > lastWritten) {
    add('foreign', last, `The clinic was written up to position ${lastWritten}, but has events up to ${last}.`)
  }
}

function checkTree({ lastPosition, tree }: ClinicRow, last: number, isSame: boolean, add: Add): void {
  if (tree === undefined) add('changed', last, "The clinic's tree of events cannot be read as one.")
  else if (tree.size > last) {
    // Said already where the last position tells it too.
    if (lastPosition <= last) {
      add('truncated', last + 1, `The clinic's events end at position ${last}, but its tree holds ${tree.size}.`)
    }
  } else if (!isSame) {
    add('rewritten', tree.size, `The events up to position ${tree.size} are not those of the clinic's tree.`)
  }
}
