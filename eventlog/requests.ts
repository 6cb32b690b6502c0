/** What both stores refuse, and in which order they list: kept in one place so that they cannot differ. */

import { EventLogUnavailable } from './errors.ts'
import type { View } from './events.ts'
import { isUuid } from './prepare.ts'

const readLimitMax = 10_000

/** @throws RangeError */
export function assertClinic(clinicId: string): void {
  if (!isUuid(clinicId)) throw new RangeError('A clinic is named by a UUID in lower case.')
}

/** @throws RangeError */
export function assertReadLimit(limit: number): void {
  const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= readLimitMax
  if (!isLimit) throw new RangeError(`A read takes from 1 to ${readLimitMax} events.`)
}

/** @throws RangeError */
export function viewNamed(views: readonly View[], viewName: string): View {
  const view = views.find(({ name }) => name === viewName)
  if (view === undefined) throw new RangeError(`The log was opened without a view named ${viewName}.`)
  return view
}

/** @throws RangeError */
export function assertViewNames(views: readonly View[]): void {
  const names = new Set(views.map(({ name }) => name))
  if (names.size !== views.length) throw new RangeError('Two views have the same name.')
}

/** The order in which PostgreSQL's collation "C" sorts UTF-8. Comparing strings with `<` would sort by UTF-16 instead. */
export function byCodePoint(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

export function closedError(): EventLogUnavailable {
  return new EventLogUnavailable('nothing-written', 'The log was closed.')
}
