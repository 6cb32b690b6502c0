/** From the JSON of a case to a chart and a question, or to the first thing that is wrong with it and where. */
import {
  type Decision,
  decisions,
  type Facts,
  type FactValue,
  type IsoDay,
  type ListFact,
  parseFacts,
  withFact,
} from '@keel/engine'
import type { ProtocolId } from '../protocol-ids.ts'
import { protocolOf } from '../protocols/index.ts'
import { isHrAlert } from '../rules/alarms/is-hr-alert.rule.ts'
import { isSpo2Stop } from '../rules/alarms/is-spo2-stop.rule.ts'
import { ruleset } from '../ruleset.ts'
import { asListed } from '../vocabularies/conditions.ts'
import { classesOf, isForTheNoseAlone, type MedicationClass, medicationNames } from '../vocabularies/medications.ts'
import type { Phase } from '../vocabulary.ts'
import { alsoNumbered, caseVocabulary, pathsUnder } from './case-vocabulary.ts'
import { contradiction } from './contradictions.ts'
import { impossible } from './impossible.ts'
import { withNormalFacts } from './normal.ts'
import { type CaseError, isRecord, labelOf, orRefused, Refused, refused, unknown } from './refusal.ts'

/** What a case says the answer should be. */
export interface Expected {
  readonly decision: Decision
  /** Rules that must be among the findings. */
  readonly reasons: readonly string[]
}

/** One chart and what is asked of it. */
export interface Case {
  readonly id: string
  readonly title?: string
  readonly facts: Facts
  readonly phase: Phase
  /** The day whose values apply; absent: the newest. */
  readonly on?: IsoDay
  /** Whether every fact that was not listed is known and normal. */
  readonly allOtherClear: boolean
  readonly expected?: Expected
}

export type { CaseError } from './refusal.ts'
export type ReadCase = { readonly case: Case } | { readonly error: CaseError }

/** A case that asks for a decision. Total: any JSON gives a case or the first error in it. */
export function readCase(json: unknown): ReadCase {
  return orRefused(() => caseOf(json))
}

/** The id that a case states, for the answer of one that cannot be read. */
export function caseId(json: unknown): string | null {
  const id = isRecord(json) ? json.id : undefined
  return typeof id === 'string' ? id : null
}

const caseKeys = ['id', 'title', 'facts', 'expected', 'source', 'kind', 'input']

function caseOf(json: unknown): Case {
  const label = labelOf(json, caseKeys, 'facts')
  const stated = json as Record<string, unknown>
  if ('kind' in stated) throw refused('kind', 'A case with a "kind" asks for a calculation, not for a decision.')
  if ('input' in stated) throw refused('input', 'Only a case with a "kind" has an "input".')
  const expected = expectedOf(stated.expected)
  const { facts, allOtherClear } = factsOf(stated.facts)
  return {
    ...label,
    facts,
    phase: facts.phase as Phase,
    ...(typeof facts.on === 'string' && { on: facts.on }),
    allOtherClear,
    ...(expected && { expected }),
  }
}

function expectedOf(json: unknown): Expected | undefined {
  if (json === undefined) return undefined
  if (!isRecord(json)) throw refused('expected', 'What is expected must be an object with a "decision".')
  const keys = ['decision', 'reasons']
  for (const key of Object.keys(json)) if (!keys.includes(key)) throw unknown(`expected.${key}`, key, keys)
  const { decision, reasons = [] } = json
  if (!decisions.includes(decision as Decision))
    throw unknown('expected.decision', String(decision), decisions, 'is not a decision')
  if (!Array.isArray(reasons) || !reasons.every((one) => typeof one === 'string'))
    throw refused('expected.reasons', 'The expected "reasons" must be a list of rule ids.')
  return { decision: decision as Decision, reasons }
}

function factsOf(json: unknown): { readonly facts: Facts; readonly allOtherClear: boolean } {
  const parsed = parseFacts(caseVocabulary, withNumberedClasses(json))
  if ('problem' in parsed) throw new Refused(parsed.problem)
  const { baseline, missing, ...listed } = parsed.facts
  const allOtherClear = baseline !== undefined && baseline !== null
  const stated = withMissing(withFirstDose(withoutNullGroups(listed)), missing)
  assertCovered(stated)
  const known = withSustained(withClasses(withLists(stated)))
  const facts = allOtherClear ? withNormalFacts(known) : known
  const contradicted = contradiction(stated, facts) ?? impossible(stated)
  if (contradicted) throw new Refused(contradicted)
  return { facts, allOtherClear }
}

/** Classes written as numbers become the words that rules speak of; anything else is left for the parser to refuse. */
function withNumberedClasses(json: unknown): unknown {
  if (!isRecord(json) || !Array.isArray(json.conditions)) return json
  return { ...json, conditions: json.conditions.map((one) => (isRecord(one) ? inWords(one) : one)) }
}

function inWords(condition: Record<string, unknown>): Record<string, unknown> {
  const { of } = caseVocabulary.conditions as ListFact
  const words = alsoNumbered.flatMap((key) => {
    const [declared, number] = [of[key], condition[key]]
    const word = declared?.kind === 'choice' && typeof number === 'number' ? declared.among[number - 1] : undefined
    return word === undefined ? [] : [[key, word]]
  })
  return { ...condition, ...Object.fromEntries(words) }
}

/** A group given as `null` says of every fact in it that it is unknown. */
function withoutNullGroups(facts: Facts): Facts {
  const groups = Object.keys(facts).filter((key) => facts[key] === null && !(key in caseVocabulary))
  return groups.reduce(erased, facts)
}

function erased(facts: Facts, name: string): Facts {
  return pathsUnder(name).reduce((known, path) => withFact(known, path, null), facts)
}

/** `null` for the last dose says that there was none yet; every other `null` is unknown. */
function withFirstDose(facts: Facts): Facts {
  const schedule = facts.schedule as Facts | undefined
  return schedule?.last_dose_days_ago === null ? withFact(facts, 'schedule.last_dose_days_ago', 'never') : facts
}

function withMissing(facts: Facts, missing: FactValue): Facts {
  return ((missing ?? []) as readonly string[]).reduce((known, name, index) => {
    if (pathsUnder(name).length === 0) throw unknown(`missing[${index}]`, name, Object.keys(caseVocabulary))
    return erased(known, name)
  }, facts)
}

function assertCovered(facts: Facts): void {
  const { phase, protocol } = facts
  if (typeof phase !== 'string') throw refused('phase', 'A case must say its "phase": the question that is asked.')
  if (!ruleset.rules.some(({ phases }) => phases.includes(phase as Phase)))
    throw refused('phase', `The running rulebook does not cover the phase "${phase}" yet; no decision was made.`)
  if (typeof protocol !== 'string') throw refused('protocol', 'A case must say its "protocol".')
  if (protocolOf(protocol as ProtocolId) === undefined)
    throw refused(
      'protocol',
      `The running rulebook does not cover the protocol "${protocol}" yet; no decision was made.`,
    )
}

/** Conditions with what listing them says, and allergies as rules compare them. */
function withLists(facts: Facts): Facts {
  const { conditions, history } = facts
  const { allergies } = (history ?? {}) as Facts
  const plain = Array.isArray(allergies) && allergies.map((one) => (one as string).trim().toLowerCase())
  return {
    ...facts,
    ...(Array.isArray(conditions) && { conditions: (conditions as readonly Facts[]).map(asListed) }),
    ...(plain && { history: { ...(history as Facts), allergies: plain } }),
  }
}

/** Gives every medicine its classes, and refuses one that the running rulebook could not judge. */
function withClasses(facts: Facts): Facts {
  const medications = facts.medications
  if (!Array.isArray(medications)) return facts
  const classed = (medications as readonly Facts[]).map((medicine, index) => {
    const stated = (medicine.class ?? undefined) as MedicationClass | undefined
    const classes = classesOf({ name: medicine.name as string, ...(stated && { class: stated }) })
    if (classes === undefined)
      throw unknown(
        `medications[${index}].name`,
        String(medicine.name),
        medicationNames,
        'is no medicine known here; state its "class", or',
      )
    // The class, or the medicine itself, says where such a medicine goes.
    const isNasal = stated === 'nasal-steroid-decongestant' || isForTheNoseAlone(medicine.name as string)
    return { ...(isNasal && { route: 'nasal' }), ...medicine, classes }
  })
  return { ...facts, medications: classed }
}

/** How long a reading has been abnormal, where a case states the reading and not the time: long enough to count. */
const sustained = [
  { reading: 'hr', time: 'hr_out_of_range_seconds', rule: isHrAlert },
  { reading: 'spo2', time: 'spo2_low_seconds', rule: isSpo2Stop },
]

function withSustained(facts: Facts): Facts {
  const inSession = facts.in_session as Facts | undefined
  if (inSession === undefined) return facts
  const added = sustained
    .filter(({ reading, time }) => typeof inSession[reading] === 'number' && inSession[time] === undefined)
    .map(({ time, rule }) => [time, rule.values.sustained?.[0]?.is])
  return { ...facts, in_session: { ...inSession, ...Object.fromEntries(added) } }
}
