/** The server as a supervisor sees it: its log, its figures, how it stops and how it dies. */
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { verify } from '../../eventlog/index.ts'
import { createTestDatabase, type TestDatabase } from '../../eventlog/test-database.ts'
import { demoPatients } from '../demo/patients.ts'
import { demoClinicId, demoPassword, demoPeople } from '../demo/people.ts'
import { type ServerProcess, startServerProcess } from './test-server-process.ts'

let database: TestDatabase
let server: ServerProcess

beforeAll(async () => {
  database = await createTestDatabase(inject('databaseOwnerUrl'))
})
afterEach(() => server.remove())
afterAll(() => database.drop())

interface Row {
  readonly sessionId: string
  readonly phase: string
}

async function boardRows(cookie: string): Promise<readonly Row[]> {
  const response = await fetch(`${server.url}/api/board`, { headers: { cookie } })
  return ((await response.json()) as { rows: readonly Row[] }).rows
}

function send(cookie: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

function command(cookie: string, sessionId: string, type: string, data: unknown, commandId: string = randomUUID()) {
  return send(cookie, `/api/sessions/${sessionId}/commands`, { commandId, type, data })
}

async function rowsOf<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(`BEGIN; SET LOCAL keel.clinic_id = '${demoClinicId}'`)
    const { rows } = await client.query<Row>(text, values)
    await client.query('COMMIT')
    return rows
  } finally {
    await client.end()
  }
}

/** Everything that a demo clinic knows of people, which no log may hold. */
async function personalWords(cookies: readonly string[]): Promise<readonly string[]> {
  const streams = await rowsOf<{ id: string }>(
    `SELECT DISTINCT substring(stream_id FROM '[0-9a-f]{8}-.*') AS id FROM eventlog.event
      WHERE clinic_id = $1 AND stream_id ~ '^(patient|course|session|reads)-'`,
    [demoClinicId],
  )
  const people = await rowsOf<{ id: string }>('SELECT id FROM access."user"')
  const secrets = cookies.flatMap((cookie) => cookie.split('; ').map((one) => one.slice(one.indexOf('=') + 1)))
  return [
    ...demoPatients.flatMap(({ name, birthDate }) => [name, birthDate, name.split(' ')[0] as string]),
    ...demoPeople.flatMap(({ name, email }) => [name, email]),
    ...[...streams, ...people].map(({ id }) => id),
    ...secrets,
    demoPassword,
    'Planted',
  ]
}

/** Uses everything, rightly and wrongly, with people's words in every place of a request. */
async function walkTheDemo(nurse: string, prescriber: string): Promise<void> {
  const [name] = demoPatients.map((patient) => encodeURIComponent(patient.name)) as [string]
  for (const path of [
    `/api/board?patient=${name}`,
    `/api/nothing/${name}`,
    `/${name}`,
    `/assets/${name}.js`,
    '/api/me',
  ])
    await fetch(`${server.url}${path}`, { headers: { cookie: nurse, 'user-agent': `Planted ${name}`, referer: name } })
  const vitals = { sbp: 124, dbp: 78, hr: 72, spo2: 98, rr: 14, tempC: 36.6, cadss6: 0 }
  for (const { sessionId } of await boardRows(nurse)) {
    await fetch(`${server.url}/api/sessions/${sessionId}`, { headers: { cookie: nurse } })
    await command(nurse, sessionId, 'RecordObservation', { observationId: randomUUID(), ...vitals })
    await command(nurse, sessionId, 'RecordObservation', { observationId: sessionId, sbp: 1200, note: 'Planted' })
    await command(nurse, sessionId, 'StopDose', { reason: 'Planted' })
    await command(nurse, sessionId, 'StartDose', {})
    await command(nurse, sessionId, 'Planted', {})
    await command(prescriber, sessionId, 'OrderDose', { doseMg: 30, durationMin: 40 })
    await send(nurse, `/api/sessions/${sessionId}/commands`, '{"Planted": ')
    await command('', sessionId, 'StartDose', {})
  }
  await send(nurse, '/api/day/commands', {
    commandId: randomUUID(),
    type: 'StaffArrived',
    data: { personId: 'Planted' },
  })
  await send(nurse, '/api/demo/clock', { advanceMinutes: 5 })
  await send('', '/api/auth/sign-in/email', { email: 'planted@demo.example', password: 'Planted' })
  await send(nurse, '/api/auth/sign-out', {})
}

/** An event that no program of ours writes: reading it is a bug, whose text quotes it. */
async function plantBug(sessionId: string): Promise<void> {
  await rowsOf(
    `INSERT INTO eventlog.event SELECT clinic_id, position + 1000, stream_id, version + 1, 'PlantedType', schema_version,
        data, at, recorded_at, by_person_id, by_role, command_id, command_hash, ruleset, previous_hash, hash
      FROM eventlog.event WHERE clinic_id = $1 AND stream_id = $2 ORDER BY version DESC LIMIT 1`,
    [demoClinicId, `session-${sessionId}`],
  )
}

function linesOf(output: string): readonly Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('figures are given for the token alone, and name routes by their templates', async () => {
  const token = 'a-token-of-operators'
  server = await startServerProcess(database, { env: { KEEL_METRICS_TOKEN: token } })
  const nurse = await server.signIn('nora')
  const [row] = (await boardRows(nurse)) as [Row]
  await fetch(`${server.url}/api/sessions/${row.sessionId}`, { headers: { cookie: nurse } })
  await command(nurse, row.sessionId, 'RecordObservation', { observationId: randomUUID(), hr: 70 })
  for (const url of [server.url, server.operationsUrl]) {
    expect((await fetch(`${url}/metrics`)).status).toBe(401)
    expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer another' } })).status).toBe(401)
    const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('route="/api/sessions/:sessionId",status="2xx"')
    expect(text).toMatch(/^keel_appends_total\{outcome="appended"\} \d+$/m)
    expect(text).toMatch(/^keel_not_ready\{reason="database"\} 0$/m)
    expect(text).toMatch(/^process_cpu_seconds_total /m)
    expect(text).not.toContain(row.sessionId)
  }
})

interface SlowRequest {
  /** Sends the rest, and gives everything that was answered until the server closed the line. */
  finish(): Promise<string>
}

/** A request whose head has arrived for certain and whose body has not: the server has said that it goes on. */
async function beginRequest(cookie: string, sessionId: string, commandId: string): Promise<SlowRequest> {
  const { hostname, port } = new URL(server.url)
  const data = { commandId, type: 'RecordObservation', data: { observationId: randomUUID(), hr: 71 } }
  const body = JSON.stringify(data)
  const socket: Socket = connect(Number(port), hostname)
  const head = [
    `POST /api/sessions/${sessionId}/commands HTTP/1.1`,
    `host: ${hostname}:${port}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    `cookie: ${cookie}`,
    'expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  let answered = ''
  await new Promise<void>((resolve) =>
    socket.on('data', (text) => {
      answered += text
      resolve()
    }),
  )
  expect(answered).toMatch(/^HTTP\/1\.1 100 /)
  return {
    async finish() {
      const closed = new Promise((resolve) => socket.on('close', resolve))
      socket.write(body)
      await closed
      return answered
    },
  }
}

/** Asks again and again, without waiting in between, until it is as wanted. */
async function untilReadiness(wanted: string): Promise<Response> {
  for (;;) {
    const response = await fetch(`${server.operationsUrl}/readyz`)
    if ((await response.clone().text()).includes(wanted)) return response
  }
}

describe('stopping', () => {
  it('answers what is under way, tells screens to come back, and keeps what it acknowledged', async () => {
    server = await startServerProcess(database)
    const nurse = await server.signIn('nora')
    const [row] = (await boardRows(nurse)) as [Row]
    const stream = await fetch(`${server.url}/api/stream`, { headers: { cookie: nurse } })
    const heard = stream.text()
    const slowId = randomUUID()
    const slow = await beginRequest(nurse, row.sessionId, slowId)
    const ids = Array.from({ length: 40 }, () => randomUUID())
    const sent = ids.map((commandId) =>
      command(nurse, row.sessionId, 'RecordObservation', { observationId: commandId, hr: 70 }, commandId).then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    await Promise.race(sent)
    server.child.kill('SIGTERM')
    const stopping = await untilReadiness('stopping')
    expect([stopping.status, await stopping.json()]).toEqual([503, { status: 'not-ready', reasons: ['stopping'] }])
    expect((await fetch(`${server.operationsUrl}/healthz`)).status).toBe(200)
    const answers = await Promise.all(sent)
    const answered = await slow.finish()
    expect(answered).toContain('HTTP/1.1 201 ')
    expect(answered).toMatch(/^connection: close/im)
    expect(await heard).toMatch(/event: clock[\s\S]*retry: 1000\n\n$/)
    expect(await server.ended).toBe(0)
    expect(server.output()).toContain('Stopped. Everything that was recorded is kept.')

    const acknowledged = [slowId, ...ids.filter((_, index) => answers[index] === 201)]
    expect(acknowledged.length).toBeGreaterThan(1)
    const recorded = await rowsOf<{ command_id: string }>(
      'SELECT command_id FROM eventlog.event WHERE clinic_id = $1 AND command_id = ANY($2)',
      [demoClinicId, acknowledged],
    )
    expect(recorded.map(({ command_id }) => command_id).sort()).toEqual(acknowledged.sort())
    expect((await verify(database.ownerUrl)).problems).toEqual([])
  })
})

describe('dying', () => {
  it.each([
    ['an exception', `throw new Error('Planted')`],
    ['a rejection', `Promise.reject(new Error('Planted'))`],
  ])('by %s that nobody caught leaves a line without its text, and code 1 for the supervisor', async (_what, bug) => {
    const onSignal = `process.on('SIGUSR2', () => { ${bug} })`
    server = await startServerProcess(database, {
      nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(onSignal)}`],
    })
    server.child.kill('SIGUSR2')
    expect(await server.ended).toBe(1)
    const last = linesOf(server.output()).at(-1)
    expect(last).toMatchObject({
      level: 'fatal',
      err: { type: 'Error' },
      msg: expect.stringContaining('nobody caught'),
    })
    expect(server.output()).not.toContain('Planted')
    expect((await verify(database.ownerUrl)).problems).toEqual([])
  })
})

// The last of all: it leaves a broken record behind.
it('a whole day leaves nothing about anybody in the log, at its finest level', async () => {
  server = await startServerProcess(database)
  const [nurse, prescriber] = await Promise.all([server.signIn('nora'), server.signIn('priya')])
  const rows = await boardRows(nurse)
  await walkTheDemo(nurse, prescriber)
  const [row] = rows as [Row]
  await plantBug(row.sessionId)
  const broken = await fetch(`${server.url}/api/sessions/${row.sessionId}`, { headers: { cookie: prescriber } })
  const words = await personalWords([nurse, prescriber])
  server.child.kill('SIGTERM')
  await server.ended
  const output = server.output()
  expect(words.length).toBeGreaterThan(40)
  const found = words.filter((word) => new RegExp(`\\b${RegExp.escape(word)}\\b`, 'i').test(output))
  expect(found).toEqual([])
  const lines = linesOf(output)
  expect(new Set(lines.map(({ route }) => route))).toEqual(
    new Set([
      undefined,
      'unknown',
      'page',
      '/api/me',
      '/api/board',
      '/api/sessions/:sessionId',
      '/api/sessions/:sessionId/commands',
      '/api/day/commands',
      '/api/demo/clock',
      '/api/auth/*',
    ]),
  )
  expect(broken.status).toBe(500)
  const requestId = broken.headers.get('x-request-id')
  const bug = lines.find(({ msg }) => msg === 'bug')
  expect(bug).toMatchObject({ level: 'error', requestId, err: { type: 'Error', at: expect.any(Array) } })
  expect(JSON.stringify(bug)).toContain('server/runtime/streams.ts')
  expect(lines.filter((line) => line.requestId === requestId)).toHaveLength(2)
})
