/** Facts that a case states although others that it states yield something else. */
import { type FactProblem, type Facts, type FactValue, factAt } from '@keel/engine'
import { equivalentsOf } from '../derivations/medicines.ts'
import { rounded } from '../derivations.ts'
import { assessor } from '../ruleset.ts'
import { hoursSinceListedAlcohol } from './listed-alcohol.ts'

/** How far a stated value may be off what its inputs yield: roundings, not contradictions. */
const tolerance = 0.05

/** A stated value and what the facts stated with it yield; nothing where an input is not stated. */
type Claim = readonly [path: string, value: FactValue, yielded: readonly number[]]

/** @param stated what the case lists. @param facts the same with what follows from it and from the baseline. */
export function contradiction(stated: Facts, facts: Facts): FactProblem | undefined {
  const claims = Object.entries(yieldedBy(stated, facts)).map(
    ([path, yielded]): Claim => [path, factAt(stated, path), yielded],
  )
  for (const [path, value, yielded] of [...claims, ...medicineClaims(stated)]) {
    const amount = value === 'never' ? Number.POSITIVE_INFINITY : value
    if (typeof amount !== 'number' || yielded.length === 0 || yielded.some((one) => agrees(amount, one))) continue
    const others = yielded.map(rounded).join(' or ')
    return {
      path,
      message: `${path} is ${value}, but the facts stated with it make ${others}. Correct one of them, or leave ${path} out.`,
    }
  }
  return undefined
}

function agrees(value: number, yielded: number): boolean {
  return Math.abs(value - yielded) <= tolerance * Math.abs(yielded) + 1e-9
}

/** What the stated inputs of each derived fact yield; nothing where an input is not stated. */
function yieldedBy(stated: Facts, facts: Facts): Readonly<Record<string, readonly number[]>> {
  const number = (path: string): number => {
    const value = factAt(stated, path)
    return typeof value === 'number' ? value : Number.NaN
  }
  const dose = number('order.dose_mg')
  const baseline = number('response.baseline')
  const yielded = {
    bmi: [number('weight_kg') / (number('height_cm') / 100) ** 2],
    'order.dose_mg_per_kg': orderWeights(stated, facts).map((weight) => dose / weight),
    'order.rate_mg_per_h': [(dose / number('order.duration_min')) * 60],
    'gate.alcohol_hours_ago': [hoursSinceListedAlcohol(stated)].filter((hours) => typeof hours === 'number'),
    'response.percent_improvement': [((baseline - number('response.current')) / baseline) * 100],
  }
  return Object.fromEntries(Object.entries(yielded).map(([path, amounts]) => [path, amounts.filter(Number.isFinite)]))
}

/** The equivalents that a case states for its medicines, beside those that their doses yield. */
function medicineClaims({ medications }: Facts): readonly Claim[] {
  if (!Array.isArray(medications)) return []
  return (medications as readonly Facts[]).flatMap((medicine, index) =>
    Object.entries(equivalentsOf(medicine)).map(
      ([attribute, yielded]): Claim => [
        `medications[${index}].${attribute}`,
        medicine[attribute],
        yielded === undefined ? [] : [yielded],
      ],
    ),
  )
}

/** The weights that a dose for each kilogram may be of: today's dosing weight, or the weight that the order used. */
function orderWeights(stated: Facts, facts: Facts): readonly number[] {
  const weight = factAt(stated, 'weight_kg')
  const dosing = weight === undefined ? undefined : assessor.factOf('derived.dosing_weight_kg', facts)
  const ordered = factAt(stated, 'order.ordered_weight_kg')
  const actual = factAt(stated, 'order.weight_basis') === 'actual' ? weight : undefined
  return [dosing, ordered, actual].filter((one) => typeof one === 'number')
}
