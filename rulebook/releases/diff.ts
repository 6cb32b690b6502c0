/** What two releases differ in, said in words: for the rules, for the protocols, and for whom of the panel. */
import {
  type AssessmentError,
  type Assessor,
  assessorOf,
  type Condition,
  type DatedValues,
  type Decision,
  type Facts,
  type Rule,
  type SettingCase,
} from '@keel/engine'
import { readCase } from '../case/read-case.ts'
import type { PanelPatient } from '../panel/index.ts'
import type { Protocol } from '../settings.ts'
import type { Phase } from '../vocabulary.ts'
import { amountOf, inWords } from '../words/condition-in-words.ts'
import { sentenceOf } from '../words/rule-in-words.ts'
import { type Release, rulesetOf } from './release.ts'

export interface Changed {
  readonly id: string
  readonly changes: readonly string[]
}
export interface Listed {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly Changed[]
}
/** What a panel patient gets: a decision, or that the release does not ask this at all. */
export type PanelAnswer = Decision | 'not asked'
export interface PatientChange {
  readonly patient: string
  readonly says: string
  readonly phase: Phase
  readonly before: PanelAnswer
  readonly after: PanelAnswer
  /** Findings that are new, and findings that are gone. */
  readonly because: readonly string[]
  readonly noLonger: readonly string[]
}
export interface ReleaseDiff {
  readonly rules: Listed
  readonly protocols: Listed
  readonly arithmetic: Listed
  /** Conditions, medicines, instruments and what else a release holds, by kind. */
  readonly knowledge: Readonly<Record<string, Listed>>
  readonly panel: {
    readonly asked: number
    readonly changed: readonly PatientChange[]
    /** Why the panel could not be asked, where it could not. */
    readonly notAsked: string | null
  }
}

export function diffReleases(before: Release, after: Release, panel: readonly PanelPatient[]): ReleaseDiff {
  const kinds = [...new Set([...Object.keys(before.knowledge), ...Object.keys(after.knowledge)])]
  return {
    rules: listed(byId(before.ruleset.rules), byId(after.ruleset.rules), ruleChanges),
    protocols: listed(byId(before.protocols), byId(after.protocols), protocolChanges),
    arithmetic: listed(before.ruleset.derivations, after.ruleset.derivations, (a, b) =>
      a.version === b.version
        ? numberChanges(a.values, b.values)
        : [`works differently (version ${b.version}): ${b.says}`],
    ),
    knowledge: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        listed(before.knowledge[kind] ?? {}, after.knowledge[kind] ?? {}, () => ['says something else']),
      ]),
    ),
    panel: panelChanges(before, after, panel),
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function listed<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  changesOf: (a: T, b: T) => readonly string[],
): Listed {
  const changed = Object.entries(after).flatMap(([id, now]): Changed[] => {
    const then = before[id]
    if (then === undefined || same(then, now)) return []
    const changes = changesOf(then, now)
    return [{ id, changes: changes.length > 0 ? changes : ['is worded differently'] }]
  })
  return {
    added: Object.keys(after).filter((id) => !(id in before)),
    removed: Object.keys(before).filter((id) => !(id in after)),
    changed,
  }
}

function ruleChanges(a: Rule, b: Rule): readonly string[] {
  const asks = ({ when, values }: Rule) => inWords(when, values)
  const limits = (rule: Rule): Condition | undefined => rule.appliesTo
  return [
    ...(a.severity === b.severity ? [] : [`was a ${a.severity}, is a ${b.severity}`]),
    ...(same(a.phases, b.phases) ? [] : [`was asked in ${a.phases.join(', ')}; is asked in ${b.phases.join(', ')}`]),
    ...numberChanges(a.values, b.values),
    ...(same(a.when, b.when) ? [] : [`fired when ${asks(a)}; fires when ${asks(b)}`]),
    ...(same(limits(a), limits(b)) ? [] : ['is asked of other charts than before']),
    ...(same(a.overridableBy, b.overridableBy) ? [] : [`override: was ${roleOf(a)}, is ${roleOf(b)}`]),
    ...(sentenceOf(a) === sentenceOf(b) ? [] : [`said "${sentenceOf(a)}"; says "${sentenceOf(b)}"`]),
  ]
}

const roleOf = ({ overridableBy }: Rule): string => overridableBy?.role ?? 'nobody'

function numberChanges(
  a: Readonly<Record<string, DatedValues>>,
  b: Readonly<Record<string, DatedValues>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.flatMap((name) => {
    const [then, now] = [newest(a[name]), newest(b[name])]
    return then === now ? [] : [`${name}: ${then ?? 'none'} → ${now ?? 'none'}`]
  })
}

function newest(dated: DatedValues | undefined): string | undefined {
  const value = dated?.at(-1)
  return value && amountOf(value)
}

function protocolChanges(a: Protocol, b: Protocol): readonly string[] {
  const names = [...new Set([...Object.keys(a.settings), ...Object.keys(b.settings)])] as (keyof Protocol['settings'])[]
  return names.flatMap((name) => {
    const [then, now] = [settingInWords(a.settings[name]), settingInWords(b.settings[name])]
    return then === now ? [] : [`${name}: ${then} → ${now}`]
  })
}

function settingInWords(setting: readonly SettingCase<Condition>[] | 'not-limited' | undefined): string {
  if (setting === undefined) return 'not stated'
  if (setting === 'not-limited') return 'not limited'
  return setting
    .map(({ where, bounds = {}, values }) => `${newest(values)}${where ? ` (${inWords(where, bounds)})` : ''}`)
    .join(', ')
}

/** Asks both releases about every patient of the panel, in each of the patient's phases. */
function panelChanges(before: Release, after: Release, panel: readonly PanelPatient[]): ReleaseDiff['panel'] {
  const [then, now] = [rulesetOf(before), rulesetOf(after)]
  const lacks = [...('lacks' in then ? then.lacks : []), ...('lacks' in now ? now.lacks : [])]
  if ('lacks' in then || 'lacks' in now)
    return { asked: 0, changed: [], notAsked: `This program no longer has the arithmetic of ${lacks.join(', ')}.` }
  const [asThen, asNow] = [assessorOf(then.ruleset), assessorOf(now.ruleset)]
  const asksThen = phasesOf(before)
  const asksNow = phasesOf(after)
  const changed: PatientChange[] = []
  let asked = 0
  for (const { id, says, phases, facts } of panel)
    for (const phase of phases) {
      asked++
      const read = readCase({ id, facts: { ...facts, baseline: 'all-other-clear', phase } })
      if ('error' in read) throw new Error(`panel patient ${id} cannot be read: ${read.error.message}`)
      const was = answerOf(asThen, read.case.facts, phase, asksThen)
      const is = answerOf(asNow, read.case.facts, phase, asksNow)
      if (was.answer === is.answer && same(was.found, is.found)) continue
      changed.push({
        patient: id,
        says,
        phase,
        before: was.answer,
        after: is.answer,
        because: is.found.filter((rule) => !was.found.includes(rule)),
        noLonger: was.found.filter((rule) => !is.found.includes(rule)),
      })
    }
  return { asked, changed, notAsked: null }
}

/** A phase without rules would be allowed by any chart; it is not asked. */
function phasesOf({ ruleset }: Release): ReadonlySet<string> {
  return new Set(ruleset.rules.flatMap(({ phases }) => phases))
}

function answerOf(
  assessor: Assessor<Phase>,
  facts: Facts,
  phase: Phase,
  asks: ReadonlySet<string>,
): { readonly answer: PanelAnswer; readonly found: readonly string[] } {
  if (!asks.has(phase)) return { answer: 'not asked', found: [] }
  const answer = assessor.assess(facts, { phase })
  if (isError(answer)) return { answer: 'not asked', found: [] }
  return { answer: answer.decision, found: answer.findings.map(({ rule }) => rule) }
}

function isError(answer: object): answer is AssessmentError {
  return 'error' in answer
}
