/** The answer to a case, in the form that `keel decide` prints. */
import type { Assessment, Assessor, DatedValue, Decision, FactValue, Missing, Severity } from '@keel/engine'
import { notYetDue } from '../not-yet-due.ts'
import { assessor } from '../ruleset.ts'
import { sources } from '../sources.ts'
import type { Phase } from '../vocabulary.ts'
import { type Case, type CaseError, caseId, type Expected, readCase } from './read-case.ts'

export interface CaseFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly facts: Readonly<Record<string, FactValue>>
  readonly values: Readonly<Record<string, DatedValue>>
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string }[]
}

export interface CaseDecision {
  readonly id: string
  readonly decision: Decision
  /** The digest of the ruleset that decided. */
  readonly ruleset: string
  readonly findings: readonly CaseFinding[]
  readonly missing: readonly Missing[]
  readonly expected?: Expected
  /** Only where something was expected. */
  readonly pass?: boolean
}

export interface RefusedCase {
  /** `null` where the case does not state one. */
  readonly id: string | null
  readonly error: CaseError
}

/**
 * Reads and decides one case that states facts. Total: any JSON gives a decision or a typed error.
 * @param rules the rulebook that is asked, where it is not the running one: a clinic's own, tightened. `digest` is its.
 */
export function decideCase(
  json: unknown,
  digest: string,
  rules: Assessor<Phase> = assessor,
): CaseDecision | RefusedCase {
  const read = readCase(json)
  if ('error' in read) return { id: caseId(json), error: read.error }
  const { id, phase, on, facts, allOtherClear } = read.case
  const answer = rules.assess(facts, {
    phase,
    ...(on !== undefined && { on }),
    ...(phase === 'in_session' && !allOtherClear && { notDue: notYetDue(facts) }),
  })
  return 'error' in answer ? { id, error: answer.error } : decided(read.case, answer, digest)
}

/** The facts as a case may state them: without the classes that the reader gave to medicines. */
function asWritten(facts: CaseFinding['facts']): CaseFinding['facts'] {
  if (!Array.isArray(facts.medications)) return facts
  const medications = facts.medications.map(({ classes: _internal, ...medicine }) => medicine)
  return { ...facts, medications }
}

function decided({ id, expected }: Case, { decision, findings, missing }: Assessment, ruleset: string): CaseDecision {
  const reported = findings.map(({ rule, severity, message, facts, values, sources: cited }) => ({
    rule,
    severity,
    message,
    facts: asWritten(facts),
    values,
    sources: cited.map((source) => {
      const { title, publisher } = sources[source as keyof typeof sources]
      return { id: source, title, publisher }
    }),
  }))
  const ids = findings.map(({ rule }) => rule)
  const pass = expected && decision === expected.decision && expected.reasons.every((reason) => ids.includes(reason))
  return {
    id,
    decision,
    ruleset,
    findings: reported,
    missing,
    ...(expected && { expected, pass: pass === true }),
  }
}
