import { expect, test } from 'vitest'
import { answerCase } from '../case/answer-case.ts'

type Input = Readonly<Record<string, unknown>>

function resultOf(kind: string, input: Input): Input {
  const answer = answerCase({ id: 'one', kind, input }, 'digest')
  if (!('result' in answer)) throw new Error(JSON.stringify(answer))
  return answer.result
}

/** So many answers that add up to the total, the highest first. */
function adding(total: number, count: number, highest: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.max(0, Math.min(highest, total - index * highest)))
}

/** A PHQ-9 of this total whose item 9 is 0 while that is possible. */
const phq9 = (total: number, more: Input = {}) => resultOf('phq9', { items: adding(total, 9, 3), ...more })

test.each([
  [0, 'minimal'],
  [4, 'minimal'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'moderately severe'],
  [19, 'moderately severe'],
  [20, 'severe'],
  [27, 'severe'],
])('a PHQ-9 of %i is %s', (total, band) => {
  expect(phq9(total)).toMatchObject({ total, band, missing: 0, prorated: false })
})

test.each([
  ['one missing, 1.5 rounded up', [1, 1, 1, 1, 1, 1, 1, 1, null], 9, true],
  ['one missing, a half rounded up', [2, 2, 0, 0, 0, 0, 0, 0, null], 5, true],
  ['one missing, 11.25 rounded down', [3, 3, 3, 1, 0, 0, 0, null, 0], 11, true],
  ['two missing', [3, 3, 3, 3, 3, 3, 3, null, null], 27, true],
  ['two missing, 1.2857 rounded down', [1, 0, 0, 0, 0, 0, 0, null, null], 1, true],
  ['three missing', [3, 3, 3, 3, 3, 3, null, null, null], null, false],
  ['all missing', Array.from({ length: 9 }, () => null), null, false],
])('a PHQ-9 with %s', (_what, items, total, prorated) => {
  const missing = items.filter((one) => one === null).length
  expect(resultOf('phq9', { items })).toMatchObject({ total, prorated, missing })
})

test('a PHQ-9 without a total says nothing that needs one', () => {
  expect(resultOf('phq9', { items: [3, 3, 3, 3, 3, null, null, null, 2], baseline: 10, prev_item9: 2 })).toEqual({
    missing: 3,
    total: null,
    prorated: false,
    band: null,
    change: null,
    pct_improvement: null,
    response: null,
    remission: null,
    mcid_met: null,
    status: null,
    flags: ['CSSRS_REQUIRED', 'SAME_DAY_CLINICIAN'],
  })
})

test.each<[string, number, number | null, Input]>([
  ['remission', 4, 20, { response: true, remission: true, mcid_met: true, pct_improvement: 80 }],
  ['remission', 4, null, { response: null, remission: true, mcid_met: null, pct_improvement: null, change: null }],
  ['remission', 4, 5, { response: false, remission: true, mcid_met: false, pct_improvement: 20 }],
  ['response', 10, 20, { response: true, remission: false, pct_improvement: 50 }],
  ['response', 5, 10, { response: true, remission: false, mcid_met: true, pct_improvement: 50 }],
  ['partial', 11, 20, { response: false, pct_improvement: 45, mcid_met: true }],
  ['partial', 15, 20, { pct_improvement: 25, mcid_met: true, change: -5 }],
  ['nonresponse', 16, 20, { pct_improvement: 20, mcid_met: false, change: -4 }],
  ['nonresponse', 24, 20, { pct_improvement: -20, change: 4, flags: [] }],
  ['deterioration', 25, 20, { change: 5, mcid_met: false, flags: ['CSSRS_REQUIRED', 'DETERIORATION'] }],
  ['deterioration', 6, 0, { pct_improvement: null, response: null, mcid_met: false, change: 6 }],
])('a PHQ-9 status of %s: %i from %s', (status, total, baseline, more) => {
  const { flags, ...rest } = more
  expect(phq9(total, { baseline })).toMatchObject({ status, ...rest })
  if (flags) expect(phq9(total, { baseline, prev_item9: 3 }).flags).toEqual(flags)
})

test('a PHQ-9 without a baseline has a status only in remission', () => {
  expect(phq9(5)).toMatchObject({ status: null, remission: false })
})

test.each<[number | null, number | null | undefined, readonly string[]]>([
  [0, 0, []],
  [0, 3, []],
  [1, 1, ['CSSRS_REQUIRED']],
  [1, undefined, ['CSSRS_REQUIRED']],
  [1, null, ['CSSRS_REQUIRED']],
  [1, 2, ['CSSRS_REQUIRED']],
  [1, 0, ['CSSRS_REQUIRED', 'SAME_DAY_CLINICIAN']],
  [2, 2, ['CSSRS_REQUIRED', 'SAME_DAY_CLINICIAN']],
  [3, 3, ['CSSRS_REQUIRED', 'SAME_DAY_CLINICIAN', 'IMMEDIATE_EVALUATION']],
  [null, 0, ['ITEM9_MISSING']],
])('item 9 of %s after %s raises %j', (item9, previous, flags) => {
  const prev = previous === undefined ? {} : { prev_item9: previous }
  expect(resultOf('phq9', { items: [0, 0, 0, 0, 0, 0, 0, 0, item9], baseline: 27, ...prev }).flags).toEqual(flags)
})

test.each([
  [0, 'minimal'],
  [4, 'minimal'],
  [5, 'mild'],
  [9, 'mild'],
  [10, 'moderate'],
  [14, 'moderate'],
  [15, 'severe'],
  [21, 'severe'],
])('a GAD-7 of %i is %s', (total, band) => {
  expect(resultOf('gad7', { items: adding(total, 7, 3) })).toEqual({ total, band, mcid_met: null, response: null })
})

test.each([
  [8, 12, true, false],
  [9, 12, false, false],
  [6, 12, true, true],
  [7, 12, true, false],
  [0, 0, false, null],
])('a GAD-7 of %i from %i', (total, baseline, mcid, response) => {
  expect(resultOf('gad7', { items: adding(total, 7, 3), baseline })).toMatchObject({ mcid_met: mcid, response })
})

test('a GAD-7 with an answer missing has no total', () => {
  expect(resultOf('gad7', { items: [3, 3, 3, 3, 3, 3, null], baseline: 5 })).toEqual({
    total: null,
    band: null,
    mcid_met: null,
    response: null,
  })
})

const pcl5 = (items: readonly (number | null)[], more: Input = {}) => resultOf('pcl5', { items, ...more })
const met = [2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0]
const unmet = (...places: readonly number[]) => met.map((one, place) => (places.includes(place) ? 1 : one))

test.each([
  ['each cluster just enough', met, true, { B: 1, C: 1, D: 2, E: 2 }],
  ['none in B', unmet(0), false, { B: 0, C: 1, D: 2, E: 2 }],
  ['none in C', unmet(5), false, { B: 1, C: 0, D: 2, E: 2 }],
  ['one in D', unmet(8), false, { B: 1, C: 1, D: 1, E: 2 }],
  ['one in E', unmet(15), false, { B: 1, C: 1, D: 2, E: 1 }],
])('a PCL-5 with %s', (_what, items, provisional, counts) => {
  expect(pcl5(items)).toMatchObject({ provisional_ptsd_by_symptoms: provisional, cluster_counts: counts })
})

test('a PCL-5 with an answer missing counts the other clusters, and one that falls short settles it', () => {
  const missing = met.map((one, place) => (place === 1 ? null : one))
  expect(pcl5(missing, { baseline: 40 })).toEqual({
    total: null,
    cluster_counts: { B: null, C: 1, D: 2, E: 2 },
    provisional_ptsd_by_symptoms: null,
    screen_positive: null,
    change: null,
    reliable_change: null,
    older_min_threshold_met: null,
  })
  const short = missing.map((one, place) => (place === 5 ? 0 : one))
  expect(pcl5(short).provisional_ptsd_by_symptoms).toBe(false)
})

test.each([
  [32, undefined, false],
  [33, undefined, true],
  [33, null, true],
  [31, 31, true],
  [30, 31, false],
])('a PCL-5 of %i with the cut %s', (total, cut, positive) => {
  expect(pcl5(adding(total, 20, 4), { ...(cut !== undefined && { cut }) })).toMatchObject({
    total,
    screen_positive: positive,
  })
})

test.each([
  [25, -15, true, true],
  [26, -14, false, true],
  [35, -5, false, true],
  [36, -4, false, false],
  [55, 15, false, false],
])('a PCL-5 of %i from 40', (total, change, reliable, older) => {
  expect(pcl5(adding(total, 20, 4), { baseline: 40 })).toMatchObject({
    change,
    reliable_change: reliable,
    older_min_threshold_met: older,
  })
})

const qids = (stated: Readonly<Record<number, number | null>>, more: Input = {}) =>
  resultOf('qids_sr16', {
    items: Array.from({ length: 16 }, (_, index) => (index + 1 in stated ? stated[index + 1] : 0)),
    ...more,
  })

test('a QIDS-SR16 counts the highest of each domain', () => {
  expect(qids({ 1: 1, 4: 3 }).total).toBe(3)
  expect(qids({ 6: 2, 7: 1, 8: 1, 9: 3 }).total).toBe(3)
  expect(qids({ 15: 2, 16: 3 }).total).toBe(3)
  expect(qids({ 1: 3, 5: 3, 6: 3, 10: 3, 11: 3, 12: 3, 13: 3, 14: 3, 15: 3 })).toMatchObject({
    total: 27,
    band: 'very severe',
  })
})

const qidsOf = (total: number) =>
  Object.fromEntries(adding(total, 9, 3).map((one, index) => [[1, 5, 6, 10, 11, 12, 13, 14, 15][index] ?? 0, one]))

test.each([
  [0, 'none', true],
  [5, 'none', true],
  [6, 'mild', false],
  [10, 'mild', false],
  [11, 'moderate', false],
  [15, 'moderate', false],
  [16, 'severe', false],
  [20, 'severe', false],
  [21, 'very severe', false],
])('a QIDS-SR16 of %i is %s', (total, band, remission) => {
  expect(qids(qidsOf(total))).toEqual({ total, band, remission, response: null })
})

test.each([
  [8, 16, true],
  [9, 16, false],
])('a QIDS-SR16 of %i from %i', (total, baseline, response) => {
  expect(qids(qidsOf(total), { baseline }).response).toBe(response)
})

test('a QIDS-SR16 has a total without the half of an either-or, and without what could not be higher', () => {
  expect(qids({ 6: null, 7: 2, 8: 1, 9: null }).total).toBe(2)
  expect(qids({ 6: null, 7: null, 8: 1 }).total).toBe(null)
  expect(qids({ 6: null, 7: null, 8: 3 }).total).toBe(3)
  expect(qids({ 1: null, 2: 3 }).total).toBe(3)
  expect(qids({ 1: null, 2: 2 })).toEqual({ total: null, band: null, response: null, remission: null })
  expect(qids({ 12: null }).total).toBe(null)
})

/** Raw answers; item 3 is yes unless stated, as with somebody who can stop. */
const dast10 = (yes: readonly number[], stated: Readonly<Record<number, number | null>> = {}) =>
  resultOf('dast10', {
    answers_yes: Array.from({ length: 10 }, (_, index) => {
      const item = index + 1
      return item in stated ? stated[item] : Number(item === 3 || yes.includes(item))
    }),
  })

test.each([
  [[], 0, 'none'],
  [[1], 1, 'low'],
  [[1, 2], 2, 'low'],
  [[1, 2, 4], 3, 'moderate'],
  [[1, 2, 4, 5, 6], 5, 'moderate'],
  [[1, 2, 4, 5, 6, 7], 6, 'substantial'],
  [[1, 2, 4, 5, 6, 7, 8, 9], 8, 'substantial'],
  [[1, 2, 4, 5, 6, 7, 8, 9, 10], 9, 'severe'],
])('a DAST-10 with yes to %j', (yes, total, band) => {
  expect(dast10(yes)).toEqual({ total, band })
})

test('item 3 of the DAST-10 counts the other way round, and not at all for somebody who uses nothing', () => {
  expect(dast10([1], { 3: 0 })).toEqual({ total: 2, band: 'low' })
  expect(dast10([1, 2, 4, 5, 6, 7, 8, 9, 10], { 3: 0 })).toEqual({ total: 10, band: 'severe' })
  expect(dast10([], { 3: 0 })).toEqual({ total: 0, band: 'none' })
  expect(dast10([5], { 3: 0 })).toEqual({ total: 2, band: 'low' })
  expect(dast10([], { 3: null })).toEqual({ total: 0, band: 'none' })
})

test('a DAST-10 with an answer missing has no total', () => {
  expect(dast10([1], { 3: null })).toEqual({ total: null, band: null })
  expect(dast10([], { 7: null })).toEqual({ total: null, band: null })
  expect(dast10([], { 1: null, 3: 0 })).toEqual({ total: null, band: null })
})

test.each([
  ['male', [2, 1, 0], 3, false, false],
  ['M', [2, 1, 1], 4, true, false],
  ['female', [2, 0, 0], 2, false, true],
  ['F', [3, 0, 0], 3, true, true],
  ['U', [1, 1, 1], 3, true, false],
  [null, [1, 1, 1], 3, true, false],
  ['male', [4, 0, 0], 4, true, true],
  ['female', [0, 0, 0], 0, false, false],
  ['female', [0, 3, 0], 3, true, false],
  ['female', [4, 4, null], null, null, null],
])('an AUDIT-C, %s, %j', (sex, items, total, positive, only) => {
  expect(resultOf('audit_c', { items, sex })).toEqual({ total, positive, only_item1_points: only })
})

const allNo = { q1: false, q2: false, q6_lifetime: false }
test.each<[string, Input]>([
  ['none', allNo],
  ['none', { q1: 0, q2: 0, q3: 0, q4: 0, q5: 0, q6_lifetime: 0, q6_3mo: 0 }],
  ['low', { ...allNo, q1: true }],
  ['low', { ...allNo, q2: true, q3: false, q4: false, q5: false }],
  ['moderate', { ...allNo, q2: true, q3: true, q4: false, q5: false }],
  ['moderate', { ...allNo, q3: true }],
  ['moderate', { ...allNo, q6_lifetime: true, q6_3mo: false }],
  ['high', { ...allNo, q2: true, q3: false, q4: true, q5: false }],
  ['high', { ...allNo, q2: true, q3: false, q4: false, q5: true }],
  ['high', { ...allNo, q6_lifetime: true, q6_3mo: true }],
  ['high', { q4: true }],
  ['high', { q6_3mo: 1 }],
  ['unknown', {}],
  ['unknown', { ...allNo, q1: null }],
  ['unknown', { q1: false, q6_lifetime: false }],
  ['unknown', { ...allNo, q2: true, q3: true, q5: false }],
  ['unknown', { ...allNo, q2: true, q3: null, q4: false, q5: false }],
  ['unknown', { q1: false, q2: false }],
  ['unknown', { ...allNo, q6_lifetime: true }],
  ['unknown', { ...allNo, q6_lifetime: null, q6_3mo: false }],
])('a C-SSRS screener is %s with %j', (risk, input) => {
  expect(resultOf('cssrs_screener', input)).toEqual({ risk })
})

test.each<[readonly (number | null)[], number | null | undefined, Input]>([
  [[5, 5, 4], undefined, { mean: 4.67, pct_improvement: null, clinically_meaningful: null }],
  [[5, 5, 5], 6, { mean: 5, pct_improvement: 16.7, clinically_meaningful: true }],
  [[5, 5, 6], 6.32, { mean: 5.33, clinically_meaningful: false }],
  [[3, 3, 4], 4.33, { mean: 3.33, clinically_meaningful: true }],
  [[1, 1, 2], 1.91, { mean: 1.33, pct_improvement: 30.2, clinically_meaningful: true }],
  [[2, 1, 1], 1.9, { mean: 1.33, pct_improvement: 29.8, clinically_meaningful: false }],
  [[2, 2, 1], 2, { mean: 1.67, pct_improvement: 16.7, clinically_meaningful: false }],
  [[0, 0, 0], 0, { mean: 0, pct_improvement: null, clinically_meaningful: false }],
  [[9, 9, 9], 5, { mean: 9, pct_improvement: -80, clinically_meaningful: false }],
  [[9, null, 9], 5, { mean: null, pct_improvement: null, clinically_meaningful: null }],
])('a PEG of %j from %s', (items, baseline, result) => {
  expect(resultOf('peg', { items, ...(baseline !== undefined && { baseline }) })).toMatchObject(result)
})

test.each<[readonly (number | null)[], number | null, Input]>([
  [[1, 1, 1, 2, 2], null, { score: 28, low_wellbeing: true, likely_depression: true, relevant_change: null }],
  [[1, 2, 1, 2, 2], null, { score: 32, low_wellbeing: true, likely_depression: false, change: null }],
  [[3, 3, 2, 2, 2], 36, { score: 48, low_wellbeing: true, change: 12, relevant_change: true }],
  [[3, 3, 3, 2, 2], 44, { score: 52, low_wellbeing: false, change: 8, relevant_change: false }],
  [[3, 3, 3, 2, 2], 42, { score: 52, change: 10, relevant_change: true }],
  [[3, 3, 3, 2, 2], 64, { score: 52, change: -12, relevant_change: true }],
  [[5, 5, 5, 5, 5], 100, { score: 100, change: 0, relevant_change: false }],
  [[5, 5, 5, 5, null], 40, { score: null, low_wellbeing: null, likely_depression: null, change: null }],
])('a WHO-5 of %j from %s', (items, baseline, result) => {
  expect(resultOf('who5', { items, baseline })).toMatchObject(result)
})

test.each<[number | null, Input, number | null, boolean | null]>([
  [5, {}, 0, false],
  [6, {}, 1, false],
  [5, { baseline: 1 }, 1, false],
  [5, { baseline: 2 }, 0, false],
  [11, { baseline: 11 }, 1, false],
  [12, {}, 1, true],
  [0, { hematuria: 'gross' }, 0, true],
  [0, { hematuria: 'micro' }, 0, false],
  [0, { hematuria: null }, 0, null],
  [12, { hematuria: null }, 1, true],
  [null, {}, null, null],
  [null, { hematuria: 'gross' }, null, true],
])('an ICSI of %s with %j', (total, more, p19, stop) => {
  const items = total === null ? [5, 5, 5, null] : adding(total, 4, 5)
  expect(resultOf('icsi', { items, ...more })).toEqual({ total, p19, stop_medical: stop })
})
