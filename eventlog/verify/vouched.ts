/** The checkpoints of a clinic: their own chain, and what of the record they vouch for. */

import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { readByCursor } from '../cursor.ts'
import {
  type Checkpoint,
  checkpointHash,
  exportCheckpoint,
  noPreviousCheckpoint,
  parseCheckpoint,
  verifyCheckpointSignature,
} from '../proof/checkpoint.ts'
import { type HeadsAt, headsAt } from './heads-at.ts'
import type { Findings, ProblemKind } from './report.ts'

/** A checkpoint whose roots the record is to have. */
export interface Vouched {
  readonly checkpoint: Checkpoint
  /** For messages. */
  readonly name: string
  /** For one whose heads are looked at too. */
  readonly heads: HeadsAt | undefined
}

/**
 * All of them are held in memory, some 700 bytes each: one for every hour of ten years are 60 MB.
 * @param given of this clinic.
 * @returns in order of position.
 */
export async function checkCheckpoints(
  client: pg.ClientBase,
  clinicId: string,
  given: readonly Checkpoint[],
  publicKeys: readonly KeyObject[],
  findings: Findings,
): Promise<readonly Vouched[]> {
  const stored = await checkStored(client, clinicId, publicKeys, findings)
  const lookedAtClosely = new Set([...stored.slice(-1), ...given].map(exportCheckpoint))
  const vouched: Vouched[] = []
  const add = (checkpoint: Checkpoint, name: string) => {
    const isClose = lookedAtClosely.has(exportCheckpoint(checkpoint))
    vouched.push({ checkpoint, name, heads: isClose ? headsAt(checkpoint.position) : undefined })
  }
  for (const checkpoint of stored) add(checkpoint, `checkpoint ${checkpoint.number}`)
  for (const checkpoint of given) {
    findings.checkpointChecked()
    if (!isStored(checkpoint, stored, findings)) add(checkpoint, `the given checkpoint ${checkpoint.number}`)
  }
  return vouched.sort((one, other) => one.checkpoint.position - other.checkpoint.position)
}

async function checkStored(
  client: pg.ClientBase,
  clinicId: string,
  publicKeys: readonly KeyObject[],
  findings: Findings,
): Promise<readonly Checkpoint[]> {
  const checkpoints: Checkpoint[] = []
  let number = 0
  /** Undefined after one that cannot be read. */
  let last: Checkpoint | 'none' | undefined = 'none'
  const text = `SELECT number, position, body FROM eventlog.checkpoint WHERE clinic_id = $1 ORDER BY number, position`
  for await (const rows of readByCursor(client, text, [clinicId])) {
    for (const row of rows as readonly unknown[] as readonly [string, string, string][]) {
      findings.checkpointChecked()
      const add = (kind: ProblemKind, message: string) =>
        findings.add({ kind, clinicId, checkpoint: Number(row[0]), message })
      const isNext: boolean = checkNumber(clinicId, Number(row[0]), number, findings)
      const checkpoint = checkRow(clinicId, row, publicKeys, add)
      if (checkpoint !== undefined && isNext && last !== undefined) checkLink(checkpoint, last, add)
      if (checkpoint !== undefined) checkpoints.push(checkpoint)
      number = Number(row[0])
      last = checkpoint
    }
  }
  return checkpoints
}

type Add = (kind: ProblemKind, message: string) => void

/** @returns whether it comes right after the one before. */
function checkNumber(clinicId: string, number: number, before: number, findings: Findings): boolean {
  const add = (kind: ProblemKind, checkpoint: number, message: string) =>
    findings.add({ kind, clinicId, checkpoint, message })
  if (number === before) add('duplicated', number, 'This checkpoint is there more than once.')
  else if (number !== before + 1) {
    add('missing', before + 1, `Checkpoints ${before + 1} to ${number - 1} of the clinic are missing.`)
  }
  return number === before + 1
}

function checkRow(
  clinicId: string,
  [number, position, body]: readonly [string, string, string],
  publicKeys: readonly KeyObject[],
  add: Add,
): Checkpoint | undefined {
  const checkpoint = readable(body)
  if (checkpoint === undefined || exportCheckpoint(checkpoint) !== body) {
    add('changed', 'The checkpoint is not what was written: it cannot be read as one.')
    return undefined
  }
  if (checkpoint.clinicId !== clinicId) {
    add('foreign', 'The checkpoint was made of another clinic.')
    return undefined
  }
  if (checkpoint.number !== Number(number) || checkpoint.position !== Number(position)) {
    add('changed', 'The checkpoint stands under another number or position than the one that was signed.')
  }
  if (publicKeys.length > 0) checkSignature(checkpoint, publicKeys, add)
  return checkpoint
}

function readable(body: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(body)
  } catch {
    return undefined
  }
}

function checkSignature(checkpoint: Checkpoint, publicKeys: readonly KeyObject[], add: Add): void {
  const answers = publicKeys.map((key) => verifyCheckpointSignature(checkpoint, key))
  if (answers.includes('signed')) return
  const isOurs = answers.includes('not-signed')
  add('forged', isOurs ? 'The signature is not that of this checkpoint.' : 'The checkpoint was signed by another key.')
}

function checkLink(checkpoint: Checkpoint, last: Checkpoint | 'none', add: Add): void {
  const previous = last === 'none' ? noPreviousCheckpoint : checkpointHash(last)
  if (checkpoint.previous !== previous)
    add('reordered', 'The checkpoint does not follow the one that stands before it.')
  if (last !== 'none' && checkpoint.position <= last.position) {
    add('reordered', 'The checkpoint covers no more than the one before it.')
  }
}

/** Whether the record holds it to the letter, which it should. */
function isStored(given: Checkpoint, stored: readonly Checkpoint[], findings: Findings): boolean {
  const { clinicId, number } = given
  const same = stored.filter((checkpoint) => checkpoint.number === number)
  if (same.some((checkpoint) => exportCheckpoint(checkpoint) === exportCheckpoint(given))) return true
  const add = (kind: ProblemKind, message: string) => findings.add({ kind, clinicId, checkpoint: number, message })
  if (same.length > 0) add('changed', `The record holds another checkpoint ${number} than the given one.`)
  else add('missing', `The record does not hold the given checkpoint ${number}.`)
  return false
}

/** Once the streams have gone by. */
export function checkHeads(vouched: readonly Vouched[], findings: Findings): void {
  for (const { checkpoint, name, heads } of vouched) {
    if (heads === undefined || heads.isAsIn(checkpoint)) continue
    const { clinicId, number, position } = checkpoint
    const message = `The streams did not end at position ${position} where ${name} says that they did.`
    findings.add({ kind: 'rewritten', clinicId, position, checkpoint: number, message })
  }
}
