/**
 * MRT-1, the misuse-risk tier: inputs -> points, floors, stops and flags -> one of four tiers, with every code that fired
 * and what it saw. It decides how closely a clinic looks, never who somebody is.
 */
import {
  assessorOf,
  type Condition,
  type Confidence,
  type DatedValue,
  type DatedValues,
  type Facts,
  type FactValue,
  type Finding,
  type Rule,
  valueOn,
} from '@keel/engine'
import { sources } from '../sources.ts'
import { unitLabels, value } from '../values.ts'
import { misuseCodes } from './codes/index.ts'
import { misuseDerivations, misuseDerivedFrom } from './derivations.ts'
import type { Evidence, MisuseCode, PointsPart } from './misuse-code.ts'
import { type MisuseInputs, misuseDefaults, misuseVocabulary } from './misuse-inputs.ts'
import type { SupportTopic } from './support-topics.ts'

/** From the least support to none but stopping. */
export const misuseTiers = ['low', 'moderate', 'high', 'stop'] as const
export type MisuseTier = (typeof misuseTiers)[number]

/** A code that fired. */
export interface FiredCode {
  readonly code: string
  readonly title: string
  /** The code's sentence with its numbers. */
  readonly message: string
  readonly because: string
  readonly topic: SupportTopic
  /** The inputs that it saw, as they were given or defaulted. */
  readonly sees: Readonly<Record<string, FactValue>>
  readonly values: Readonly<Record<string, DatedValue>>
  readonly sources: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly confidence: Confidence
}

export interface MisuseEvaluation {
  /** Sum of all points. */
  readonly score: number
  readonly tier: MisuseTier
  /** `misuse` when any stop of that kind fired; `null` without a stop. */
  readonly stopKind: 'misuse' | 'medical' | null
  /** By code; rows without points are left out. */
  readonly points: Readonly<Record<string, number>>
  readonly floors: readonly string[]
  readonly stops: readonly string[]
  readonly safetyFlags: readonly string[]
  readonly fired: readonly FiredCode[]
  /** Inputs that are not known, with the codes that could not answer without them. */
  readonly unanswered: readonly { readonly input: string; readonly neededBy: readonly string[] }[]
  /** Something is unanswered: the tier may be higher than shown. */
  readonly lowerBound: boolean
  /** No dose goes home: the tier forbids it, or is not known to be low enough. */
  readonly takeHomeBlocked: boolean
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
/** The score from which a tier is reached. */
export const tierLines = {
  moderate: [value(4, '{score}', judged)],
  high: [value(8, '{score}', judged)],
} as const

/** A part of a code that has a condition of its own. The engine asks it like any rule. */
interface Asked {
  readonly id: string
  readonly code: MisuseCode
  readonly part: PointsPart | undefined
}

const asked: readonly Asked[] = misuseCodes.flatMap((code): readonly Asked[] =>
  code.effect.kind === 'points'
    ? code.effect.parts.map((part) => ({ id: `${code.code} ${part.points}`, code, part }))
    : [{ id: code.code, code, part: undefined }],
)
const askedById = new Map(asked.map((one) => [one.id, one]))

const phase = 'misuse-review'

function conditionOf({ code: { effect }, part }: Asked): Condition {
  if (part) return part.when
  if (effect.kind === 'points') throw new TypeError('a row of points is asked part by part')
  return effect.when
}

function ruleOf(one: Asked): Rule<typeof phase> {
  const { title, says, because, values, cites, confidence } = one.code
  return {
    id: one.id,
    title,
    phases: [phase],
    severity: 'caution',
    says,
    saysToPatient: 'The level of support may change.',
    because,
    action: 'See what the tier requires.',
    values,
    when: conditionOf(one),
    cites,
    confidence,
    examples: [],
  }
}

const assessor = assessorOf({
  name: 'misuse-risk tier',
  vocabulary: misuseVocabulary,
  rules: asked.map(ruleOf),
  profile: { fact: 'profile', settings: {} },
  derivations: misuseDerivations,
  sources,
  unitLabels,
})

/**
 * The tier on these inputs.
 * @param given what differs from the safe defaults; `null` is not known.
 */
export function misuseTier(given: Partial<MisuseInputs>): MisuseEvaluation {
  const inputs = withDefaults(given)
  const assessment = assessor.assess(factsOf(inputs), { phase, notDue: notAskedOf(inputs) })
  if ('error' in assessment) throw new TypeError(assessment.error.message)
  const unanswered = unansweredFrom(assessment.missing)
  const findings = assessment.findings.filter(({ rule }) => askedById.has(rule))
  const codes = codesOf(findings)
  const points = pointsOf(findings)
  const score = Object.values(points).reduce((sum, one) => sum + one, 0)
  const stops = codes.filter(({ effect }) => effect.kind === 'stop')
  const floors = codes.filter(({ effect }) => effect.kind === 'floor')
  const tier = tierOf(score, floors, stops)
  const lowerBound = unanswered.length > 0
  return {
    score,
    tier,
    stopKind: stopKindOf(stops),
    points,
    floors: floors.map(({ code }) => code),
    stops: stops.map(({ code }) => code),
    safetyFlags: codes.filter(({ effect }) => effect.kind === 'flag').map(({ code }) => code),
    fired: codes.map((code) => firedOf(code, findings, inputs)),
    unanswered,
    lowerBound,
    takeHomeBlocked: lowerBound || tier === 'high' || tier === 'stop',
  }
}

/** The stricter of two tiers. */
export function stricterTier(a: MisuseTier, b: MisuseTier): MisuseTier {
  return misuseTiers.indexOf(a) >= misuseTiers.indexOf(b) ? a : b
}

function withDefaults(given: Partial<MisuseInputs>): MisuseInputs {
  const stated = Object.entries(given).filter(([, input]) => input !== undefined)
  return { ...misuseDefaults, ...Object.fromEntries(stated) }
}

const toTenth = (percent: number | null): number | null => (percent === null ? null : Math.round(percent * 10) / 10)

/** Percentages are compared to 0.1. Sex that is not known takes the stricter limit, as `U` does. */
function factsOf(inputs: MisuseInputs): Facts {
  return {
    ...inputs,
    sex: inputs.sex ?? 'U',
    requested_dose_slope_pct_wk: toTenth(inputs.requested_dose_slope_pct_wk),
    dose_change_pct: toTenth(inputs.dose_change_pct),
  }
}

/**
 * What may rightly be unknown: the Severity of Dependence Scale of somebody who never took ketamine outside care, and the
 * tolerance index before there are doses enough to compare.
 */
function notAskedOf({ nonmedical_ketamine, cadss6_first2_mean, cadss6_last2_mean }: MisuseInputs): ReadonlySet<string> {
  const notAsked = new Set(['cadss6_first2_mean', 'cadss6_last2_mean', 'tolerance_index'])
  if (nonmedical_ketamine === 'never') notAsked.add('sev_dep_scale')
  if (cadss6_first2_mean === null || cadss6_last2_mean === null) notAsked.add('dose_change_pct')
  return notAsked
}

const codeOf = (id: string): MisuseCode => (askedById.get(id) as Asked).code

function unansweredFrom(missing: readonly { readonly fact: string; readonly neededBy: readonly string[] }[]) {
  const neededBy = new Map<string, Set<string>>()
  for (const { fact, neededBy: ids } of missing)
    for (const input of misuseDerivedFrom[fact] ?? [fact])
      neededBy.set(input, new Set([...(neededBy.get(input) ?? []), ...ids.map((id) => codeOf(id).code)]))
  return [...neededBy].map(([input, codes]) => ({ input, neededBy: [...codes] }))
}

/** Codes of which any part fired, in the table's order. */
function codesOf(findings: readonly Finding[]): readonly MisuseCode[] {
  const fired = new Set(findings.map(({ rule }) => codeOf(rule)))
  return misuseCodes.filter((code) => fired.has(code))
}

const amountOf = (values: Readonly<Record<string, DatedValues>>, name: string): number =>
  valueOn(name, values[name] ?? [], undefined).is as number

function pointsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const fired = new Set(findings.map(({ rule }) => rule))
  const rows = misuseCodes.flatMap(({ code, effect, values }): readonly (readonly [string, number])[] => {
    if (effect.kind !== 'points') return []
    const each = effect.parts
      .filter((part) => fired.has(`${code} ${part.points}`))
      .map((part) => amountOf(values, part.points))
    if (each.length === 0) return []
    if (effect.adds === 'highest') return [[code, Math.max(...each)]]
    const sum = each.reduce((total, one) => total + one, 0)
    return [[code, effect.cap === undefined ? sum : Math.min(sum, amountOf(values, effect.cap))]]
  })
  return Object.fromEntries(rows)
}

function tierOf(score: number, floors: readonly MisuseCode[], stops: readonly MisuseCode[]): MisuseTier {
  if (stops.length > 0) return 'stop'
  const byScore =
    score >= amountOf(tierLines, 'high') ? 'high' : score >= amountOf(tierLines, 'moderate') ? 'moderate' : 'low'
  return floors.reduce<MisuseTier>(
    (tier, { effect }) => (effect.kind === 'floor' ? stricterTier(tier, effect.tier) : tier),
    byScore,
  )
}

function stopKindOf(stops: readonly MisuseCode[]): 'misuse' | 'medical' | null {
  const kinds = stops.map(({ effect }) => (effect.kind === 'stop' ? effect.of : null))
  return kinds.includes('misuse') ? 'misuse' : (kinds[0] ?? null)
}

function firedOf(code: MisuseCode, findings: readonly Finding[], inputs: MisuseInputs): FiredCode {
  const own = findings.filter(({ rule }) => codeOf(rule) === code)
  const [first] = own as [Finding, ...Finding[]]
  const seen = own.flatMap(({ facts }) => Object.keys(facts)).flatMap((fact) => misuseDerivedFrom[fact] ?? [fact])
  return {
    code: code.code,
    title: code.title,
    message: first.message,
    because: code.because,
    topic: code.topic,
    sees: Object.fromEntries(seen.map((input) => [input, inputs[input as keyof MisuseInputs]])),
    values: first.values,
    sources: first.sources,
    evidence: code.evidence,
    confidence: code.confidence,
  }
}
