/** One connection for operators' questions, apart from the record's own, and impatient: they are asked again soon. */
import pg from 'pg'

export const patienceMs = 1_000

export function openSmallPool(serverUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: serverUrl,
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    allowExitOnIdle: true,
  })
  // A connection lost while idle is replaced on the next use, one lost in use fails what it was asked. Unheard, either
  // would end the server.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const rememberedMs = 1_000

/** Asks once for all who ask at the same time or soon after. What is asked must not reject. */
export function remembered<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let known: { readonly answer: Promise<Answer>; untilMs: number } | undefined
  return () => {
    if (known !== undefined && performance.now() < known.untilMs) return known.answer
    const asked = { answer: ask(), untilMs: Number.POSITIVE_INFINITY }
    void asked.answer.then(() => {
      asked.untilMs = performance.now() + rememberedMs
    })
    known = asked
    return asked.answer
  }
}
