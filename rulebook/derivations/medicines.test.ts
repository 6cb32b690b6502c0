import type { Facts } from '@keel/engine'
import { describe, expect, test } from 'vitest'
import { assessor, classesOf, type MedicationClass } from '../index.ts'

interface Medicine {
  readonly name: string
  readonly class?: MedicationClass
  readonly [attribute: string]: number | string | null | undefined
}
const chart = (...medicines: readonly Medicine[]): Facts => ({
  medications: medicines.map((medicine) => ({ ...medicine, classes: classesOf(medicine) })),
})
const ofADay = (name: string, dose: number): Medicine => ({ name, dose_mg_per_day: dose })

/** What the sum still wants, by way of the rule that reads it. */
function wanted(rule: string, facts: Facts): readonly string[] {
  const answer = assessor.assess(facts, { phase: 'pre_session', only: new Set([rule]) })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.missing.map(({ fact }) => fact)
}

describe('benzodiazepines, as diazepam a day', () => {
  const sum = (...medicines: readonly Medicine[]) =>
    assessor.factOf('derived.benzodiazepine_mg_per_day_diazepam', chart(...medicines))

  test.each<[string, number]>([
    ['diazepam', 10],
    ['lorazepam', 1],
    ['clonazepam', 0.5],
    ['alprazolam', 0.5],
    ['temazepam', 20],
  ])('%s %d mg is 10 mg', (name, dose) => {
    expect(sum(ofADay(name, dose))).toBe(10)
  })

  test.each<[string, readonly Medicine[], number | undefined]>([
    ['none is taken', [ofADay('zolpidem', 10)], 0],
    ['binary fractions stay without noise', [ofADay('lorazepam', 0.1), ofADay('lorazepam', 0.7)], 8],
    ['a stated equivalent counts before the dose', [{ ...ofADay('lorazepam', 1), diazepam_equivalent_mg: 5 }], 5],
    ['a stated equivalent serves without a dose', [{ name: 'temazepam', diazepam_equivalent_mg: 10 }], 10],
    [
      'one outside the table is counted as stated',
      [{ name: 'oxazepam', class: 'benzodiazepine', diazepam_equivalent_mg: 5 }],
      5,
    ],
    [
      'an equivalent stated as unknown stays so',
      [{ ...ofADay('diazepam', 5), diazepam_equivalent_mg: null }],
      undefined,
    ],
    ['at the limit what is open still counts', [ofADay('diazepam', 8), { name: 'temazepam' }], undefined],
    ['past the limit what is open cannot matter', [{ name: 'temazepam' }, ofADay('diazepam', 8.01)], 8.01],
  ])('%s', (_what, medicines, expected) => {
    expect(sum(...medicines)).toBe(expected)
  })

  test('is unknown while the list is, or the class of a medicine', () => {
    expect(assessor.factOf('derived.benzodiazepine_mg_per_day_diazepam', {})).toBeUndefined()
    expect(
      assessor.factOf('derived.benzodiazepine_mg_per_day_diazepam', { medications: [{ name: 'x' }] }),
    ).toBeUndefined()
  })

  test('asks for the dose where there is a factor, and else for the equivalent', () => {
    const facts = chart({ name: 'lorazepam' }, ofADay('diazepam', 2), {
      name: 'oxazepam',
      class: 'benzodiazepine',
      dose_mg_per_day: 15,
    })
    expect(wanted('ddi-benzodiazepine-high', facts)).toEqual([
      'medications[0].dose_mg_per_day',
      'medications[2].diazepam_equivalent_mg',
    ])
    expect(
      wanted('ddi-benzodiazepine-high', chart({ ...ofADay('diazepam', 2), diazepam_equivalent_mg: null })),
    ).toEqual(['medications[0].diazepam_equivalent_mg'])
  })
})

describe('opioids, as oral morphine a day', () => {
  const sum = (...medicines: readonly Medicine[]) => assessor.factOf('derived.opioid_mme_per_day', chart(...medicines))

  test.each<[string, number, number]>([
    ['morphine', 40, 40],
    ['oxycodone', 20, 30],
    ['hydrocodone', 30, 30],
    ['methadone', 10, 47],
    ['tramadol', 200, 40],
    ['codeine', 60, 9],
    ['buprenorphine', 24, 0],
  ])('%s %d mg is %d mg', (name, dose, expected) => {
    expect(sum(ofADay(name, dose))).toBe(expected)
  })

  test.each<[string, readonly Medicine[], number | undefined]>([
    ['none is taken', [], 0],
    ['buprenorphine without a dose is not asked for', [{ name: 'buprenorphine' }, ofADay('codeine', 60)], 9],
    ['buprenorphine counts as nothing, whatever is stated', [{ name: 'buprenorphine', mme_per_day: 90 }], 0],
    ['several add up', [ofADay('morphine', 20), ofADay('oxycodone', 20)], 50],
    ['just below the limit what is open still counts', [ofADay('morphine', 49.99), { name: 'tramadol' }], undefined],
    ['at the limit what is open cannot matter', [{ name: 'tramadol' }, ofADay('morphine', 50)], 50],
  ])('%s', (_what, medicines, expected) => {
    expect(sum(...medicines)).toBe(expected)
  })

  test.each<[number, number]>([
    [0.5, 50],
    [0.6, 60],
    [0.288, 28.8],
  ])('a fentanyl patch of %d mg a day is %d mg', (dose, expected) => {
    expect(sum({ ...ofADay('fentanyl', dose), route: 'transdermal' })).toBe(expected)
  })

  test('asks for the equivalent of a fentanyl patch without a dose, not for its milligrams', () => {
    expect(wanted('ddi-opioid-high', chart({ name: 'fentanyl', route: 'transdermal' }))).toEqual([
      'medications[0].mme_per_day',
    ])
  })

  test('asks for the equivalent of fentanyl by another way', () => {
    expect(wanted('ddi-opioid-high', chart(ofADay('fentanyl', 0.6), { name: 'tramadol' }))).toEqual([
      'medications[0].mme_per_day',
      'medications[1].dose_mg_per_day',
    ])
  })
})
