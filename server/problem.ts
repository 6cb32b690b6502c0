/** Errors as people and programs read them: `application/problem+json` (RFC 9457), with the fields that are wrong. */
import { nearest } from '@keel/engine'
import { EventLogUnavailable } from '@keel/eventlog'
import { z } from 'zod'
import { SignInsUnavailable } from './access/sign-in.ts'

export interface FieldError {
  readonly path: string
  readonly message: string
  readonly nearest?: string
}

/** An answer that is an error. Thrown anywhere in a route, turned into a response in one place. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly code: string
  readonly errors: readonly FieldError[] | undefined
  constructor(status: number, code: string, detail: string, errors?: readonly FieldError[]) {
    super(detail)
    this.status = status
    this.code = code
    this.title = titles[status] ?? 'Something went wrong'
    this.errors = errors
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The input cannot be used',
  401: 'Nobody is signed in',
  403: 'Not yours to do',
  404: 'Not here',
  409: 'Not now',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too many requests',
  503: 'The record cannot be reached',
}

/** Parses with a schema; every field that is wrong is named. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const errors = result.error.issues.flatMap((issue) => fieldErrors(issue, schema))
  const first = errors[0]?.message ?? 'it does not fit'
  throw new Problem(
    400,
    'bad-input',
    `Nothing was recorded: ${first}${errors.length > 1 ? `, and ${errors.length - 1} more` : ''}.`,
    errors,
  )
}

function fieldErrors(issue: z.core.$ZodIssue, schema: z.ZodType): readonly FieldError[] {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path, message: path ? `${path}: ${issue.message}` : issue.message }]
  const known = issue.path.length === 0 && schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  return issue.keys.map((key) => {
    const near = nearest(key, known)
    const hint = near ? `; the nearest is "${near}"` : ''
    return {
      path: path ? `${path}.${key}` : key,
      message: `"${key}" is not known here${hint}`,
      ...(near && { nearest: near }),
    }
  })
}

/** Any error as a problem. What is not foreseen is a bug: its text stays in the server's log. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof EventLogUnavailable) return new Problem(503, 'record-unavailable', error.message)
  if (error instanceof SignInsUnavailable)
    return new Problem(503, 'sign-ins-unavailable', `${error.message} Nothing was recorded: try again in a moment.`)
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string }
  if (statusCode === 400)
    return new Problem(400, 'malformed', `Nothing was recorded: ${message ?? 'the body is not JSON'}.`)
  if (statusCode === 413) return new Problem(413, 'too-large', 'Nothing was recorded: the request is too large.')
  if (statusCode === 415)
    return new Problem(415, 'not-json', 'Nothing was recorded: send JSON (content-type application/json).')
  if (isConnectionLoss(code))
    return new Problem(503, 'database-unavailable', 'The database cannot be reached just now. Try again in a moment.')
  return new Problem(
    500,
    'bug',
    'Something went wrong inside Keel. Look at the screen again to see what was recorded before you repeat anything.',
  )
}

/** Node's and PostgreSQL's codes for a database that is away or on its way down. */
function isConnectionLoss(code: string | undefined): boolean {
  return code !== undefined && /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|57P0|08)/.test(code)
}

export function problemBody({ status, code, title, message, errors }: Problem) {
  return { type: `about:blank#${code}`, title, status, detail: message, code, ...(errors && { errors }) }
}
