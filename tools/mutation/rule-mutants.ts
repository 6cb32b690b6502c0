/**
 * Mutation testing of the rules themselves. A rule is data, so what is changed is not code but one node of its
 * condition at a time; the rule's own examples must then give another verdict. A change that no example notices is a
 * mistake that nobody would notice either.
 */
import {
  assessorOf,
  type Condition,
  type DatedValues,
  type Example,
  type Facts,
  type FactValue,
  type Operand,
  type Rule,
  type Ruleset,
  type Settings,
  withFact,
} from '@keel/engine'

export interface Survivor {
  readonly rule: string
  /** What was changed without any example noticing. */
  readonly change: string
}
export interface RuleMutationResult {
  readonly mutants: number
  readonly survivors: readonly Survivor[]
}

/** Changes every rule in every way, and asks its examples. */
export function mutateRules(ruleset: Ruleset): RuleMutationResult {
  const places = placesIn(ruleset)
  const results = ruleset.rules.map((rule) => {
    const changes = changedRules(rule, places(rule))
    return {
      mutants: changes.length,
      survivors: changes
        .filter((change) => !isNoticed(ruleset, change))
        .map(({ says }) => ({ rule: rule.id, change: says })),
    }
  })
  return {
    mutants: results.reduce((sum, { mutants }) => sum + mutants, 0),
    survivors: results.flatMap(({ survivors }) => survivors),
  }
}

/** What is the same wherever one looks in a rule. */
function placesIn(ruleset: Ruleset): (rule: Rule) => Place {
  const owners = new Map(ruleset.rules.map((rule) => [plain(rule.when), rule.id]))
  const isJoined = (part: Condition) => 'of' in part || 'where' in part
  return ({ id }) => ({ ruleset, isBorrowed: (part) => isJoined(part) && (owners.get(plain(part)) ?? id) !== id })
}

interface ChangedRule {
  readonly says: string
  readonly rule: Rule
  readonly profile: Ruleset['profile']
}

function changedRules(rule: Rule, place: Place): readonly ChangedRule[] {
  const { appliesTo, when } = rule
  const made = (change: Change, part: 'when' | 'appliesTo'): ChangedRule => ({
    says: change.says,
    rule: { ...rule, [part]: change.condition, values: { ...rule.values, ...movedValue(rule, change.moved) } },
    profile: movedSettings(place.ruleset, change.moved),
  })
  const { appliesTo: _dropped, ...everywhere } = rule
  const isNarrower = appliesTo !== undefined && !isClearElsewhere(appliesTo, everywhere, place.ruleset)
  return [
    ...changesOf(when, place).map((change) => made(change, 'when')),
    ...(appliesTo ? changesOf(appliesTo, place).map((change) => made(change, 'appliesTo')) : []),
    ...(isNarrower ? [{ says: 'applies everywhere', rule: everywhere, profile: place.ruleset.profile }] : []),
  ]
}

/**
 * Whether a rule that is for some profiles is clear in each of the others by itself, for instance because none of them
 * states its limit; to drop where it applies is then no change. It is asked with nothing known but the profile: what
 * "all", "any" and "not" can say then, no further fact takes back. A "first-known" may, so with one nothing is concluded.
 */
function isClearElsewhere(appliesTo: Condition, everywhere: Rule, ruleset: Ruleset): boolean {
  const { fact, settings } = ruleset.profile
  if (appliesTo.op !== 'is' || appliesTo.fact !== fact) return false
  if (plain(everywhere.when).includes('"first-known"') || JSON.stringify(settings).includes('"first-known"'))
    return false
  const others = Object.keys(settings).filter((profile) => !appliesTo.one.includes(profile))
  const assessor = assessorOf({ ...ruleset, rules: [everywhere], derivations: {} })
  const isClear = (profile: string) => assessor.verdictOf(everywhere.id, withFact({}, fact, profile)) === 'clear'
  return others.length > 0 && others.every(isClear)
}

/** One changed condition, with the limit that it names anew. */
interface Change {
  readonly says: string
  readonly condition: Condition
  readonly moved?: Moved
}
interface Moved {
  readonly operand: Operand
  readonly by: number
}

interface Place {
  readonly ruleset: Ruleset
  /** Whether a part is the whole condition of another rule, with parts of its own: it is tested there. */
  readonly isBorrowed: (part: Condition) => boolean
}

function changesOf(condition: Condition, place: Place): readonly Change[] {
  const changedLeaves = leavesOf(condition, place).flatMap((leaf) =>
    alternatives(leaf, place).map(({ to, says, moved }) => ({
      says,
      condition: withLeaf(condition, leaf, to, place),
      ...(moved && { moved }),
    })),
  )
  return [...changedJoints(condition, place), ...changedLeaves]
}

/** Without one of several parts, and without a "not". */
function changedJoints(condition: Condition, place: Place): readonly Change[] {
  const within = (part: Condition, around: (changed: Condition) => Condition) =>
    place.isBorrowed(part)
      ? []
      : changedJoints(part, place).map((change) => ({ ...change, condition: around(change.condition) }))
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known': {
      const { op, of } = condition
      const dropped = of.map((part, index) => ({
        says: `without a part of "${op}": ${plain(part)}`,
        condition: { op, of: of.toSpliced(index, 1) },
      }))
      const inside = of.flatMap((part, index) => within(part, (one) => ({ op, of: of.with(index, one) })))
      return [...(of.length > 1 ? dropped : []), ...inside]
    }
    case 'not': {
      const says = `without its "not": ${plain(condition.of)}`
      return [{ says, condition: condition.of }, ...within(condition.of, (of) => ({ op: 'not', of }))]
    }
    case 'some':
      return within(condition.where, (where) => ({ ...condition, where }))
    default:
      return []
  }
}

/** A condition that has no others inside, and the list whose records it looks at. */
interface Leaf {
  readonly condition: Exclude<Condition, { readonly of: unknown } | { readonly where: unknown }>
  readonly list?: string
}

/** Each once: the same comparison in two places is one comparison, and is changed in both. */
function leavesOf(condition: Condition, place: Place): readonly Leaf[] {
  const leaves = new Map<string, Leaf>()
  mapLeaves(condition, place, (leaf) => {
    leaves.set(JSON.stringify(leaf), leaf)
    return leaf.condition
  })
  return [...leaves.values()]
}

function withLeaf(condition: Condition, leaf: Leaf, to: Condition, place: Place): Condition {
  const wanted = JSON.stringify(leaf)
  return mapLeaves(condition, place, (one) => (JSON.stringify(one) === wanted ? to : one.condition))
}

/** The same condition with every leaf of its own as `change` gives it; borrowed parts stay. */
function mapLeaves(condition: Condition, place: Place, change: (leaf: Leaf) => Condition, list?: string): Condition {
  const inside = (part: Condition, inList = list) =>
    place.isBorrowed(part) ? part : mapLeaves(part, place, change, inList)
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return { ...condition, of: condition.of.map((part) => inside(part)) }
    case 'not':
      return { ...condition, of: inside(condition.of) }
    case 'some':
      return { ...condition, where: inside(condition.where, condition.list) }
    default:
      return change({ condition, ...(list !== undefined && { list }) })
  }
}

interface Alternative {
  readonly says: string
  readonly to: Condition
  readonly moved?: Moved
}

/** The comparison that differs only at the limit itself. */
const neighbour = { above: 'at-least', 'at-least': 'above', below: 'at-most', 'at-most': 'below' } as const
/** So many protocols are a family (all infusions, all doses by weight), not cases that a rule tells apart. */
const familySize = 3

function alternatives(leaf: Leaf, { ruleset }: Place): readonly Alternative[] {
  const { condition } = leaf
  const { op, fact } = condition
  switch (op) {
    case 'is':
      if (typeof condition.one[0] === 'boolean')
        return [{ says: `${fact} is ${!condition.one[0]}`, to: { op, fact, one: [!condition.one[0]] } }]
      // Which protocols a rule is for is typed by hand, rule by rule, in a test of the rulebook.
      if (fact === ruleset.profile.fact && condition.one.length >= familySize) return []
      return withoutOne(condition.one).map(([word, one]) => ({
        says: `${fact} without "${word}"`,
        to: { op, fact, one },
      }))
    case 'includes':
      return withoutOne(condition.one).map(([word, one]) => ({
        says: `${fact} without "${word}"`,
        to: { op, fact, one },
      }))
    case 'among':
      return shifts(fact, condition.set, stepOf(leaf, ruleset), (set) => ({ op, fact, set }))
    default: {
      const says = `${fact} ${neighbour[op]} in the place of ${op}`
      const to = { ...condition, op: neighbour[op] }
      return [{ says, to }, ...shifts(fact, condition.than, stepOf(leaf, ruleset), (than) => ({ op, fact, than }))]
    }
  }
}

/** Each word, and the others. */
function withoutOne<Word>(words: readonly Word[]): readonly (readonly [Word, readonly Word[]])[] {
  return words.map((word, index) => [word, words.toSpliced(index, 1)] as const)
}

/** The limit one step further, each way. It gets a name of its own, so that only this comparison moves. */
function shifts(
  fact: string,
  operand: Operand,
  step: number,
  around: (operand: Operand) => Condition,
): readonly Alternative[] {
  return [step, -step].map((by) => ({
    says: `${fact}: the limit ${JSON.stringify(operand)} moved by ${by}`,
    to: around('setting' in operand ? { setting: movedName } : { value: movedName }),
    moved: { operand, by },
  }))
}

const movedName = 'moved'

function stepOf({ condition: { fact }, list }: Leaf, { vocabulary }: Ruleset): number {
  const listed = list === undefined ? undefined : vocabulary[list]
  const declared = listed?.kind === 'list' ? listed.of[fact] : vocabulary[fact]
  if (declared?.kind !== 'quantity') throw new TypeError(`"${fact}" is compared with a number and is none`)
  return declared.step
}

/** Whether an example of the rule gives another verdict than it expects. */
function isNoticed(ruleset: Ruleset, { rule, profile }: ChangedRule): boolean {
  const assessor = assessorOf({ ...ruleset, rules: [rule], profile })
  return rule.examples.some((example) => {
    try {
      return assessor.verdictOf(rule.id, factsOf(example), example.on) !== example.expect
    } catch {
      return true // A rule that cannot be asked any more fails its examples, too.
    }
  })
}

function movedValue({ values }: Rule, moved: Moved | undefined): Rule['values'] {
  if (moved === undefined || 'setting' in moved.operand) return {}
  return { [movedName]: movedBy(values[moved.operand.value] ?? [], moved.by) }
}

function movedSettings({ profile }: Ruleset, moved: Moved | undefined): Ruleset['profile'] {
  if (moved === undefined || 'value' in moved.operand) return profile
  const { operand, by } = moved
  const withMoved = (settings: Settings): Settings => {
    const cases = settings[operand.setting] ?? 'not-limited'
    if (cases === 'not-limited') return { ...settings, [movedName]: cases }
    return { ...settings, [movedName]: cases.map((one) => ({ ...one, values: movedBy(one.values, by) })) }
  }
  const settings = Object.entries(profile.settings).map(([name, one]) => [name, withMoved(one)])
  return { ...profile, settings: Object.fromEntries(settings) }
}

function movedBy(values: DatedValues, by: number): DatedValues {
  // Added in decimals: 0.1 + 0.2 must be 0.3, or a limit is missed by what only a computer sees.
  const add = (amount: number) => Number((amount + by).toFixed(9))
  return values.map((value) => ({
    ...value,
    is: typeof value.is === 'number' ? add(value.is) : value.is.map(add),
  }))
}

function factsOf({ given }: Example): Facts {
  return Object.entries(given).reduce<Facts>((facts, [path, value]) => withFact(facts, path, value as FactValue), {})
}

/** A condition as text, in which a value borrowed from another rule has the name that it has there. */
function plain(condition: Condition): string {
  return JSON.stringify(condition, (key, value) => (key === 'value' ? String(value).replace(/^.*\./, '') : value))
}
