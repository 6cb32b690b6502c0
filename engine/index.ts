export {
  type Assessment,
  type AssessmentError,
  type Assessor,
  assessorOf,
  dataMissing,
  type Finding,
  fill,
  type Missing,
  type Question,
} from './assess.ts'
export {
  all,
  any,
  type Condition,
  factsReadBy,
  firstKnown,
  type Language,
  languageOf,
  not,
  type Operand,
  operandsOf,
  type ValueRef,
} from './condition.ts'
export { nearest } from './nearest.ts'
export { type FactProblem, isDay, type ParsedFacts, parseFacts } from './parse-facts.ts'
export {
  type Example,
  type Override,
  type RefsOf,
  type Rule,
  type RuleDefinition,
  refsOf,
  ruleDefiner,
  type Settings,
} from './rule.ts'
export {
  type Derivation,
  type ReadFact,
  type Ruleset,
  type RulesetContent,
  rulesetContent,
  rulesetDigest,
  rulesetFrom,
  type Source,
} from './ruleset.ts'
export { type Decision, decisionOf, decisions, type Severity, severities, severityRank, stricter } from './severity.ts'
export {
  type Directions,
  directionsIn,
  meet,
  type RuleTightening,
  type Tightened,
  type TightenedBy,
  type Tightening,
  type TighteningProblem,
  tighten,
} from './tighten.ts'
export {
  type Basis,
  type Confidence,
  type DatedValue,
  type DatedValues,
  type IsoDay,
  NotCovered,
  type SettingCase,
  valueOn,
} from './values.ts'
export { allOf, anyOf, opposite, type Verdict } from './verdict.ts'
export * from './vocabulary.ts'
