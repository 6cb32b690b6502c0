/**
 * Facts that cannot both be so. A chart that states them was written down wrongly somewhere, and nobody can say where: it
 * is refused with both places named, instead of being decided on the half that happens to be read.
 */
import { type FactProblem, type Facts, factAt } from '@keel/engine'
import { osaUntreated } from '../rules/breathing/osa-untreated.rule.ts'

/** @param stated what the case lists, before anything is worked out or filled in. */
export function impossible(stated: Facts): FactProblem | undefined {
  for (const check of checks) {
    const problem = check(stated)
    if (problem) return problem
  }
  return undefined
}

type Check = (stated: Facts) => FactProblem | undefined

function problem(path: string, message: string): FactProblem {
  return { path, message: `${message} Correct one of them, or leave one out.` }
}

/** Two elapsed times or counts of which the first cannot be more than the second. */
function neverMore(path: string, than: string, because: string): Check {
  return (stated) => {
    const [part, whole] = [factAt(stated, path), factAt(stated, than)]
    if (typeof part !== 'number' || typeof whole !== 'number' || part <= whole) return undefined
    return problem(path, `${path} is ${part} and ${than} is ${whole}: ${because}.`)
  }
}

const pressures = [
  ['vitals.dbp', 'vitals.sbp'],
  ['vitals.first_dbp', 'vitals.first_sbp'],
  ['vitals.mean_dbp', 'vitals.mean_sbp'],
  ['in_session.dbp', 'in_session.sbp'],
  ['in_session.previous_dbp', 'in_session.previous_sbp'],
  ['discharge.dbp', 'discharge.sbp'],
  ['discharge.previous_dbp', 'discharge.previous_sbp'],
  ['discharge.baseline_dbp', 'discharge.baseline_sbp'],
] as const

const checks: readonly Check[] = [
  ...pressures.map(([dbp, sbp]) => neverMore(dbp, sbp, 'a diastolic pressure is never above the systolic one')),
  neverMore(
    'discharge.minutes_since_infusion_end',
    'discharge.minutes_since_dose',
    'a dose cannot end before it starts',
  ),
  neverMore(
    'discharge.minutes_since_last_device',
    'discharge.minutes_since_first_device',
    'the last device cannot come before the first',
  ),
  neverMore('schedule.doses_last_7_days', 'schedule.doses_last_14_days', '7 days are part of 14'),
  neverMore('schedule.doses_last_7_days', 'schedule.doses_last_28_days', '7 days are part of 28'),
  neverMore('schedule.doses_last_14_days', 'schedule.doses_last_28_days', '14 days are part of 28'),
  neverMore('schedule.doses_last_28_days', 'schedule.doses_given', 'those doses are among all that were given'),
  firstDoseAfterOthers,
  doseToday,
  neverUsedButUsed,
  pregnantThoughImpossible,
  twoDatesOrTreatments,
]

function firstDoseAfterOthers(stated: Facts): FactProblem | undefined {
  const path = 'schedule.last_dose_days_ago'
  const given = factAt(stated, 'schedule.doses_given')
  if (factAt(stated, path) !== 'never' || typeof given !== 'number' || given === 0) return undefined
  return problem(path, `${path} says that there was no dose yet, and schedule.doses_given is ${given}.`)
}

function doseToday(stated: Facts): FactProblem | undefined {
  const path = 'schedule.dose_given_today'
  const [today, days] = [factAt(stated, path), factAt(stated, 'schedule.last_dose_days_ago')]
  if (today === false && days === 0)
    return problem(path, `${path} is false, and schedule.last_dose_days_ago is 0, which is today.`)
  if (today === true && (days === 'never' || (typeof days === 'number' && days > 0)))
    return problem(path, `${path} is true, and schedule.last_dose_days_ago is ${days}.`)
  return undefined
}

function neverUsedButUsed(stated: Facts): FactProblem | undefined {
  const path = 'history.nonmedical_ketamine_use.last_use_months_ago'
  const last = factAt(stated, path)
  if (factAt(stated, 'history.nonmedical_ketamine_use.frequency') !== 'never' || typeof last !== 'number')
    return undefined
  return problem(path, `${path} is ${last}, and the frequency of that use is "never".`)
}

function pregnantThoughImpossible(stated: Facts): FactProblem | undefined {
  const path = 'gate.pregnancy_test_result'
  if (factAt(stated, path) !== 'positive' || factAt(stated, 'gate.can_become_pregnant') !== false) return undefined
  return problem(path, `${path} is positive, and gate.can_become_pregnant is false.`)
}

const moderateApnoeaFrom = osaUntreated.values.ahi?.[0]?.is as number

/** A condition that is stated twice over and not alike. */
function twoDatesOrTreatments(stated: Facts): FactProblem | undefined {
  if (!Array.isArray(stated.conditions)) return undefined
  for (const [index, condition] of (stated.conditions as readonly Facts[]).entries()) {
    const place = `conditions[${index}]`
    const { treated, status, days_ago: days, years_ago: years } = condition
    if ((treated === true && status === 'untreated') || (treated === false && status === 'treated'))
      return problem(`${place}.treated`, `${place} is ${String(status)} by its status and not by "treated".`)
    if (typeof days === 'number' && typeof years === 'number' && Math.abs(days / 365.25 - years) > 1)
      return problem(`${place}.days_ago`, `${place} was ${days} days ago and ${years} years ago.`)
    const { ahi, severity, nyha } = condition
    if (severity === 'mild' && typeof ahi === 'number' && ahi >= moderateApnoeaFrom)
      return problem(`${place}.ahi`, `${place} is mild by its severity, and its index is ${ahi} an hour.`)
    if (severity === 'severe' && (nyha === 'I' || nyha === 'II'))
      return problem(`${place}.nyha`, `${place} is severe by its severity, and of NYHA class ${nyha}.`)
  }
  return undefined
}
