import { describe, expect, test } from 'vitest'
import {
  type DoseGiven,
  emptyMisuseRecord,
  type MisuseInputs,
  type MisuseRecord,
  misuseSignals,
  misuseTier,
  monitoringAction,
  monitoringSays,
  monitoringTable,
  readUrine,
  type UrineTest,
} from './index.ts'

const today = '2026-11-22'
const ago = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString()
const entry = (daysAgo: number) => ({ id: `entry ${daysAgo}`, on: ago(daysAgo) })
const reading = (daysAgo: number, score: number) => ({ ...entry(daysAgo), score })
const dose = (daysAgo: number, doseMg = 35): DoseGiven => ({
  ...entry(daysAgo),
  id: `dose ${daysAgo}`,
  endedAt: `${ago(daysAgo)}T12:00:00Z`,
  drug: 'ketamine',
  route: 'IV',
  doseMg,
  supervised: true,
  plannedIntervalDays: 7,
  dayAskedFor: false,
})
const request = (daysAgo: number, more: Partial<MisuseRecord['doseRequests'][number]> = {}) => ({
  ...entry(daysAgo),
  by: 'patient' as const,
  doseMg: 40,
  moreThanPlanned: false,
  reason: 'other' as const,
  ...more,
})
const urineTest = (daysAgo: number, more: Partial<UrineTest> = {}): UrineTest => ({
  ...entry(daysAgo),
  collectedAt: `${ago(daysAgo)}T12:00:00Z`,
  refused: false,
  method: 'definitive',
  creatinineMgPerDl: 100,
  ketamine: 'negative',
  norketamine: 'negative',
  unexpectedOther: false,
  otherKetamineDisclosed: false,
  ...more,
})

function signalOf(code: string, record: Partial<MisuseRecord>) {
  const signal = misuseSignals({ ...emptyMisuseRecord, ...record }, today).find((one) => one.code === code)
  return { inputs: signal?.inputs as Partial<MisuseInputs>, from: signal?.from }
}

describe('of several entries the newest counts, and is named', () => {
  test('the registry', () => {
    const query = (daysAgo: number, undisclosedKetamine: boolean) => ({
      ...entry(daysAgo),
      prescribers12mo: daysAgo,
      pharmacies12mo: 1,
      undisclosedKetamine,
    })
    const { inputs, from } = signalOf('SIG-07', { registryQueries: [query(40, false), query(3, true)] })
    expect(inputs).toMatchObject({ pdmp_age_days: 3, pdmp_undisclosed_ketamine: true, pdmp_prescribers_12mo: 3 })
    expect(from).toEqual(['entry 3'])
  })

  test('the urine', () => {
    const { inputs, from } = signalOf('SIG-08', {
      urineTests: [urineTest(40), urineTest(3, { ketamine: 'positive' })],
      dosesGiven: [dose(30)],
    })
    expect(inputs).toMatchObject({ uds_undisclosed_ketamine: true, uds_unexpected_other: false, uds_refused: false })
    expect(from).toEqual(['entry 3'])
  })

  test('the bladder, with the first score as baseline', () => {
    const blood = (daysAgo: number, found: 'none' | 'gross') => ({ ...entry(daysAgo), blood: found })
    const { inputs, from } = signalOf('SIG-09', {
      icsi: [reading(50, 2), reading(40, 4), reading(4, 9)],
      bloodInUrine: [blood(45, 'none'), blood(5, 'gross')],
    })
    expect(inputs).toEqual({ icsi: 9, icsi_baseline: 2, hematuria: 'gross' })
    expect(from).toEqual(['entry 4', 'entry 5'])
  })

  test('memory', () => {
    const { inputs, from } = signalOf('SIG-10', {
      memoryReports: [
        { ...entry(40), worse: false },
        { ...entry(3), worse: true },
      ],
    })
    expect([inputs, from]).toEqual([{ cognitive_complaint: true }, ['entry 3']])
  })

  test('wanting more, at each of the last two doses', () => {
    const wanting = (daysAgo: number, score: number) => ({ ...reading(daysAgo, score), doseId: `dose ${daysAgo}` })
    const { inputs, from } = signalOf('SIG-11', {
      dosesGiven: [dose(21), dose(14), dose(7)],
      wantMore: [wanting(21, 90), wanting(14, 30), wanting(7, 60)],
    })
    expect([inputs, from]).toEqual([{ deq_more_last2: [60, 30] }, ['entry 7', 'entry 14']])
  })
})

test('what was never recorded is named by nothing', () => {
  const named = misuseSignals(emptyMisuseRecord, today).filter(({ from }) => from.length > 0)
  expect(named).toEqual([])
})

describe('only what the patient asked for counts', () => {
  const asked = [request(30), request(20), request(10, { by: 'clinic' })]
  test('among the requests beside missed visits', () => {
    const visit = { ...entry(12), status: 'missed' as const, notedAt: null }
    const { inputs, from } = signalOf('SIG-05', { doseRequests: asked, integrationVisits: [visit] })
    expect(inputs).toEqual({ missed_integration_ratio_60d: 1, dose_requests_60d: 2 })
    expect(from).toEqual(['entry 12', 'entry 30', 'entry 20'])
  })

  test('in the slope of the dose, and only where an amount was said', () => {
    const rising = [request(35, { doseMg: 30 }), request(28, { doseMg: 33 }), request(21, { doseMg: 36 })]
    const plain = signalOf('SIG-04', { doseRequests: rising })
    const more = [...rising, request(14, { doseMg: null }), request(7, { doseMg: 90, by: 'clinic' })]
    expect(signalOf('SIG-04', { doseRequests: more })).toEqual(plain)
    expect(plain.from).toEqual(['entry 35', 'entry 28', 'entry 21'])
  })

  test('while well, by the last two scores before the request and no older one', () => {
    const phq9 = [reading(50, 20), reading(30, 4), reading(20, 3)]
    const { inputs } = signalOf('SIG-14', { phq9, doseRequests: [request(10), request(9, { by: 'clinic' })] })
    expect(inputs).toEqual({ requests_in_remission_60d: 1 })
  })
})

test('the slope looks at the last eight requests and no older one', () => {
  const steady = Array.from({ length: 8 }, (_, week) => request(7 * (8 - week), { doseMg: 35 }))
  const jump = request(90, { doseMg: 5 })
  expect(signalOf('SIG-04', { doseRequests: [jump, ...steady] }).inputs).toEqual({ requested_dose_slope_pct_wk: 0 })
})

test('a refill that is asked for in time is not early', () => {
  const refill = (daysAgo: number, daysLeft: number) => ({
    ...entry(daysAgo),
    runsOutOn: ago(daysAgo - daysLeft),
    daysSupply: 30,
  })
  const { inputs, from } = signalOf('SIG-01', { refillRequests: [refill(20, 12), refill(10, 1)] })
  expect([inputs, from]).toEqual([{ early_refill_90d: 1 }, ['entry 20']])
})

test('each kind of incident stands for itself', () => {
  const incident = (what: 'route-tampering' | 'diversion' | 'forgery') => ({
    ...entry(5),
    what,
    confirmed: true,
    clearedOn: null,
  })
  const kinds = { route_tampering: false, diversion: false, forgery: false }
  expect(signalOf('SIG-16', { incidents: [incident('diversion')] }).inputs).toEqual({ ...kinds, diversion: true })
  expect(signalOf('SIG-16', { incidents: [incident('forgery')] }).inputs).toEqual({ ...kinds, forgery: true })
  expect(signalOf('SIG-16', { incidents: [incident('route-tampering')] }).inputs).toEqual({
    ...kinds,
    route_tampering: true,
  })
})

test('tolerance compares the first two doses of the course with its last two', () => {
  const dosesGiven = [dose(50, 10), dose(40, 20), dose(30, 20), dose(20, 90), dose(10, 30), dose(5, 30)]
  const cadss6 = [9, 12, 10, 1, 4, 6].map((score, index) => ({
    ...reading(60 - index, score),
    doseId: dosesGiven[index]?.id ?? '',
  }))
  const { inputs } = signalOf('SIG-13', { courseBeganOn: ago(40), dosesGiven, cadss6 })
  expect(inputs).toEqual({ cadss6_first2_mean: 11, cadss6_last2_mean: 5, dose_change_pct: 50 })
  expect(signalOf('SIG-13', { courseBeganOn: null, dosesGiven, cadss6 }).inputs).toMatchObject({
    cadss6_first2_mean: null,
  })
})

describe('urine of which only a part was tested', () => {
  test.each([
    [{ ketamine: 'not-tested', norketamine: 'positive' }, true],
    [{ ketamine: 'positive', norketamine: 'not-tested' }, true],
    [{ ketamine: 'negative', norketamine: 'not-tested' }, false],
    [{ ketamine: 'not-tested', norketamine: 'negative' }, false],
    [{ ketamine: 'not-tested', norketamine: 'not-tested' }, null],
  ] as const)('%j: undisclosed is %s', (found, undisclosed) => {
    expect(readUrine(urineTest(3, found), []).undisclosedKetamine).toBe(undisclosed)
  })

  test('collected at the very end of a dose is explained by it', () => {
    const test = urineTest(3, { ketamine: 'positive' })
    expect(readUrine(test, [{ ...dose(3), endedAt: test.collectedAt }]).undisclosedKetamine).toBe(false)
  })
})

describe('doses at home are blocked', () => {
  const blocked = (given: Partial<MisuseInputs>) => {
    const { tier, takeHomeBlocked, lowerBound } = misuseTier(given)
    return [tier, takeHomeBlocked, lowerBound]
  }
  test('at the high tier and where dosing stopped, not below', () => {
    expect(blocked({})).toEqual(['low', false, false])
    expect(blocked({ lost_events_180d: 1, early_refill_90d: 1 })[1]).toBe(false)
    expect(blocked({ sud_status: 'active_mild', dast10: 6, audit_c: 8 })).toEqual(['high', true, false])
    expect(blocked({ diversion: true })).toEqual(['stop', true, false])
  })

  test('while the tier is only a lower bound', () => {
    expect(blocked({ audit_c: null })).toEqual(['low', true, true])
  })
})

test('a record without a word on an input leaves it as it is by default', () => {
  // As it comes from a record that lacks the entry: the name is there, its value is not.
  const given = { audit_c: undefined } as unknown as Partial<MisuseInputs>
  expect(misuseTier(given)).toEqual(misuseTier({}))
})

test('every row of the monitoring table says its numbers', () => {
  for (const row of monitoringTable)
    for (const sentence of [monitoringSays(row), monitoringAction(row)]) {
      expect(sentence.length, row.test).toBeGreaterThan(10)
      expect(sentence, row.test).not.toMatch(/[{}]/)
    }
})
