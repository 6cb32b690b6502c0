/**
 * Reads the whole record and says what in it is not as it was written: every hash, every link, every number without gaps,
 * every stream's head, every clinic's last position. It needs no running server, changes nothing, and reads through
 * cursors, so that a long record takes time but not memory.
 *
 * What it cannot see is a record that somebody rewrote from some event to the end, with all hashes, heads and positions
 * made anew: for that the heads must have been signed or kept elsewhere before.
 */

import pg from 'pg'
import { beginInClinic, readAgainIfLost } from './database.ts'
import { isUuid } from './prepare.ts'
import { checkPositions } from './verify-positions.ts'
import { createReport, type Findings, type VerifyReport } from './verify-report.ts'
import { checkStreams } from './verify-streams.ts'

export type { Problem, ProblemKind, VerifyReport } from './verify-report.ts'

export interface VerifyOptions {
  /** Only this clinic. */
  readonly clinicId?: string
  /** Called from time to time with the number of events checked so far. */
  readonly onProgress?: (eventsChecked: number) => void
}

/**
 * @param ownerUrl of a role that may read all tables. One that row-level security does not bind also finds rows of clinics
 * that the record does not know.
 * @throws EventLogUnavailable
 * @throws RangeError when `clinicId` is not a UUID.
 */
export function verify(ownerUrl: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  if (options.clinicId !== undefined && !isUuid(options.clinicId)) {
    return Promise.reject(new RangeError('A clinic is named by a UUID in lower case.'))
  }
  return readAgainIfLost(async () => {
    const client = new pg.Client({ connectionString: ownerUrl })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await verifyAll(client, options)
    } finally {
      await client.end().catch(() => undefined)
    }
  })
}

async function verifyAll(client: pg.Client, { clinicId, onProgress }: VerifyOptions): Promise<VerifyReport> {
  const findings = createReport(onProgress)
  const clinicIds = clinicId === undefined ? await clinicsWithRows(client) : [clinicId]
  for (const each of clinicIds) await verifyClinic(client, each, findings)
  return findings.report(clinicIds.length)
}

/** From all tables, so that rows put under a clinic which the record does not know are seen. */
async function clinicsWithRows(client: pg.Client): Promise<readonly string[]> {
  await client.query('BEGIN READ ONLY; SET LOCAL keel.list_clinics = on')
  const { rows } = await client.query<{ clinic_id: string }>(
    `SELECT clinic_id FROM eventlog.clinic UNION SELECT clinic_id FROM eventlog.stream
     UNION SELECT clinic_id FROM eventlog.event ORDER BY clinic_id`,
  )
  await client.query('COMMIT')
  return rows.map(({ clinic_id }) => clinic_id)
}

/** In one snapshot, so that appends which go on meanwhile are seen whole or not at all. */
async function verifyClinic(client: pg.Client, clinicId: string, findings: Findings): Promise<void> {
  await client.query(beginInClinic(clinicId))
  await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
  await checkStreams(client, clinicId, findings)
  await checkPositions(client, clinicId, findings)
  await client.query('COMMIT')
}
