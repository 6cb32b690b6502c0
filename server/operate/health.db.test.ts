import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createTestDatabase, runAs, type TestDatabase } from '../../eventlog/test-database.ts'
import { openTestClinic } from '../test-clinic.ts'
import { createHealth, type Health, type HealthOptions } from './health.ts'
import { createMetrics } from './metrics.ts'
import { openOperationsPort } from './operations.ts'
import { openSmallPool } from './small-pool.ts'
import { watchRecord } from './watch-record.ts'

let database: TestDatabase
const opened: pg.Pool[] = []

beforeEach(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
})
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.end()
  await database.drop()
})

async function open(options: Partial<HealthOptions> = {}, serverUrl = database.serverUrl): Promise<Health> {
  const pool = openSmallPool(serverUrl)
  opened.push(pool)
  return createHealth({ pool, nowMs: () => Date.now(), ...options })
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

describe('readiness', () => {
  it('is there when all is well', async () => {
    const health = await open({
      dataFolder: '/',
      freeBytes: async () => 1e12,
      lastRecordedAt: async () => inMinutes(-1),
    })
    expect(await health.readiness()).toEqual({ status: 'ready', reasons: [] })
  })

  it('ends when the server stops', async () => {
    const health = await open()
    health.stopping()
    expect(await health.readiness()).toEqual({ status: 'not-ready', reasons: ['stopping'] })
  })

  it('ends when a table or a column is not what the migrations made', async () => {
    const health = await open()
    await runAs(database.ownerUrl, ['ALTER TABLE eventlog.view_document DROP COLUMN grouping CASCADE'])
    expect(await health.readiness()).toEqual({ status: 'not-ready', reasons: ['tables'] })
  })

  it('stays when a newer program adds a column', async () => {
    const health = await open()
    await runAs(database.ownerUrl, ['ALTER TABLE eventlog.view_document ADD COLUMN newer text'])
    expect(await health.readiness()).toMatchObject({ status: 'ready' })
  })

  it.each<[string, number, object]>([
    ['none left', 100 * 1024 ** 2, { status: 'not-ready', reasons: ['disk-full'] }],
    ['little left', 1024 ** 3, { status: 'degraded', reasons: ['disk-low'] }],
    ['enough', 3 * 1024 ** 3, { status: 'ready', reasons: [] }],
  ])('looks at the disk: %s', async (_what, free, expected) => {
    const health = await open({ dataFolder: '/', freeBytes: async () => free })
    expect(await health.readiness()).toEqual(expected)
  })

  it('reads the real disk, and takes a folder that is gone for a full one', async () => {
    expect((await (await open({ dataFolder: '/' })).readiness()).reasons).not.toContain('disk-full')
    const gone = await open({ dataFolder: '/no/such/folder' })
    expect(await gone.readiness()).toMatchObject({ reasons: ['disk-full'] })
  })

  it.each<[string, Partial<HealthOptions>]>([
    ['is behind the database’s', { nowMs: () => Date.now() - 10_000 }],
    ['is ahead of the database’s', { nowMs: () => Date.now() + 10_000 }],
    ['is behind the record', { lastRecordedAt: async () => inMinutes(5) }],
  ])('says that this machine’s clock %s', async (_what, options) => {
    expect(await (await open(options)).readiness()).toEqual({ status: 'degraded', reasons: ['clock'] })
  })

  it('is asked of the database once, however many ask', async () => {
    let looks = 0
    const freeBytes = async () => {
      looks += 1
      return 1e12
    }
    const health = await open({ dataFolder: '/', freeBytes })
    await Promise.all(Array.from({ length: 50 }, () => health.readiness()))
    await health.readiness()
    expect(looks).toBe(1)
  })
})

describe('a database that does not answer', () => {
  it.each(['cut', 'silent'] as const)('is noticed within moments when its line is %s', async (how) => {
    const line = await openLine(new URL(database.serverUrl))
    try {
      const health = await open({}, line.url)
      line[how]()
      const startMs = performance.now()
      expect(await health.readiness()).toEqual({ status: 'not-ready', reasons: ['database'] })
      expect(performance.now() - startMs).toBeLessThan(5_000)
    } finally {
      line.close()
    }
  })
})

/** A TCP line to the database that can be cut, or stay open and carry nothing. */
async function openLine(to: URL) {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy()
    const upstream = connect(Number(to.port || 5432), to.hostname)
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(to)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut() {
      isCut = true
      destroyAll()
    },
    silent() {
      for (const socket of sockets) {
        socket.unpipe()
        socket.pause()
      }
    },
    close() {
      destroyAll()
      server.close()
    },
  }
}

it('strangers may ask for health, and hear nothing but that', async () => {
  const clinic = await openTestClinic(inject('databaseOwnerUrl'))
  try {
    const ask = async (path: string) => {
      const response = await fetch(`${clinic.url}${path}`)
      return [response.status, await response.text(), response.headers.get('cache-control')]
    }
    expect(await ask('/healthz')).toEqual([200, '{"status":"alive"}', 'no-store'])
    expect(await ask('/readyz')).toEqual([200, '{"status":"ready","reasons":[]}', 'no-store'])
    expect((await ask('/metrics'))[0]).toBe(404)
  } finally {
    await clinic.close()
  }
})

it('a port for operators that is taken is an error for people, and answers nothing else', async () => {
  const operations = { health: await open() }
  const port = await openOperationsPort(operations, '127.0.0.1', 0)
  await expect(openOperationsPort(operations, '127.0.0.1', port.port)).rejects.toThrow(
    /metrics port \d+ cannot be opened/,
  )
  expect((await fetch(`http://127.0.0.1:${port.port}/api/board`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port.port}/healthz`, { method: 'POST' })).status).toBe(404)
  await port.close()
})

it('shows how far the record and its newest checkpoint are, as far as that is known', async () => {
  const clinicId = '00000000-0000-4000-8000-0000000000aa'
  const pool = openSmallPool(database.serverUrl)
  opened.push(pool)
  const figures = async () => {
    const metrics = createMetrics()
    watchRecord(metrics, pool, clinicId, () => Date.parse('2026-11-23T15:01:00.000Z'))
    return (await metrics.text()).split('\n').filter((line) => /^keel_(record|checkpoint)_/.test(line))
  }
  expect(await figures()).toEqual(['keel_record_position 0'])
  const body = JSON.stringify({ madeAt: '2026-11-23T15:00:00.000Z' })
  await runAs(database.serverUrl, [
    `BEGIN; SET LOCAL keel.clinic_id = '${clinicId}'`,
    `INSERT INTO eventlog.clinic (clinic_id, last_position) VALUES ('${clinicId}', 9)`,
    `INSERT INTO eventlog.checkpoint (clinic_id, number, position, body) VALUES ('${clinicId}', 1, 3, '{}')`,
    `INSERT INTO eventlog.checkpoint (clinic_id, number, position, body) VALUES ('${clinicId}', 2, 7, '${body}')`,
    'COMMIT',
  ])
  const known = ['keel_record_position 9', 'keel_checkpoint_position 7', 'keel_checkpoint_age_seconds 60']
  expect(await figures()).toEqual(known)
})
