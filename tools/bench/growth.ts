/**
 * What an append costs in a record of thousands and in one of millions of events: two databases on one PostgreSQL, asked
 * in turns in one run. The events of the long one are made by PostgreSQL itself; only their number matters here.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPostgresEventLog, type EventLog, type Json, migrate, type View } from '@keel/eventlog'
import { type Database, openDatabase } from '@keel/server'
import pg from 'pg'
import { median } from './median.ts'

export interface GrowthResult {
  readonly shortEvents: number
  readonly longEvents: number
  /** Medians over the rounds. */
  readonly shortMicroseconds: number
  readonly longMicroseconds: number
  readonly ratio: number
}

const clients = 8
const appendsInRound = 1_200
const eventsOfStream = 20
const rounds = 15
/** At a time, so that PostgreSQL needs no more memory for many than for few. */
const filledAtOnce = 250_000

export async function benchGrowth(shortEvents = 1_000, longEvents = 5_000_000): Promise<GrowthResult> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-growth-'))
  const server = await openDatabase({ dataFolder: folder })
  try {
    const short = await openRecord(server, 'short', shortEvents)
    const long = await openRecord(server, 'long', longEvents)
    const times = { short: [] as number[], long: [] as number[] }
    // One who goes first may find the machine in another state than one who goes second.
    for (let round = 0; round <= rounds; round += 1) {
      const order = round % 2 === 0 ? (['short', 'long'] as const) : (['long', 'short'] as const)
      for (const which of order) {
        const microseconds = await (which === 'short' ? short : long).appendRound()
        if (round > 0) times[which].push(microseconds)
      }
    }
    await Promise.all([short.close(), long.close()])
    const [shortMicroseconds, longMicroseconds] = [median(times.short), median(times.long)]
    // Round by round, so that what slows the machine for a while slows both.
    const ratio = median(times.long.map((time, index) => time / (times.short[index] as number)))
    return { shortEvents, longEvents, shortMicroseconds, longMicroseconds, ratio }
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const newest: View<{ readonly [name: string]: Json }> = {
  name: 'newest',
  version: 1,
  keysOf: ({ streamId }) => [streamId],
  evolve: (doc, { data }) => ({ readings: Number(doc?.readings ?? 0) + 1, newest: data }),
}

async function openRecord(server: Database, name: string, events: number) {
  const { ownerUrl, serverUrl } = await createDatabase(server, name)
  const clinicId = randomUUID()
  const log = createPostgresEventLog({ serverUrl, views: [newest] })
  await appendTo(log, clinicId, [newStream()])
  await fill(ownerUrl, clinicId, events)
  return {
    /** Microseconds for each append, of several clients at once. */
    async appendRound(): Promise<number> {
      const start = performance.now()
      const loop = async () => {
        const stream = newStream()
        for (let count = 0; count < appendsInRound / clients; count += 1) await appendTo(log, clinicId, [stream])
      }
      await Promise.all(Array.from({ length: clients }, loop))
      return ((performance.now() - start) * 1000) / appendsInRound
    },
    close: () => log.close(),
  }
}

/** A database of its own on the same server, with its tables. */
async function createDatabase({ ownerUrl, serverUrl }: Database, name: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`CREATE DATABASE ${name}`)
  await owner.end()
  const inside = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  await migrate(inside(ownerUrl))
  return { ownerUrl: inside(ownerUrl), serverUrl: inside(serverUrl) }
}

const newStream = () => ({ streamId: `session-${randomUUID()}`, version: 0 })

async function appendTo(log: EventLog, clinicId: string, streams: { streamId: string; version: number }[]) {
  const at = new Date().toISOString()
  const { status } = await log.append({
    clinicId,
    commandId: randomUUID(),
    command: { type: 'RecordObservation', data: reading },
    at,
    recordedAt: at,
    by: { personId: 'nurse-1', role: 'session-monitor' },
    streams: streams.map(({ streamId, version }) => ({
      streamId,
      expectedVersion: version,
      events: [{ type: 'ObservationRecorded', schemaVersion: 1, data: reading }],
    })),
  })
  if (status !== 'appended') throw new Error(`an append was answered with ${status}`)
  for (const stream of streams) stream.version += 1
}

const reading = { sbp: 128, dbp: 80, hr: 76, spo2: 98, rr: 14, moaas: 5, rass: 0, distress: false, vomiting: false }

/** Lengthens a clinic's record to so many events, in streams as long as a session's, each with its view document. */
async function fill(ownerUrl: string, clinicId: string, events: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const data = JSON.stringify(reading)
  for (let from = 2; from <= events; from += filledAtOnce) {
    const to = Math.min(events, from + filledAtOnce - 1)
    await client.query(insertEvents, [clinicId, from, to, data])
    await client.query(insertStreams, [clinicId, from, to])
    await client.query(insertDocuments, [
      clinicId,
      from,
      to,
      JSON.stringify({ readings: eventsOfStream, newest: reading }),
    ])
  }
  await client.query('UPDATE eventlog.clinic SET last_position = $2, revision = NULL WHERE clinic_id = $1', [
    clinicId,
    events,
  ])
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Names are scattered as those of real streams are, so that indexes grow at every place and not at their end. */
const streamOf = `'session-' || md5((position / ${eventsOfStream})::text)`

const insertEvents = `INSERT INTO eventlog.event (clinic_id, position, stream_id, version, type, schema_version, data, at,
    recorded_at, by_person_id, by_role, command_id, command_hash, ruleset, previous_hash, hash)
  SELECT $1, position, ${streamOf}, position % ${eventsOfStream} + 1, 'ObservationRecorded', 1, $4::json, now(), now(),
    'nurse-1', 'session-monitor', md5('command' || position)::uuid, sha256('command'), NULL,
    sha256(position::text::bytea), sha256((position + 1)::text::bytea)
  FROM generate_series($2::bigint, $3::bigint) position`

const streams = `SELECT DISTINCT ${streamOf} AS stream_id FROM generate_series($2::bigint, $3::bigint) position`

const insertStreams = `INSERT INTO eventlog.stream (clinic_id, stream_id, version, hash)
  SELECT $1, stream_id, ${eventsOfStream}, sha256('head') FROM (${streams}) s ON CONFLICT DO NOTHING`

const insertDocuments = `INSERT INTO eventlog.view_document (clinic_id, view_name, key, doc)
  SELECT $1, 'newest@1', stream_id, $4::jsonb FROM (${streams}) s ON CONFLICT DO NOTHING`
