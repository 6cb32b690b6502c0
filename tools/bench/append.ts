/**
 * One durable append through HTTP (signed in, parsed, judged by the rulebook, hashed, view updated) against a bare
 * single-row insert over the same driver, with as many connections, on the same PostgreSQL, in turns in one run.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SessionEvent } from '@keel/care'
import { createPostgresEventLog, type Json, migrate } from '@keel/eventlog'
import { demoClinicId, openDatabase } from '@keel/server'
import pg from 'pg'
import { httpLoad, type Load } from './http-load.ts'
import { median } from './median.ts'
import { runPgbench } from './pgbench.ts'
import { signIn, startServerProcess } from './server-process.ts'

export interface AppendResult {
  readonly httpPerSecond: number
  readonly barePerSecond: number
  readonly ratio: number
  readonly httpLatencyMs: { readonly median: number; readonly p99: number }
  /** Inserts a second by PostgreSQL's own bench, where the machine has it. */
  readonly pgbench: number | undefined
}

/** Enough that a session stays as long as a real one: some twenty observations. */
const sessionsForEachClient = 40

/** @param clients how many ask at once, and how many connections the bare loop has. */
export async function benchAppend(clients: number, rounds = 3, secondsEach = 4): Promise<AppendResult> {
  const folder = await mkdtemp(join(tmpdir(), 'keel-bench-'))
  const database = await openDatabase({ dataFolder: folder })
  try {
    await migrate(database.ownerUrl)
    const server = await startServerProcess(database)
    try {
      const sessionIds = await runningSessions(database.serverUrl, clients * sessionsForEachClient)
      const cookie = await signIn(server.url)
      const bare = await bareLoop(database.ownerUrl, clients)
      const load = (seconds: number) => loadAppends(server.url, cookie, sessionIds, clients, seconds)
      await load(4) // The first seconds compile code; they are not counted.
      await bare.run(1)
      const results: { http: Load; bare: number }[] = []
      for (let round = 0; round < rounds; round++)
        results.push({ bare: await bare.run(secondsEach), http: await load(secondsEach) })
      await bare.close()
      return { ...summed(results), pgbench: await runPgbench(database.ownerUrl, clients, secondsEach) }
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function summed(results: readonly { http: Load; bare: number }[]): Omit<AppendResult, 'pgbench'> {
  return {
    httpPerSecond: Math.round(median(results.map(({ http }) => http.perSecond))),
    barePerSecond: Math.round(median(results.map(({ bare }) => bare))),
    ratio: median(results.map(({ http, bare }) => http.perSecond / bare)),
    httpLatencyMs: {
      median: median(results.map(({ http }) => http.latencyMs.median)),
      p99: median(results.map(({ http }) => http.latencyMs.p99)),
    },
  }
}

/** Sessions whose dose is running, of the demo's patients: what the appends are about. */
async function runningSessions(serverUrl: string, count: number): Promise<readonly string[]> {
  const log = createPostgresEventLog({ serverUrl })
  const template = (await log.readAll(demoClinicId, 0, 10_000)).find(({ type }) => type === 'SessionScheduled')
  if (!template) throw new Error('the demo has no session')
  const at = new Date().toISOString()
  const ids = Array.from({ length: count }, () => randomUUID())
  const order = { doseMg: 35, durationMin: 40, weightBasis: 'actual', orderedWeightKg: 70 } as const
  await Promise.all(
    ids.map((sessionId) => {
      const events: readonly SessionEvent[] = [
        {
          type: 'SessionScheduled',
          data: {
            ...(template.data as never as Extract<SessionEvent, { type: 'SessionScheduled' }>['data']),
            sessionId,
          },
        },
        { type: 'PatientCheckedIn', data: { identifiedBy: ['name', 'birth-date'] } },
        { type: 'DoseStarted', data: { order, devices: 0, decision: 'allow', findings: [] } },
      ]
      const streams = [
        {
          streamId: `session-${sessionId}`,
          expectedVersion: 0,
          events: events.map(({ type, data }) => ({ type, schemaVersion: 1, data: data as Json })),
        },
      ]
      return log.append({
        clinicId: demoClinicId,
        commandId: randomUUID(),
        command: null,
        at,
        recordedAt: at,
        by: template.by,
        streams,
      })
    }),
  )
  await log.close()
  return ids
}

function loadAppends(url: string, cookie: string, sessionIds: readonly string[], clients: number, seconds: number) {
  let next = 0
  return httpLoad({
    url,
    connections: clients,
    seconds,
    status: 201,
    headers: { cookie, origin: url },
    next: () => {
      const sessionId = sessionIds[next++ % sessionIds.length]
      const data = { observationId: randomUUID(), ...observation }
      const body = JSON.stringify({ commandId: randomUUID(), type: 'RecordObservation', data })
      return { line: `POST /api/sessions/${sessionId}/commands`, body }
    },
  })
}

const observation = {
  sbp: 128,
  dbp: 80,
  hr: 76,
  spo2: 98,
  rr: 14,
  moaas: 5,
  rass: 0,
  distress: false,
  vomiting: false,
  symptoms: [],
}

/** One row a statement, each its own commit, on every connection as fast as it goes. */
async function bareLoop(ownerUrl: string, connections: number) {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      return client
    }),
  )
  // What PostgreSQL does about it afterwards must not fall into the turn of the other.
  await clients[0]?.query('CREATE TABLE bare (id uuid PRIMARY KEY, data text NOT NULL) WITH (autovacuum_enabled = off)')
  const data = 'x'.repeat(300)
  const insertUntil = async (client: pg.Client, end: number) => {
    let inserted = 0
    while (performance.now() < end) {
      await client.query({
        name: 'bare',
        text: 'INSERT INTO bare (id, data) VALUES ($1, $2)',
        values: [randomUUID(), data],
      })
      inserted++
    }
    return inserted
  }
  return {
    async run(seconds: number) {
      const start = performance.now()
      const counts = await Promise.all(clients.map((client) => insertUntil(client, start + seconds * 1000)))
      return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - start) / 1000)
    },
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  }
}
