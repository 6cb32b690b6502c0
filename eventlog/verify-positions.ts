/** Checks one clinic's positions: from 1 to the last one written, each once. */

import type pg from 'pg'
import { readByCursor } from './cursor.ts'
import type { Findings, ProblemKind } from './verify-report.ts'

interface PositionRow {
  readonly position: string
}

export async function checkPositions(client: pg.ClientBase, clinicId: string, findings: Findings): Promise<void> {
  const add = (kind: ProblemKind, position: number, message: string) =>
    findings.add({ kind, clinicId, position, message })
  const lastWritten = await lastPositionWritten(client, clinicId)
  let last = 0
  const text = 'SELECT position FROM eventlog.event WHERE clinic_id = $1 ORDER BY position'
  for await (const row of readByCursor<PositionRow>(client, text, [clinicId])) {
    const position = Number(row.position)
    if (position === last) add('duplicated', position, 'This position is there more than once.')
    else if (position !== last + 1) {
      add('missing', last + 1, `Positions ${last + 1} to ${position - 1} of the clinic are missing.`)
    }
    last = position
  }
  if (lastWritten === undefined && last > 0) {
    add('foreign', last, 'There are events of a clinic that the record does not know.')
  } else if (lastWritten !== undefined && last < lastWritten) {
    add('truncated', last + 1, `The clinic's events end at position ${last}, but were written up to ${lastWritten}.`)
  } else if (lastWritten !== undefined && last > lastWritten) {
    add('foreign', last, `The clinic was written up to position ${lastWritten}, but has events up to ${last}.`)
  }
}

async function lastPositionWritten(client: pg.ClientBase, clinicId: string): Promise<number | undefined> {
  const text = 'SELECT last_position FROM eventlog.clinic WHERE clinic_id = $1'
  const { rows } = await client.query<{ last_position: string }>(text, [clinicId])
  return rows[0] === undefined ? undefined : Number(rows[0].last_position)
}
