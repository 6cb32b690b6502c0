import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answerCase,
  type CssrsAnswers,
  cssrsRisk,
  item9Flags,
  showsCrisisLine,
  sources,
  suicideRiskRules,
} from '../index.ts'
import { phq9Calculation } from './calculations/phq9.ts'

test('the rules stand in their order, cited, and say their numbers by name', () => {
  expect(suicideRiskRules.map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, index) => `SI-${index + 1}`))
  for (const { cites, says, values } of suicideRiskRules) {
    for (const cite of cites) expect(sources).toHaveProperty([cite])
    for (const [, name] of says.matchAll(/\{(\w+)\}/g)) expect(values).toHaveProperty([String(name)])
  }
})

test.each([
  [0, 0, false],
  [1, 1, false],
  [1, 0, true],
  [2, 2, true],
  [3, 3, true],
  [null, null, false],
])('item 9 of %s after %s from outside the clinic shows the crisis line: %s', (item9, previous, shows) => {
  expect(showsCrisisLine(item9Flags(item9, previous))).toBe(shows)
})

const answer = fc.constantFrom(0, 1, 2, 3)

test('SI-10: no total and no change of it takes a flag away', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 8, maxLength: 8 }),
      fc.option(answer),
      fc.option(answer),
      fc.integer({ min: 0, max: 27 }),
      (others, item9, previous, baseline) => {
        const { flags } = phq9Calculation.compute({ items: [...others, item9], prev_item9: previous, baseline })
        expect(flags).toEqual(expect.arrayContaining([...item9Flags(item9, previous)]))
      },
    ),
  )
})

const order = ['none', 'low', 'moderate', 'high']
const maybe = fc.constantFrom(true, false, null)
const answers: fc.Arbitrary<CssrsAnswers> = fc.record({
  q1: maybe,
  q2: maybe,
  q3: maybe,
  q4: maybe,
  q5: maybe,
  q6Lifetime: maybe,
  q6LastThreeMonths: maybe,
})

test('one more yes never lowers the risk', () => {
  const key = fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6Lifetime', 'q6LastThreeMonths')
  fc.assert(
    fc.property(answers, key, (given, changed) => {
      const [before, after] = [cssrsRisk(given), cssrsRisk({ ...given, [changed]: true })]
      if (before === 'unknown' || after === 'unknown') return
      expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
    }),
    { numRuns: 2_000 },
  )
})

test('without an answer that is always asked, the risk is high or not known', () => {
  fc.assert(
    fc.property(answers, fc.constantFrom('q1', 'q2', 'q6Lifetime'), (given, missing) => {
      expect(['high', 'unknown']).toContain(cssrsRisk({ ...given, [missing]: null }))
    }),
    { numRuns: 2_000 },
  )
})

test('answers may be written as 1 and 0', () => {
  const input = { q1: 1, q2: 1, q3: 0, q4: 0, q5: 0, q6_lifetime: 0 }
  expect(answerCase({ id: 'one', kind: 'cssrs_screener', input }, 'digest')).toMatchObject({ result: { risk: 'low' } })
})
