/** The gate's decision in words that can be read from where the patient sits. */
import type { ShownQuestion } from '@keel/care'
import { dataMissing, type Severity } from '@keel/engine'
import { openQuestions } from './open-questions.ts'

export interface DecisionInWords {
  readonly tone: 'clear' | Severity
  readonly says: string
  readonly more: string
}

/** How much stands open: findings of that severity that nobody has answered; what is not known counts once a question. */
function openCount(gate: ShownQuestion, severity: Severity): number {
  const open = gate.findings.filter(
    (finding) => finding.severity === severity && finding.answer === null && finding.rule !== dataMissing,
  )
  return open.length + (severity === 'hold' ? openQuestions(gate).length : 0)
}

export function decisionInWords(gate: ShownQuestion): DecisionInWords {
  const count = (severity: Severity) => openCount(gate, severity)
  const things = (amount: number) => (amount === 1 ? '1 thing' : `${amount} things`)
  switch (gate.decision) {
    case 'block':
      return { tone: 'block', says: 'Blocked today', more: 'Nobody can answer this away: a fact has to change.' }
    case 'hold':
      return {
        tone: 'hold',
        says: `Not yet: ${things(count('hold'))} to settle`,
        more: 'Wait, measure again, or find out.',
      }
    case 'review':
      return {
        tone: 'review',
        says: 'A prescriber must decide',
        more: `${things(count('review'))} to decide on, with a reason, for this session.`,
      }
    case 'allow':
      return { tone: 'clear', says: 'May start', more: 'Nothing stands against the dose at this moment.' }
  }
}
