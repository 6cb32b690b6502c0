/** `keel serve`: starts everything and stops cleanly on Ctrl-C. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type RunningServer, startServer } from '@keel/server'
import { buildWebIfStale } from '@keel/tools'

export const serveHelp = `keel serve [--demo] [--port 7300] [--host 127.0.0.1] [--data .keel]
  Serves the clinic. Uses DATABASE_URL when it is set, and its own PostgreSQL in the data folder otherwise.
  --demo   a clearly synthetic clinic, seeded on first run, with a clock that can be moved`

export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      port: { type: 'string', default: process.env.PORT ?? '7300' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: process.env.KEEL_DATA ?? '.keel' },
    },
  })
  const port = parsePort(values.port)
  const stopAsked = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
  const webFolder = await buildWebIfStale(say)
  const server = await startServer({
    dataFolder: resolve(values.data),
    host: values.host,
    port,
    demo: values.demo,
    databaseUrl: process.env.DATABASE_URL,
    databaseOwnerUrl: process.env.DATABASE_OWNER_URL,
    secret: process.env.KEEL_SECRET,
    secureCookies: process.env.KEEL_HTTPS === '1',
    webFolder,
    onProgress: say,
  })
  announce(server)
  await stopAsked
  say('Stopping: finishing what is under way ...')
  await server.close()
  say('Stopped. Everything that was recorded is kept.')
  return 0
}

/** @throws Error for people when it is no port number. */
function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`"${text}" is not a port. Give a number from 1 to 65535, for example --port 7301`)
  return port
}

function say(message: string): void {
  console.log(message)
}

function announce({ url, database, signIns }: RunningServer): void {
  const lines = [``, `  Keel is ready at ${url}`, `  Database: ${database}`]
  if (signIns.length > 0) {
    const width = Math.max(...signIns.map(({ email }) => email.length))
    lines.push(
      ``,
      `  Demo clinic: everything in it is synthetic. Sign in with any of these (password: ${signIns[0]?.password}):`,
    )
    for (const { email, name, role } of signIns) lines.push(`    ${email.padEnd(width)}  ${name}, ${role}`)
  }
  lines.push(``, `  Ctrl-C stops it.`, ``)
  say(lines.join('\n'))
}
