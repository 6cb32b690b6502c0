/**
 * The session screen: everything that the person at the bedside needs, at one instant. Not stored: it is worked out from
 * the session's own events when it is asked for, because half of it is time.
 */
import type { Assessment, Finding, Missing } from '@keel/engine'
import { type ProtocolId, protocolOf, sources } from '@keel/rulebook'
import type { Actor, Instant, Occasion } from '../../kernel.ts'
import { ageOn } from '../../kernel.ts'
import type { Role } from '../../team/roles.ts'
import { answeringRole, assessAlarms, assessDischarge, canBeAnswered, gateWithAnswers } from '../findings.ts'
import type { Room } from '../room.ts'
import { deliveredMg, endsAt, minutesRun, type Observation, type Session } from '../state.ts'
import { type DueReading, dueReadings, type LastTaken, taken } from './due.ts'

/** A finding for the screen: with what may be done about it, and its sources by name. */
export interface ShownFinding extends Omit<Finding, 'sources' | 'overridableBy'> {
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string }[]
  readonly canBeAnswered: boolean
  readonly attests: string | null
  /** Who may answer it, where it can be answered. */
  readonly answeredBy: Role
  readonly answer: ({ readonly reason: string; readonly name: string } & Occasion) | null
}

export interface ShownQuestion {
  readonly decision: Assessment['decision']
  readonly findings: readonly ShownFinding[]
  readonly missing: readonly Missing[]
}

export interface SessionScreen {
  readonly at: Instant
  readonly session: Session
  readonly patient: {
    readonly patientId: string
    readonly name: string
    readonly birthDate: string
    readonly age: number
    readonly sex: string
    readonly recordNumber: string
    readonly weightKg: number | null
    readonly heightCm: number | null
    readonly allergies: readonly string[] | null
    readonly synthetic: boolean
  }
  readonly protocol: {
    readonly id: string
    readonly title: string
    readonly route: string
    readonly offLabel: boolean
    readonly deviceMg: number | null
    readonly usualDoseMgPerKg: number | null
    readonly usualDurationMin: number | null
  }
  readonly doseNumber: number
  readonly lastDoseOn: string | null
  /** Asked before the dose only. */
  readonly gate: ShownQuestion | null
  /** Asked once the dose has begun. */
  readonly alarms: ShownQuestion | null
  /** Asked once the dose has ended. */
  readonly discharge: ShownQuestion | null
  readonly progress: {
    readonly minutesRun: number
    readonly deliveredMg: number
    readonly endsAt: Instant | null
  } | null
  readonly due: readonly DueReading[]
  /** Person id -> name, for everyone that the session mentions. */
  readonly names: Readonly<Record<string, string>>
}

export function sessionScreen(room: Room, at: Instant): SessionScreen {
  const { session, patient, course, team } = room
  const { phase, dose } = session
  const names = Object.fromEntries(Object.values(team.members).map(({ personId, name }) => [personId, name]))
  const begun = phase === 'running' || phase === 'paused' || phase === 'observing'
  const beforeDose = phase === 'scheduled' || phase === 'checked-in'
  return {
    at,
    session,
    patient: {
      patientId: patient.patientId,
      name: patient.name,
      birthDate: patient.birthDate,
      age: ageOn(patient.birthDate, session.on),
      sex: patient.sex,
      recordNumber: patient.recordNumber,
      weightKg: patient.weight?.kg ?? null,
      heightCm: patient.heightCm,
      allergies: patient.history?.allergies ?? null,
      synthetic: patient.synthetic,
    },
    protocol: shownProtocol(session.protocol),
    doseNumber: course.dosesGiven + (dose ? 0 : 1),
    lastDoseOn: course.recentDoses.filter(({ on }) => on < session.on).at(-1)?.on ?? null,
    gate: beforeDose ? shownGate(room, at, names) : null,
    alarms: begun ? shown(assessAlarms(session, at)) : null,
    discharge: phase === 'observing' ? shown(assessDischarge(room, at)) : null,
    progress: dose && {
      minutesRun: minutesRun(dose, at),
      deliveredMg: deliveredMg(dose, at),
      endsAt: endsAt(dose, at),
    },
    due: begun
      ? dueReadings({
          protocol: session.protocol,
          startedAt: dose?.startedAt ?? null,
          endedAt: dose?.ended?.at ?? null,
          lastTaken: lastTakenIn(session),
        })
      : [],
    names,
  }
}

function shownProtocol(id: ProtocolId): SessionScreen['protocol'] {
  const protocol = protocolOf(id)
  if (!protocol) throw new Error(`the running rulebook has no protocol "${id}"`)
  const { title, route, offLabel, usual } = protocol
  return {
    id,
    title,
    route,
    offLabel,
    deviceMg: usual.by === 'device' ? usual.deviceMg : null,
    usualDoseMgPerKg: usual.by === 'weight' ? usual.doseMgPerKg : null,
    usualDurationMin: usual.by === 'weight' ? usual.durationMin : null,
  }
}

function lastTakenIn({ observations, dose }: Session): LastTaken {
  const since = dose ? observations.filter(({ at }) => at >= dose.startedAt) : []
  return since.reduce<LastTaken>((last, observation: Observation) => taken(last, observation, observation.at), {})
}

function shownGate(room: Room, at: Instant, names: Readonly<Record<string, string>>): ShownQuestion {
  const { gate, answered, decision } = gateWithAnswers(room, at)
  const answerOf = (finding: Finding) => {
    const answer = answered.find((one) => one.finding === finding)?.answer
    return answer ? { reason: answer.reason, at: answer.at, by: answer.by, name: nameOf(answer.by, names) } : null
  }
  return {
    decision,
    missing: gate.missing,
    findings: gate.findings.map((finding) => ({ ...shownFinding(finding), answer: answerOf(finding) })),
  }
}

function nameOf(by: Actor, names: Readonly<Record<string, string>>): string {
  return names[by.personId] ?? by.role
}

function shown({ decision, findings, missing }: Assessment): ShownQuestion {
  return {
    decision,
    missing,
    findings: findings.map((finding) => ({ ...shownFinding(finding), canBeAnswered: false })),
  }
}

function shownFinding(finding: Finding): ShownFinding {
  const { sources: cited, overridableBy, ...rest } = finding
  const named = cited.map((id) => {
    const source = sources[id as keyof typeof sources]
    return { id, title: source.title, publisher: source.publisher }
  })
  return {
    ...rest,
    sources: named,
    canBeAnswered: canBeAnswered(finding),
    attests: overridableBy?.attests ?? null,
    answeredBy: answeringRole(finding),
    answer: null,
  }
}
