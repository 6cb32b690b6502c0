/**
 * Sign-in for staff, by better-auth: its sessions are rows in PostgreSQL, its cookies are signed. Nobody can sign up;
 * people are added by the clinic.
 */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import pg from 'pg'
import { hashPassword, verifyPassword } from './password.ts'

export interface Person {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly clinicId: string
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly clinicId: string
}

export interface ClinicRow {
  readonly clinicId: string
  readonly name: string
  readonly demo: boolean
}

/** It cannot be told who is signed in, because the database is away. */
export class SignInsUnavailable extends Error {
  constructor(cause: unknown) {
    super('It cannot be told who is signed in: the database cannot be reached just now.', { cause })
  }
}

export interface SignIns {
  /** Answers a request to `/api/auth/*`. */
  handle(request: Request): Promise<Response>
  /** The person of a request's cookies; `undefined` when nobody is signed in. */
  personOf(cookie: string | undefined): Promise<Person | undefined>
  /** Adds a person, or finds the one with that e-mail. Gives the person's id. */
  ensurePerson(person: NewPerson): Promise<string>
  clinics(): Promise<readonly ClinicRow[]>
  addClinic(clinic: ClinicRow): Promise<void>
  close(): Promise<void>
}

/** The header by which the server tells the library who is calling; what a client sends under this name is dropped. */
export const clientAddressHeader = 'x-keel-client-address'

/** How long a sign-in is believed without asking the database again. Signing out is seen at once by this server. */
const rememberedMs = 5_000
const rememberedMax = 1_000

export function createSignIns(options: { serverUrl: string; secret: string; secureCookies: boolean }): SignIns {
  const pool = new pg.Pool({ connectionString: inAccessSchema(options.serverUrl), max: 4 })
  // A connection lost while idle is replaced on the next use, one lost in use fails what it was asked. Unheard, either
  // would end the server.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const auth = createAuth(pool, options)
  const remembered = new Map<string, { person: Person; until: number }>()
  // Requests that come together ask the database once.
  const asking = new Map<string, Promise<Person | undefined>>()
  let signOuts = 0

  async function ask(cookie: string): Promise<Person | undefined> {
    const before = signOuts
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) }).catch((cause: unknown) => {
      // The library tells of every failure in the same words; a cookie that is not good is no failure but `null`.
      throw new SignInsUnavailable(cause)
    })
    if (!session) return undefined
    const { id, name, email, clinicId } = session.user
    const person = { personId: id, name, email, clinicId }
    if (remembered.size >= rememberedMax) remembered.clear()
    // Who signed out while the database was asked must not be signed in by its answer.
    if (signOuts === before) remembered.set(cookie, { person, until: Date.now() + rememberedMs })
    return person
  }

  return {
    async handle(request) {
      const answer = await auth.handler(request).catch((cause: unknown) => {
        throw new SignInsUnavailable(cause)
      })
      if (!request.url.includes('/sign-out')) return answer
      const cookie = request.headers.get('cookie') ?? ''
      signOuts += 1
      asking.delete(cookie)
      remembered.delete(cookie)
      return answer
    },
    async personOf(cookie) {
      if (!cookie) return undefined
      const known = remembered.get(cookie)
      if (known && known.until > Date.now()) return known.person
      const asked = asking.get(cookie) ?? ask(cookie).finally(() => asking.delete(cookie))
      asking.set(cookie, asked)
      return asked
    },
    async ensurePerson({ name, email, password, clinicId }) {
      const { internalAdapter } = await auth.$context
      const existing = await internalAdapter.findUserByEmail(email)
      if (existing) return existing.user.id
      const user = await internalAdapter.createUser({ name, email, emailVerified: true, clinicId }, { method: 'admin' })
      const account = { userId: user.id, accountId: user.id, providerId: 'credential' }
      await internalAdapter.linkAccount({ ...account, password: await hashPassword(password) })
      return user.id
    },
    async clinics() {
      const select = 'SELECT clinic_id AS "clinicId", name, demo FROM access.clinic ORDER BY name'
      return inTransaction(
        pool,
        'SET LOCAL keel.list_clinics = on',
        async (client) => (await client.query(select)).rows,
      )
    },
    async addClinic({ clinicId, name, demo }) {
      const insert = 'INSERT INTO access.clinic (clinic_id, name, demo) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
      await inTransaction(pool, `SET LOCAL keel.clinic_id = '${clinicId}'`, (client) =>
        client.query(insert, [clinicId, name, demo]),
      )
    },
    close: () => pool.end(),
  }
}

/** Row-level security is told for one transaction who is asking. */
async function inTransaction<Answer>(
  pool: pg.Pool,
  whoAsks: string,
  run: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(whoAsks)
    const answer = await run(client)
    await client.query('COMMIT')
    client.release()
    return answer
  } catch (error) {
    // A connection that is closed takes its transaction back.
    client.release(true)
    throw error
  }
}

/** Every statement of the library looks in the schema `access` and nowhere else. */
function inAccessSchema(serverUrl: string): string {
  const url = new URL(serverUrl)
  const given = url.searchParams.get('options')
  url.searchParams.set('options', [given, '-c search_path=access'].filter(Boolean).join(' '))
  return url.href
}

function createAuth(pool: pg.Pool, { secret, secureCookies }: { secret: string; secureCookies: boolean }) {
  return betterAuth({
    database: pool,
    secret,
    basePath: '/api/auth',
    // The clinic's own address is not known here: a request may come from the page that it serves, and from nowhere else.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: 12 * 60 * 60, updateAge: 60 * 60 },
    user: { additionalFields: { clinicId: { type: 'string', required: true, input: false } } },
    advanced: {
      cookiePrefix: 'keel',
      useSecureCookies: secureCookies,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { '/sign-in/email': { window: 60, max: 30 } } },
    // Otherwise the library prints what the database said, which may quote a row.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}
