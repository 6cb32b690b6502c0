/** What in the rulebook speaks of what: read off the rules themselves, so that it cannot be out of date. */
import {
  allOf,
  anyOf,
  type Condition,
  type DatedValues,
  factsReadBy,
  operandsOf,
  opposite,
  type Rule,
  type Verdict,
} from '@keel/engine'
import {
  type ConditionKey,
  derivations,
  listedMedicine,
  medicationNames,
  medications,
  type Protocol,
  protocols,
  rulesByTopic,
  ruleset,
  type SettingName,
} from '@keel/rulebook'

export type MedicineName = keyof typeof medications

/** Every condition of a rule: when it applies, when it fires, and what bounds an override. */
function conditionsOf({ appliesTo, when, overridableBy }: Rule): readonly Condition[] {
  return [appliesTo, when, overridableBy?.within].filter((condition) => condition !== undefined)
}

/** The words that a condition looks for in a list's records, by attribute: `conditions`, `key` -> aortic-aneurysm. */
function wordsSoughtIn(condition: Condition, list: string, within: string | null = null): readonly [string, string][] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'first-known':
      return condition.of.flatMap((part) => wordsSoughtIn(part, list, within))
    case 'not':
      return wordsSoughtIn(condition.of, list, within)
    case 'some':
      return wordsSoughtIn(condition.where, list, condition.list)
    case 'is':
    case 'includes':
      return within === list ? condition.one.map((word) => [condition.fact, String(word)]) : []
    default:
      return []
  }
}

const sought = (rule: Rule, list: string): readonly [string, string][] =>
  conditionsOf(rule).flatMap((condition) => wordsSoughtIn(condition, list))

/** The conditions of the vocabulary that a rule names. */
export function conditionsNamedBy(rule: Rule): ReadonlySet<string> {
  return new Set(sought(rule, 'conditions').flatMap(([attribute, word]) => (attribute === 'key' ? [word] : [])))
}

/** The medicines that a rule concerns, by name or by one of their classes. */
export function medicinesNamedBy(rule: Rule): readonly MedicineName[] {
  const words = sought(rule, 'medications')
  const names = new Set(words.flatMap(([attribute, word]) => (attribute === 'name' ? [listedMedicine(word)] : [])))
  const classes = new Set(words.flatMap(([attribute, word]) => (/^class(es)?$/.test(attribute) ? [word] : [])))
  classes.delete('none-of-these')
  const all = Object.keys(medications) as MedicineName[]
  return all.filter((name) => names.has(name) || medications[name].classes.some((one) => classes.has(one)))
}

export function rulesOnCondition(key: ConditionKey): readonly Rule[] {
  return ruleset.rules.filter((rule) => conditionsNamedBy(rule).has(key))
}

export function rulesOnMedicine(name: MedicineName): readonly Rule[] {
  return ruleset.rules.filter((rule) => medicinesNamedBy(rule).includes(name))
}

/** Other spellings under which a medicine is known. */
export function otherNamesOf(name: MedicineName): readonly string[] {
  return medicationNames.filter((other) => other !== name && listedMedicine(other) === name)
}

/** The settings of the protocol that a rule compares with. */
export function settingsNamedBy(rule: Rule): readonly SettingName[] {
  const names = conditionsOf(rule).flatMap(operandsOf)
  return [...new Set(names.flatMap((operand) => ('setting' in operand ? [operand.setting as SettingName] : [])))]
}

export function rulesOnSetting(name: SettingName): readonly Rule[] {
  return ruleset.rules.filter((rule) => settingsNamedBy(rule).includes(name))
}

/** The rules that read a fact. */
export function rulesReading(path: string): readonly Rule[] {
  return ruleset.rules.filter((rule) => conditionsOf(rule).some((condition) => factsReadBy(condition).includes(path)))
}

/** The rules of the same sibling group. */
export function siblingsOf({ id, group }: Rule): readonly Rule[] {
  return group === undefined ? [] : ruleset.rules.filter((rule) => rule.group === group && rule.id !== id)
}

/** What a condition says when nothing but the protocol is known. */
function underProtocol(condition: Condition, id: string): Verdict {
  switch (condition.op) {
    case 'all':
      return allOf(condition.of.map((part) => underProtocol(part, id)))
    case 'any':
      return anyOf(condition.of.map((part) => underProtocol(part, id)))
    case 'not':
      return opposite(underProtocol(condition.of, id))
    case 'is':
      if (condition.fact !== 'protocol') return 'unknown'
      return condition.one.includes(id) ? 'fires' : 'clear'
    default:
      return 'unknown'
  }
}

/** Whether a rule can be asked under a protocol, whatever else is in the chart. */
export function isAskedUnder({ appliesTo }: Rule, protocolId: string): boolean {
  return appliesTo === undefined || underProtocol(appliesTo, protocolId) !== 'clear'
}

/** The sources of named numbers. */
export const citesOfValues = (values: Readonly<Record<string, DatedValues>>): readonly string[] =>
  Object.values(values).flatMap((dated) => dated.flatMap(({ cites }) => cites))

/** Every source of a rule: its own and those of its numbers. */
export function sourcesOfRule({ cites, values }: Rule): readonly string[] {
  return [...new Set([...cites, ...citesOfValues(values)])]
}

/** Every source of a protocol: of its limits, its schedule, its notes, and the programme that goes with it. */
export function sourcesOfProtocol({ settings, monitoring, notes, rems }: Protocol): readonly string[] {
  const limits = Object.values(settings).flatMap((cases) =>
    cases === 'not-limited' ? [] : cases.flatMap(({ values, bounds = {} }) => citesOfValues({ ...bounds, values })),
  )
  const ofProgramme = rems ? [...rems.requirements, ...rems.formDueWithin, ...rems.form] : []
  return [...new Set([...limits, ...[...monitoring, ...notes, ...ofProgramme].flatMap(({ cites }) => cites)])]
}

/** What of the rules and of what they need rests on a source. */
export function citing(sourceId: string) {
  return {
    rules: ruleset.rules.filter((rule) => sourcesOfRule(rule).includes(sourceId)),
    protocols: protocols.filter((protocol) => sourcesOfProtocol(protocol).includes(sourceId)),
    calculations: Object.keys(derivations).filter((path) =>
      citesOfValues(derivations[path]?.values ?? {}).includes(sourceId),
    ),
  }
}

/** The topic that a rule stands in: its key and its title. */
export function topicOf(rule: Rule): readonly [string, string] {
  const found = Object.entries(rulesByTopic).find(([, { rules }]) => rules.some(({ id }) => id === rule.id))
  return found ? [found[0], found[1].title] : ['', '']
}
