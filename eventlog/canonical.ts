/**
 * Canonical JSON (RFC 8785) of values that PostgreSQL can keep and give back unchanged, and SHA-256 over it. Two values
 * that are equal as JSON have one canonical text, on every machine and in every year, which is what a hash needs.
 */

import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Json } from './events.ts'

/** Deeper data is no record of a treatment, and a parser's stack is finite. */
const maxDepth = 100

export interface JsonProblem {
  /** From the value that was checked, for example `.doses[2].note`; empty for the value itself. */
  readonly path: string
  readonly problem: string
}

/** Why a string cannot be stored, if so. PostgreSQL has no U+0000, and UTF-8 has no lone surrogates. */
export function textProblem(text: string): string | undefined {
  if (text.includes('\u0000')) return 'contains the character U+0000'
  if (!text.isWellFormed()) return 'contains half of a surrogate pair'
  return undefined
}

/** The first place where a value is not JSON that can be stored. An `undefined` property counts as absent, as in JSON. */
export function jsonProblem(value: unknown, depth = 0): JsonProblem | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return problemHere(textProblem(value))
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : problemHere('is not a finite number')
  if (typeof value !== 'object') return problemHere(`is ${typeof value}, which JSON does not have`)
  if (depth === maxDepth) return problemHere(`is nested deeper than ${maxDepth} levels`)
  return Array.isArray(value) ? arrayProblem(value, depth) : objectProblem(value, depth)
}

function problemHere(problem: string | undefined): JsonProblem | undefined {
  return problem === undefined ? undefined : { path: '', problem }
}

function arrayProblem(items: readonly unknown[], depth: number): JsonProblem | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const found = jsonProblem(items[index], depth + 1)
    if (found !== undefined) return { path: `[${index}]${found.path}`, problem: found.problem }
  }
  return undefined
}

function objectProblem(object: object, depth: number): JsonProblem | undefined {
  const prototype = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) return problemHere('is not a plain object')
  for (const name of Object.keys(object)) {
    const nameProblem = textProblem(name)
    if (nameProblem !== undefined) return problemHere(`has a property whose name ${nameProblem}`)
    const value = object[name as keyof typeof object] as unknown
    if (value === undefined) continue
    const found = jsonProblem(value, depth + 1)
    if (found !== undefined) return { path: `.${name}${found.path}`, problem: found.problem }
  }
  return undefined
}

/** The canonical text of a value in which `jsonProblem` finds nothing. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON has a canonical text')
  return text
}

/** 64 lower-case hex digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}
