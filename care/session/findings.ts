/** Asking the rulebook about a session, and which findings a person has already answered. */
import {
  type Assessment,
  type Assessor,
  assessorOf,
  decisionOf,
  type Facts,
  type Finding,
  type Question,
  type Tightening,
  tighten,
} from '@keel/engine'
import { assessor, notYetDue, type Phase, ruleset } from '@keel/rulebook'
import { tightenedHere } from '../clinic/tightening.ts'
import type { RecordedFinding } from '../finding.ts'
import type { Instant } from '../kernel.ts'
import type { Role } from '../team/roles.ts'
import { alarmFacts, dischargeFacts, gateFacts } from './facts.ts'
import type { Room } from './room.ts'
import type { Answer, Session } from './state.ts'

/** Rulebooks as clinics tightened them, made ready once for each. There are as many as clinics differ, which is few. */
const tightened = new Map<string, Assessor<Phase>>()

/** The rulebook as it holds in a clinic. What was recorded as a tightening was checked when it was recorded. */
export function assessorFor(tightening: Tightening | undefined): Assessor<Phase> {
  if (tightening === undefined) return assessor
  const key = JSON.stringify(tightening)
  const known = tightened.get(key)
  if (known) return known
  const stricter = tighten(ruleset, tightening, tightenedHere)
  if ('problems' in stricter)
    throw new Error(`the clinic's tightening does not fit the rulebook: ${stricter.problems[0]?.message}`)
  const made = assessorOf(stricter.ruleset)
  tightened.set(key, made)
  return made
}

/** The rulebook's answer over facts that the record made; these always fit the vocabulary. */
function assess(tightening: Tightening | undefined, facts: Facts, question: Question<Phase>): Assessment {
  const assessed = assessorFor(tightening).assess(facts, question)
  if ('error' in assessed) throw new Error(`the record's facts could not be assessed: ${assessed.error.message}`)
  return assessed
}

/** May the dose start at this instant? Every finding, answered or not. */
export function assessGate(room: Room, at: Instant): Assessment {
  return assess(room.clinic.tightening, gateFacts(room, at), { phase: 'pre_session', on: room.session.on })
}

/** Is anything alarming at this instant? Asked by the rules that held when the dose began. */
export function assessAlarms(session: Session, at: Instant): Assessment {
  const facts = alarmFacts(session, at)
  return assess(session.dose?.tightening, facts, { phase: 'in_session', on: session.on, notDue: notYetDue(facts) })
}

/** May the patient leave at this instant? */
export function assessDischarge(room: Room, at: Instant): Assessment {
  return assess(room.clinic.tightening, dischargeFacts(room, at), { phase: 'discharge', on: room.session.on })
}

/** The findings of the gate that nobody has answered, the answers that stand, and the decision that is left. */
export function gateWithAnswers(room: Room, at: Instant) {
  const gate = assessGate(room, at)
  const answers = room.session.answers.filter((answer) => stillStands(room, answer))
  const answered = gate.findings.flatMap((finding) => {
    const answer =
      answers.findLast((one) => one.finding.rule === finding.rule) ??
      room.course.followUp.answers.find((one) => standsForCourse(one, finding))
    return answer && canBeAnswered(finding) ? [{ finding, answer }] : []
  })
  const open = gate.findings.filter((finding) => !answered.some((one) => one.finding === finding))
  return { gate, answered, open, decision: decisionOf(open.map(({ severity }) => severity)) }
}

/** Nobody can acknowledge a block away; a hold only where the rule opens it and the limits are met. */
export function canBeAnswered(finding: Finding): boolean {
  if (finding.severity === 'review') return true
  return finding.severity === 'hold' && finding.overridableBy?.open === 'fires'
}

/**
 * An answer stands while the record, asked again as of the moment it was given, still shows the same facts: a new
 * reading or a new order ends it, the mere passing of time does not.
 */
function stillStands(room: Room, answer: Answer): boolean {
  const then = assessGate(room, answer.at).findings.find(({ rule }) => rule === answer.finding.rule)
  return then !== undefined && JSON.stringify(toRecorded(then).facts) === JSON.stringify(answer.finding.facts)
}

/** Who may answer a finding: whom its rule names, otherwise a prescriber. */
export function answeringRole({ overridableBy }: Finding): Role {
  return (overridableBy?.role ?? 'prescriber') as Role
}

/** Whether a review is one that screening raises: answered once, it stands for the course while its facts do. */
export function isScreeningReview({ rule, severity }: Finding): boolean {
  return severity === 'review' && screeningRules.has(rule)
}

const screeningRules: ReadonlySet<string> = new Set(
  ruleset.rules.filter(({ phases }) => phases.includes('screening')).map(({ id }) => id),
)

/** The mere passing of time does not end an answer: of a finding's facts, elapsed times are not compared. */
function standsForCourse({ finding }: Pick<Answer, 'finding'>, now: Finding): boolean {
  return finding.rule === now.rule && JSON.stringify(lasting(finding.facts)) === JSON.stringify(lasting(now.facts))
}

function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([key]) => !/_ago$|months_since/.test(key))
  return Object.fromEntries(kept.map(([key, part]) => [key, lasting(part)]))
}

/** A finding as it goes into the record. */
export function toRecorded(finding: Finding): RecordedFinding {
  const { rule, severity, message, action, sources } = finding
  return {
    rule,
    severity,
    message,
    action,
    facts: JSON.parse(JSON.stringify(finding.facts)) as RecordedFinding['facts'],
    sources: [...sources],
    overridableBy: finding.overridableBy?.role ?? null,
  }
}
