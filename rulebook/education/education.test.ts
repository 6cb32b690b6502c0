import { describe, expect, it } from 'vitest'
import { alcohol24h } from '../rules/gate/alcohol-24h.rule.ts'
import { fastingEsketamine } from '../rules/gate/fasting-esketamine.rule.ts'
import { fastingParenteral } from '../rules/gate/fasting-parenteral.rule.ts'
import { nasalSteroidDecongestant1h } from '../rules/medicines/nasal-steroid-decongestant-1h.rule.ts'
import { sources } from '../sources.ts'
import type { EducationModule } from './education-module.ts'
import { modulesFor } from './grade.ts'
import { educationModules } from './modules/index.ts'
import { type PatientText, patientLanguages, patientRegions, wordsFor } from './patient-text.ts'
import { forbiddenClaims, shamingWords } from './test-claims.ts'
import { fleschKincaidGrade, inflesz, syllablesIn, wordsIn } from './test-readability.ts'

const screenWordsMax = 80
const english = { gradeMax: 8, meanGradeMax: 6.5 }
const spanishEaseMin = 55

/** What the module states as true. */
function statements(module: EducationModule): readonly PatientText[] {
  return [
    module.title,
    ...module.objectives,
    ...module.sections.flatMap(({ title, text }) => [title, text]),
    ...module.questions.flatMap(({ answers, right, explains }) => [
      explains,
      ...answers.filter(({ id }) => id === right).map(({ text }) => text),
    ]),
  ]
}

function everything(module: EducationModule): readonly PatientText[] {
  return [
    ...statements(module),
    ...module.questions.flatMap(({ asks, answers }) => [asks, ...answers.map(({ text }) => text)]),
  ]
}

const joined = (texts: readonly PatientText[], language: 'en' | 'es') =>
  texts.map((text) => wordsFor(text, language, 'US')).join(' ')
const bodyOf = ({ sections }: EducationModule) => sections.map(({ text }) => text)

describe('the lessons', () => {
  it('are ED-1 to ED-13, in order', () => {
    expect(educationModules.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, index) => `ed-${index + 1}`))
  })

  it('have ids that name one thing each', () => {
    const questions = educationModules.flatMap(({ questions }) => questions.map(({ id }) => id))
    expect(new Set(questions).size).toBe(questions.length)
    for (const { sections, questions } of educationModules) {
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
      for (const { answers } of questions) expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length)
    }
  })

  it('ask at least as many questions as the evidence lists, with its safety-critical ones', () => {
    const asked = Object.fromEntries(educationModules.map(({ id, questions }) => [id, questions.length]))
    const least = [3, 3, 3, 2, 2, 3, 3, 3, 2, 3, 2, 3, 2]
    for (const [index, count] of least.entries()) expect(asked[`ed-${index + 1}`]).toBeGreaterThanOrEqual(count)
    const critical = educationModules.flatMap(({ questions }) => questions.filter((one) => one.safetyCritical))
    expect(critical.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'ed-3-can-depend',
        'ed-3-need-more',
        'ed-4-blood',
        'ed-5-feel-fine',
        'ed-6-sedatives',
        'ed-7-friend',
        'ed-9-tonight',
      ]),
    )
  })

  it('put the right answer in no fixed place', () => {
    const places = educationModules.flatMap(({ questions }) =>
      questions.map(({ answers, right }) => answers.findIndex(({ id }) => id === right)),
    )
    const shares = [0, 1, 2].map((place) => places.filter((one) => one === place).length / places.length)
    for (const share of shares) expect(share).toBeGreaterThan(0.2)
  })

  it('leave nobody with a place that was not filled, and name no US number in Europe', () => {
    for (const region of patientRegions)
      for (const module of modulesFor({ region }))
        for (const text of everything(module))
          for (const language of patientLanguages) {
            const words = wordsFor(text, language, region)
            expect(words).not.toMatch(/[{}]/)
            if (region === 'EU') expect(words).not.toMatch(/\b(988|911)\b/)
          }
  })

  it('state the same hours as the rules that hold a dose', () => {
    const section = (id: string) =>
      educationModules.flatMap(({ sections }) => sections).find((one) => one.id === id)?.text as PatientText
    const hours = (id: string, amount: unknown) => {
      expect(section(id).en).toMatch(new RegExp(`\\b${amount} hours?\\b`))
      expect(section(id).es).toMatch(new RegExp(`\\b${amount} horas?\\b`))
    }
    hours('food-injected', fastingParenteral.values.solids?.[0]?.is)
    hours('food-injected', fastingParenteral.values.liquids?.[0]?.is)
    hours('food-nasal', fastingEsketamine.values.food?.[0]?.is)
    expect(section('food-nasal').en).toContain(`${(fastingEsketamine.values.drink?.[0]?.is as number) * 60} minutes`)
    hours('other-sprays', (nasalSteroidDecongestant1h.values.gap?.[0]?.is as number) / 60)
    // A calendar day before the dose and the day itself are never less than the hours of the rule.
    expect(alcohol24h.values.gap?.[0]?.is).toBeLessThanOrEqual(24)
  })
})

describe.each(educationModules)('$id', (module) => {
  it('says the same things in both languages, none left out or left in English', () => {
    for (const text of everything(module))
      for (const language of patientLanguages) expect(text[language].trim()).not.toBe('')
    for (const text of [module.title, ...module.objectives, ...bodyOf(module)]) expect(text.es).not.toBe(text.en)
    for (const { en, es } of everything(module)) expect(es.match(/\{\w+\}/g)).toEqual(en.match(/\{\w+\}/g))
    for (const { en, es } of bodyOf(module)) expect(es.match(/\d+/g)).toEqual(en.match(/\d+/g))
  })

  it('can be answered: one right answer among three or more, taught on a screen that everybody asked has read', () => {
    for (const { answers, right, taughtIn, concerns } of module.questions) {
      expect(answers.length).toBeGreaterThanOrEqual(3)
      expect(answers.length).toBeLessThanOrEqual(4)
      expect(answers.map(({ id }) => id)).toContain(right)
      const section = module.sections.find(({ id }) => id === taughtIn)
      expect(section).toBeDefined()
      if (section?.concerns) expect(section.concerns).toEqual(concerns)
    }
  })

  it('cites a source on every screen', () => {
    for (const { cites } of module.sections) {
      expect(cites.length).toBeGreaterThan(0)
      for (const id of cites) expect(sources).toHaveProperty(id)
    }
  })

  it('fits each screen on a phone', () => {
    for (const { text } of module.sections)
      for (const language of patientLanguages)
        expect(wordsIn(text[language]).length).toBeLessThanOrEqual(screenWordsMax)
  })

  it('reads easily', () => {
    for (const texts of [bodyOf(module), module.questions.map(({ explains }) => explains)]) {
      expect(fleschKincaidGrade(joined(texts, 'en'))).toBeLessThanOrEqual(english.gradeMax)
      expect(inflesz(joined(texts, 'es'))).toBeGreaterThanOrEqual(spanishEaseMin)
    }
  })

  it('promises nothing, denies no risk and shames nobody', () => {
    for (const language of patientLanguages) {
      for (const text of statements(module)) expect(forbiddenClaims(text[language], language)).toEqual([])
      for (const text of everything(module)) expect(shamingWords(text[language], language)).toEqual([])
    }
  })
})

it('reads at grade 6 or so over all lessons', () => {
  const grades = educationModules.map((module) => fleschKincaidGrade(joined(bodyOf(module), 'en')))
  const mean = grades.reduce((sum, grade) => sum + grade, 0) / grades.length
  expect(mean).toBeLessThanOrEqual(english.meanGradeMax)
})

describe('the measure of reading ease', () => {
  it.each([
    ['ketamina', 4],
    ['día', 2],
    ['después', 2],
    ['sueño', 2],
    ['guía', 2],
    ['quien', 1],
    ['cuidado', 3],
    ['leer', 2],
    ['hoy', 1],
    ['y', 1],
    ['respiración', 4],
  ])('counts the syllables of %s as %i', (word, count) => {
    expect(syllablesIn(word, 'es')).toBe(count)
  })

  it('gives the grade that the formula gives by hand', () => {
    // 6 words, 1 sentence, 7 syllables.
    expect(fleschKincaidGrade('The cat sat on the table.')).toBeCloseTo(0.39 * 6 + 11.8 * (7 / 6) - 15.59, 6)
    // 4 words, 2 sentences, 8 syllables.
    expect(inflesz('Gato come. Perro duerme.')).toBeCloseTo(206.835 - 62.3 * 2 - 2, 6)
  })

  it('finds a hard text too hard', () => {
    const hard =
      'Esketamine administration necessitates continuous cardiovascular monitoring because antihypertensive interventions may become indicated following sympathomimetic exacerbation of preexisting hypertension.'
    const dificil =
      'La administración de esketamina requiere monitorización cardiovascular ininterrumpida, considerando que intervenciones antihipertensivas farmacológicas pueden resultar imprescindibles.'
    expect(fleschKincaidGrade(hard)).toBeGreaterThan(english.gradeMax)
    expect(inflesz(dificil)).toBeLessThan(spanishEaseMin)
  })
})

describe('what no text may say', () => {
  it.each([
    ['en', 'At this dose ketamine is not addictive.'],
    ['en', 'It is safe for everyone.'],
    ['en', 'The spray has no side effects.'],
    ['en', 'Six doses cure depression.'],
    ['en', 'Relief is guaranteed.'],
    ['en', 'The FDA has approved generic ketamine for depression.'],
    ['en', 'Ketamine is FDA approved.'],
    ['en', 'Our program prevents dependence.'],
    ['es', 'En esta dosis la ketamina no es adictiva.'],
    ['es', 'Es segura para todos.'],
    ['es', 'El aerosol no tiene riesgos; se usa sin riesgo.'],
    ['es', 'Seis dosis curan la depresión: la ketamina cura.'],
    ['es', 'Se garantiza el alivio.'],
    ['es', 'La ketamina genérica está aprobada para la depresión.'],
    ['es', 'Nuestro programa evita la dependencia.'],
  ] as const)('is found (%s): %s', (language, claim) => {
    expect(forbiddenClaims(claim, language)).toEqual([claim])
  })

  it.each([
    ['en', 'It is not a cure.'],
    ['en', 'No study shows that it prevents dependence.'],
    ['en', 'The FDA has approved esketamine nose spray for adults.'],
    ['en', 'Generic ketamine is not approved for depression.'],
    ['es', 'No es una cura.'],
    ['es', 'Ningún estudio muestra que evite la dependencia.'],
    ['es', 'La esketamina está aprobada para adultos.'],
    ['es', 'La ketamina no está aprobada para la depresión.'],
  ] as const)('does not stop what is honest (%s): %s', (language, sentence) => {
    expect(forbiddenClaims(sentence, language)).toEqual([])
  })

  it('includes words that shame', () => {
    expect(shamingWords('Drug users and addicts.', 'en')).toEqual(['users', 'addicts'])
    expect(shamingWords('Usuarios y adictos.', 'es')).toEqual(['Usuarios', 'adictos'])
  })
})
