/** Talking with the server: JSON in, JSON out, and errors that are sentences for the person. */
export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** A request that did not succeed. `message` is for the person who made it. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[]
  constructor(status: number, code: string, message: string, fields: readonly FieldProblem[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
  }
  /** Whether the same request may simply be sent again. */
  get maySendAgain(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504
  }
}

const noAnswer =
  'The clinic’s server did not answer. What you entered is still here; it is safe to send it again when the connection is back.'

/**
 * Sends a request and reads its JSON answer.
 * @throws RequestProblem
 */
export async function request<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RequestProblem(0, 'no-answer', noAnswer)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Answer
  throw problemOf(response.status, answer)
}

function problemOf(status: number, answer: unknown): RequestProblem {
  const { detail, message, code, errors } = (answer ?? {}) as {
    detail?: string
    message?: string
    code?: string
    errors?: readonly FieldProblem[]
  }
  const words = detail ?? message ?? (status >= 500 ? noAnswer : `The server refused this (${status}).`)
  return new RequestProblem(status, code ?? 'unknown', words, errors)
}
