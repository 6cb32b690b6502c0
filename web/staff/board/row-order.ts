/** In which order the board shows its rows: what needs a person now comes first, what is over comes last. */
import { severityRank } from '@keel/engine'
import type { ShownRow } from '../queries.ts'

/** The parts of a row that decide its place, most important first; smaller comes earlier. */
function placeOf(row: ShownRow, nowMs: number): readonly number[] {
  const unacknowledged = row.alarms.filter(({ acknowledged }) => !acknowledged)
  const worst = (alarms: typeof row.alarms) => Math.max(-1, ...alarms.map(({ severity }) => severityRank(severity)))
  const over = row.phase === 'discharged' || row.phase === 'aborted'
  const overdue = row.due.some(({ dueAt }) => Date.parse(dueAt) < nowMs)
  return [-worst(unacknowledged), -worst(row.alarms), over ? 1 : 0, overdue ? 0 : 1, Date.parse(row.startsAt)]
}

/** The rows in the order in which they are shown. */
export function inBoardOrder(rows: readonly ShownRow[], nowMs: number): readonly ShownRow[] {
  const placed = rows.map((row) => ({ row, place: placeOf(row, nowMs) }))
  placed.sort((a, b) => {
    const differs = a.place.findIndex((part, index) => part !== b.place[index])
    return differs < 0 ? 0 : (a.place[differs] as number) - (b.place[differs] as number)
  })
  return placed.map(({ row }) => row)
}
