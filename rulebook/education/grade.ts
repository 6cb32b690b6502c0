/**
 * Which lessons a patient needs, and whether the questions after them were answered well enough for a first dose. A
 * patient may try as often as needed: each try is graded alone, and to keep a record of tries is the caller's business.
 */
import { nearest } from '@keel/engine'
import { value } from '../values.ts'
import type { EducationModule, TeachBackQuestion } from './education-module.ts'
import { educationModules } from './modules/index.ts'
import type { PatientText } from './patient-text.ts'
import { isConcerned, type Treatment } from './treatment.ts'

/** The share of right answers, in percent, from which a patient passes if every safety-critical answer is right. */
export const passShare = value(80, '%', { cites: 'judgement', confidence: 'low', basis: 'drv' })
const passPercent = passShare.is as number

/**
 * The lessons, screens and questions that a treatment calls for. What is not known of it leaves nothing out: with nothing
 * known, that is all of them.
 */
export function modulesFor(treatment: Partial<Treatment>): readonly EducationModule[] {
  const concerned = (one: { readonly concerns?: EducationModule['concerns'] }) => isConcerned(one.concerns, treatment)
  return educationModules.filter(concerned).map((module) => ({
    ...module,
    sections: module.sections.filter(concerned),
    questions: module.questions.filter(concerned),
  }))
}

/** Question id -> answer id. A question that is left out counts as answered wrongly. */
export type TeachBackAnswers = Readonly<Record<string, string>>

export interface WrongAnswer {
  readonly module: EducationModule['id']
  readonly question: string
  /** `null` where nothing was answered. */
  readonly answered: string | null
  readonly safetyCritical: boolean
  readonly explains: PatientText
  /** The section to read again. */
  readonly taughtIn: string
}

export interface TeachBackGrade {
  readonly passed: boolean
  readonly right: number
  readonly asked: number
  /** In the order of the questions. */
  readonly wrong: readonly WrongAnswer[]
}

/** An answer that no screen of these lessons could have given. */
export interface TeachBackProblem {
  readonly question: string
  readonly message: string
  /** The known id nearest to the one that was written. */
  readonly nearest?: string
}

export type Graded = { readonly grade: TeachBackGrade } | { readonly problem: TeachBackProblem }

/** Total: any answers give a grade, or the first answer that does not belong to these modules. No question, no pass. */
export function grade(modules: readonly EducationModule[], answers: TeachBackAnswers): Graded {
  const problem = firstProblem(
    modules.flatMap(({ questions }) => questions),
    answers,
  )
  if (problem) return { problem }
  const asked = modules.flatMap(({ id, questions }) => questions.map((question) => ({ module: id, question })))
  const wrong = asked
    .filter(({ question }) => answerTo(question, answers) !== question.right)
    .map(({ module, question }) => wrongAnswer(module, question, answerTo(question, answers)))
  const right = asked.length - wrong.length
  const enough = asked.length > 0 && right * 100 >= passPercent * asked.length
  const safe = !wrong.some(({ safetyCritical }) => safetyCritical)
  return { grade: { passed: enough && safe, right, asked: asked.length, wrong } }
}

function answerTo({ id }: TeachBackQuestion, answers: TeachBackAnswers): string | null {
  return Object.hasOwn(answers, id) ? (answers[id] as string) : null
}

function wrongAnswer(
  module: EducationModule['id'],
  { id, safetyCritical, explains, taughtIn }: TeachBackQuestion,
  answered: string | null,
): WrongAnswer {
  return { module, question: id, answered, safetyCritical, explains, taughtIn }
}

function firstProblem(
  questions: readonly TeachBackQuestion[],
  answers: TeachBackAnswers,
): TeachBackProblem | undefined {
  for (const [id, answered] of Object.entries(answers)) {
    const question = questions.find((one) => one.id === id)
    const ids = question ? question.answers.map((one) => one.id) : questions.map((one) => one.id)
    if (question && ids.includes(answered)) continue
    return question
      ? unknownId(id, answered, ids, `is no answer to "${id}"`)
      : unknownId(id, id, ids, 'is not asked here')
  }
  return undefined
}

function unknownId(question: string, written: string, known: readonly string[], what: string): TeachBackProblem {
  const near = nearest(written, known)
  return {
    question,
    message: `"${written}" ${what}; ${near ? `the nearest is "${near}"` : 'these lessons ask nothing'}. Nothing was graded.`,
    ...(near && { nearest: near }),
  }
}
