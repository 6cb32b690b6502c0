/** Answers to cases as a person reads them: the decision first, then why, then what is wanted. */
import { styleText } from 'node:util'
import type { Decision } from '@keel/engine'
import {
  type CaseAnswer,
  type CaseDecision,
  type CaseFinding,
  type CaseResult,
  keyInPlainWords,
  type RefusedCase,
} from '@keel/rulebook'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const styles: Readonly<Record<Decision, Style>> = { allow: 'green', review: 'yellow', hold: 'yellow', block: 'red' }

/** @param colour whether the reader is a terminal that shows colour. */
export function printAnswers(answers: readonly CaseAnswer[], colour: boolean): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
  const blocks = answers.map((answer) => {
    if ('error' in answer) return refusedBlock(answer, paint)
    return 'kind' in answer ? resultBlock(answer, paint) : decisionBlock(answer, paint)
  })
  return [...blocks, summary(answers)].join('\n\n')
}

function refusedBlock({ id, error }: RefusedCase, paint: Paint): string {
  const place = error.path === '' ? '' : `At "${error.path}": `
  return [`${paint('red', 'ERROR ')}  ${id ?? '(no id)'}`, `  ${place}${error.message}`].join('\n')
}

function decisionBlock({ id, decision, findings, missing, expected, pass }: CaseDecision, paint: Paint): string {
  const stated = findings.filter(({ rule }) => rule !== 'data-missing')
  const width = Math.max(0, ...missing.map(({ fact }) => fact.length))
  return [
    `${paint(styles[decision], decision.toUpperCase().padEnd(6))}  ${id}`,
    ...stated.flatMap(findingLines),
    ...(missing.length > 0 ? ['  Not known:'] : []),
    ...missing.map(({ fact, neededBy }) => `    ${fact.padEnd(width)}  needed by ${neededBy.join(', ')}`),
    ...(expected && !pass
      ? [`  ${paint('red', 'FAIL')}: expected ${[expected.decision, ...expected.reasons].join(', ')}`]
      : []),
    ...(expected && pass ? [`  ${paint('green', 'pass')}: as expected`] : []),
  ].join('\n')
}

/** What was worked out, one line for each key of the result, and for each entry of a list of things. */
function resultBlock({ id, kind, result, expected, pass }: CaseResult, paint: Paint): string {
  const width = Math.max(0, ...Object.keys(result).map((key) => plainKey(key).length))
  const failed = Object.entries(expected ?? {}).map(([key, wanted]) => `${plainKey(key)} ${inPlainWords(wanted)}`)
  return [
    `${paint('bold', 'RESULT')}  ${id} (${kind})`,
    ...Object.entries(result).flatMap(([key, found]) => resultLines(plainKey(key).padEnd(width), found)),
    ...(expected && !pass ? [`  ${paint('red', 'FAIL')}: expected ${failed.join(', ')}`] : []),
    ...(expected && pass ? [`  ${paint('green', 'pass')}: as expected`] : []),
  ].join('\n')
}

function resultLines(name: string, found: unknown): readonly string[] {
  if (!Array.isArray(found) || !found.some(isThing)) return [`  ${name}  ${inPlainWords(found)}`]
  return [`  ${name.trimEnd()}`, ...found.map((one) => `    ${isThing(one) ? thingLine(one) : inPlainWords(one)}`)]
}

/** `pct_improvement` -> "% improvement". */
const plainKey = (key: string): string => keyInPlainWords(key).replace(/\bpct\b/, '%')

function isThing(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found)
}

/** The parts of one entry, what is inside a part in brackets. */
function thingLine(thing: Readonly<Record<string, unknown>>): string {
  const parts = Object.values(thing).map((part) =>
    typeof part === 'object' && part !== null ? `(${inPlainWords(part)})` : inPlainWords(part),
  )
  return parts.join('  ')
}

function inPlainWords(found: unknown): string {
  if (found === null) return '—'
  if (typeof found === 'boolean') return found ? 'yes' : 'no'
  if (Array.isArray(found)) return found.length === 0 ? 'none' : found.map(inPlainWords).join(', ')
  if (!isThing(found)) return String(found)
  const each = Object.entries(found).map(([key, value]) => `${plainKey(key)} ${inPlainWords(value)}`)
  return each.length === 0 ? 'none' : each.join(', ')
}

function findingLines({ rule, severity, message, facts, sources }: CaseFinding): readonly string[] {
  const seen = Object.entries(facts).map(([path, value]) => `${path} ${JSON.stringify(value)}`)
  const cited = sources.map(({ title, publisher }) => `${title} (${publisher})`)
  return [
    `  ${severity.padEnd(8)}${rule}`,
    `          ${message}`,
    ...(seen.length > 0 ? [`          Seen:   ${seen.join(', ')}`] : []),
    ...(cited.length > 0 ? [`          Source: ${cited.join('; ')}`] : []),
  ]
}

function summary(answers: readonly CaseAnswer[]): string {
  const expecting = answers.filter((answer): answer is CaseDecision | CaseResult => 'pass' in answer)
  const passed = expecting.filter((answer) => answer.pass).length
  const refused = answers.filter((answer) => 'error' in answer).length
  return [
    `${answers.length} ${answers.length === 1 ? 'case' : 'cases'}`,
    ...(expecting.length > 0 ? [`${passed} of ${expecting.length} as expected`] : []),
    ...(refused > 0 ? [`${refused} could not be answered`] : []),
  ].join(', ')
}
