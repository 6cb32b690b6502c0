/**
 * The twenty rules that three engines answer: vital signs, fasting, flags, dose, spacing and two lists. No two of them
 * are siblings, because of siblings Keel reports only the most severe, which the other engines do not know.
 */
import { all, type Condition, type Rule, type Ruleset } from '@keel/engine'
import { type Phase, ruleset } from '@keel/rulebook'

export const twentyRuleIds = [
  'hr-out-of-range',
  'spo2-low',
  'rr-out-of-range',
  'febrile',
  'bp-hold',
  'fasting-parenteral',
  'alcohol-24h',
  'intoxicated',
  'no-escort',
  'consent-not-current',
  'pdmp-stale',
  'uds-unexpected',
  'weight-stale',
  'dose-above-soft-max',
  'infusion-too-short',
  'interval-too-short',
  'weekly-max',
  'monthly-max',
  'ci-aneurysm-avm',
  'ddi-maoi',
] as const

/** The running rulebook with these rules and no others. */
export const twentyRules: Ruleset<Phase> = {
  ...ruleset,
  rules: twentyRuleIds.map((id) => {
    const rule = ruleset.rules.find((one) => one.id === id)
    if (rule === undefined) throw new Error(`the bench names a rule that is not there: ${id}`)
    return rule
  }),
}

/** When a rule is reported, with whether it applies at all. */
export function wholeCondition({ appliesTo, when }: Rule): Condition {
  return appliesTo ? all(appliesTo, when) : when
}
