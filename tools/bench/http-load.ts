/**
 * Requests over kept-open connections, one after the other on each, as fast as the answers come. A client that does as
 * little as it can, because it shares the machine with what it measures.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Load {
  readonly perSecond: number
  readonly latencyMs: { readonly median: number; readonly p99: number }
}

export interface LoadOptions {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** What every answer must have; any other ends the measurement with an error. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The next request: its method and path, and its body in JSON. */
  readonly next: () => { readonly line: string; readonly body?: string }
}

export async function httpLoad(options: LoadOptions): Promise<Load> {
  const start = performance.now()
  const end = start + options.seconds * 1000
  const latencies = await Promise.all(Array.from({ length: options.connections }, () => ask(options, end)))
  const all = latencies.flat().sort((one, other) => one - other)
  const at = (part: number) => Number((all[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0).toFixed(2))
  return {
    perSecond: all.length / ((performance.now() - start) / 1000),
    latencyMs: { median: at(0.5), p99: at(0.99) },
  }
}

/** Asks on one connection until the end. Gives the latency of each request in ms. */
async function ask({ url, status, headers, next }: LoadOptions, end: number): Promise<number[]> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname).setNoDelay(true)
  await once(socket, 'connect')
  const head = Object.entries({ host, connection: 'keep-alive', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  const latencies: number[] = []
  const answers = answersOf(socket)
  while (performance.now() < end) {
    const { line, body } = next()
    const length = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${body.length}\r\n`
    const sent = performance.now()
    socket.write(`${line} HTTP/1.1\r\n${head}${length}\r\n${body ?? ''}`, 'latin1')
    const answer = await answers.next()
    if (!answer.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`the server answered: ${answer.slice(0, 500)}`)
    latencies.push(performance.now() - sent)
  }
  socket.destroy()
  return latencies
}

/** The answers on a connection, whole, one at a time. Every one has a content-length. */
function answersOf(socket: Socket) {
  let received = ''
  let waiting: { resolve(answer: string): void; reject(error: Error): void } | undefined
  const give = () => {
    const headEnd = received.indexOf('\r\n\r\n')
    if (headEnd < 0 || waiting === undefined) return
    const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1]
    if (length === undefined) return waiting.reject(new Error('an answer without a length'))
    const size = headEnd + 4 + Number(length)
    if (received.length < size) return
    const answer = received.slice(0, size)
    received = received.slice(size)
    waiting.resolve(answer)
    waiting = undefined
  }
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    received += text
    give()
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))
  return {
    next: () =>
      new Promise<string>((resolve, reject) => {
        waiting = { resolve, reject }
      }),
  }
}
