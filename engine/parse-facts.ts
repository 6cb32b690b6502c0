/**
 * From JSON written by a person to facts, or to the first thing that is wrong with it: the place, what is wrong, and the
 * nearest name that is known. Nothing is dropped and nothing is guessed.
 */
import { nearest } from './nearest.ts'
import type {
  AttributeFact,
  FactDeclaration,
  Facts,
  FactValue,
  ListFact,
  QuantityFact,
  Vocabulary,
} from './vocabulary.ts'

export interface FactProblem {
  /** Where, as the writer sees it: `medications[0].name`. */
  readonly path: string
  readonly message: string
  /** The nearest known name or value, where one is close. */
  readonly nearest?: string
}

export type ParsedFacts = { readonly facts: Facts } | { readonly problem: FactProblem }

/** Carries a problem up through the nested parsers; it never leaves this file. */
class Problem extends Error {
  readonly problem: FactProblem
  constructor(problem: FactProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Parses nested facts against a vocabulary. `null` is kept as unknown. Total: any input gives facts or a problem. */
export function parseFacts(vocabulary: Vocabulary, input: unknown): ParsedFacts {
  try {
    return { facts: parseGroup(vocabulary, groupKeys(vocabulary), input, '') }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.problem }
    throw error
  }
}

/** Group prefix ('' for the top) -> the keys that may stand there. Made once for each vocabulary. */
type GroupKeys = ReadonlyMap<string, readonly string[]>

const keysByVocabulary = new WeakMap<Vocabulary, GroupKeys>()

function groupKeys(vocabulary: Vocabulary): GroupKeys {
  const known = keysByVocabulary.get(vocabulary)
  if (known) return known
  const groups = new Map<string, Set<string>>()
  for (const path of Object.keys(vocabulary)) {
    const keys = path.split('.')
    keys.forEach((key, depth) => {
      const prefix = keys.slice(0, depth).join('.')
      groups.set(prefix, (groups.get(prefix) ?? new Set()).add(key))
    })
  }
  const result = new Map([...groups].map(([prefix, keys]) => [prefix, [...keys]]))
  keysByVocabulary.set(vocabulary, result)
  return result
}

function parseGroup(vocabulary: Vocabulary, groups: GroupKeys, input: unknown, prefix: string): Facts {
  const record = recordAt(input, prefix === '' ? 'facts' : prefix)
  const known = groups.get(prefix) ?? []
  const facts: Record<string, FactValue> = {}
  for (const [key, value] of Object.entries(record)) {
    const path = prefix === '' ? key : `${prefix}.${key}`
    const declared = Object.hasOwn(vocabulary, path) ? vocabulary[path] : undefined
    if (declared) facts[key] = value === null ? null : parseFact(declared, value, path)
    else if (groups.has(path)) facts[key] = value === null ? null : parseGroup(vocabulary, groups, value, path)
    else throw unknownKey(path, key, known)
  }
  return facts
}

function recordAt(input: unknown, path: string): Record<string, unknown> {
  if (input !== null && typeof input === 'object' && !Array.isArray(input)) return input as Record<string, unknown>
  throw new Problem({ path, message: `"${path}" must be an object of named facts, not ${kindOf(input)}.` })
}

function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  const near = nearest(key, known)
  return new Problem({
    path,
    message: `"${key}" is not a fact that is known here${near ? `; the nearest is "${near}"` : ''}.`,
    ...(near && { nearest: near }),
  })
}

function parseFact(declared: FactDeclaration, value: unknown, path: string): FactValue {
  switch (declared.kind) {
    case 'quantity':
      return parseQuantity(declared, value, path)
    case 'flag':
      if (typeof value === 'boolean') return value
      throw new Problem({ path, message: `${path} must be true or false, not ${kindOf(value)}.` })
    case 'choice':
      return parseWord(declared.among, value, path)
    case 'words':
      return parseWords(declared.among, value, path)
    case 'text':
      return parseText(value, path)
    case 'day':
      return parseDay(value, path)
    case 'list':
      return parseList(declared, value, path)
  }
}

function parseQuantity({ unit, min, max, step, never }: QuantityFact, value: unknown, path: string): FactValue {
  if (never && value === 'never') return value
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const orNever = never ? ' or "never"' : ''
    throw new Problem({ path, message: `${path} must be a number${orNever} (in ${unit}), not ${kindOf(value)}.` })
  }
  if (step === 1 && !Number.isInteger(value) && unit === '1')
    throw new Problem({ path, message: `${path} must be a whole number, not ${value}.` })
  if (value < min || value > max)
    throw new Problem({ path, message: `${path} is ${value} ${unit}; possible values are ${min} to ${max} ${unit}.` })
  return value
}

function parseWord(among: readonly string[], value: unknown, path: string): string {
  if (typeof value !== 'string') throw new Problem({ path, message: `${path} must be a word, not ${kindOf(value)}.` })
  if (among.includes(value)) return value
  const near = nearest(value, among)
  throw new Problem({
    path,
    message: `${path} is "${value}", which is not known here${near ? `; the nearest is "${near}"` : ''}.`,
    ...(near && { nearest: near }),
  })
}

function parseWords(among: readonly string[] | 'any', value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value))
    throw new Problem({ path, message: `${path} must be a list of words, not ${kindOf(value)}.` })
  return value.map((word, index) => {
    const place = `${path}[${index}]`
    return among === 'any' ? parseText(word, place) : parseWord(among, word, place)
  })
}

function parseText(value: unknown, path: string): string {
  if (typeof value === 'string') return value
  throw new Problem({ path, message: `${path} must be text, not ${kindOf(value)}.` })
}

function parseDay(value: unknown, path: string): string {
  if (typeof value === 'string' && isDay(value)) return value
  throw new Problem({
    path,
    message: `${path} must be a calendar day such as 2026-11-22, not ${JSON.stringify(value)}.`,
  })
}

/** A real day of the Gregorian calendar, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, dayOfMonth] = match.slice(1).map(Number) as [number, number, number]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return dayOfMonth >= 1 && dayOfMonth <= (lengths[month - 1] ?? 0)
}

function parseList(declared: ListFact, value: unknown, path: string): readonly Facts[] {
  if (!Array.isArray(value)) throw new Problem({ path, message: `${path} must be a list, not ${kindOf(value)}.` })
  return value.map((record, index) => parseRecord(declared, record, `${path}[${index}]`))
}

function parseRecord({ of, required }: ListFact, input: unknown, path: string): Facts {
  const record = recordAt(input, path)
  const facts: Record<string, FactValue> = {}
  for (const [key, value] of Object.entries(record)) {
    const declared: AttributeFact | undefined = Object.hasOwn(of, key) ? of[key] : undefined
    if (declared === undefined) throw unknownKey(`${path}.${key}`, key, Object.keys(of))
    facts[key] = value === null ? null : parseFact(declared, value, `${path}.${key}`)
  }
  if (facts[required] === undefined || facts[required] === null)
    throw new Problem({ path: `${path}.${required}`, message: `${path} must say its "${required}".` })
  return facts
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `${JSON.stringify(value)}`
}
