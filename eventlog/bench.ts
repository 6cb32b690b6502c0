/**
 * Durable appends a second through the log, beside a bare insert loop over `pg` on the same server in the same run.
 *
 *     KEEL_TEST_DATABASE_URL=postgres://... node eventlog/bench.ts [seconds]
 *
 * Makes a database of its own and drops it.
 */

import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createPostgresEventLog, type EventLog, type Json, type View } from './index.ts'
import { createTestDatabase } from './test-database.ts'

const clients = 16
const durationMs = Number(process.argv[2] ?? 5) * 1_000

interface Vitals {
  readonly [name: string]: Json
}

const latestVitals: View<Vitals> = {
  name: 'latest-vitals',
  version: 1,
  keysOf: (event) => [event.streamId],
  evolve: (doc, event) => ({ readings: Number(doc?.readings ?? 0) + 1, latest: event.data }),
}

const data = { systolic: { value: 128, unit: 'mm[Hg]' }, heartRate: { value: 71, unit: '/min' }, note: 'resting, calm' }

/** Runs `once` over and over on every client. @returns how many a second were done, and the 99th percentile in ms. */
async function measure(once: (client: number) => Promise<void>): Promise<{ perSecond: number; p99Ms: number }> {
  const latenciesMs: number[] = []
  const start = performance.now()
  const loop = async (client: number) => {
    while (performance.now() - start < durationMs) {
      const sent = performance.now()
      await once(client)
      latenciesMs.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)))
  const seconds = (performance.now() - start) / 1_000
  latenciesMs.sort((one, other) => one - other)
  return { perSecond: latenciesMs.length / seconds, p99Ms: latenciesMs[Math.floor(latenciesMs.length * 0.99)] ?? 0 }
}

/** One statement, one row, one commit: what a program without an event log does. */
async function measureBareInserts(serverUrl: string) {
  const pool = new pg.Pool({ connectionString: serverUrl, max: clients })
  const insert = {
    name: 'insert',
    text: 'INSERT INTO bare (id, clinic_id, type, data) VALUES ($1, $2, $3, $4)',
  }
  const clinicId = randomUUID()
  const measured = await measure(async () => {
    await pool.query({ ...insert, values: [randomUUIDv7(), clinicId, 'VitalsTaken', JSON.stringify(data)] })
  })
  await pool.end()
  return measured
}

/** Each client appends to streams of its own: 50 events, then a new stream. */
function measureAppends(log: EventLog, clinicOf: (client: number) => string) {
  const streams = Array.from({ length: clients }, () => ({ streamId: '', version: 0 }))
  return measure(async (client) => {
    const stream = streams[client]
    if (stream === undefined) throw new RangeError('no such client')
    if (stream.version % 50 === 0) Object.assign(stream, { streamId: `session/${randomUUIDv7()}`, version: 0 })
    const at = new Date().toISOString()
    const { status } = await log.append({
      clinicId: clinicOf(client),
      commandId: randomUUIDv7(),
      command: { type: 'TakeVitals', data },
      at,
      recordedAt: at,
      by: { personId: 'nurse-1', role: 'nurse' },
      streams: [
        {
          streamId: stream.streamId,
          expectedVersion: stream.version,
          events: [{ type: 'VitalsTaken', schemaVersion: 1, data }],
        },
      ],
    })
    if (status !== 'appended') throw new Error(`An append was answered with ${status}.`)
    stream.version += 1
  })
}

const url = process.env.KEEL_TEST_DATABASE_URL
if (url === undefined)
  throw new Error('Set KEEL_TEST_DATABASE_URL to the URL of a server on which a database can be made.')
const database = await createTestDatabase(url)
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
await owner.query(
  'CREATE TABLE bare (id uuid PRIMARY KEY, clinic_id uuid, type text, data jsonb, at timestamptz DEFAULT now())',
)
await owner.query('GRANT INSERT ON bare TO keel_app')
await owner.end()
const log = createPostgresEventLog({ serverUrl: database.serverUrl, views: [latestVitals] })
const [oneClinic, manyClinics] = [randomUUID(), Array.from({ length: clients }, () => randomUUID())]
await measureAppends(log, () => oneClinic)
const rounds = 3
for (let round = 1; round <= rounds; round += 1) {
  const bare = await measureBareInserts(database.serverUrl)
  await sleep(200)
  const one = await measureAppends(log, () => oneClinic)
  const many = await measureAppends(log, (client) => manyClinics[client] ?? oneClinic)
  const line = (what: string, { perSecond, p99Ms }: typeof bare) =>
    `${what.padEnd(24)} ${perSecond.toFixed(0).padStart(7)}/s  p99 ${p99Ms.toFixed(1).padStart(5)} ms  ratio ${(perSecond / bare.perSecond).toFixed(2)}`
  console.log(line('bare insert', bare))
  console.log(line('append, one clinic', one))
  console.log(line(`append, ${clients} clinics`, many))
}
await log.close()
await database.drop()
