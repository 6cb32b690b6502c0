/**
 * What the rules of substance use disorders share: which disorders count, and how long ago the criteria were met. Months
 * since then are the better answer; where they are not known, a disorder that the patient has now counts as recent and
 * one of the past leaves the question open.
 */
import { all, any, type Condition, firstKnown, type Language, not, type ValueRef } from '@keel/engine'
import type { vocabulary } from '../../vocabulary.ts'

type Listed = Language<(typeof vocabulary)['conditions']['of']>

/** A disorder of a substance other than tobacco or caffeine. One whose substance is not stated is asked about. */
export function countedDisorder(condition: Listed): Condition {
  return all(
    condition.is('key', 'substance-use-disorder'),
    not(condition.is('substance', 'tobacco', 'nicotine', 'caffeine')),
  )
}

const present = (condition: Listed): Condition => condition.is('status', 'current', 'untreated')

/** Criteria met less than so many months ago. */
export function metWithin(condition: Listed, months: ValueRef<'mo'>): Condition {
  const recently = condition.below('months_since_criteria_met', months)
  return firstKnown(recently, any(present(condition), recently))
}

/** Criteria not met for so many months; months are asked for only where the disorder is not said to be present. */
export function notMetFor(condition: Listed, months: ValueRef<'mo'>): Condition {
  const longAgo = condition.atLeast('months_since_criteria_met', months)
  return all(firstKnown(longAgo, not(present(condition))), longAgo)
}
