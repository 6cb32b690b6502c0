/**
 * From the JSON of a case of a kind to its result, or to the first thing that is wrong with it and where. What an input
 * may be is said by the calculation's own schema, so a new calculation brings its error messages with it.
 */
import { nearest } from '@keel/engine'
import { z } from 'zod'
import { type Calculation, calculations } from './calculations.ts'
import { type CaseError, isRecord, type Label, labelOf, orRefused, Refused, refused, unknown } from './refusal.ts'

/** A case of a kind, computed. */
export interface CalculationCase extends Label {
  readonly kind: string
  readonly result: Readonly<Record<string, unknown>>
  readonly expected?: Readonly<Record<string, unknown>>
}

export type ReadCalculation = { readonly case: CalculationCase } | { readonly error: CaseError }

/** Kinds of the case format that no calculation answers yet. */
const notCovered = ['pk']

/** Total: any JSON gives a result or the first error in it. */
export function readCalculation(json: unknown): ReadCalculation {
  return orRefused(() => calculationOf(json))
}

const caseKeys = ['id', 'title', 'kind', 'input', 'expected', 'source']

function calculationOf(json: unknown): CalculationCase {
  if (isRecord(json) && 'facts' in json)
    throw refused('facts', 'A case with a "kind" has an "input" and no "facts"; nothing was computed.')
  const label = labelOf(json, caseKeys, 'input')
  const { kind, input, expected } = json as Record<string, unknown>
  const calculation = calculationOfKind(kind)
  const parsed = calculation.input.safeParse(input)
  if (!parsed.success) throw new Refused(problemOf(calculation, input, parsed.error.issues))
  const result = calculation.compute(parsed.data)
  return {
    ...label,
    kind: calculation.kind,
    result,
    ...(expected !== undefined && { expected: expectedOf(expected, result) }),
  }
}

function calculationOfKind(kind: unknown): Calculation {
  if (typeof kind !== 'string') throw refused('kind', 'The "kind" of a case must be text.')
  if (notCovered.includes(kind))
    throw refused('kind', `The running rulebook does not cover cases of the kind "${kind}" yet; nothing was computed.`)
  const calculation = calculations.find((one) => one.kind === kind)
  if (calculation) return calculation
  throw unknown(
    'kind',
    kind,
    calculations.map((one) => one.kind),
    'is no kind of case;',
  )
}

function expectedOf(expected: unknown, result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!isRecord(expected)) throw refused('expected', 'What is expected must be an object with keys of the result.')
  const known = Object.keys(result)
  for (const key of Object.keys(expected))
    if (!known.includes(key)) throw unknown(`expected.${key}`, key, known, 'is not in the result;')
  return expected
}

/** As much of JSON Schema as a message needs. */
interface Node {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Node[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly prefixItems?: readonly Node[]
}

type Path = readonly PropertyKey[]

/** The first problem: a key that is not known before all others, since the slip of a pen often explains the rest. */
function problemOf({ input: schema }: Calculation, input: unknown, issues: readonly z.core.$ZodIssue[]): CaseError {
  const root = z.toJSONSchema(schema) as Node
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') {
      const [key = ''] = issue.keys
      const known = variantsAt(root, issue.path).flatMap(({ properties }) => Object.keys(properties ?? {}))
      return unknown(placeOf([...issue.path, key]), key, known).problem
    }
  const path = issues[0]?.path ?? []
  const place = placeOf(path)
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input)
  const variants = variantsAt(root, path)
  const wanted = variants.map(inWords).join(', or ')
  const index = path.at(-1)
  const which = typeof index === 'number' ? ` (number ${index + 1} of the list)` : ''
  if (found === undefined) return { path: place, message: `"${place}" is missing. It must be ${wanted}.` }
  const near = typeof found === 'string' ? nearest(found, variants.flatMap(wordsOf)) : undefined
  return {
    path: place,
    message: `"${place}"${which} must be ${wanted}; it is ${foundInWords(found)}${near ? `, the nearest is "${near}"` : ''}.`,
    ...(near && { nearest: near }),
  }
}

function placeOf(path: Path): string {
  return path.reduce<string>((at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}.${String(key)}`), 'input')
}

/** What may stand at a place: one node, or the branches of a choice. */
function variantsAt(root: Node, path: Path): readonly Node[] {
  const branches = (node: Node): readonly Node[] => {
    if (node.anyOf) return node.anyOf.flatMap(branches)
    return typeof node.type === 'object' ? node.type.map((type) => ({ ...node, type })) : [node]
  }
  return path.reduce<readonly Node[]>(
    (nodes, key) =>
      nodes.flatMap((node) => {
        const below = typeof key === 'number' ? (node.prefixItems?.[key] ?? node.items) : node.properties?.[String(key)]
        return below ? branches(below) : []
      }),
    branches(root),
  )
}

function wordsOf(node: Node): readonly string[] {
  return (node.enum ?? []).filter((word) => typeof word === 'string')
}

function inWords(node: Node): string {
  if (node.enum) return node.enum.map((one) => JSON.stringify(one)).join(' or ')
  if (node.const !== undefined) return JSON.stringify(node.const)
  switch (node.type) {
    case 'null':
      return 'null where it is not known'
    case 'boolean':
      return 'true or false'
    case 'integer':
      return `a whole number from ${node.minimum} to ${node.maximum}`
    case 'number':
      return `a number from ${node.minimum} to ${node.maximum}`
    case 'array':
      return listInWords(node)
    default:
      return `an object with the keys ${Object.keys(node.properties ?? {}).join(', ')}`
  }
}

function listInWords({ minItems, maxItems, prefixItems }: Node): string {
  const least = minItems ?? prefixItems?.length
  const most = maxItems ?? prefixItems?.length
  if (least !== undefined && least === most) return `a list of ${least}`
  return most === undefined ? 'a list' : `a list of at most ${most}`
}

function foundInWords(found: unknown): string {
  if (Array.isArray(found)) return `a list of ${found.length}`
  return isRecord(found) ? 'an object' : JSON.stringify(found)
}
