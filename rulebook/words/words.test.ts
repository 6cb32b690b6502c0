import { expect, test } from 'vitest'
import { engagementMeasures } from '../engagement/index.ts'
import { cadence, type Instrument, instruments, mbcDecisions } from '../instruments/index.ts'
import { misuseCodes } from '../misuse/index.ts'
import { concernsInWords } from './concerns-in-words.ts'
import { answersInWords, bandsInWords, decisionWords, lineInWords, wantedInWords } from './instrument-in-words.ts'
import { codeGroups, howATierFalls, howATierIsReached } from './misuse-in-words.ts'

function instrument(key: string): Instrument {
  const found = instruments.find((one) => one.key === key)
  if (!found) throw new Error(`There is no instrument ${key}.`)
  return found
}

test('every sign of misuse risk stands in exactly one group, stops and flags apart', () => {
  const grouped = codeGroups.flatMap(({ codes }) => codes)
  expect(grouped).toHaveLength(misuseCodes.length)
  expect(new Set(grouped)).toEqual(new Set(misuseCodes))
  const keysOf = (key: string) => codeGroups.find((group) => group.key === key)?.codes.map(({ code }) => code)
  expect(keysOf('medical')).toEqual(['SX1', 'SX2'])
  expect(keysOf('misuse')).toEqual(['SM1', 'SM2', 'SM3', 'SM4', 'SM5'])
  expect(keysOf('flag')).toContain('HOLD_TODAY')
})

test('how a tier is reached and falls, with the numbers of the tier itself', () => {
  expect(howATierIsReached()[0]).toContain('0 to 3 is low, 4 to 7 moderate, 8 or more high')
  expect(howATierFalls().join(' ')).toContain('after 90 days in which')
  expect(howATierFalls().join(' ')).toContain('the signatures of 2 clinicians')
})

test('for whom something is said, without which it is for everybody', () => {
  expect(concernsInWords(undefined)).toBe('For everybody')
  expect(concernsInWords({ drug: ['ketamine'], route: ['IM', 'SL'] })).toBe('For ketamine; injections or lozenges')
  expect(concernsInWords({ takeHome: [true] })).toBe('For doses at home')
})

test('bands reach up to the next one, the last to the highest total', () => {
  expect(bandsInWords(instrument('phq9'))).toEqual([
    'minimal: 0 to 4',
    'mild: 5 to 9',
    'moderate: 10 to 14',
    'moderately severe: 15 to 19',
    'severe: 20 to 27',
  ])
  expect(bandsInWords({ ...instrument('phq9'), total: null }).at(-1)).toBe('severe: 20 or more')
  expect(bandsInWords(instrument('kset'))).toEqual([])
})

test('answers of every kind', () => {
  expect(answersInWords({ kind: 'yes-no' })).toBe('no 0, yes 1')
  expect(answersInWords({ kind: 'range', min: 0, max: 5 })).toBe('0 to 5')
  expect(answersInWords({ kind: 'options', options: [{ score: 2, text: 'Often' }] })).toBe('Often 2')
})

test('what is wanted, when and of whom', () => {
  const wanted = (row: string) => cadence.find(({ id }) => id === row)?.wants.map(wantedInWords)
  expect(wanted('baseline')).toEqual(
    expect.arrayContaining(['PHQ-9 or QIDS-SR16', 'PCL-5 (after trauma, or when that is not known)', 'labs']),
  )
  expect(wanted('each-dose')).toContain('Craving, before the dose')
})

test('a line of concern names what is done and its limit; every decision has words', () => {
  const lines = engagementMeasures.find(({ key }) => key === 'WELL')?.lines ?? []
  expect(lines.map(lineInWords)).toEqual(['talk about spacing doses: from 8 weeks'])
  expect(Object.keys(decisionWords).toSorted()).toEqual([...mbcDecisions].toSorted())
})
