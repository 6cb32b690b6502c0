/** A TCP line to the database that can be cut: for tests. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Line {
  readonly port: number
  /** No connection goes on or through until it is restored. */
  cut(): void
  /** Cuts when so many more bytes have passed in a direction; those beyond do not arrive. */
  cutAfter(bytes: number, direction: Direction): void
  isCut(): boolean
  restore(): void
  close(): void
}

export type Direction = 'to-database' | 'from-database'

interface Limit {
  readonly direction: Direction
  left: number
}

export async function openLine(host: string, port: number): Promise<Line> {
  const sockets = new Set<Socket>()
  let isOpen = true
  let limit: Limit | undefined
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const pass = (from: Socket, to: Socket, direction: Direction) => {
    sockets.add(from)
    from.on('data', (chunk: Buffer) => {
      const through = limit?.direction === direction ? chunk.subarray(0, limit.left) : chunk
      to.write(through)
      if (limit?.direction !== direction) return
      limit.left -= through.length
      if (limit.left > 0) return
      isOpen = false
      // What was let through still arrives: an end, and no reset.
      for (const socket of sockets) socket.end()
    })
    from.on('end', () => to.end())
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const upstream = connect(port, host)
    pass(socket, upstream, 'to-database')
    pass(upstream, socket, 'from-database')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isOpen = false
      destroyAll()
    },
    isCut: () => !isOpen,
    restore() {
      isOpen = true
      limit = undefined
    },
    cutAfter(bytes, direction) {
      limit = { left: bytes, direction }
    },
    close() {
      destroyAll()
      server.close()
    },
  }
}
