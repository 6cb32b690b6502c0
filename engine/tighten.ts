/**
 * What a clinic may change of a ruleset: make a severity higher, move a limit to its stricter side, close an override.
 * Tightenings meet in a lattice: of two, the stricter of each point holds, in whatever order they come. Nothing can be
 * loosened; a wish to do so is refused with the rule named.
 */
import type { Condition, Operand } from './condition.ts'
import { nearest } from './nearest.ts'
import type { Rule, Settings } from './rule.ts'
import type { Ruleset } from './ruleset.ts'
import { type Severity, severities, severityRank } from './severity.ts'
import type { DatedValue, DatedValues, IsoDay } from './values.ts'

type Amount = number | readonly number[]

/** Plain data, as it is recorded. Amounts are in the unit of the value that they tighten. */
export interface Tightening {
  readonly rules?: Readonly<Record<string, RuleTightening>>
  /** Profile (protocol) -> setting -> limit. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, Amount>>>>
}
export interface RuleTightening {
  readonly severity?: Severity
  readonly values?: Readonly<Record<string, Amount>>
  /** Nobody overrides it here, whatever role the rulebook names. */
  readonly overridable?: false
}

export interface TighteningProblem {
  /** `rules.bp-hold.values.systolic`. */
  readonly path: string
  readonly message: string
  readonly nearest?: string
}

export type Tightened<Phase extends string = string> =
  | { readonly ruleset: Ruleset<Phase> }
  | { readonly problems: readonly TighteningProblem[] }

/** Who tightened, as a source, and from which day. */
export interface TightenedBy {
  readonly cite: string
  readonly from: IsoDay
}

/** To which side a limit gets stricter; `fixed` where it is used both ways, so that neither side is. */
type Direction = 'lower' | 'higher' | 'subset' | 'superset' | 'fixed'

/** Every limit that conditions name, with the side on which it is stricter. */
export interface Directions {
  readonly ofValue: (rule: Rule, value: string) => Direction | undefined
  readonly ofSetting: (setting: string) => Direction | undefined
}

/** The ruleset with the tightening met into it, or everything that is wrong with the tightening. */
export function tighten<Phase extends string>(
  ruleset: Ruleset<Phase>,
  tightening: Tightening,
  by: TightenedBy,
): Tightened<Phase> {
  const problems: TighteningProblem[] = []
  const directions = directionsIn(ruleset)
  const wanted = tightening.rules ?? {}
  const known = ruleset.rules.map(({ id }) => id)
  for (const id of Object.keys(wanted)) if (!known.includes(id)) problems.push(unknownName(`rules.${id}`, id, known))
  const rules = ruleset.rules.map((rule) => {
    const wish = Object.hasOwn(wanted, rule.id) ? wanted[rule.id] : undefined
    return wish ? ruleWith(rule, wish, { directions, by, problems }) : rule
  })
  const settings = settingsWith(ruleset, tightening.settings ?? {}, { directions, by, problems })
  if (problems.length > 0) return { problems }
  return { ruleset: { ...ruleset, rules, profile: { ...ruleset.profile, settings } } }
}

/** The stricter of two tightenings at each point. Both must be valid for the ruleset. */
export function meet(ruleset: Ruleset, a: Tightening, b: Tightening): Tightening {
  const directions = directionsIn(ruleset)
  const rules = merged(a.rules ?? {}, b.rules ?? {}, (left, right, id) =>
    meetOfRule(left, right, (name) => {
      const rule = ruleset.rules.find((one) => one.id === id)
      return rule && directions.ofValue(rule, name)
    }),
  )
  const settings = merged(a.settings ?? {}, b.settings ?? {}, (left, right) =>
    merged(left, right, (one, other, name) => strictest(directions.ofSetting(name), one, other)),
  )
  return { rules, settings }
}

function meetOfRule(
  a: RuleTightening,
  b: RuleTightening,
  directionOf: (value: string) => Direction | undefined,
): RuleTightening {
  const severity = severities.findLast((one) => one === a.severity || one === b.severity)
  const values = merged(a.values ?? {}, b.values ?? {}, (one, other, name) => strictest(directionOf(name), one, other))
  return {
    ...(severity && { severity }),
    ...(Object.keys(values).length > 0 && { values }),
    ...((a.overridable === false || b.overridable === false) && { overridable: false as const }),
  }
}

function merged<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  both: (one: T, other: T, name: string) => T,
): Readonly<Record<string, T>> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(
    names.map((name) => {
      const [one, other] = [a[name], b[name]]
      return [name, one === undefined ? (other as T) : other === undefined ? one : both(one, other, name)]
    }),
  )
}

interface Making {
  readonly directions: Directions
  readonly by: TightenedBy
  readonly problems: TighteningProblem[]
}

function ruleWith<Phase extends string>(rule: Rule<Phase>, wish: RuleTightening, making: Making): Rule<Phase> {
  const { directions, by, problems } = making
  const path = `rules.${rule.id}`
  const severity = wish.severity ?? rule.severity
  if (severityRank(severity) < severityRank(rule.severity))
    problems.push({
      path: `${path}.severity`,
      message: `"${rule.id}" is a ${rule.severity}; a clinic may make it stricter, never a ${severity}.`,
    })
  const values: Record<string, DatedValues> = { ...rule.values }
  for (const [name, amount] of Object.entries(wish.values ?? {})) {
    const place = `${path}.values.${name}`
    const dated = Object.hasOwn(rule.values, name) ? rule.values[name] : undefined
    if (dated === undefined) {
      problems.push(unknownName(place, name, Object.keys(rule.values)))
      continue
    }
    const problem = loosening(place, rule.id, { direction: directions.ofValue(rule, name), amount, stated: [dated] })
    if (problem) problems.push(problem)
    else values[name] = metWith(dated, directions.ofValue(rule, name), amount, by)
  }
  const { overridableBy, ...rest } = rule
  const closed = wish.overridable === false || severity === 'block'
  return { ...rest, severity, values, ...(overridableBy && !closed && { overridableBy }) }
}

function settingsWith(
  { profile }: Ruleset,
  wanted: NonNullable<Tightening['settings']>,
  making: Making,
): Ruleset['profile']['settings'] {
  const { problems } = making
  const profiles = Object.keys(profile.settings)
  for (const name of Object.keys(wanted))
    if (!profiles.includes(name)) problems.push(unknownName(`settings.${name}`, name, profiles))
  return Object.fromEntries(
    Object.entries(profile.settings).map(([name, settings]) => {
      const wishes = Object.hasOwn(wanted, name) ? wanted[name] : undefined
      return [name, wishes ? profileWith(name, settings, wishes, making) : settings]
    }),
  )
}

function profileWith(
  profile: string,
  settings: Settings,
  wishes: Readonly<Record<string, Amount>>,
  { directions, by, problems }: Making,
): Settings {
  const changed: Record<string, Settings[string]> = { ...settings }
  for (const [name, amount] of Object.entries(wishes)) {
    const path = `settings.${profile}.${name}`
    const cases = Object.hasOwn(settings, name) ? settings[name] : undefined
    if (cases === undefined) {
      problems.push(unknownName(path, name, Object.keys(settings)))
      continue
    }
    const direction = directions.ofSetting(name)
    const stated = cases === 'not-limited' ? [] : cases.map(({ values }) => values)
    const problem = loosening(path, profile, { direction, amount, stated })
    if (problem) problems.push(problem)
    else if (cases === 'not-limited') {
      problems.push({
        path,
        message: `${profile} states no limit "${name}"; a clinic can only tighten one that is stated.`,
      })
    } else changed[name] = cases.map((one) => ({ ...one, values: metWith(one.values, direction, amount, by) }))
  }
  return changed
}

/** What is wrong with an amount: not a possible one, not a limit that can be moved, or looser than what is stated. */
function loosening(
  path: string,
  owner: string,
  { direction, amount, stated }: { direction: Direction | undefined; amount: Amount; stated: readonly DatedValues[] },
): TighteningProblem | undefined {
  const amounts = [amount].flat()
  if (amounts.length === 0 || !amounts.every(Number.isFinite))
    return { path, message: `${path} must be a number, or the amounts that stay allowed.` }
  if (direction === undefined || direction === 'fixed')
    return { path, message: `This number of "${owner}" has no stricter side; it cannot be changed.` }
  const newest = stated.flatMap((values) => values.slice(-1))
  const isSet = direction === 'subset' || direction === 'superset'
  const fitting = [amount, ...newest.map(({ is }) => is)].every((one) => Array.isArray(one) === isSet)
  if (!fitting) return { path, message: `${path} must be given as the rulebook states it: one number, or a set.` }
  if (newest.some(({ is }) => isEmptySet(strictest(direction, is, amount))))
    return { path, message: `${path} would leave nothing that is allowed.` }
  // In some case of a setting it must be stricter than, or equal to, what the rulebook states.
  if (newest.length === 0 || newest.some(({ is }) => same(strictest(direction, is, amount), amount))) return undefined
  const limits = newest.map(({ is, unit }) => `${[is].flat().join(', ')} ${unit}`).join(' or ')
  return {
    path,
    message: `${[amount].flat().join(', ')} is looser than what "${owner}" states (${limits}); a clinic may only tighten.`,
  }
}

function metWith(
  dated: DatedValues,
  direction: Direction | undefined,
  amount: Amount,
  { cite, from }: TightenedBy,
): DatedValues {
  return dated.map((value): DatedValue => {
    const is = strictest(direction, value.is, amount)
    if (same(is, value.is)) return value
    return { ...value, is, from, dateStated: false, cites: [cite], basis: 'drv' }
  })
}

function strictest(direction: Direction | undefined, a: Amount, b: Amount): Amount {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (direction === 'superset') return [...new Set([...a, ...b])].sort((one, other) => one - other)
    return a.filter((one) => b.includes(one))
  }
  return direction === 'lower' ? Math.min(a as number, b as number) : Math.max(a as number, b as number)
}

function same(a: Amount, b: Amount): boolean {
  const [left, right] = [[a].flat(), [b].flat()]
  return left.length === right.length && left.every((one) => right.includes(one))
}

function isEmptySet(amount: Amount): boolean {
  return Array.isArray(amount) && amount.length === 0
}

function unknownName(path: string, name: string, known: readonly string[]): TighteningProblem {
  const near = nearest(name, known)
  return {
    path,
    message: `"${name}" is not known here${near ? `; the nearest is "${near}"` : ''}.`,
    ...(near && { nearest: near }),
  }
}

/** Reads every condition once: a limit gets stricter on the side where more charts fire. */
export function directionsIn(ruleset: Ruleset): Directions {
  const values = new Map<string, Direction>()
  const settings = new Map<string, Direction>()
  for (const rule of ruleset.rules) {
    const note = (operand: Operand, direction: Direction) => {
      const [seen, key] = 'setting' in operand ? [settings, operand.setting] : [values, `${rule.id} ${operand.value}`]
      const before = seen.get(key)
      seen.set(key, before === undefined || before === direction ? direction : 'fixed')
    }
    walk(rule.when, true, note)
    if (rule.appliesTo) walk(rule.appliesTo, true, note)
    // An override is stricter where it is open to fewer charts.
    if (rule.overridableBy?.within) walk(rule.overridableBy.within, false, note)
  }
  return {
    ofValue: ({ id }, value) => values.get(`${id} ${value}`),
    ofSetting: (setting) => settings.get(setting),
  }
}

function walk(condition: Condition, firing: boolean, note: (operand: Operand, direction: Direction) => void): void {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      for (const part of condition.of) walk(part, firing, note)
      return
    case 'not':
      walk(condition.of, !firing, note)
      return
    case 'some':
      walk(condition.where, firing, note)
      return
    case 'above':
    case 'at-least':
      note(condition.than, firing ? 'lower' : 'higher')
      return
    case 'below':
    case 'at-most':
      note(condition.than, firing ? 'higher' : 'lower')
      return
    case 'among':
      note(condition.set, firing ? 'superset' : 'subset')
      return
    case 'is':
    case 'includes':
  }
}
