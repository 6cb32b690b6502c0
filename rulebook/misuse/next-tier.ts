/**
 * How a tier moves over time: up at once, down one step a review and only after a quiet season, and out of a stop only by
 * people. MRT-H1 and MRT-H2.
 */
import { valueOn } from '@keel/engine'
import { value } from '../values.ts'
import { misuseCodes } from './codes/index.ts'
import { type MisuseEvaluation, type MisuseTier, misuseTiers, stricterTier } from './misuse-tier.ts'

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
/** Without new points of behaviour for so long, a tier may fall. */
export const quietPeriod = [value(90, 'd', judged)]
/** Clinicians who must sign, each a different person, before a stop for misuse is lifted. */
export const signOffsNeeded = [value(2, '1', judged)]

/** Rows about behaviour in treatment: only these keep a tier from falling. */
const behaviour = new Set(['P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18'])

/** What a clinic holds of a patient between evaluations. */
export interface HeldTier {
  readonly tier: MisuseTier
  /** Codes of the stops that have not been lifted; empty unless the tier is `stop`. */
  readonly stops: readonly string[]
}

/** A review by people; without one a tier never falls. */
export interface TierReview {
  /** Days since points of P07 to P18 last rose (see `daysSinceNewPoints`); `null`: not known. */
  readonly quietDays: number | null
  readonly addictionMedicineNote: boolean
  readonly urologyNote: boolean
  /** Who signed, by id; the same person twice counts once. */
  readonly signOffs: readonly string[]
}

export interface NextTier extends HeldTier {
  /** One sentence for the record. */
  readonly because: string
}

const kindOf = (stop: string): 'misuse' | 'medical' | undefined => {
  const effect = misuseCodes.find(({ code }) => code === stop)?.effect
  return effect?.kind === 'stop' ? effect.of : undefined
}

/**
 * The tier that holds from now on.
 * @param held `null` when none was held before. @param review `null` when the evaluation was not a review by people.
 */
export function nextTier(
  held: HeldTier | null,
  evaluated: Pick<MisuseEvaluation, 'tier' | 'stops' | 'lowerBound'>,
  review: TierReview | null,
): NextTier {
  const stops = [...new Set([...(held?.tier === 'stop' ? held.stops : []), ...evaluated.stops])]
  if (evaluated.tier === 'stop') return { tier: 'stop', stops, because: 'What stops doses is true today.' }
  if (held === null) return { tier: evaluated.tier, stops: [], because: 'There was no tier before.' }
  if (held.tier === 'stop') return afterStop(stops, review)
  if (stricterTier(held.tier, evaluated.tier) === evaluated.tier)
    return { tier: evaluated.tier, stops: [], because: evaluated.tier === held.tier ? 'Nothing changed.' : 'It rose.' }
  return afterQuiet(held.tier, evaluated.lowerBound, review)
}

function afterStop(stops: readonly string[], review: TierReview | null): NextTier {
  const wants = review === null ? ['a review by people'] : wantedToLift(stops, review)
  return wants.length > 0
    ? { tier: 'stop', stops, because: `A stop ends only by people; still wanted: ${wants.join(', ')}.` }
    : { tier: 'high', stops: [], because: 'People lifted the stop; doses begin again at the closest support.' }
}

/** A stop whose kind is not known is lifted only with everything. */
function wantedToLift(stops: readonly string[], review: TierReview): readonly string[] {
  const kinds = stops.map(kindOf)
  const misuse = stops.length === 0 || kinds.some((kind) => kind !== 'medical')
  const medical = stops.length === 0 || kinds.some((kind) => kind !== 'misuse')
  const needed = valueOn('signOffs', signOffsNeeded, undefined).is as number
  return [
    ...(misuse && !review.addictionMedicineNote ? ['a note of addiction medicine'] : []),
    ...(misuse && new Set(review.signOffs).size < needed ? [`the signatures of ${needed} clinicians`] : []),
    ...(medical && !review.urologyNote ? ['a note of urology'] : []),
  ]
}

function afterQuiet(held: MisuseTier, lowerBound: boolean, review: TierReview | null): NextTier {
  const stays = (because: string): NextTier => ({ tier: held, stops: [], because })
  if (review === null) return stays('A tier falls only at a review.')
  if (lowerBound) return stays('Some inputs are not known, so the tier may not be lower.')
  const needed = valueOn('quietPeriod', quietPeriod, undefined).is as number
  if (review.quietDays === null || review.quietDays < needed) return stays(`It has not been quiet for ${needed} days.`)
  const tier = misuseTiers[misuseTiers.indexOf(held) - 1] as MisuseTier
  return { tier, stops: [], because: `It has been quiet for ${needed} days; one step down.` }
}

/** One evaluation of the past. */
export interface PastEvaluation {
  /** Whole days, counted from any fixed day. */
  readonly day: number
  readonly points: Readonly<Record<string, number>>
}

/**
 * Days since a row of P07 to P18 last gained points; where none ever did, since the first evaluation.
 * @returns `null` without any evaluation.
 */
export function daysSinceNewPoints(evaluations: readonly PastEvaluation[], today: number): number | null {
  const inOrder = evaluations.filter(({ day }) => day <= today).toSorted((a, b) => a.day - b.day)
  const [first] = inOrder
  if (first === undefined) return null
  const rose = inOrder.filter(({ points }, index) => gained(inOrder[index - 1]?.points ?? {}, points))
  return today - (rose.at(-1) ?? first).day
}

function gained(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>): boolean {
  return Object.entries(now).some(([code, points]) => behaviour.has(code) && points > (before[code] ?? 0))
}
