/**
 * A process that sends observations to running sessions, several at once, as fast as they are answered. It prints
 *
 *     acknowledged COMMAND-ID STATUS TYPE,TYPE
 *
 * only after the server has said 201. A command that was not acknowledged is sent again with the same id, to whatever
 * server comes next, until it is. Its parent tells it the server's address; a parent that goes away ends it.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

interface Server {
  readonly url: string
  readonly email: string
  readonly password: string
}

/** The second: finish what was begun, and end. */
export type Told = Server | { readonly finish: true }

interface Known {
  readonly cookie: string
  readonly sessions: readonly string[]
}

interface Wish {
  readonly commandId: string
  readonly sessionId: string
  readonly observationId: string
}

const lanes = 6
const pauseMs = 30
/** An answer that never comes is as good as none. */
const answerLimitMs = 20_000
/** Phases in which an observation is what a nurse would record. */
const watched = ['running', 'paused', 'observing', 'checked-in']

let told: Server | undefined
let known: Known | undefined
let signingIn: Promise<Known | undefined> | undefined
let isFinishing = false

process.on('message', (message: Told) => {
  if ('finish' in message) isFinishing = true
  else told = message
})
process.on('disconnect', () => process.exit())

await Promise.all(Array.from({ length: lanes }, runLane))
process.disconnect?.()

async function runLane(): Promise<void> {
  while (!isFinishing) {
    const sessions = (await currentServer())?.known.sessions ?? []
    const sessionId = sessions[Math.floor(Math.random() * sessions.length)]
    if (sessionId === undefined) await delay(pauseMs)
    else await carryOut({ commandId: randomUUID(), sessionId, observationId: randomUUID() })
  }
}

async function carryOut(wish: Wish): Promise<void> {
  for (let sent = 1; ; sent += 1) {
    const answer = await send(wish)
    if (answer?.status === 201) {
      const types = answer.body.events.map(({ type }) => type)
      const status = sent === 1 ? 'at-once' : answer.body.status
      return void process.stdout.write(`acknowledged ${wish.commandId} ${status} ${types.join(',')}\n`)
    }
    if (answer?.status === 401) known = undefined
    // A refusal that this clinic has no reason for, or a bug, is not to be hidden by trying again.
    else if (answer !== undefined && answer.status !== 503 && answer.body.code !== 'too-busy')
      process.stdout.write(`unexpected ${answer.status} ${answer.body.code}\n`)
    await delay(pauseMs)
  }
}

interface Body {
  readonly status: string
  readonly code: string
  readonly events: readonly { readonly type: string }[]
}

/** Undefined when there was no answer, or only half of one. */
async function send({ commandId, sessionId, observationId }: Wish) {
  const to = await currentServer()
  if (to === undefined) return undefined
  const command = { commandId, type: 'RecordObservation', data: { observationId, hr: 72 } }
  return ask<Body>(to.url, `/api/sessions/${sessionId}/commands`, to.known.cookie, command)
}

async function ask<Answer>(url: string, path: string, cookie: string, body?: unknown) {
  try {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, origin: url, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerLimitMs),
    })
    const cookies = response.headers.getSetCookie().map((each) => each.split(';', 1)[0])
    return { status: response.status, cookie: cookies.join('; '), body: (await response.json()) as Answer }
  } catch {
    return undefined
  }
}

/** Where to send. The cookie of an earlier server holds for the next one: both are on the same data folder. */
async function currentServer(): Promise<{ readonly url: string; readonly known: Known } | undefined> {
  if (told === undefined) return undefined
  known ??= await signInOnce(told)
  return known && { url: told.url, known }
}

/** All lanes together: a server that is not there is not asked to sign six people in again and again. */
function signInOnce(to: Server): Promise<Known | undefined> {
  signingIn ??= signIn(to).finally(() => {
    signingIn = undefined
  })
  return signingIn
}

async function signIn({ url, email, password }: Server): Promise<Known | undefined> {
  const signedIn = await ask(url, '/api/auth/sign-in/email', '', { email, password })
  if (signedIn?.status !== 200) return undefined
  const board = await ask<{ rows: { sessionId: string; phase: string }[] }>(url, '/api/board', signedIn.cookie)
  if (board?.status !== 200) return undefined
  const sessions = board.body.rows.filter(({ phase }) => watched.includes(phase)).map(({ sessionId }) => sessionId)
  return { cookie: signedIn.cookie, sessions }
}
