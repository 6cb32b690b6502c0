/** What is wrong with a case, and where; thrown inside the readers of cases and caught by them, never outside. */
import { type FactProblem, nearest } from '@keel/engine'

export type CaseError = FactProblem

/** Carries an error out of nested readers. */
export class Refused extends Error {
  readonly problem: CaseError
  constructor(problem: CaseError) {
    super(problem.message)
    this.problem = problem
  }
}

export function refused(path: string, message: string): Refused {
  return new Refused({ path, message })
}

export function unknown(path: string, written: string, known: readonly string[], what = 'is not known here;'): Refused {
  const near = nearest(written, known)
  return new Refused({
    path,
    message: `"${written}" ${what}${near ? ` the nearest is "${near}"` : ''}.`,
    ...(near && { nearest: near }),
  })
}

/** What the reader gives, or the error that it was stopped by. */
export function orRefused<Read>(read: () => Read): { readonly case: Read } | { readonly error: CaseError } {
  try {
    return { case: read() }
  } catch (error) {
    if (error instanceof Refused) return { error: error.problem }
    throw error
  }
}

export function isRecord(json: unknown): json is Record<string, unknown> {
  return json !== null && typeof json === 'object' && !Array.isArray(json)
}

/** What every case has: its id, and texts for people. */
export interface Label {
  readonly id: string
  readonly title?: string
}

/** @throws Refused at the first key that is not among those known, or text that is none. */
export function labelOf(json: unknown, keys: readonly string[], content: string): Label {
  if (!isRecord(json)) throw refused('', `A case must be an object with "id" and "${content}".`)
  for (const key of Object.keys(json)) if (!keys.includes(key)) throw unknown(key, key, keys)
  const { id, title, source } = json
  if (typeof id !== 'string' || id === '') throw refused('id', 'A case must have an "id", a text that names it.')
  if (title !== undefined && typeof title !== 'string') throw refused('title', 'The "title" of a case must be text.')
  if (source !== undefined && typeof source !== 'string')
    throw refused('source', 'The "source" of a case must be text.')
  return { id, ...(title !== undefined && { title }) }
}
