/**
 * Turns conditions into closures once, so that a decision over a full chart costs less than parsing the chart.
 * The closures note which unknown facts left a verdict open and which records of a list matched.
 */
import type { Comparison, Condition, Operand } from './condition.ts'
import { type DatedValue, type DatedValues, type IsoDay, valueOn } from './values.ts'
import { opposite, type Verdict } from './verdict.ts'
import type { Facts, FactValue } from './vocabulary.ts'

/** What one assessment knows while it runs. */
export interface Context {
  readonly on: IsoDay | undefined
  /** Given, or derived and remembered; `undefined` when unknown. */
  readonly read: (path: string) => FactValue
  /** The setting that the chart's profile states, `not-limited`, or `unknown` with the wanted facts noted. */
  readonly setting: (name: string) => DatedValue | 'not-limited' | 'unknown'
  /** Which records of a list have one of these words in an attribute, or nothing known there; in order. */
  readonly recordsWith: (list: string, key: RecordKey) => readonly number[]
  /** Notes which facts are wanted for a path that is unknown. */
  readonly want: (path: string) => void
  wanted: string[]
  matched: { list: string; item: Facts }[]
  item: Facts | undefined
  itemPath: string
}

export type Evaluate = (context: Context) => Verdict

/** What a record must have, or may have unknown, for a condition over it to be anything but clear. */
export interface RecordKey {
  /** Names list and attribute together. */
  readonly name: string
  readonly attribute: string
  readonly words: readonly string[]
}

/** The key of a condition over records; `undefined` where any record may matter. */
function recordKeyOf(list: string, condition: Condition): RecordKey | undefined {
  const keyOf = (attribute: string, words: readonly string[]): RecordKey => ({
    name: `${list} ${attribute}`,
    attribute,
    words,
  })
  switch (condition.op) {
    case 'is':
      return condition.one.every((word) => typeof word === 'string') ? keyOf(condition.fact, condition.one) : undefined
    case 'includes':
      return keyOf(condition.fact, condition.one)
    case 'all':
      return condition.of.map((part) => recordKeyOf(list, part)).find((key) => key !== undefined)
    case 'any': {
      const keys = condition.of.map((part) => recordKeyOf(list, part))
      const [first] = keys
      if (first === undefined || !keys.every((key) => key?.attribute === first.attribute)) return undefined
      return keyOf(first.attribute, [...new Set(keys.flatMap((key) => key?.words ?? []))])
    }
    default:
      return undefined
  }
}
export type RuleValues = Readonly<Record<string, DatedValues>>

export function compileCondition(condition: Condition, values: RuleValues, inList = false): Evaluate {
  switch (condition.op) {
    case 'all':
      return every(condition.of.map((part) => compileCondition(part, values, inList)))
    case 'any':
      return either(condition.of.map((part) => compileCondition(part, values, inList)))
    case 'first-known':
      return firstThatIsKnown(condition.of.map((part) => compileCondition(part, values, inList)))
    case 'not': {
      const inner = compileCondition(condition.of, values, inList)
      return (context) => opposite(inner(context))
    }
    case 'some':
      return someRecord(
        condition.list,
        compileCondition(condition.where, values, true),
        recordKeyOf(condition.list, condition.where),
      )
    case 'is': {
      const { one } = condition
      return leaf(condition.fact, inList, (fact) => one.includes(fact as string))
    }
    case 'includes': {
      const { one } = condition
      return leaf(condition.fact, inList, (fact) => (fact as readonly string[]).some((word) => one.includes(word)))
    }
    case 'among':
      return compared(
        { path: condition.fact, inList, notLimited: 'fires' }, // Every amount is among those of an unlimited set.
        resolver(condition.set, values),
        (fact, { is }) => (Array.isArray(is) ? is.includes(fact) : is === fact),
      )
    default:
      return compared(
        { path: condition.fact, inList, notLimited: 'clear' },
        resolver(condition.than, values),
        comparisons[condition.op],
      )
  }
}

type Test = (fact: number, value: DatedValue) => boolean

const comparisons: Record<Comparison, Test> = {
  above: (fact, { is }) => fact > (is as number),
  'at-least': (fact, { is }) => fact >= (is as number),
  below: (fact, { is }) => fact < (is as number),
  'at-most': (fact, { is }) => fact <= (is as number),
}

function every(parts: readonly Evaluate[]): Evaluate {
  return (context) => {
    const before = context.wanted.length
    let verdict: Verdict = 'fires'
    for (const part of parts) {
      const one = part(context)
      if (one === 'clear') {
        context.wanted.length = before // Settled whatever is unknown: nothing is wanted.
        return 'clear'
      }
      if (one === 'unknown') verdict = 'unknown'
    }
    return verdict
  }
}

function either(parts: readonly Evaluate[]): Evaluate {
  return (context) => {
    const before = context.wanted.length
    let verdict: Verdict = 'clear'
    for (const part of parts) {
      const one = part(context)
      if (one === 'fires') {
        context.wanted.length = before
        return 'fires'
      }
      if (one === 'unknown') verdict = 'unknown'
    }
    return verdict
  }
}

function firstThatIsKnown(parts: readonly Evaluate[]): Evaluate {
  return (context) => {
    const before = context.wanted.length
    for (const part of parts) {
      const one = part(context)
      if (one === 'unknown') continue
      context.wanted.length = before
      return one
    }
    return 'unknown'
  }
}

/** With a key, only the records that it picks are looked at: a long list costs no more than what it has of the matter. */
function someRecord(list: string, where: Evaluate, key: RecordKey | undefined): Evaluate {
  return (context) => {
    const records = context.read(list)
    if (!Array.isArray(records)) {
      context.want(list)
      return 'unknown'
    }
    const before = context.wanted.length
    const picked = key ? context.recordsWith(list, key) : records.keys()
    let verdict: Verdict = 'clear'
    for (const index of picked) {
      context.item = records[index] as Facts
      context.itemPath = `${list}[${index}]`
      const one = where(context)
      if (one === 'fires') {
        context.matched.push({ list, item: context.item })
        verdict = 'fires'
      } else if (one === 'unknown' && verdict === 'clear') verdict = 'unknown'
    }
    context.item = undefined
    if (verdict !== 'unknown') context.wanted.length = before
    return verdict
  }
}

/** The fact of a leaf; notes what is wanted when it is unknown. */
function factOrWant(context: Context, path: string, inList: boolean): FactValue {
  const fact = inList ? context.item?.[path] : context.read(path)
  if (fact !== undefined && fact !== null) return fact
  if (inList) context.wanted.push(`${context.itemPath}.${path}`)
  else context.want(path)
  return undefined
}

function leaf(path: string, inList: boolean, test: (fact: FactValue) => boolean): Evaluate {
  return (context) => {
    const fact = factOrWant(context, path, inList)
    if (fact === undefined) return 'unknown'
    return test(fact) ? 'fires' : 'clear'
  }
}

/** How an operand's value is found. */
type Resolve = (context: Context) => DatedValue | 'not-limited' | 'unknown'

function resolver(operand: Operand, values: RuleValues): Resolve {
  if ('setting' in operand) return (context) => context.setting(operand.setting)
  const dated = values[operand.value]
  if (dated === undefined) throw new TypeError(`condition names a value "${operand.value}" that its rule does not have`)
  const newest = valueOn(operand.value, dated, undefined)
  return (context) => (context.on === undefined ? newest : valueOn(operand.value, dated, context.on))
}

interface Compared {
  readonly path: string
  readonly inList: boolean
  /** The verdict where the profile deliberately states no limit. */
  readonly notLimited: Verdict
}

function compared({ path, inList, notLimited }: Compared, resolve: Resolve, test: Test): Evaluate {
  return (context) => {
    const value = resolve(context)
    if (value === 'not-limited') return notLimited
    const fact = factOrWant(context, path, inList)
    if (value === 'unknown' || fact === undefined) return 'unknown'
    return test(fact === 'never' ? Number.POSITIVE_INFINITY : (fact as number), value) ? 'fires' : 'clear'
  }
}
