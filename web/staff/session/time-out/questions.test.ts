import { type SessionScreen, timeOutSchema } from '@keel/care'
import { expect, test } from 'vitest'
import { questionsFor } from './questions.ts'

function keysFor(route: 'IV' | 'IN', region: 'US' | 'EU'): readonly string[] {
  return questionsFor({ protocol: { route }, session: { region } } as SessionScreen).map(({ key }) => key)
}

test('every answer that the time-out can record is asked for somewhere, and none twice', () => {
  const asked = keysFor('IN', 'US')
  expect([...asked].sort()).toEqual(Object.keys(timeOutSchema.shape).sort())
})

test('an infusion is not asked about nasal sprays, nor the EU about the REMS', () => {
  expect(keysFor('IV', 'US')).not.toContain('nasalMedicineAt')
  expect(keysFor('IN', 'EU')).not.toContain('remsFormDaysUnsent')
})
