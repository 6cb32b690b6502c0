/**
 * A line between the server and PostgreSQL that writes down every statement on it, for tests: it sees what really goes over
 * the wire, whichever library sends it, on any PostgreSQL.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Tap {
  /** The same connection string, through the line. */
  through(serverUrl: string): string
  /** Every statement so far, once each, in the order in which it was first sent. Texts of several are taken apart. */
  statements(): readonly string[]
  close(): void
}

const sslRequest = 80_877_103
const typeAndLengthBytes = 5

/** @param databaseUrl of the PostgreSQL at the other end. */
export async function openTap(databaseUrl: string): Promise<Tap> {
  const { hostname, port } = new URL(databaseUrl)
  const sent = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname)
    const read = messageReader((text) => {
      for (const statement of text.split(';')) if (statement.trim() !== '') sent.add(inOneLine(statement))
    })
    client.on('data', read)
    client.pipe(upstream).pipe(client)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    through(serverUrl) {
      const url = new URL(serverUrl)
      url.hostname = '127.0.0.1'
      url.port = String((server.address() as AddressInfo).port)
      return url.href
    },
    statements: () => [...sent],
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Takes what a client sends apart into messages, and calls `onStatement` with the text of each Query and each Parse. */
function messageReader(onStatement: (text: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isStarted = false
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= typeAndLengthBytes) {
      // The first message has no type, only its length and what it asks for.
      const head = isStarted ? 1 : 0
      const length = rest.readInt32BE(head)
      if (rest.length < head + length) return
      if (!isStarted && rest.readInt32BE(4) === sslRequest) throw new Error('Statements cannot be read through TLS.')
      if (isStarted) readMessage(String.fromCharCode(rest[0] as number), rest.subarray(typeAndLengthBytes, 1 + length))
      isStarted = true
      rest = rest.subarray(head + length)
    }
  }

  function readMessage(type: string, body: Buffer): void {
    const texts = body.toString('utf8').split('\0')
    if (type === 'Q') onStatement(texts[0] ?? '')
    // A Parse names the statement first.
    if (type === 'P') onStatement(texts[1] ?? '')
  }
}
