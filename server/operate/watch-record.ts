/** How far the record is, and how far behind it the newest checkpoint. */
import type pg from 'pg'
import type { Metrics } from './metrics.ts'
import { remembered } from './small-pool.ts'

interface Position {
  readonly last: number
  readonly checkpoint?: { readonly position: number; readonly madeAtMs: number }
}

/** @param nowMs the clinic's clock, by which checkpoints are dated. */
export function watchRecord(metrics: Metrics, pool: pg.Pool, clinicId: string, nowMs: () => number): void {
  const look = remembered(() => lookAt(pool, clinicId).catch(() => undefined))
  metrics.watch('keel_record_position', 'Events in the record.', async () => (await look())?.last)
  metrics.watch(
    'keel_checkpoint_position',
    'Events that the newest checkpoint covers.',
    async () => (await look())?.checkpoint?.position,
  )
  metrics.watch('keel_checkpoint_age_seconds', 'Since the newest checkpoint was made.', async () => {
    const madeAtMs = (await look())?.checkpoint?.madeAtMs
    return madeAtMs === undefined ? undefined : Math.max(0, nowMs() - madeAtMs) / 1_000
  })
}

async function lookAt(pool: pg.Pool, clinicId: string): Promise<Position | undefined> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN READ ONLY')
    await client.query(`SET LOCAL keel.clinic_id = ${client.escapeLiteral(clinicId)}`)
    const clinics = await client.query<{ last: string }>(
      'SELECT last_position AS last FROM eventlog.clinic WHERE clinic_id = $1',
      [clinicId],
    )
    const checkpoints = await client.query<{ position: string; made_at: string }>(
      `SELECT position, body->>'madeAt' AS made_at FROM eventlog.checkpoint
        WHERE clinic_id = $1 ORDER BY number DESC LIMIT 1`,
      [clinicId],
    )
    await client.query('COMMIT')
    client.release()
    const [clinic] = clinics.rows
    const [newest] = checkpoints.rows
    return {
      last: Number(clinic?.last ?? 0),
      ...(newest && { checkpoint: { position: Number(newest.position), madeAtMs: Date.parse(newest.made_at) } }),
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}
