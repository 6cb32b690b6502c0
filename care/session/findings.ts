/** Asking the rulebook about a session, and which findings a person has already answered. */
import type { Assessment, Facts, Finding } from '@keel/engine'
import { decisionOf } from '@keel/engine'
import { assessor, notYetDue, type Phase } from '@keel/rulebook'
import type { Instant } from '../kernel.ts'
import type { RecordedFinding } from './events.ts'
import { alarmFacts, dischargeFacts, gateFacts } from './facts.ts'
import type { Room } from './room.ts'
import type { Answer, Session } from './state.ts'

/** The rulebook's answer over facts that the record made; these always fit the vocabulary. */
function assess(facts: Facts, phase: Phase, on: string, notDue?: ReadonlySet<string>): Assessment {
  const assessed = assessor.assess(facts, { phase, on, ...(notDue && { notDue }) })
  if ('error' in assessed) throw new Error(`the record's facts could not be assessed: ${assessed.error.message}`)
  return assessed
}

/** May the dose start at this instant? Every finding, answered or not. */
export function assessGate(room: Room, at: Instant): Assessment {
  return assess(gateFacts(room, at), 'pre_session', room.session.on)
}

/** Is anything alarming at this instant? */
export function assessAlarms(session: Session, at: Instant): Assessment {
  const facts = alarmFacts(session, at)
  return assess(facts, 'in_session', session.on, notYetDue(facts))
}

/** May the patient leave at this instant? */
export function assessDischarge(room: Room, at: Instant): Assessment {
  return assess(dischargeFacts(room, at), 'discharge', room.session.on)
}

/** The findings of the gate that nobody has answered, the answers that stand, and the decision that is left. */
export function gateWithAnswers(room: Room, at: Instant) {
  const gate = assessGate(room, at)
  const answers = room.session.answers.filter((answer) => stillStands(room, answer))
  const answered = gate.findings.flatMap((finding) => {
    const answer = answers.findLast((one) => one.finding.rule === finding.rule)
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
