import { describe, expect, test } from 'vitest'
import { bandOf, instruments, loincProblem, misuseCodes, sources } from '../index.ts'
import { auditC } from './definitions/audit-c.ts'
import { amount, rangeOf } from './instrument.ts'
import { loincCheckDigit } from './loinc.ts'

const named = instruments.map((one) => [one.key, one] as const)

test('has every instrument of the rulebook once, and no key that means two scales', () => {
  expect(instruments.map(({ key }) => key).toSorted()).toEqual(
    [
      'phq9',
      'gad7',
      'pcl5',
      'cssrs_screener',
      'audit_c',
      'dast10',
      'nida_single',
      'ort_oud',
      'sev_dep_scale',
      'icsi',
      'peg',
      'who5',
      'wsas',
      'qids_sr16',
      'madrs',
      'cadss6',
      'moaas',
      'rass',
      'aldrete',
      'padss',
      'deq5',
      'craving_vas',
      'kset',
    ].toSorted(),
  )
  for (const { title } of instruments) expect(title).not.toMatch(/\bSDS\b/)
})

describe.each(named)('%s', (_key, instrument) => {
  const { items, total, bands, values, licence, cites, stem } = instrument

  test('ships its words only where the licence allows it, and says what a clinic must do', () => {
    const worded = items.filter(({ text }) => text !== undefined)
    expect(worded).toHaveLength(licence.textShipped ? items.length : 0)
    if (!licence.textShipped) expect(stem).toBe(undefined)
    expect(licence.note).not.toBe('')
    expect(licence.attribution).not.toBe('')
  })

  test('has items with ids of their own, and a topic each', () => {
    expect(new Set(items.map(({ linkId }) => linkId)).size).toBe(items.length)
    for (const { topic } of items) expect(topic).not.toBe('')
  })

  test('has a total that lies in its range and uses all of it', () => {
    if (total === null || items.length === 0) return
    const ranges = items.map(({ answers }) => rangeOf(answers))
    const totals = [ranges.map(({ min }) => min), ranges.map(({ max }) => max)].map(total.of)
    if (instrument.key !== 'dast10') expect(totals).toEqual([total.min, total.max])
    expect(total.of(items.map(() => null))).toBe(null)
  })

  test('has bands that cover the whole range, lowest first', () => {
    if (total === null || bands.length === 0) return
    const lowest = bands.map(({ from }) => amount(from))
    expect(lowest).toEqual([...new Set(lowest)].toSorted((a, b) => a - b))
    expect(lowest[0]).toBe(total.min)
    bands.forEach((band, index) => {
      const from = amount(band.from)
      expect(bandOf(instrument, from)).toBe(band.name)
      if (index > 0) expect(bandOf(instrument, from - 1)).toBe(bands[index - 1]?.name)
    })
    expect(bandOf(instrument, total.max)).toBe(bands.at(-1)?.name)
    expect(bandOf(instrument, null)).toBe(null)
  })

  test('cites sources that exist', () => {
    const cited = [
      ...cites,
      ...[...Object.values(values), ...bands.map(({ from }) => from)].flat().flatMap((one) => one.cites),
    ]
    for (const cite of cited) expect(sources).toHaveProperty([cite])
  })
})

test('a NIDA count, a craving mark and a level are their own totals', () => {
  for (const key of ['nida_single', 'craving_vas', 'moaas', 'rass'])
    expect(instruments.find((one) => one.key === key)?.total?.of([3])).toBe(3)
})

test('the limits of the AUDIT-C are those that count for misuse risk', () => {
  const values = misuseCodes.find(({ code }) => code === 'P01')?.values ?? {}
  const limits = Object.values(values).map((one) => amount(one))
  expect(limits).toEqual(
    expect.arrayContaining([amount(auditC.values.positiveMale), amount(auditC.values.positiveFemale)]),
  )
})

/** As the sources state them, written a second time: a slip in a definition must not go unseen. */
const bandsStated: Readonly<Record<string, readonly number[]>> = {
  phq9: [0, 5, 10, 15, 20],
  gad7: [0, 5, 10, 15],
  qids_sr16: [0, 6, 11, 16, 21],
  dast10: [0, 1, 3, 6, 9],
  madrs: [0, 7, 20, 35],
  wsas: [0, 10, 21],
}
const valuesStated: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  phq9: { mayMiss: 2, response: 50, partial: 25, remissionBelow: 5, minimalChange: 5, deterioration: 5 },
  gad7: { response: 50, remissionBelow: 5, minimalChange: 4 },
  pcl5: {
    symptomPresent: 2,
    clusterB: 1,
    clusterC: 1,
    clusterD: 2,
    clusterE: 2,
    screenPositive: 33,
    screenPositiveLowest: 31,
    reliableChange: 15,
    reliableChangeOtherSample: 18,
    olderReliableChange: 5,
    olderMeaningfulChange: 10,
    recoveredBelow: 28,
  },
  audit_c: { positiveMale: 4, positiveFemale: 3 },
  nida_single: { positive: 1 },
  ort_oud: { high: 3 },
  sev_dep_scale: { concern: 3, highConcern: 5 },
  icsi: { symptomatic: 6, moderateToSevere: 12 },
  peg: { meaningfulShare: 30, meaningfulFall: 1 },
  who5: { lowWellBeingAtMost: 50, likelyDepressionAtMost: 28, relevantChange: 10 },
  wsas: { minimalChange: 8 },
  qids_sr16: { response: 50, remissionAtMost: 5, minimalChange: 3 },
  madrs: { response: 50, remissionAtMost: 10, remissionInEsketamineTrialsAtMost: 12, minimalChange: 2 },
  aldrete: { readyToLeave: 9 },
  padss: { readyToLeave: 9 },
  craving_vas: { concern: 50, highConcern: 70 },
}
const rangesStated: Readonly<Record<string, readonly [items: number, min: number, max: number]>> = {
  phq9: [9, 0, 27],
  gad7: [7, 0, 21],
  pcl5: [20, 0, 80],
  audit_c: [3, 0, 12],
  dast10: [10, 0, 10],
  ort_oud: [9, 0, 9],
  sev_dep_scale: [5, 0, 15],
  icsi: [4, 0, 20],
  peg: [3, 0, 10],
  who5: [5, 0, 100],
  wsas: [5, 0, 40],
  qids_sr16: [16, 0, 27],
  madrs: [0, 0, 60],
  cadss6: [6, 0, 24],
  moaas: [1, 0, 5],
  rass: [1, -5, 4],
  aldrete: [5, 0, 10],
  padss: [5, 0, 10],
  craving_vas: [1, 0, 100],
}

test.each(named)('the figures of %s are those that clinicians reviewed', (key, { bands, values, items, total }) => {
  expect(bands.map(({ from }) => amount(from))).toEqual(bandsStated[key] ?? [])
  expect(Object.fromEntries(Object.entries(values).map(([name, dated]) => [name, amount(dated)]))).toEqual(
    valuesStated[key] ?? {},
  )
  if (total && key !== 'nida_single') expect([items.length, total.min, total.max]).toEqual(rangesStated[key])
})

describe('LOINC', () => {
  const codes = instruments.flatMap(({ loinc, items }) =>
    [loinc?.panel, loinc?.total, ...items.map((item) => item.loinc)].filter((one) => one !== undefined),
  )

  test('every code of the rulebook is well-formed, with its check digit, and not a known wrong one', () => {
    expect(codes.length).toBeGreaterThan(25)
    expect(codes.map(({ code }) => loincProblem(code)).filter((problem) => problem !== undefined)).toEqual([])
  })

  test('no code stands for two things', () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  })

  // Published examples of LOINC itself, one with a check digit of 0.
  test.each(['2345-7', '718-7', '4548-4', '29463-7', '8302-2', '72109-2', '93245-9', '95528-6', '1920-8'])(
    '%s is right',
    (code) => {
      expect(loincProblem(code)).toBe(undefined)
    },
  )

  test.each([
    ['44249-2', 'its check digit would be 1'],
    ['44294-1', 'its check digit would be 7'],
    ['442491', 'is no LOINC code'],
    ['44249-', 'is no LOINC code'],
    ['', 'is no LOINC code'],
    ['70221-7', 'It is the PCL-C'],
  ])('%s is refused: %s', (code, why) => {
    expect(loincProblem(code)).toContain(why)
  })

  test('every slip of one digit is found', () => {
    for (const digit of '012345678') expect(loincCheckDigit(`4424${digit}`)).not.toBe(loincCheckDigit('44249'))
  })
})
