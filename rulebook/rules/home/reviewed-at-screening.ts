/**
 * The rules of screening that ask a prescriber for a review. In the clinic a prescriber may go ahead after one; at home
 * each of them rules the dose out. They are taken over as they stand, so that the two can never differ.
 */
import { all, type Condition, type DatedValues, type Operand, type Rule } from '@keel/engine'
import { urinarySymptoms } from '../bladder/urinary-symptoms.rule.ts'
import { seizureUncontrolled } from '../brain/seizure-uncontrolled.rule.ts'
import { strokeHistory } from '../brain/stroke-history.rule.ts'
import { osaUntreated } from '../breathing/osa-untreated.rule.ts'
import { respiratorySevere } from '../breathing/respiratory-severe.rule.ts'
import { hyperthyroidPartial } from '../endocrine/hyperthyroid-partial.rule.ts'
import { glaucomaIop } from '../eye/glaucoma-iop.rule.ts'
import { cardiacStableDisease } from '../heart/cardiac-stable-disease.rule.ts'
import { indicationNotMet } from '../indication/indication-not-met.rule.ts'
import { hepaticModerate } from '../liver/hepatic-moderate.rule.ts'
import { bipolar } from '../mind/bipolar.rule.ts'
import { dementia } from '../mind/dementia.rule.ts'
import { psychosisHistory } from '../mind/psychosis-history.rule.ts'
import { lactation } from '../pregnancy/lactation.rule.ts'
import { sudEarlyRemission } from '../substance-use/sud-early-remission.rule.ts'

const rules: readonly Rule[] = [
  glaucomaIop,
  cardiacStableDisease,
  strokeHistory,
  psychosisHistory,
  bipolar,
  lactation,
  hepaticModerate,
  sudEarlyRemission,
  urinarySymptoms,
  hyperthyroidPartial,
  osaUntreated,
  respiratorySevere,
  dementia,
  seizureUncontrolled,
  indicationNotMet,
]

/** One for each rule: fires when the rule does. Its values are those of `reviewValues`. */
export const reviewConditions: readonly Condition[] = rules.map(({ id, appliesTo, when }) =>
  withPrefix(id, appliesTo ? all(appliesTo, when) : when),
)

/** The values of those rules, each named for its rule: `osa-untreated.ahi`. */
export const reviewValues: Readonly<Record<string, DatedValues>> = Object.fromEntries(
  rules.flatMap(({ id, values }) => Object.entries(values).map(([name, dated]) => [`${id}.${name}`, dated])),
)

/** The condition with every value that it names named for its rule; settings keep their names. */
function withPrefix(id: string, condition: Condition): Condition {
  const renamed = (operand: Operand): Operand => ('value' in operand ? { value: `${id}.${operand.value}` } : operand)
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return { ...condition, of: condition.of.map((part) => withPrefix(id, part)) }
    case 'not':
      return { ...condition, of: withPrefix(id, condition.of) }
    case 'some':
      return { ...condition, where: withPrefix(id, condition.where) }
    case 'is':
    case 'includes':
      return condition
    case 'among':
      return { ...condition, set: renamed(condition.set) }
    default:
      return { ...condition, than: renamed(condition.than) }
  }
}
