/** An error as the log may hold it: what it was and where, never its text, which may quote a patient's row. */

export interface Fault {
  readonly type: string
  /** A code of Node, PostgreSQL or ours. */
  readonly code?: string
  /** Function, file, line and column, innermost first. */
  readonly at: readonly string[]
  readonly cause?: Fault
}

const framesMax = 30
const causesMax = 3
const root = new URL('../../', import.meta.url)
const places = [root.href, root.pathname, 'node:']

export function faultOf(error: unknown, causesLeft = causesMax): Fault {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  return {
    type: wordOf(error.constructor.name) ?? 'Error',
    ...(wordOf(code) && { code: wordOf(code) as string }),
    at: framesOf(error),
    ...(error.cause !== undefined && causesLeft > 0 && { cause: faultOf(error.cause, causesLeft - 1) }),
  }
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\w{1,60}$/.test(value) ? value : undefined
}

/** The text stands first in a stack and may have lines that look like places: it is cut off, and places must be of programs. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  return stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line) && places.some((place) => line.includes(place)))
    .slice(0, framesMax)
    .map((line) => line.trim().slice('at '.length).replaceAll(root.href, '').replaceAll(root.pathname, ''))
}
