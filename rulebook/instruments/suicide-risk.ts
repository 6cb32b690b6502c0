/**
 * What follows from answers about suicide. An answer that is missing is never read as no, and a falling total never takes
 * a flag away.
 */
import type { Confidence, DatedValues } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { type Answer, amount, score } from './instrument.ts'

export type SuicideFlag = 'CSSRS_REQUIRED' | 'SAME_DAY_CLINICIAN' | 'IMMEDIATE_EVALUATION' | 'ITEM9_MISSING'

/** `unknown`: an answer that could raise the risk is missing. It is never treated as none. */
export type SuicideRisk = 'none' | 'low' | 'moderate' | 'high' | 'unknown'

/** `null`: not answered. */
export interface CssrsAnswers {
  readonly q1: boolean | null
  readonly q2: boolean | null
  readonly q3: boolean | null
  readonly q4: boolean | null
  readonly q5: boolean | null
  readonly q6Lifetime: boolean | null
  readonly q6LastThreeMonths: boolean | null
}

export interface SuicideRiskRule {
  readonly id: string
  /** For staff; `{name}` stands for the value of that name. */
  readonly says: string
  readonly action: string
  readonly raises?: SuicideFlag | SuicideRisk
  readonly values: Readonly<Record<string, DatedValues>>
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

const judged = { cites: 'judgement', confidence: 'med', basis: 'drv' } as const
const item9Any = score(1, judged)
const item9Often = score(2, judged)
const item9Daily = score(3, judged)

const rule = (
  id: string,
  says: string,
  action: string,
  more: Partial<SuicideRiskRule> & Pick<SuicideRiskRule, 'cites'>,
): SuicideRiskRule => ({ id, says, action, values: {}, confidence: 'med', ...more })

export const suicideRiskRules: readonly SuicideRiskRule[] = [
  rule('SI-1', 'Item 9 of the PHQ-9 is {any} or more.', 'Ask the C-SSRS before the dose and before leaving.', {
    raises: 'CSSRS_REQUIRED',
    values: { any: item9Any },
    cites: ['judgement'],
  }),
  rule(
    'SI-2',
    'Item 9 is {often} or more, or higher than the time before.',
    'A clinician speaks with the patient on the same day.',
    { raises: 'SAME_DAY_CLINICIAN', values: { often: item9Often }, cites: ['judgement'] },
  ),
  rule('SI-3', 'Item 9 is {daily}.', 'Evaluate at once. The patient is not left alone.', {
    raises: 'IMMEDIATE_EVALUATION',
    values: { daily: item9Daily },
    cites: ['judgement'],
  }),
  rule('SI-4', 'Item 9 was not answered.', 'Ask it now. The visit cannot be closed without it.', {
    raises: 'ITEM9_MISSING',
    cites: ['judgement'],
  }),
  rule('SI-5', 'C-SSRS question 4 or 5 is yes, or question 6 within 3 months.', 'Follow the emergency pathway.', {
    raises: 'high',
    cites: ['posner-2011'],
  }),
  rule(
    'SI-6',
    'C-SSRS question 3 is yes, or question 6 is yes only for longer ago.',
    'Evaluate on the same day and go through the safety plan. Some versions rate an act long ago lower.',
    { raises: 'moderate', cites: ['posner-2011'] },
  ),
  rule('SI-7', 'C-SSRS question 1 or 2 is yes, and none after it.', 'Go through the safety plan.', {
    raises: 'low',
    cites: ['posner-2011'],
  }),
  rule(
    'SI-8',
    'C-SSRS question 2 is no.',
    'Leave out questions 3 to 5 and ask question 6. Ask for its last 3 months only when it is yes.',
    { cites: ['posner-2011'] },
  ),
  rule(
    'SI-9',
    'The answer came from outside the clinic and raises SI-2 or more.',
    'Show the crisis line and the emergency number at once, put the answer before staff who must acknowledge it with the time, and never let it seem that somebody is watching.',
    { cites: ['judgement', '988-lifeline'] },
  ),
  rule('SI-10', 'The total has fallen.', 'No flag goes away for that.', { cites: ['judgement'] }),
  rule(
    'SI-11',
    'What may be said of the effect.',
    'Ketamine can lessen thoughts of suicide for a short time. Esketamine has not been shown to prevent suicide.',
    { cites: ['esketamine-label-us'], confidence: 'high' },
  ),
]

/**
 * SI-1 to SI-4.
 * @param previous item 9 the time before; `null` when there is none to compare with.
 */
export function item9Flags(item9: Answer, previous: Answer): readonly SuicideFlag[] {
  if (item9 === null) return ['ITEM9_MISSING']
  const flags: SuicideFlag[] = []
  if (item9 >= amount(item9Any)) flags.push('CSSRS_REQUIRED')
  if (item9 >= amount(item9Often) || (previous !== null && item9 > previous)) flags.push('SAME_DAY_CLINICIAN')
  if (item9 >= amount(item9Daily)) flags.push('IMMEDIATE_EVALUATION')
  return flags
}

/** Whether an answer from outside the clinic must be met with the crisis line at once (SI-9). */
export function showsCrisisLine(flags: readonly SuicideFlag[]): boolean {
  return flags.includes('SAME_DAY_CLINICIAN') || flags.includes('IMMEDIATE_EVALUATION')
}

/** SI-5 to SI-8. An answer counts also where the skip logic would not have asked for it. */
export function cssrsRisk(answers: CssrsAnswers): SuicideRisk {
  const { q1, q2, q3, q4, q5, q6Lifetime, q6LastThreeMonths } = answers
  if (q4 || q5 || q6LastThreeMonths) return 'high'
  const asked = [
    q1,
    q2,
    ...(q2 === false ? [] : [q3, q4, q5]),
    q6Lifetime,
    ...(q6Lifetime === false ? [] : [q6LastThreeMonths]),
  ]
  if (asked.includes(null)) return 'unknown'
  if (q3 || q6Lifetime) return 'moderate'
  return q1 || q2 ? 'low' : 'none'
}
