/** The answer to any case: a decision, or the result of the calculation that its `kind` asks for. */
import type { Assessor } from '@keel/engine'
import type { Phase } from '../vocabulary.ts'
import { type CaseDecision, decideCase, type RefusedCase } from './decide-case.ts'
import { matches } from './matches.ts'
import { readCalculation } from './read-calculation.ts'
import { caseId } from './read-case.ts'
import { isRecord } from './refusal.ts'

export interface CaseResult {
  readonly id: string
  readonly kind: string
  /** Keys as in the case format; what cannot be computed is `null`. */
  readonly result: Readonly<Record<string, unknown>>
  readonly expected?: Readonly<Record<string, unknown>>
  /** Only where something was expected. */
  readonly pass?: boolean
}

export type CaseAnswer = CaseDecision | CaseResult | RefusedCase

/** Reads and answers one case. Total: any JSON gives an answer or a typed error. */
export function answerCase(json: unknown, digest: string, rules?: Assessor<Phase>): CaseAnswer {
  return isRecord(json) && 'kind' in json ? calculate(json) : decideCase(json, digest, rules)
}

function calculate(json: unknown): CaseResult | RefusedCase {
  const read = readCalculation(json)
  if ('error' in read) return { id: caseId(json), error: read.error }
  const { id, kind, result, expected } = read.case
  return { id, kind, result, ...(expected && { expected, pass: matches(expected, result) }) }
}
