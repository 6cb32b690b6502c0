/** Answers to cases as a person reads them: the decision first, then why, then what is wanted. */
import { styleText } from 'node:util'
import type { Decision } from '@keel/engine'
import type { CaseAnswer, CaseDecision, CaseFinding, RefusedCase } from '@keel/rulebook'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const styles: Readonly<Record<Decision, Style>> = { allow: 'green', review: 'yellow', hold: 'yellow', block: 'red' }

/** @param colour whether the reader is a terminal that shows colour. */
export function printAnswers(answers: readonly CaseAnswer[], colour: boolean): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
  const blocks = answers.map((answer) =>
    'error' in answer ? refusedBlock(answer, paint) : decisionBlock(answer, paint),
  )
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
  const expecting = answers.filter((answer): answer is CaseDecision => 'pass' in answer)
  const passed = expecting.filter((answer) => answer.pass).length
  const refused = answers.filter((answer) => 'error' in answer).length
  return [
    `${answers.length} ${answers.length === 1 ? 'case' : 'cases'}`,
    ...(expecting.length > 0 ? [`${passed} of ${expecting.length} as expected`] : []),
    ...(refused > 0 ? [`${refused} could not be answered`] : []),
  ].join(', ')
}
