/**
 * rules x facts -> decision, with its explanation. Pure: the day, the rules and the facts are arguments, and the same
 * arguments give the same answer for ever.
 */
import { type Context, compileCondition, type Evaluate } from './compile.ts'
import { type Condition, factsReadBy, operandsOf } from './condition.ts'
import type { Rule } from './rule.ts'
import type { Ruleset } from './ruleset.ts'
import { type Decision, decisionOf, type Severity, severityRank } from './severity.ts'
import { type Confidence, type DatedValue, type IsoDay, NotCovered, type SettingCase, valueOn } from './values.ts'
import type { Verdict } from './verdict.ts'
import { type Facts, type FactValue, factAt } from './vocabulary.ts'

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
}

/** Prepares a ruleset for asking. Do it once: the closures are reused for every chart. */
export function assessorOf<Phase extends string>(ruleset: Ruleset<Phase>): Assessor<Phase> {
  const compiled = ruleset.rules.map(compileRule)
  const settings = compileSettings(ruleset)
  const byPhase = new Map<string, CompiledRule[]>()
  for (const one of compiled)
    for (const phase of one.rule.phases) byPhase.set(phase, [...(byPhase.get(phase) ?? []), one])

  return {
    assess(facts, question) {
      try {
        return answer(
          ruleset,
          byPhase.get(question.phase) ?? [],
          contextFor(ruleset, settings, facts, question.on),
          question,
        )
      } catch (error) {
        if (error instanceof NotCovered) return { error: { path: 'on', message: error.message } }
        throw error
      }
    },
    verdictOf(id, facts, on) {
      const one = compiled.find(({ rule }) => rule.id === id)
      if (one === undefined) throw new TypeError(`no rule "${id}" in ruleset ${ruleset.name}`)
      return verdict(one, contextFor(ruleset, settings, facts, on))
    },
    factOf: (path, facts) => contextFor(ruleset, settings, facts, undefined).read(path),
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

type CompiledSettings = Readonly<Record<string, Readonly<Record<string, CompiledSetting>>>>
type CompiledSetting =
  | 'not-limited'
  | readonly { readonly where: Evaluate | undefined; readonly values: SettingCase['values'] }[]

function compileSettings(ruleset: Ruleset): CompiledSettings {
  const compileCase = ({ where, values }: SettingCase<Condition>) => ({
    where: where && compileCondition(where, {}),
    values,
  })
  return Object.fromEntries(
    Object.entries(ruleset.profile.settings).map(([profile, named]) => [
      profile,
      Object.fromEntries(
        Object.entries(named).map(([name, cases]) => [name, cases === 'not-limited' ? cases : cases.map(compileCase)]),
      ),
    ]),
  )
}

function contextFor(ruleset: Ruleset, settings: CompiledSettings, facts: Facts, on: IsoDay | undefined): Context {
  const derived = new Map<string, { value: FactValue; wants: readonly string[] }>()
  const derive = (path: string): { value: FactValue; wants: readonly string[] } => {
    const known = derived.get(path)
    if (known) return known
    const wants: string[] = []
    const derivation = ruleset.derivations[path]
    const value = derivation?.compute((input) => {
      const read = context.read(input)
      if (read === undefined || read === null) wants.push(...wantsOf(input))
      return read ?? undefined
    })
    const result = { value: value ?? undefined, wants: wants.length > 0 ? wants : [path] }
    derived.set(path, result)
    return result
  }
  const wantsOf = (path: string): readonly string[] => (path in ruleset.derivations ? derive(path).wants : [path])
  const context: Context = {
    on,
    wanted: [],
    matched: [],
    item: undefined,
    itemPath: '',
    read: (path) => readPath(facts, path) ?? (path in ruleset.derivations ? derive(path).value : undefined),
    want: (path) => void context.wanted.push(...wantsOf(path)),
    setting: (name) => settingOf(ruleset, settings, context, name),
  }
  return context
}

const pathKeys = new Map<string, readonly string[]>()

/** `factAt`, with the split paths remembered: they are the same few hundred strings in every decision. */
function readPath(facts: Facts, path: string): FactValue {
  let keys = pathKeys.get(path)
  if (keys === undefined) {
    keys = path.split('.')
    pathKeys.set(path, keys)
  }
  if (keys.length === 1) return facts[path] ?? undefined
  if (keys.length > 2) return factAt(facts, path)
  const group = facts[keys[0] as string]
  if (group === null || typeof group !== 'object') return undefined
  return (group as Facts)[keys[1] as string] ?? undefined
}

function settingOf(
  ruleset: Ruleset,
  settings: CompiledSettings,
  context: Context,
  name: string,
): ReturnType<Context['setting']> {
  const profile = context.read(ruleset.profile.fact)
  if (typeof profile !== 'string') {
    context.want(ruleset.profile.fact)
    return 'unknown'
  }
  const cases = settings[profile]?.[name]
  if (cases === undefined) throw new TypeError(`profile "${profile}" states nothing about "${name}"`)
  if (cases === 'not-limited') return cases
  for (const { where, values } of cases) {
    const here = where ? where(context) : 'fires'
    if (here === 'unknown') return 'unknown'
    if (here === 'fires') return values.length === 0 ? 'not-limited' : valueOn(name, values, context.on)
  }
  return 'not-limited'
}

function verdict({ applies, when }: CompiledRule, context: Context): Verdict {
  context.wanted = []
  context.matched = []
  const asked = applies ? applies(context) : 'fires'
  if (asked === 'clear') return 'clear'
  const answered = when(context)
  return answered === 'clear' || asked === 'fires' ? answered : 'unknown'
}

function answer(ruleset: Ruleset, rules: readonly CompiledRule[], context: Context, question: Question): Assessment {
  const found: Finding[] = []
  const open: { rule: Rule; wanted: readonly string[] }[] = []
  for (const one of rules) {
    if (question.only && !question.only.has(one.rule.id)) continue
    const result = verdict(one, context)
    if (result === 'fires') found.push(findingOf(ruleset, one, context))
    if (result === 'unknown' && !context.wanted.every((path) => question.notDue?.has(path)))
      open.push({ rule: one.rule, wanted: context.wanted })
  }
  const groups = new Map(rules.map(({ rule }) => [rule.id, rule.group]))
  const strictest = strictestByGroup(found, groups)
  const reported = found.filter(
    ({ rule, severity }) => severityRank(severity) === (strictest.get(groups.get(rule) ?? rule) ?? 0),
  )
  // A milder sibling of a rule that fired cannot raise the decision, so its facts are not asked for.
  const stillOpen = open.filter(
    ({ rule }) => severityRank(rule.severity) > (strictest.get(rule.group ?? rule.id) ?? -1),
  )
  const missing = missingFrom(stillOpen)
  const findings = [...reported, ...missing.map((one) => missingFinding(ruleset, one))].sort(bySeverityThenRule)
  return { decision: decisionOf(findings.map(({ severity }) => severity)), findings, missing }
}

function strictestByGroup(
  found: readonly Finding[],
  groups: ReadonlyMap<string, string | undefined>,
): Map<string, number> {
  const strictest = new Map<string, number>()
  for (const { rule, severity } of found) {
    const group = groups.get(rule) ?? rule
    strictest.set(group, Math.max(strictest.get(group) ?? 0, severityRank(severity)))
  }
  return strictest
}

function missingFrom(open: readonly { rule: Rule; wanted: readonly string[] }[]): readonly Missing[] {
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
