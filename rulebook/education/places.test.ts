import { expect, test } from 'vitest'
import { modulesFor, type Treatment, wordsFor } from './index.ts'
import { said } from './patient-text.ts'
import { isConcerned } from './treatment.ts'

test('the region’s help stands in its places, at the start of a sentence with a capital', () => {
  const text = said('{Crisis}, or {crisis}. In danger, {emergency} and again {emergency}.', '{Crisis}: {crisis}.')
  expect(wordsFor(text, 'en', 'US')).toBe('Call or text 988, or call or text 988. In danger, 911 and again 911.')
  expect(wordsFor(text, 'en', 'EU')).toBe('Call 112, or call 112. In danger, 112 and again 112.')
  expect(wordsFor(text, 'es', 'US')).toBe(
    'Llamar o mandar un mensaje de texto al 988: llamar o mandar un mensaje de texto al 988.',
  )
})

test('of lessons that concern a treatment, no section and no question is about another', () => {
  const treatment: Treatment = {
    drug: 'ketamine',
    route: 'IV',
    treats: 'depression',
    region: 'US',
    offLabel: true,
    takeHome: false,
    canBecomePregnant: false,
    breastfeeding: false,
  }
  const all = modulesFor({})
  const concerned = modulesFor(treatment)
  for (const { sections, questions } of concerned)
    for (const { concerns } of [...sections, ...questions]) expect(isConcerned(concerns, treatment)).toBe(true)
  const questionsOf = (modules: typeof all) => modules.flatMap(({ questions }) => questions.map(({ id }) => id))
  const unconcerned = all
    .flatMap(({ questions }) => questions)
    .filter(({ concerns }) => !isConcerned(concerns, treatment))
  expect(unconcerned.length).toBeGreaterThan(0)
  for (const { id } of unconcerned) expect(questionsOf(concerned)).not.toContain(id)
})
