import { vocabulary } from '@keel/rulebook'
import { expect, test } from 'vitest'
import { whereToAnswer } from './where-to-answer.ts'

test('every fact that a person is asked before or after the dose leads to a control', () => {
  const askedElsewhere = /^gate\.(can_become_pregnant|pregnancy_|pdmp_|consent_|weight_days_ago)/
  const asked = Object.keys(vocabulary).filter(
    (fact) => /^(gate|order|vitals|in_session)\./.test(fact) && !askedElsewhere.test(fact),
  )
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((fact) => whereToAnswer(fact) === null)).toEqual([])
})

test('what is seen at the bedside leads to the readings, what is assessed leads to the recovery form', () => {
  expect(whereToAnswer('discharge.sbp')).toBe('observe')
  expect(whereToAnswer('discharge.cadss6_above_baseline')).toBe('observe')
  expect(whereToAnswer('discharge.aldrete')).toBe('recovery')
  expect(whereToAnswer('medications[0].minutes_ago')).toBe('ask-nasalMedicineAt')
  expect(whereToAnswer('site.rems_certified')).toBeNull()
})
