/** `keel serve`: starts everything and stops cleanly on Ctrl-C. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  createLogger,
  endOnUncaught,
  keyFromEnvironment,
  loggerOptions,
  type RunningServer,
  readSetting,
  startServer,
  stopAsked,
} from '@keel/server'
import { buildWebIfStale } from '@keel/tools'

export const serveHelp = `keel serve [--demo] [--port 7300] [--host 127.0.0.1] [--data .keel]
           [--metrics-port PORT] [--metrics-host 127.0.0.1]
  Serves the clinic. Uses DATABASE_URL when it is set, and its own PostgreSQL in the data folder otherwise.
  --demo           a clearly synthetic clinic, seeded on first run, with a clock that can be moved
  --metrics-port   figures for Prometheus, with /healthz and /readyz, on a port of their own
  docs/operations.md tells of the settings, the log and stopping.`

export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      port: { type: 'string', default: process.env.PORT ?? '7300' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: process.env.KEEL_DATA ?? '.keel' },
      'metrics-port': { type: 'string' },
      'metrics-host': { type: 'string', default: '127.0.0.1' },
    },
  })
  const port = parsePort(values.port)
  // The demo is for people, wherever its output goes: its sign-ins stand there.
  const isForPeople = process.stdout.isTTY === true || values.demo
  const logging = loggerOptions(process.env.KEEL_LOG, process.env.KEEL_LOG_LEVEL, isForPeople)
  const logger = createLogger(logging)
  const say = (message: string) => (logging.form === 'text' ? console.log(message) : logger.info(message))
  endOnUncaught(logger)
  const asked = stopAsked(() => {
    logger.error('Stopping at once. What was acknowledged is in the record.')
    process.exit(1)
  })
  const webFolder = await buildWebIfStale(say)
  const server = await startServer({
    dataFolder: resolve(values.data),
    host: values.host,
    port,
    demo: values.demo,
    databaseUrl: readSetting('DATABASE_URL'),
    databaseOwnerUrl: readSetting('DATABASE_OWNER_URL'),
    secret: readSetting('KEEL_SECRET'),
    recordKey: keyFromEnvironment(process.env),
    secureCookies: process.env.KEEL_HTTPS === '1',
    webFolder,
    ...metricsOf(values['metrics-host'], values['metrics-port']),
    logger,
    onProgress: say,
  })
  if (logging.form === 'text') announce(server)
  else logger.info({ metricsPort: server.operationsPort }, `Keel is ready at ${server.url} with ${server.database}`)
  await asked
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

/** None are kept unless there is a way to ask for them. */
function metricsOf(host: string, port: string | undefined) {
  const token = readSetting('KEEL_METRICS_TOKEN')
  if (port === undefined && token === undefined) return {}
  return { metrics: { host, token, ...(port !== undefined && { port: parsePort(port) }) } }
}

function announce({ url, database, operationsPort, signIns }: RunningServer): void {
  const lines = [``, `  Keel is ready at ${url}`, `  Database: ${database}`]
  if (operationsPort !== undefined) lines.push(`  Metrics: port ${operationsPort}`)
  if (signIns.length > 0) {
    const width = Math.max(...signIns.map(({ email }) => email.length))
    lines.push(
      ``,
      `  Demo clinic: everything in it is synthetic. Sign in with any of these (password: ${signIns[0]?.password}):`,
    )
    for (const { email, name, role } of signIns) lines.push(`    ${email.padEnd(width)}  ${name}, ${role}`)
  }
  lines.push(``, `  Ctrl-C stops it.`, ``)
  console.log(lines.join('\n'))
}
