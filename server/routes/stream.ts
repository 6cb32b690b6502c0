import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AppOptions, WhoAsks } from '../app.ts'
import type { Change } from '../runtime/live.ts'

/** When a line ends because the server stops, the browser opens another one, here or at another server. */
const reopenMs = 1_000
/** How often a quiet line is kept alive, with the time on it. */
const clockEveryMs = 15_000

/** Server-sent events: what has changed, and what time it is. `Last-Event-ID` resumes after a break. */
export function streamRoutes(app: FastifyInstance, { runtime, live, operations }: AppOptions, whoAsks: WhoAsks): void {
  const lines = new Set<ServerResponse>()
  app.addHook('preClose', async () => {
    for (const line of lines) line.end(`retry: ${reopenMs}\n\n`)
  })

  app.get('/api/stream', async (request, reply) => {
    await whoAsks(request)
    const { raw } = reply.hijack()
    // Gone while it was asked who it is: nothing would ever end this line again.
    if (raw.destroyed) return
    lines.add(raw)
    operations?.metrics?.liveStreams(1)
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' })
    const send = (event: string, data: unknown, id?: number) => {
      raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    const sendChange = (change: Change) => send('changed', change, change.position)
    const sendClock = () => send('clock', { now: runtime.clock.now() })
    sendClock()
    const lastSeen = Number(request.headers['last-event-id'])
    const missed = Number.isInteger(lastSeen) ? live.changesSince(lastSeen) : []
    // Too long ago to say what was missed: the screen is told to load everything anew.
    if (missed === undefined) send('reload', {})
    for (const change of missed ?? []) sendChange(change)
    const unsubscribe = live.subscribe(sendChange)
    const unsubscribeClock = live.onClock(sendClock)
    const timer = setInterval(sendClock, clockEveryMs)
    raw.on('close', () => {
      clearInterval(timer)
      lines.delete(raw)
      operations?.metrics?.liveStreams(-1)
      unsubscribe()
      unsubscribeClock()
    })
  })
}
