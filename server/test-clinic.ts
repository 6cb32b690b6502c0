/** The demo clinic on a fresh database, asked over real HTTP: for tests. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BoardRow, SessionCommandName, SessionScreen } from '@keel/care'
import { createTestDatabase, type TestDatabase } from '../eventlog/test-database.ts'
import { demoPassword, demoPeople } from './demo/people.ts'
import { startServer, stoppedClock } from './index.ts'

export interface Answer {
  readonly status: number
  readonly body: {
    readonly status?: string
    readonly code?: string
    readonly detail?: string
    readonly errors?: readonly { path: string; message: string; nearest?: string }[]
    readonly events?: readonly { type: string; data: Record<string, unknown> }[]
  }
}

export interface Visitor {
  request(method: string, path: string, body?: unknown): Promise<Answer>
  command(sessionId: string, type: SessionCommandName, data?: unknown, commandId?: string): Promise<Answer>
  screen(sessionId: string): Promise<SessionScreen>
}

type StaffName = 'nora' | 'miguel' | 'priya' | 'daniel' | 'fran'

export interface TestClinic {
  readonly url: string
  readonly database: TestDatabase
  readonly dataFolder: string
  readonly clock: ReturnType<typeof stoppedClock>
  signIn(name: StaffName): Promise<Visitor>
  /** Someone who is not signed in. */
  readonly stranger: Visitor
  /** The id of the session of a demo patient, by first name. */
  sessionOf(patient: string): Promise<string>
  /** Stops the server and leaves the database. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** @param serverUrlThrough may lead the server's connections another way, for example through a proxy that can be cut. */
export async function openTestClinic(
  adminUrl: string,
  serverUrlThrough: (serverUrl: string) => string = (serverUrl) => serverUrl,
): Promise<TestClinic> {
  const database = await createTestDatabase(adminUrl)
  const dataFolder = await mkdtemp(join(tmpdir(), 'keel-clinic-'))
  const clock = stoppedClock('2026-11-23T15:00:00.000Z')
  const server = await startServer({
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    demo: true,
    clock,
    databaseUrl: serverUrlThrough(database.serverUrl),
    databaseOwnerUrl: database.ownerUrl,
  })
  const { url } = server
  const signIn: TestClinic['signIn'] = (name) => visitorAt(url, name)
  return {
    url,
    database,
    dataFolder,
    clock,
    signIn,
    stranger: visitor(url, ''),
    async sessionOf(patient) {
      const nurse = await signIn('nora')
      const { body } = await nurse.request('GET', '/api/board')
      const { rows } = body as unknown as { rows: (BoardRow & { patient: { name: string } })[] }
      const row = rows.find((one) => one.patient.name.startsWith(patient))
      if (!row) throw new Error(`the board has no ${patient}`)
      return row.sessionId
    },
    stop: () => server.close(),
    async close() {
      await server.close()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A member of the demo's staff, signed in at a server. */
export async function visitorAt(url: string, name: StaffName): Promise<Visitor> {
  const person = demoPeople.find(({ email }) => email.startsWith(name))
  const response = await post(url, '/api/auth/sign-in/email', { email: person?.email, password: demoPassword })
  if (!response.ok) throw new Error(`${name} could not sign in: ${response.status}`)
  return visitor(
    url,
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; '),
  )
}

function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body),
  })
}

function visitor(url: string, cookie: string): Visitor {
  const request: Visitor['request'] = async (method, path, body) => {
    const response =
      method === 'GET' ? await fetch(`${url}${path}`, { headers: { cookie } }) : await post(url, path, body, { cookie })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return {
    request,
    command: (sessionId, type, data = {}, commandId = randomUUID()) =>
      request('POST', `/api/sessions/${sessionId}/commands`, { commandId, type, data }),
    screen: async (sessionId) => (await request('GET', `/api/sessions/${sessionId}`)).body as unknown as SessionScreen,
  }
}
