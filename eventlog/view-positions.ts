/**
 * How far each version of a view is built, clinic by clinic, and building what is missing. A version is either kept up with
 * every append, or stands at a position; an append by a program that does not know it leaves it standing where it is.
 * Most of the building is done without the clinic's lock, in pieces that are each committed, so that appends go on and a
 * build that was ended half way is taken up again. Only the last few events are folded under the lock.
 */

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { beginInClinic, withConnection } from './database.ts'
import type { View } from './events.ts'
import { foldNext } from './view-tables.ts'

/**
 * By stored name: the position of the last event in the documents, null where they are kept up with every append. One that
 * is not there has not been begun. Who holds the clinic's lock may rely on the nulls, and on nothing else.
 */
export type ViewPositions = ReadonlyMap<string, number | null>

/** Events that are folded in one transaction without the clinic's lock. */
const pieceSize = 500
/** Events that may be missing at most where views are finished under the clinic's lock, while appends wait. */
const missingUnderLockMax = 100

interface PositionRow {
  readonly view_name: string
  readonly position: string | null
}

/**
 * Builds the views of a clinic until they are kept up.
 * @param views under their stored names, as everywhere here.
 * @returns the clinic's last position as of the end; undefined when there is no such clinic.
 */
export async function buildViews(pool: pg.Pool, views: readonly View[], clinicId: string): Promise<number | undefined> {
  for (;;) {
    const isNear = await withConnection(pool, (client) => buildPiece(client, views, clinicId))
    const finished = isNear ? await withConnection(pool, (client) => finishViews(client, views, clinicId)) : 'far'
    if (finished !== 'far') return finished
  }
}

/** @returns whether so little is missing that the rest can be done under the lock. */
async function buildPiece(client: pg.ClientBase, views: readonly View[], clinicId: string): Promise<boolean> {
  await client.query(beginInClinic(clinicId))
  const stored = await loadViewPositions(client, clinicId)
  const isNear = isNearlyBuilt(views, stored, await readLastPosition(client, clinicId))
  const unfinished = standing(views, stored)
  if (!isNear) await foldPiece(client, clinicId, unfinished, await lockPositions(client, clinicId, unfinished))
  await client.query('COMMIT')
  return isNear
}

/** @returns the clinic's last position; `far` when too much is missing by now. */
async function finishViews(
  client: pg.ClientBase,
  views: readonly View[],
  clinicId: string,
): Promise<number | undefined | 'far'> {
  await client.query(beginInClinic(clinicId))
  const last = await readLastPosition(client, clinicId, 'FOR UPDATE')
  const stored = await loadViewPositions(client, clinicId)
  const isNear = isNearlyBuilt(views, stored, last)
  if (isNear && last !== undefined) await keepUpFromNowOn(client, clinicId, views, stored)
  await client.query('COMMIT')
  return isNear ? last : 'far'
}

export function isNearlyBuilt(views: readonly View[], stored: ViewPositions, last = 0): boolean {
  return standing(views, stored).every(({ name }) => last - (stored.get(name) ?? 0) <= missingUnderLockMax)
}

/**
 * Finishes the views under the clinic's lock, of which little may be missing, and from then on they are kept up.
 * @returns the clinic's new revision, if anything was written.
 */
export async function keepUpFromNowOn(
  client: pg.ClientBase,
  clinicId: string,
  views: readonly View[],
  stored: ViewPositions,
): Promise<string | undefined> {
  const unfinished = standing(views, stored)
  if (unfinished.length === 0) return undefined
  let positions: ViewPositions = await lockPositions(client, clinicId, unfinished)
  for (;;) {
    const folded = await foldPiece(client, clinicId, unfinished, positions)
    if (folded === positions) break
    positions = folded
  }
  await client.query(
    `UPDATE eventlog.view_state SET position = NULL, moved_at = now()
     WHERE clinic_id = $1 AND view_name = ANY ($2::text[])`,
    [clinicId, unfinished.map(({ name }) => name)],
  )
  // Whoever has decided upon the views as they were, in this process or in another, is to decide anew: a program that does
  // not know these has to leave them standing before it appends.
  const revision = randomUUID()
  await client.query('UPDATE eventlog.clinic SET revision = $2 WHERE clinic_id = $1', [clinicId, revision])
  return revision
}

/**
 * To be called under the clinic's lock before an append that does not keep up what other programs do.
 * A release from before versions stood side by side knows no position: it builds anew what has no row.
 */
export async function leaveOthersStanding(
  client: pg.ClientBase,
  clinicId: string,
  views: readonly View[],
  stored: ViewPositions,
  lastPosition: number,
): Promise<void> {
  const ours = new Set(views.map(({ name }) => name))
  const others = [...stored].flatMap(([name, position]) => (position === null && !ours.has(name) ? [name] : []))
  const { versioned = [], old = [] } = Object.groupBy(others, (name) => (name.includes('@') ? 'versioned' : 'old'))
  if (versioned.length > 0)
    await client.query(
      `UPDATE eventlog.view_state SET position = $3, moved_at = now()
       WHERE clinic_id = $1 AND view_name = ANY ($2::text[])`,
      [clinicId, versioned, lastPosition],
    )
  if (old.length > 0)
    await client.query('DELETE FROM eventlog.view_state WHERE clinic_id = $1 AND view_name = ANY ($2::text[])', [
      clinicId,
      old,
    ])
}

function standing(views: readonly View[], stored: ViewPositions): readonly View[] {
  return views.filter(({ name }) => stored.get(name) !== null)
}

async function readLastPosition(client: pg.ClientBase, clinicId: string, lock = ''): Promise<number | undefined> {
  const { rows } = await client.query<{ last_position: string }>(
    `SELECT last_position FROM eventlog.clinic WHERE clinic_id = $1 ${lock}`,
    [clinicId],
  )
  return rows[0] && Number(rows[0].last_position)
}

async function loadViewPositions(client: pg.ClientBase, clinicId: string): Promise<ViewPositions> {
  const { rows } = await client.query<PositionRow>(
    'SELECT view_name, position FROM eventlog.view_state WHERE clinic_id = $1',
    [clinicId],
  )
  return toPositions(rows)
}

/**
 * Locks the rows of these views against whoever else builds them, and begins those that have none. Documents without such
 * a row may be of any position, and go first.
 */
async function lockPositions(client: pg.ClientBase, clinicId: string, views: readonly View[]): Promise<ViewPositions> {
  const names = views.map(({ name }) => name)
  const begun = await client.query<PositionRow>(
    `INSERT INTO eventlog.view_state (clinic_id, view_name, version, position)
     SELECT $1, new.*, 0 FROM unnest($2::text[], $3::integer[]) new
     ON CONFLICT (clinic_id, view_name) DO NOTHING RETURNING view_name`,
    [clinicId, names, views.map(({ version }) => version)],
  )
  if (begun.rows.length > 0)
    await client.query('DELETE FROM eventlog.view_document WHERE clinic_id = $1 AND view_name = ANY ($2::text[])', [
      clinicId,
      begun.rows.map(({ view_name }) => view_name),
    ])
  const { rows } = await client.query<PositionRow>(
    `SELECT view_name, position FROM eventlog.view_state
     WHERE clinic_id = $1 AND view_name = ANY ($2::text[]) ORDER BY view_name FOR UPDATE`,
    [clinicId, names],
  )
  return toPositions(rows)
}

function toPositions(rows: readonly PositionRow[]): ViewPositions {
  return new Map(rows.map(({ view_name, position }) => [view_name, position === null ? null : Number(position)]))
}

/**
 * Brings the views that are furthest behind forward: by one piece, or to where the next one stands, from where they go
 * together. The rows of all are locked.
 * @returns where they stand then: the very same map when there is nothing more to fold.
 */
async function foldPiece(
  client: pg.ClientBase,
  clinicId: string,
  views: readonly View[],
  positions: ViewPositions,
): Promise<ViewPositions> {
  const reached = [...new Set([...positions.values()].filter((position) => position !== null))].sort((a, b) => a - b)
  const [from, next] = reached
  if (from === undefined) return positions
  const together = views.filter(({ name }) => positions.get(name) === from)
  const limit = Math.min(pieceSize, (next ?? Number.POSITIVE_INFINITY) - from)
  const to = await foldNext(client, clinicId, together, from, limit)
  if (to === from) return positions
  const names = together.map(({ name }) => name)
  await client.query(
    `UPDATE eventlog.view_state SET position = $3, moved_at = now()
     WHERE clinic_id = $1 AND view_name = ANY ($2::text[])`,
    [clinicId, names, to],
  )
  return new Map([...positions, ...names.map((name) => [name, to] as const)])
}
