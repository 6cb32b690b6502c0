/**
 * rules x facts -> decision, with its explanation. Pure: the day, the rules and the facts are arguments, and the same
 * arguments give the same answer for ever.
 */
import { type Context, compileCondition, type Evaluate, type RecordKey } from './compile.ts'
import { type Condition, factsReadBy, operandsOf } from './condition.ts'
import type { Rule, Settings } from './rule.ts'
import type { Derivation, Ruleset } from './ruleset.ts'
import { type Decision, decisionOf, type Severity, severityRank } from './severity.ts'
import { type Confidence, type DatedValue, type IsoDay, NotCovered, type SettingCase, valueOn } from './values.ts'
import type { Verdict } from './verdict.ts'
import type { Facts, FactValue } from './vocabulary.ts'

/** What a person is shown: the rule, what it saw, the numbers it used and where they come from. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly messageToPatient: string
  readonly because: string
  readonly action: string
  readonly facts: Readonly<Record<string, FactValue>>
  readonly values: Readonly<Record<string, DatedValue>>
  readonly sources: readonly string[]
  readonly confidence: Confidence
  readonly overridableBy?: { readonly role: string; readonly attests: string; readonly open: Verdict }
}

/** A fact that is wanted, and the rules that cannot answer without it. */
export interface Missing {
  readonly fact: string
  readonly neededBy: readonly string[]
}

export interface Assessment {
  readonly decision: Decision
  /** Most severe first, then by rule id. */
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/** An input that cannot be answered, with the field named. */
export interface AssessmentError {
  readonly error: { readonly path: string; readonly message: string }
}

export interface Question<Phase extends string = string> {
  readonly phase: Phase
  /** The day whose values apply; absent: the newest. */
  readonly on?: IsoDay
  /** Readings that are not due yet: a rule that is open only for want of these is not asked. */
  readonly notDue?: ReadonlySet<string>
  /** Only these rules of the phase, for a narrower question. */
  readonly only?: ReadonlySet<string>
}

export const dataMissing = 'data-missing'

interface CompiledRule {
  readonly rule: Rule
  readonly applies: Evaluate | undefined
  readonly when: Evaluate
  readonly within: Evaluate | undefined
}

export interface Assessor<Phase extends string = string> {
  assess(facts: Facts, question: Question<Phase>): Assessment | AssessmentError
  /** The verdict of one rule: for examples and the printed rulebook. */
  verdictOf(rule: string, facts: Facts, on?: IsoDay): Verdict
  /** One fact as the rules would see it: given, or derived. */
  factOf(path: string, facts: Facts): FactValue
  /** One setting as the rules would see it with these facts. */
  settingOf(name: string, facts: Facts, on?: IsoDay): ReturnType<Context['setting']>
}

/** A ruleset made ready for many charts. */
interface Prepared {
  readonly ruleset: Ruleset
  readonly rules: readonly CompiledRule[]
  readonly byPhase: ReadonlyMap<string, readonly CompiledRule[]>
  readonly profileFact: string
  readonly settings: CompiledSettings
  readonly derivations: ReadonlyMap<string, Derivation>
}

/** Prepares a ruleset for asking. Do it once: the closures are reused for every chart. */
export function assessorOf<Phase extends string>(ruleset: Ruleset<Phase>): Assessor<Phase> {
  const prepared = prepare(ruleset)
  return {
    assess(facts, question) {
      const chart = new Chart(prepared, facts, question.on)
      const profile = chart.read(prepared.profileFact)
      if (typeof profile === 'string' && !prepared.settings.has(profile)) return notCovered(prepared, profile)
      try {
        return answer(prepared, chart, question)
      } catch (error) {
        if (error instanceof NotCovered) return { error: { path: 'on', message: error.message } }
        throw error
      }
    },
    verdictOf(id, facts, on) {
      const one = prepared.rules.find(({ rule }) => rule.id === id)
      if (one === undefined) throw new TypeError(`no rule "${id}" in ruleset ${ruleset.name}`)
      return verdict(one, new Chart(prepared, facts, on))
    },
    factOf: (path, facts) => new Chart(prepared, facts, undefined).read(path),
    settingOf: (name, facts, on) => new Chart(prepared, facts, on).setting(name),
  }
}

function notCovered({ profileFact }: Prepared, profile: string): AssessmentError {
  const message = `The running rulebook does not cover the ${profileFact} "${profile}" yet; no decision was made.`
  return { error: { path: profileFact, message } }
}

function prepare(ruleset: Ruleset): Prepared {
  const rules = ruleset.rules.map(compileRule)
  const byPhase = new Map<string, CompiledRule[]>()
  for (const one of rules) for (const phase of one.rule.phases) byPhase.set(phase, [...(byPhase.get(phase) ?? []), one])
  return {
    ruleset,
    rules,
    byPhase,
    profileFact: ruleset.profile.fact,
    settings: compileSettings(ruleset),
    derivations: new Map(Object.entries(ruleset.derivations)),
  }
}

function compileRule(rule: Rule): CompiledRule {
  const within = rule.overridableBy?.within
  return {
    rule,
    applies: rule.appliesTo && compileCondition(rule.appliesTo, rule.values),
    when: compileCondition(rule.when, rule.values),
    within: within && compileCondition(within, rule.values),
  }
}

type CompiledSettings = ReadonlyMap<string, ReadonlyMap<string, CompiledSetting>>
type CompiledSetting =
  | 'not-limited'
  | readonly { readonly where: Evaluate | undefined; readonly values: SettingCase['values'] }[]

function compileSettings({ profile }: Ruleset): CompiledSettings {
  const compileCase = ({ where, bounds = {}, values }: SettingCase<Condition>) => ({
    where: where && compileCondition(where, bounds),
    values,
  })
  const compileNamed = (named: Settings): ReadonlyMap<string, CompiledSetting> =>
    new Map(
      Object.entries(named).map(([name, cases]) => [name, cases === 'not-limited' ? cases : cases.map(compileCase)]),
    )
  return new Map(Object.entries(profile.settings).map(([name, named]) => [name, compileNamed(named)]))
}

/** What an assessment derives from a chart, and the facts it would still want for it. */
interface Derived {
  readonly value: FactValue
  readonly wants: readonly string[]
}

/** The records of a list by the words of one attribute, and those in which it is not known. */
interface RecordIndex {
  readonly byWord: ReadonlyMap<string, readonly number[]>
  readonly unknown: readonly number[]
}

function indexBy(records: readonly Facts[], attribute: string): RecordIndex {
  const byWord = new Map<string, number[]>()
  const unknown: number[] = []
  const note = (word: string, index: number) => {
    const there = byWord.get(word)
    if (there) there.push(index)
    else byWord.set(word, [index])
  }
  for (let index = 0; index < records.length; index++) {
    const value = records[index]?.[attribute]
    if (typeof value === 'string') note(value, index)
    else if (Array.isArray(value)) for (const word of value) note(word as string, index)
    else unknown.push(index)
  }
  return { byWord, unknown }
}

/** One chart under question. */
class Chart implements Context {
  readonly on: IsoDay | undefined
  wanted: string[] = []
  matched: { list: string; item: Facts }[] = []
  item: Facts | undefined = undefined
  itemPath = ''
  readonly #facts: Facts
  readonly #prepared: Prepared
  readonly #derived = new Map<string, Derived>()
  readonly #indexes = new Map<string, RecordIndex>()

  constructor(prepared: Prepared, facts: Facts, on: IsoDay | undefined) {
    this.#prepared = prepared
    this.#facts = facts
    this.on = on
  }

  read(path: string): FactValue {
    const given = readPath(this.#facts, path)
    if (given !== undefined) return given === null ? undefined : given
    const derivation = this.#prepared.derivations.get(path)
    return derivation === undefined ? undefined : this.#derive(path, derivation).value
  }

  recordsWith(list: string, { name, attribute, words }: RecordKey): readonly number[] {
    const { byWord, unknown } = this.#indexOf(name, list, attribute)
    let found = unknown
    for (const word of words) {
      const more = byWord.get(word)
      if (more) found = found.length === 0 ? more : [...new Set([...found, ...more])].sort((a, b) => a - b)
    }
    return found
  }

  #indexOf(name: string, list: string, attribute: string): RecordIndex {
    const known = this.#indexes.get(name)
    if (known) return known
    const made = indexBy(this.read(list) as readonly Facts[], attribute)
    this.#indexes.set(name, made)
    return made
  }

  want(path: string): void {
    for (const wanted of this.#wantsOf(path)) this.wanted.push(wanted)
  }

  setting(name: string): DatedValue | 'not-limited' | 'unknown' {
    const { profileFact, settings } = this.#prepared
    const profile = this.read(profileFact)
    if (typeof profile !== 'string') {
      this.want(profileFact)
      return 'unknown'
    }
    const cases = settings.get(profile)?.get(name)
    if (cases === undefined) throw new TypeError(`profile "${profile}" states nothing about "${name}"`)
    if (cases === 'not-limited') return cases
    for (const { where, values } of cases) {
      const here = where ? where(this) : 'fires'
      if (here === 'unknown') return 'unknown'
      if (here === 'fires') return valueOn(name, values, this.on)
    }
    return 'not-limited'
  }

  #derive(path: string, derivation: Derivation): Derived {
    const known = this.#derived.get(path)
    if (known) return known
    // While it is worked out it is unknown: of two facts that yield each other, neither can come from itself.
    this.#derived.set(path, { value: undefined, wants: [] })
    const wants: string[] = []
    const value = derivation.compute(
      (input) => {
        const read = this.read(input)
        if (read === undefined) wants.push(...this.#wantsOf(input))
        return read
      },
      (input) => void wants.push(input),
    )
    const result = { value: value ?? undefined, wants: wants.length > 0 ? wants : [path] }
    this.#derived.set(path, result)
    return result
  }

  /** What to ask for when a fact is unknown: itself, or the inputs it would be derived from. */
  #wantsOf(path: string): readonly string[] {
    const derivation = this.#prepared.derivations.get(path)
    // A fact that is stated as unknown is not worked out behind the back of whoever stated it.
    if (derivation === undefined || readPath(this.#facts, path) === null) return [path]
    return this.#derive(path, derivation).wants
  }
}

const pathKeys = new Map<string, readonly string[]>()

/** As `factAt`, but a stated `null` stays `null`, and the split paths are remembered: they are the same few hundred. */
function readPath(facts: Facts, path: string): FactValue {
  let keys = pathKeys.get(path)
  if (keys === undefined) {
    keys = path.split('.')
    pathKeys.set(path, keys)
  }
  let here: FactValue = facts
  for (let depth = 0; depth < keys.length; depth++) {
    if (here === null || typeof here !== 'object') return undefined
    here = (here as Facts)[keys[depth] as string]
  }
  return here
}

function verdict({ applies, when }: CompiledRule, context: Context): Verdict {
  // New ones only where the last rule left something: most rules leave nothing.
  if (context.wanted.length > 0) context.wanted = []
  if (context.matched.length > 0) context.matched = []
  const asked = applies ? applies(context) : 'fires'
  if (asked === 'clear') return 'clear'
  const answered = when(context)
  return answered === 'clear' || asked === 'fires' ? answered : 'unknown'
}

interface Open {
  readonly rule: Rule
  readonly wanted: readonly string[]
}

function answer({ ruleset, byPhase }: Prepared, chart: Chart, { phase, only, notDue }: Question): Assessment {
  const fired: { readonly rule: Rule; readonly finding: Finding }[] = []
  const open: Open[] = []
  for (const one of byPhase.get(phase) ?? []) {
    const { rule } = one
    if (only && !only.has(rule.id)) continue
    const result = verdict(one, chart)
    if (result === 'fires') fired.push({ rule, finding: findingOf(ruleset, one, chart) })
    else if (result === 'unknown') {
      const wanted = wantedNow(rule, chart.wanted, notDue)
      if (wanted.length > 0) open.push({ rule, wanted })
    }
  }
  const strictest = strictestByGroup(fired.map(({ rule }) => rule))
  const strictestOf = (rule: Rule): number => strictest.get(rule.group ?? rule.id) ?? -1
  const reported = fired.filter(({ rule }) => severityRank(rule.severity) === strictestOf(rule))
  // A milder sibling of a rule that fired cannot raise the decision, so its facts are not asked for.
  const missing = missingFrom(open.filter(({ rule }) => severityRank(rule.severity) > strictestOf(rule)))
  const findings = [...reported.map(({ finding }) => finding), ...missing.map((one) => missingFinding(ruleset, one))]
  return {
    decision: decisionOf(findings.map(({ severity }) => severity)),
    findings: findings.sort(bySeverityThenRule),
    missing,
  }
}

/** What an open rule wants now; nothing when it waits only for readings that are not due. */
function wantedNow(rule: Rule, wanted: readonly string[], notDue: ReadonlySet<string> | undefined): readonly string[] {
  if (wanted.length === 0) return factsReadBy(rule.when) // Never passed over: whatever it reads is asked for.
  return notDue ? wanted.filter((path) => !notDue.has(path)) : wanted
}

function strictestByGroup(fired: readonly Rule[]): ReadonlyMap<string, number> {
  const strictest = new Map<string, number>()
  for (const { id, group = id, severity } of fired)
    strictest.set(group, Math.max(strictest.get(group) ?? 0, severityRank(severity)))
  return strictest
}

function missingFrom(open: readonly Open[]): readonly Missing[] {
  const neededBy = new Map<string, string[]>()
  for (const { rule, wanted } of open)
    for (const fact of new Set(wanted)) neededBy.set(fact, [...(neededBy.get(fact) ?? []), rule.id])
  return [...neededBy]
    .map(([fact, rules]) => ({ fact, neededBy: rules.sort() }))
    .sort((a, b) => (a.fact < b.fact ? -1 : 1))
}

function missingFinding(ruleset: Ruleset, { fact, neededBy }: Missing): Finding {
  const says = declarationOf(ruleset, fact)
  return {
    rule: dataMissing,
    severity: 'hold',
    message: `Not known: ${says}.`,
    messageToPatient: 'We need one more piece of information before we can go on.',
    because: 'An unknown fact is never read as "no".',
    action: `Record ${says}. Needed by ${neededBy.join(', ')}.`,
    facts: { [fact]: null },
    values: {},
    sources: [],
    confidence: 'high',
  }
}

/** The words for a fact path; `medications[0].minutes_ago` is looked up as the list's attribute. */
function declarationOf(ruleset: Ruleset, path: string): string {
  const declared = ruleset.vocabulary[path]
  if (declared) return declared.says
  const [list, attribute] = path.split(/\[\d+\]\./) as [string, string | undefined]
  const inList = ruleset.vocabulary[list]
  if (inList?.kind !== 'list' || attribute === undefined) return path
  return `${inList.of[attribute]?.says ?? attribute} (${path})`
}

function findingOf(ruleset: Ruleset, { rule, within }: CompiledRule, context: Context): Finding {
  const values = valuesUsed(rule, context)
  const cites = [...rule.cites, ...Object.values(values).flatMap((value) => value.cites)]
  const { overridableBy } = rule
  return {
    rule: rule.id,
    severity: rule.severity,
    facts: factsUsed(rule, context),
    values,
    message: fill(rule.says, values, ruleset),
    messageToPatient: fill(rule.saysToPatient, values, ruleset),
    because: rule.because,
    action: fill(rule.action, values, ruleset),
    sources: [...new Set(cites)],
    confidence: rule.confidence,
    ...(overridableBy && {
      overridableBy: {
        role: overridableBy.role,
        attests: overridableBy.attests,
        open: within ? within(context) : 'fires',
      },
    }),
  }
}

function factsUsed(rule: Rule, context: Context): Record<string, FactValue> {
  const used: Record<string, FactValue> = {}
  for (const path of factsReadBy(rule.when)) {
    if (path.includes('[]')) continue // A list's attributes are shown with the records that matched.
    const matching = context.matched.filter(({ list }) => list === path).map(({ item }) => item)
    const value = matching.length > 0 ? matching : context.read(path)
    if (value !== undefined && value !== null) used[path] = value
  }
  return used
}

function valuesUsed(rule: Rule, context: Context): Record<string, DatedValue> {
  const used: Record<string, DatedValue> = {}
  for (const [name, dated] of Object.entries(rule.values)) used[name] = valueOn(name, dated, context.on)
  for (const operand of operandsOf(rule.when)) {
    if (!('setting' in operand)) continue
    const value = context.setting(operand.setting)
    if (typeof value === 'object') used[operand.setting] = value
  }
  return used
}

/** Puts the values of a rule into its sentence: `{limit}` -> `160 mmHg`. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, DatedValue>>,
  ruleset: Pick<Ruleset, 'unitLabels'>,
): string {
  return sentence.replaceAll(/\{([\w.-]+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    const amounts = Array.isArray(value.is) ? value.is.join(' or ') : String(value.is)
    const label = ruleset.unitLabels[value.unit] ?? value.unit
    return label === '' ? amounts : `${amounts} ${label}`
  })
}

function bySeverityThenRule(a: Finding, b: Finding): number {
  const difference = severityRank(b.severity) - severityRank(a.severity)
  if (difference !== 0) return difference
  return a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0
}
