import { expect, test } from 'vitest'
import { openQuestions } from './open-questions.ts'

const missing = (...facts: readonly string[]) => ({ missing: facts.map((fact) => ({ fact, neededBy: ['a-rule'] })) })

test('facts that one control yields are one question, in the order of the screen', () => {
  const questions = openQuestions(
    missing(
      'vitals.dbp',
      'vitals.sbp',
      'vitals.hr',
      'gate.uds.opioid',
      'gate.uds.pcp',
      'gate.last_food_h',
      'order.dose_mg',
    ),
  )
  expect(questions.map(({ place, says }) => [place, says])).toEqual([
    ['order', 'The order'],
    ['ask-lastFoodAt', 'Hours since the last food'],
    ['ask-drugTest', 'Urine drug test'],
    ['observe', 'Blood pressure; heart rate'],
  ])
})

test('a second reading that is wanted is asked for as such', () => {
  expect(openQuestions(missing('vitals.sbp', 'vitals.first_sbp')).map(({ says }) => says)).toEqual([
    'Blood pressure, twice with some minutes between',
  ])
  expect(openQuestions(missing('vitals.minutes_between')).map(({ says }) => says)).toEqual([
    'Blood pressure, a second time after some minutes',
  ])
})

test('a fact that no control of the screen yields is shown all the same, each by itself', () => {
  const questions = openQuestions(missing('site.bls_staff_on_site', 'height_cm'))
  expect(questions.map(({ place, says }) => [place, says])).toEqual([
    [null, 'BLS-current staff on site'],
    [null, 'Height'],
  ])
})
