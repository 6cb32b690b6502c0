import { describe, expect, it } from 'vitest'
import type { EducationModule, TeachBackQuestion } from './education-module.ts'
import { grade, modulesFor, type TeachBackAnswers, type TeachBackGrade } from './grade.ts'
import { educationModules } from './modules/index.ts'
import { said } from './patient-text.ts'

const question = (number: number, safetyCritical: boolean): TeachBackQuestion => ({
  id: `ed-1-question-${number}`,
  asks: said('?', '¿?'),
  answers: ['yes', 'no', 'maybe'].map((id) => ({ id, text: said(id, id) })),
  right: 'yes',
  explains: said(`Because of ${number}.`, `Por ${number}.`),
  safetyCritical,
  taughtIn: 'why',
})
/** Ten questions, of which the first is safety-critical. */
const ten: EducationModule = {
  id: 'ed-1',
  version: 1,
  title: said('t', 't'),
  objectives: [],
  sections: [],
  questions: Array.from({ length: 10 }, (_, index) => question(index + 1, index === 0)),
}
const answersOf = (modules: readonly EducationModule[]): Record<string, string> =>
  Object.fromEntries(modules.flatMap(({ questions }) => questions.map(({ id, right }) => [id, right])))

function graded(modules: readonly EducationModule[], answers: TeachBackAnswers): TeachBackGrade {
  const result = grade(modules, answers)
  if ('problem' in result) throw new Error(result.problem.message)
  return result.grade
}

describe('grading', () => {
  it('passes when all is right', () => {
    expect(graded([ten], answersOf([ten]))).toEqual({ passed: true, right: 10, asked: 10, wrong: [] })
  })

  it('passes at exactly 80 percent', () => {
    const answers = { ...answersOf([ten]), 'ed-1-question-9': 'no', 'ed-1-question-10': 'no' }
    expect(graded([ten], answers)).toMatchObject({ passed: true, right: 8 })
  })

  it('fails just below 80 percent', () => {
    const answers = { ...answersOf([ten]), 'ed-1-question-8': 'no', 'ed-1-question-9': 'no', 'ed-1-question-10': 'no' }
    expect(graded([ten], answers)).toMatchObject({ passed: false, right: 7 })
  })

  it('fails on one safety-critical answer, however good the rest', () => {
    expect(graded([ten], { ...answersOf([ten]), 'ed-1-question-1': 'maybe' })).toMatchObject({
      passed: false,
      right: 9,
    })
  })

  it('says what was wrong, and why', () => {
    const { wrong } = graded([ten], { ...answersOf([ten]), 'ed-1-question-3': 'no' })
    expect(wrong).toEqual([
      {
        module: 'ed-1',
        question: 'ed-1-question-3',
        answered: 'no',
        safetyCritical: false,
        explains: said('Because of 3.', 'Por 3.'),
        taughtIn: 'why',
      },
    ])
  })

  it('counts what was not answered as wrong', () => {
    const { 'ed-1-question-1': _left, ...answers } = answersOf([ten])
    expect(graded([ten], answers)).toMatchObject({
      passed: false,
      right: 9,
      wrong: [{ question: 'ed-1-question-1', answered: null }],
    })
    expect(graded([ten], {})).toMatchObject({ passed: false, right: 0, asked: 10 })
  })

  it('never passes a set without questions', () => {
    expect(graded([], {})).toEqual({ passed: false, right: 0, asked: 0, wrong: [] })
  })

  it('names the nearest id for a question or an answer that it does not know', () => {
    expect(grade([ten], { 'ed-1-question-99': 'yes' })).toEqual({
      problem: {
        question: 'ed-1-question-99',
        message: '"ed-1-question-99" is not asked here; the nearest is "ed-1-question-9". Nothing was graded.',
        nearest: 'ed-1-question-9',
      },
    })
    expect(grade([ten], { 'ed-1-question-1': 'yess' })).toEqual({
      problem: {
        question: 'ed-1-question-1',
        message: '"yess" is no answer to "ed-1-question-1"; the nearest is "yes". Nothing was graded.',
        nearest: 'yes',
      },
    })
    expect(grade([], { 'ed-1-cure': 'yes' })).toEqual({
      problem: {
        question: 'ed-1-cure',
        message: '"ed-1-cure" is not asked here; these lessons ask nothing. Nothing was graded.',
      },
    })
  })

  it('does not take an answer from what every object has', () => {
    expect(grade([ten], { toString: 'yes' })).toMatchObject({ problem: { question: 'toString' } })
  })

  it('lets every real lesson be passed, and each safety-critical question alone fail all of them', () => {
    const modules = modulesFor({})
    const right = answersOf(modules)
    expect(graded(modules, right).passed).toBe(true)
    for (const { id, answers, right: good, safetyCritical } of modules.flatMap(({ questions }) => questions)) {
      const bad = answers.find((one) => one.id !== good)?.id as string
      const result = graded(modules, { ...right, [id]: bad })
      expect(result.passed).toBe(!safetyCritical)
      expect(result.wrong.map((one) => one.question)).toEqual([id])
    }
  })
})

describe('which lessons', () => {
  const ids = (modules: readonly EducationModule[]) => modules.map(({ id }) => id)
  const sectionsOf = (modules: readonly EducationModule[], id: string) =>
    modules.find((one) => one.id === id)?.sections.map((section) => section.id) ?? []

  it('are all of them, whole, while nothing is known of the treatment', () => {
    expect(modulesFor({})).toEqual(educationModules)
  })

  it('leave out storage only where no dose goes home', () => {
    expect(ids(modulesFor({ takeHome: false }))).toEqual(ids(educationModules).filter((id) => id !== 'ed-7'))
    expect(ids(modulesFor({ takeHome: true }))).toEqual(ids(educationModules))
  })

  it('speak of the patient’s own drug, route and region', () => {
    const infusion = modulesFor({ drug: 'ketamine', route: 'IV', region: 'EU' })
    expect(sectionsOf(infusion, 'ed-11')).toEqual(['before', 'iv', 'how-it-feels', 'if-scared', 'going-home'])
    expect(sectionsOf(infusion, 'ed-2')).not.toContain('rems')
    expect(sectionsOf(infusion, 'ed-9')).not.toContain('in-spanish')
    const spray = modulesFor({ drug: 'esketamine', route: 'IN', region: 'US' })
    expect(sectionsOf(spray, 'ed-10')).toEqual(['food', 'food-nasal', 'other-sprays', 'medicines', 'ride'])
    expect(sectionsOf(spray, 'ed-2')).toContain('rems')
  })

  it('still ask every safety-critical question of everybody, but those about doses at home', () => {
    const critical = (modules: readonly EducationModule[]) =>
      modules.flatMap(({ questions }) => questions.filter((one) => one.safetyCritical).map(({ id }) => id))
    const clinicOnly = critical(modulesFor({ drug: 'ketamine', route: 'IV', region: 'US', takeHome: false }))
    expect(clinicOnly).toEqual(critical(educationModules).filter((id) => !id.startsWith('ed-7-')))
  })
})
