/** The HTTP application: who is asking, what may be asked, and how errors are told. Routes hold no clinical words. */
import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { Role, Team } from '@keel/care'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Person, SignIns } from './access/sign-in.ts'
import type { DemoSignIn } from './demo/people.ts'
import { followRequests, type Logger, newRequestId, type Operations, stopWell } from './operate/index.ts'
import { Problem, problemBody, toProblem } from './problem.ts'
import { authRoutes } from './routes/auth.ts'
import { boardRoutes } from './routes/board.ts'
import { clinicRoutes } from './routes/clinic.ts'
import { demoRoutes } from './routes/demo.ts'
import { operateRoutes } from './routes/operate.ts'
import { patientRoutes } from './routes/patients.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { streamRoutes } from './routes/stream.ts'
import type { SettableClock } from './runtime/clock.ts'
import type { Runtime } from './runtime/handle.ts'
import type { Live } from './runtime/live.ts'
import type { Reads } from './runtime/reads.ts'
import { streams } from './runtime/streams.ts'

export interface AppOptions {
  readonly runtime: Runtime
  readonly signIns: SignIns
  readonly live: Live
  readonly reads: Reads
  /** Only in the demo and in tests: the clock may be moved, and the demo's sign-ins are shown. */
  readonly demo?: { readonly clock: SettableClock; readonly signIns: readonly DemoSignIn[] }
  /** Folder of the built web application; left out where only the API is wanted. */
  readonly webFolder?: string
  /** Health and figures, for those who run the server. */
  readonly operations?: Operations
  readonly logger?: Logger
  readonly onBug: (error: unknown, requestId?: string) => void
}

/** The signed-in person with the roles that the clinic's team gives. */
export interface Staff extends Person {
  readonly roles: readonly Role[]
}

/** Who is asking. @throws Problem 401 */
export type WhoAsks = (request: FastifyRequest) => Promise<Staff>

const bodyLimitBytes = 64 * 1024

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    // Requests under way are answered when the server stops; stopWell sets their limit.
    forceCloseConnections: 'idle',
    genReqId: newRequestId,
    // Fastify's own lines hold addresses, and these hold ids of patients' sessions. Ours are in followRequests.
    logger: false,
  })
  stopWell(app)
  followRequests(app, options.logger, options.operations?.metrics)
  app.removeContentTypeParser('text/plain')
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurity },
    hsts: false,
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error)
    if (problem.status === 500) options.onBug(error, request.id)
    if (problem.status === 503) reply.header('retry-after', '2')
    return reply.status(problem.status).type('application/problem+json').send(problemBody(problem))
  })
  app.addHook('onRequest', async (request, reply) => {
    assertSameOrigin(request)
    // The headers that protect pages mean nothing to an answer of the API; that must never be kept by anyone.
    if (!request.url.startsWith('/api/')) return void (await reply.helmet())
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
  const whoAsks = whoAsksOf(options)
  authRoutes(app, options, whoAsks)
  boardRoutes(app, options, whoAsks)
  clinicRoutes(app, options, whoAsks)
  patientRoutes(app, options, whoAsks)
  sessionRoutes(app, options, whoAsks)
  streamRoutes(app, options, whoAsks)
  if (options.demo) demoRoutes(app, options.demo, options, whoAsks)
  if (options.operations) operateRoutes(app, options.operations)
  await pages(app, options.webFolder)
  return app
}

/** Nothing from elsewhere, nothing inline. */
const contentSecurity = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
}

/** A page of another site may not send anything here, whatever cookies the browser holds. */
function assertSameOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, host } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  const foreign =
    (origin !== undefined && URL.parse(origin)?.host !== host) ||
    (fetchSite !== undefined && fetchSite !== 'same-origin')
  if (foreign)
    throw new Problem(403, 'other-site', 'Nothing was recorded: the request came from a page of another site.')
}

function whoAsksOf({ signIns, runtime }: AppOptions): WhoAsks {
  return async (request) => {
    const person = await signIns.personOf(request.headers.cookie)
    if (!person || person.clinicId !== runtime.clinicId)
      throw new Problem(401, 'signed-out', 'Nobody is signed in here. Sign in and try again.')
    const { state } = await runtime.records.load(streams.team, false)
    const member = (state as Team).members[person.personId]
    if (!member) throw new Problem(403, 'not-in-team', 'You are not part of this clinic’s team. Ask an administrator.')
    return { ...person, name: member.name, roles: member.roles }
  }
}

/** The web application, for every address that is not the API's. */
async function pages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(folder)
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      immutable: true,
      maxAge: '1y',
      index: false,
      wildcard: false,
      setHeaders: noCacheForPages,
    })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      built && request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url)
    if (wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
    const problem = new Problem(404, 'not-found', 'There is nothing at this address.')
    return reply.status(404).type('application/problem+json').send(problemBody(problem))
  })
}

/** Files named by their content may be kept for ever; a page may not. */
function noCacheForPages(reply: Pick<FastifyReply, 'header'>, path: string): void {
  if (path.endsWith('.html')) reply.header('cache-control', 'no-cache')
}
