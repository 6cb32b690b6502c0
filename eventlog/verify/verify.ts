/**
 * Reads the whole record and says what in it is not as it was written: every hash, every link, every number without gaps,
 * every stream's head, every clinic's last position, tree and seal, every checkpoint. It needs no running server, changes
 * nothing, and reads through cursors, so that a long record takes time but not memory.
 *
 * What each of these can see and what none can is in docs/proof.md.
 */

import { createPublicKey, type KeyObject } from 'node:crypto'
import type pg from 'pg'
import { beginInClinic } from '../database.ts'
import type { Checkpoint } from '../proof/checkpoint.ts'
import { treeIfReadable } from '../proof/merkle.ts'
import { sealKeyFrom } from '../proof/seal.ts'
import { withClient } from '../proof/with-client.ts'
import { assertClinic } from '../requests.ts'
import { type ClinicRow, checkPositions } from './positions.ts'
import { createReport, type Findings, type OnProgress, type VerifyReport } from './report.ts'
import { checkSeal } from './seal.ts'
import { checkStreams } from './streams.ts'
import { checkCheckpoints, checkHeads } from './vouched.ts'

export interface VerifyOptions {
  /** Only this clinic. */
  readonly clinicId?: string
  /** The installation's Ed25519 private key: seals are checked only with it. */
  readonly recordKey?: KeyObject | undefined
  /** By which checkpoints are signed. That of `recordKey` when not given; without either no signature is checked. */
  readonly publicKeys?: readonly KeyObject[] | undefined
  /** Kept elsewhere, of any clinics and numbers; their signatures are the caller's to check. */
  readonly checkpoints?: readonly Checkpoint[]
  readonly onProgress?: OnProgress
}

/** What all clinics are verified with. */
interface Yardstick {
  readonly sealKey: Buffer | undefined
  readonly publicKeys: readonly KeyObject[]
  readonly checkpoints: readonly Checkpoint[]
}

/**
 * @param ownerUrl of a role that may read all tables. One that row-level security does not bind also finds rows of clinics
 * that the record does not know.
 * @throws EventLogUnavailable
 * @throws RangeError when `clinicId` is not a UUID.
 */
export async function verify(ownerUrl: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (options.clinicId !== undefined) assertClinic(options.clinicId)
  return withClient(ownerUrl, (client) => verifyAll(client, options))
}

async function verifyAll(client: pg.Client, options: VerifyOptions): Promise<VerifyReport> {
  const { clinicId, recordKey, publicKeys = recordKey ? [createPublicKey(recordKey)] : [] } = options
  const checkpoints = options.checkpoints ?? []
  const yardstick = { sealKey: recordKey && sealKeyFrom(recordKey), publicKeys, checkpoints }
  const found = clinicId === undefined ? await clinicsWithRows(client) : [clinicId]
  const findings = createReport(await countEvents(client, clinicId), options.onProgress)
  for (const each of found) await verifyClinic(client, each, yardstick, findings)
  if (clinicId === undefined) for (const checkpoint of checkpoints) reportUnknown(checkpoint, found, findings)
  return {
    format: 'keel-verify-1',
    clinics: found.length,
    ...findings.report(),
    seals: recordKey === undefined ? 'no-key' : 'checked',
    signatures: publicKeys.length === 0 ? 'no-key' : 'checked',
  }
}

/** From all tables, so that rows put under a clinic which the record does not know are seen. */
async function clinicsWithRows(client: pg.Client): Promise<readonly string[]> {
  await client.query('BEGIN READ ONLY; SET LOCAL keel.list_clinics = on')
  const { rows } = await client.query<{ clinic_id: string }>(
    `SELECT clinic_id FROM eventlog.clinic UNION SELECT clinic_id FROM eventlog.stream
     UNION SELECT clinic_id FROM eventlog.event UNION SELECT clinic_id FROM eventlog.checkpoint ORDER BY clinic_id`,
  )
  await client.query('COMMIT')
  return rows.map(({ clinic_id }) => clinic_id)
}

/** As the record of clinics has it: good enough to tell how far one is. */
async function countEvents(client: pg.Client, clinicId: string | undefined): Promise<number> {
  await client.query('BEGIN READ ONLY; SET LOCAL keel.list_clinics = on')
  const text =
    'SELECT coalesce(sum(last_position), 0) AS total FROM eventlog.clinic WHERE clinic_id = coalesce($1, clinic_id)'
  const { rows } = await client.query<{ total: string }>(text, [clinicId ?? null])
  await client.query('COMMIT')
  return Number(rows[0]?.total)
}

/** In one snapshot, so that appends which go on meanwhile are seen whole or not at all. */
async function verifyClinic(
  client: pg.Client,
  clinicId: string,
  { sealKey, publicKeys, checkpoints }: Yardstick,
  findings: Findings,
): Promise<void> {
  await client.query(beginInClinic(clinicId))
  await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  const clinic = await readClinic(client, clinicId)
  const given = checkpoints.filter((checkpoint) => checkpoint.clinicId === clinicId)
  const vouched = await checkCheckpoints(client, clinicId, given, publicKeys, findings)
  const headsAt = vouched.flatMap(({ heads }) => heads ?? [])
  await checkStreams(client, clinicId, headsAt, findings)
  checkHeads(vouched, findings)
  const last = await checkPositions(client, clinicId, clinic, vouched, findings)
  if (clinic !== undefined && sealKey !== undefined) checkSeal(clinic, clinicId, last, sealKey, findings)
  await client.query('COMMIT')
}

async function readClinic(client: pg.ClientBase, clinicId: string): Promise<ClinicRow | undefined> {
  const text = 'SELECT last_position, tree, seal FROM eventlog.clinic WHERE clinic_id = $1'
  const { rows } = await client.query<{ last_position: string; tree: Buffer; seal: Buffer | null }>(text, [clinicId])
  const [row] = rows
  return row && { lastPosition: Number(row.last_position), tree: treeIfReadable(row.tree), seal: row.seal }
}

function reportUnknown({ clinicId, number }: Checkpoint, known: readonly string[], findings: Findings): void {
  if (known.includes(clinicId)) return
  findings.checkpointChecked()
  const message =
    `The record has nothing of clinic ${clinicId}, of which the given checkpoint ${number} was made. ` +
    'It was deleted, or this is the database of another installation.'
  findings.add({ kind: 'missing', clinicId, checkpoint: number, message })
}
