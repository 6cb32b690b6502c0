/**
 * The server's log: JSON lines for programs, plain lines for a terminal. What happened to patients is in the record, so
 * the log holds nothing of it: route templates and not addresses, codes and places and not the texts of errors.
 */
import { type DestinationStream, destination, type Level, type Logger, pino } from 'pino'
import { faultOf } from './fault.ts'

export type { Logger } from 'pino'

export interface LoggerOptions {
  readonly form: 'json' | 'text'
  readonly level: Level
  /** Standard output when not given. */
  readonly output?: DestinationStream
}

const levels: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']

/**
 * From KEEL_LOG (`json`, `text`) and KEEL_LOG_LEVEL. A terminal gets plain lines and only what needs looking at.
 * @throws Error for people when a setting is none of those.
 */
export function loggerOptions(form = '', level = '', isForPeople: boolean): LoggerOptions {
  if (!['', 'json', 'text'].includes(form))
    throw new Error(`KEEL_LOG is "${form}". Give json or text, or leave it out.`)
  if (level !== '' && !levels.includes(level))
    throw new Error(`KEEL_LOG_LEVEL is "${level}". Give one of ${levels.join(', ')}, or leave it out.`)
  const chosen = (form || (isForPeople ? 'text' : 'json')) as LoggerOptions['form']
  return { form: chosen, level: (level || (chosen === 'json' ? 'info' : 'warn')) as Level }
}

export function createLogger({ form, level, output }: LoggerOptions): Logger {
  // Written as soon as the line before is, not at once: a slow reader of the log must not hold up a request.
  const out = output ?? destination({ dest: 1, sync: form === 'text' })
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => faultOf(error) },
      hooks: { logMethod: withoutTexts },
    },
    form === 'json' ? out : { write: (line) => void out.write(toText(line)) },
  )
}

/** Pino takes an error's text for the message when there is no other; here there always is another. */
function withoutTexts(this: Logger, args: unknown[], method: (this: Logger, ...given: never[]) => void): void {
  const [first, message, ...rest] = args
  if (first instanceof Error) method.apply(this, [{ err: first }, message ?? 'An error', ...rest] as never[])
  else if (hasError(first) && message === undefined) method.apply(this, [first, 'An error'] as never[])
  else method.apply(this, args as never[])
}

function hasError(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'err' in given
}

function toText(line: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>
  const figures = Object.entries(rest).map(([name, value]) => `${name}=${value}`)
  const fault = err ? `\n${JSON.stringify(err, null, 2)}` : ''
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${[msg, ...figures].join(' ')}${fault}\n`
}
