/** Checks one clinic's seal: whether the last to write to its record had the record's key. */

import { isSealOf } from '../proof/seal.ts'
import type { ClinicRow } from './positions.ts'
import type { Findings, ProblemKind } from './report.ts'

/** @param last the last position that has an event. */
export function checkSeal(
  { tree, seal }: ClinicRow,
  clinicId: string,
  last: number,
  sealKey: Buffer,
  findings: Findings,
): void {
  const add = (kind: ProblemKind, position: number, message: string) =>
    findings.add({ kind, clinicId, position, message })
  if (last === 0 && seal === null) return
  if (seal === null) {
    add('unsealed', 1, `The record is under no seal. ${unsealedReason}`)
  } else if (tree === undefined || !isSealOf(seal, sealKey, clinicId, tree)) {
    const message =
      "The seal was not made by the record's key for this record: it was written past the server, or by another key."
    add('forged', tree?.size || last, message)
  } else if (tree.size < last) {
    add('unsealed', tree.size + 1, `Positions ${tree.size + 1} to ${last} are under no seal. ${unsealedReason}`)
  }
}

const unsealedReason = 'Either a release that made none wrote last, or somebody who does not have the key.'
