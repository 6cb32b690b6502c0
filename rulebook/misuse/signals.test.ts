import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DoseGiven,
  emptyMisuseRecord,
  type MisuseInputs,
  type MisuseRecord,
  misuseInputsFrom,
  misuseSignals,
  misuseTier,
  signalDefinitions,
} from './index.ts'

const today = '2026-11-22'
const ago = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString()

function inputsOf(record: Partial<MisuseRecord>): Partial<MisuseInputs> {
  return misuseInputsFrom({ ...emptyMisuseRecord, ...record }, screening, today)
}
const fromOf = (code: string, record: Partial<MisuseRecord>): readonly string[] | undefined =>
  misuseSignals({ ...emptyMisuseRecord, ...record }, today).find((signal) => signal.code === code)?.from

const screening = {
  sex: 'F',
  audit_c: 0,
  dast10: 0,
  ort_oud: 0,
  sud_status: 'none',
  nonmedical_ketamine: 'never',
  dsm5_count: 0,
  sev_dep_scale: null,
  take_home: false,
  new_patient: false,
} as const

const request = (daysAgo: number, more: Partial<MisuseRecord['doseRequests'][number]> = {}) => ({
  id: `request ${daysAgo}`,
  on: ago(daysAgo),
  by: 'patient' as const,
  doseMg: null,
  moreThanPlanned: true,
  reason: 'other' as const,
  ...more,
})
const dose = (daysAgo: number, more: Partial<DoseGiven> = {}): DoseGiven => ({
  id: `dose ${daysAgo}`,
  on: ago(daysAgo),
  endedAt: `${ago(daysAgo)}T12:00:00Z`,
  drug: 'ketamine',
  route: 'IV',
  doseMg: 35,
  supervised: true,
  plannedIntervalDays: 10,
  dayAskedFor: true,
  ...more,
})
const entry = (daysAgo: number) => ({ id: `entry ${daysAgo}`, on: ago(daysAgo) })
const reading = (daysAgo: number, score: number) => ({ ...entry(daysAgo), score })

test('every signal that clinicians reviewed is there, in their order', () => {
  const expected = Array.from({ length: 16 }, (_, index) => `SIG-${String(index + 1).padStart(2, '0')}`)
  expect(signalDefinitions.map(({ code }) => code)).toEqual(expected)
})

describe('windows have both their ends in them', () => {
  const visit = (daysAgo: number) => ({ ...entry(daysAgo), status: 'missed' as const, notedAt: null })
  const refill = (daysAgo: number) => ({ ...entry(daysAgo), runsOutOn: ago(daysAgo - 5), daysSupply: 30 })
  const impaired = (daysAgo: number) => ({ ...entry(daysAgo), confirmedImpaired: true })
  test.each([
    ['early_refill_90d', 90, (days: number) => ({ refillRequests: [refill(days)] })],
    ['escalation_requests_60d', 60, (days: number) => ({ doseRequests: [request(days)] })],
    ['dose_requests_60d', 60, (days: number) => ({ doseRequests: [request(days)] })],
    ['missed_integration_ratio_60d', 60, (days: number) => ({ integrationVisits: [visit(days)] })],
    ['lost_events_180d', 180, (days: number) => ({ lostDoses: [entry(days)] })],
    ['impaired_presentation_90d', 90, (days: number) => ({ presentations: [impaired(days)] })],
    [
      'requests_in_remission_60d',
      60,
      (days: number) => ({ doseRequests: [request(days)], phq9: [reading(days + 7, 4), reading(days, 4)] }),
    ],
  ] as const)('%s: %i days', (key, days, record) => {
    expect(inputsOf(record(days))[key]).toBe(1)
    expect(inputsOf(record(0))[key]).toBe(1)
    expect(inputsOf(record(days + 1))[key]).toBe(0)
    expect(inputsOf(record(-1))[key]).toBe(0)
  })

  test('craving: 14 days, and no mark in them is not a mark of zero', () => {
    expect(inputsOf({ craving: [reading(14, 80), reading(1, 20)] }).craving_vas_max_14d).toBe(80)
    expect(inputsOf({ craving: [reading(15, 80)] }).craving_vas_max_14d).toBeNull()
    expect(fromOf('SIG-12', { craving: [reading(14, 80), reading(1, 20)] })).toEqual(['entry 14'])
  })
})

describe('requests', () => {
  test('of the clinic do not count, nor those within the plan as asking for more', () => {
    const doseRequests = [request(1, { by: 'clinic' }), request(2, { moreThanPlanned: false })]
    expect(inputsOf({ doseRequests })).toMatchObject({ escalation_requests_60d: 0, dose_requests_60d: 1 })
  })

  test('with an amount give the slope of the worked example', () => {
    const doseRequests = [50, 55, 70, 75].map((doseMg, week) => request(21 - week * 7, { doseMg }))
    expect(inputsOf({ doseRequests }).requested_dose_slope_pct_wk).toBeCloseTo(18.33, 2)
    expect(fromOf('SIG-04', { doseRequests })).toHaveLength(4)
  })

  test('made while well need two measures before them, both below the limit', () => {
    const requests = { doseRequests: [request(10)] }
    expect(inputsOf({ ...requests, phq9: [reading(20, 4)] }).requests_in_remission_60d).toBe(0)
    expect(inputsOf({ ...requests, phq9: [reading(20, 5), reading(12, 4)] }).requests_in_remission_60d).toBe(0)
    expect(
      inputsOf({ ...requests, phq9: [reading(20, 9), reading(12, 4), reading(5, 4)] }).requests_in_remission_60d,
    ).toBe(0)
    expect(inputsOf({ ...requests, phq9: [reading(20, 4), reading(12, 0)] }).requests_in_remission_60d).toBe(1)
  })
})

describe('intervals', () => {
  test('the median of the last three that were asked for, against the plan', () => {
    const dosesGiven = [dose(40), dose(30), dose(24), dose(17), dose(9, { dayAskedFor: false }), dose(4)]
    expect(inputsOf({ dosesGiven }).interval_ratio).toBe(0.6)
    expect(fromOf('SIG-02', { dosesGiven })).toEqual(['dose 24', 'dose 17', 'dose 4'])
  })

  test('say nothing before there are three', () => {
    expect(inputsOf({ dosesGiven: [dose(10), dose(8), dose(6)] }).interval_ratio).toBe(1)
  })

  test('are not known where the plan is not', () => {
    const plannedIntervalDays = null
    const dosesGiven = [dose(10), dose(8), dose(6), dose(3, { plannedIntervalDays })]
    expect(inputsOf({ dosesGiven }).interval_ratio).toBeNull()
  })
})

test('visits that the clinic called off or that are to come are not missed', () => {
  const visit = (daysAgo: number, status: 'attended' | 'missed' | 'to-come' | 'called-off-by-clinic') => ({
    ...entry(daysAgo),
    status,
    notedAt: null,
  })
  const integrationVisits = [
    visit(1, 'missed'),
    visit(2, 'attended'),
    visit(3, 'called-off-by-clinic'),
    visit(4, 'to-come'),
  ]
  expect(inputsOf({ integrationVisits }).missed_integration_ratio_60d).toBe(0.5)
})

test('an arrival that no clinician confirmed does not count', () => {
  expect(inputsOf({ presentations: [{ ...entry(1), confirmedImpaired: false }] }).impaired_presentation_90d).toBe(0)
})

describe('the newest counts', () => {
  test('of registry queries, with its age', () => {
    const query = (daysAgo: number, undisclosedKetamine: boolean) => ({
      ...entry(daysAgo),
      prescribers12mo: daysAgo,
      pharmacies12mo: 1,
      undisclosedKetamine,
    })
    expect(inputsOf({ registryQueries: [query(3, true), query(40, false)] })).toMatchObject({
      pdmp_age_days: 3,
      pdmp_undisclosed_ketamine: true,
      pdmp_prescribers_12mo: 3,
    })
  })

  test('of ICSI, with the first as baseline', () => {
    expect(inputsOf({ icsi: [reading(5, 7), reading(90, 1), reading(40, 9)] })).toMatchObject({
      icsi: 7,
      icsi_baseline: 1,
    })
  })

  test('of blood in the urine and of memory', () => {
    const bloodInUrine = [
      { ...entry(30), blood: 'gross' as const },
      { ...entry(3), blood: 'micro' as const },
    ]
    const memoryReports = [
      { ...entry(30), worse: true },
      { ...entry(3), worse: false },
    ]
    expect(inputsOf({ bloodInUrine, memoryReports })).toMatchObject({ hematuria: 'micro', cognitive_complaint: false })
  })
})

describe('wanting more', () => {
  const want = (doseId: string, score: number) => ({ ...entry(1), id: `want ${doseId}`, doseId, score })
  test('at the last two doses, the last one first', () => {
    const record = { dosesGiven: [dose(20), dose(10), dose(3)], wantMore: [want('dose 10', 65), want('dose 3', 72)] }
    expect(inputsOf(record).deq_more_last2).toEqual([72, 65])
  })

  test('a dose without a reading is not known, but before two doses nothing is wanting', () => {
    expect(inputsOf({ dosesGiven: [dose(10), dose(3)], wantMore: [want('dose 3', 72)] }).deq_more_last2).toEqual([
      72,
      null,
    ])
    expect(inputsOf({ dosesGiven: [dose(3)] }).deq_more_last2).toEqual([0, 0])
  })
})

describe('tolerance', () => {
  const doses = [dose(40), dose(30), dose(20, { doseMg: 37 }), dose(10, { doseMg: 40 })]
  const cadss6 = [12, 8, 5, 4].map((score, index) => ({
    ...entry(1),
    id: `cadss ${index}`,
    doseId: String(doses[index]?.id),
    score,
  }))
  const record = { courseBeganOn: ago(40), dosesGiven: doses, cadss6 }
  test('compares the first two doses of the course with the last two', () => {
    expect(inputsOf(record)).toMatchObject({ cadss6_first2_mean: 10, cadss6_last2_mean: 4.5, dose_change_pct: 10 })
  })

  test('is not there before four doses of this course, or where a reading is missing', () => {
    const nothing = { cadss6_first2_mean: null, cadss6_last2_mean: null }
    expect(inputsOf({ ...record, courseBeganOn: ago(30) })).toMatchObject(nothing)
    expect(inputsOf({ ...record, courseBeganOn: null })).toMatchObject(nothing)
    expect(inputsOf({ ...record, cadss6: cadss6.slice(1) })).toMatchObject(nothing)
  })
})

describe('incidents', () => {
  const incident = (more: object) => ({
    ...entry(900),
    what: 'diversion' as const,
    confirmed: true,
    clearedOn: null,
    ...more,
  })
  test.each([
    ['count for ever', {}, true],
    ['until they are cleared', { clearedOn: today }, false],
    ['not before that day', { clearedOn: ago(-1) }, true],
    ['only when confirmed', { confirmed: false }, false],
    ['not before they happen', { on: ago(-1) }, false],
  ])('%s', (_, more, diversion) => {
    expect(inputsOf({ incidents: [incident(more)] }).diversion).toBe(diversion)
  })
})

test('of an empty record nothing is taken for zero that has to be asked or tested', () => {
  const unknown = Object.entries(inputsOf({})).filter(([, input]) => input === null)
  expect(unknown.map(([key]) => key).toSorted()).toEqual([
    'cadss6_first2_mean',
    'cadss6_last2_mean',
    'cognitive_complaint',
    'craving_vas_max_14d',
    'hematuria',
    'icsi',
    'icsi_baseline',
    'pdmp_age_days',
    'pdmp_pharmacies_12mo',
    'pdmp_prescribers_12mo',
    'pdmp_undisclosed_ketamine',
    'sev_dep_scale',
    'uds_expected_norketamine_absent',
    'uds_refused',
    'uds_undisclosed_ketamine',
    'uds_unexpected_other',
  ])
  expect(misuseTier(inputsOf({}))).toMatchObject({ tier: 'low', lowerBound: true, takeHomeBlocked: true })
})

test('law: the order of entries does not matter, and what lies ahead changes nothing', () => {
  const days = fc.integer({ min: -20, max: 200 })
  const requests = fc
    .uniqueArray(days, { maxLength: 12 })
    .map((some) => some.map((one) => request(one, { doseMg: 50 + one })))
  const doses = fc.uniqueArray(days, { maxLength: 12 }).map((some) => some.map((one) => dose(one)))
  fc.assert(
    fc.property(requests, doses, (doseRequests, dosesGiven) => {
      const inputs = inputsOf({ doseRequests, dosesGiven })
      expect(inputsOf({ doseRequests: doseRequests.toReversed(), dosesGiven: dosesGiven.toReversed() })).toEqual(inputs)
      const past = {
        doseRequests: doseRequests.filter(({ on }) => on <= today),
        dosesGiven: dosesGiven.filter(({ on }) => on <= today),
      }
      expect(inputsOf(past)).toEqual(inputs)
    }),
  )
})
