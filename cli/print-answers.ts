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

/** What was worked out, one line for each key of the result. */
function resultBlock({ id, kind, result, expected, pass }: CaseResult, paint: Paint): string {
  const lines = Object.entries(result).map(([key, found]) => [plainKey(key), inPlainWords(found)] as const)
  const width = Math.max(0, ...lines.map(([key]) => key.length))
  const failed = Object.entries(expected ?? {}).map(([key, wanted]) => `${plainKey(key)} ${inPlainWords(wanted)}`)
  return [
    `${paint('bold', 'RESULT')}  ${id} (${kind})`,
    ...lines.map(([key, found]) => `  ${key.padEnd(width)}  ${found}`),
    ...(expected && !pass ? [`  ${paint('red', 'FAIL')}: expected ${failed.join(', ')}`] : []),
    ...(expected && pass ? [`  ${paint('green', 'pass')}: as expected`] : []),
  ].join('\n')
}

const plainKey = (key: string): string => keyInPlainWords(key).replace(/\bpct\b/, '%')

function inPlainWords(found: unknown): string {
  if (found === null) return 'not known'
  if (typeof found === 'boolean') return found ? 'yes' : 'no'
  if (Array.isArray(found)) return found.length === 0 ? 'none' : found.map(inPlainWords).join('; ')
  if (typeof found === 'object') return pairs(found)
  return String(found)
}

function pairs(found: object): string {
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
