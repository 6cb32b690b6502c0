/**
 * SIG-01 to SIG-16: what the clinic's own record says about misuse, each with the entries it came from. Together they
 * fill those inputs of the misuse-risk tier that nobody has to be asked for. Windows and
 * limits are this project's judgement.
 */
import { type DatedValues, type IsoDay, valueOn } from '@keel/engine'
import { rounded } from '../derivations/arithmetic.ts'
import type { SourceId } from '../sources.ts'
import { value } from '../values.ts'
import { daysBetween, upTo, within } from './days.ts'
import { earlyRefill } from './early-refill.ts'
import type { MisuseInputs } from './misuse-inputs.ts'
import type { DoseGiven, DoseReading, Incident, MisuseRecord } from './misuse-record.ts'
import { median, slopeRequests, theilSenSlope } from './theil-sen.ts'
import { readUrine } from './urine.ts'

type Inputs = Partial<MisuseInputs>

interface Seen {
  readonly inputs: Inputs
  /** Ids of the entries that it came from. */
  readonly from: readonly string[]
}

export interface SignalDefinition {
  readonly code: `SIG-${string}`
  readonly title: string
  /** The formula in words. */
  readonly says: string
  /** How far back it looks. Left out: to the newest entry, or ever. */
  readonly window?: DatedValues
  readonly cites: readonly SourceId[]
  readonly read: (record: MisuseRecord, today: IsoDay, windowDays: number) => Seen
}

export interface Signal extends Seen {
  readonly code: SignalDefinition['code']
  readonly title: string
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const days = (is: number): DatedValues => [value(is, 'd', judged)]
/** PHQ-9 below this is remission. */
export const wellBelow = [value(5, '{score}', { cites: 'kroenke-2001', confidence: 'high', basis: 'src' })]
/** So many intervals are looked at, and none before there are as many. */
const intervalsCompared = 3

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id)
const counted = (key: keyof MisuseInputs, entries: readonly { readonly id: string }[]): Seen => ({
  inputs: { [key]: entries.length },
  from: idsOf(entries),
})
const byPatient = ({ by }: { readonly by: string }): boolean => by === 'patient'

function intervalCompression(record: MisuseRecord, today: IsoDay): Seen {
  const doses = upTo(record.dosesGiven, today)
  const askedFor = doses.flatMap((dose, index) => {
    const before = doses[index - 1]
    return dose.dayAskedFor && before ? [{ dose, days: daysBetween(before.on, dose.on) }] : []
  })
  const last = askedFor.slice(-intervalsCompared)
  const planned = last.at(-1)?.dose.plannedIntervalDays ?? null
  const middle = median(last.map(({ days }) => days))
  if (last.length < intervalsCompared || middle === null) return { inputs: { interval_ratio: 1 }, from: [] }
  const ratio = planned === null || planned === 0 ? null : rounded(middle / planned)
  return { inputs: { interval_ratio: ratio }, from: idsOf(last.map(({ dose }) => dose)) }
}

function requestedDoseSlope(record: MisuseRecord, today: IsoDay): Seen {
  const asked = upTo(record.doseRequests, today)
    .filter(byPatient)
    .filter(({ doseMg }) => doseMg !== null)
  const last = asked.slice(-slopeRequests)
  const slope = theilSenSlope(last.map(({ on, doseMg }) => [-daysBetween(on, today), doseMg ?? 0]))
  return { inputs: { requested_dose_slope_pct_wk: slope ?? 0 }, from: slope === null ? [] : idsOf(last) }
}

function missedWhileAsking(record: MisuseRecord, today: IsoDay, windowDays: number): Seen {
  const visits = within(record.integrationVisits, today, windowDays)
  const missed = visits.filter(({ status }) => status === 'missed')
  const due = visits.filter(({ status }) => status === 'missed' || status === 'attended')
  const requests = within(record.doseRequests, today, windowDays).filter(byPatient)
  return {
    inputs: {
      missed_integration_ratio_60d: due.length === 0 ? 0 : rounded(missed.length / due.length),
      dose_requests_60d: requests.length,
    },
    from: [...idsOf(missed), ...idsOf(requests)],
  }
}

function registry(record: MisuseRecord, today: IsoDay): Seen {
  const last = upTo(record.registryQueries, today).at(-1)
  return {
    inputs: {
      pdmp_age_days: last ? daysBetween(last.on, today) : null,
      pdmp_undisclosed_ketamine: last?.undisclosedKetamine ?? null,
      pdmp_prescribers_12mo: last?.prescribers12mo ?? null,
      pdmp_pharmacies_12mo: last?.pharmacies12mo ?? null,
    },
    from: last ? [last.id] : [],
  }
}

function urine(record: MisuseRecord, today: IsoDay): Seen {
  const last = upTo(record.urineTests, today).at(-1)
  const read = last && readUrine(last, record.dosesGiven)
  return {
    inputs: {
      uds_undisclosed_ketamine: read?.undisclosedKetamine ?? null,
      uds_unexpected_other: read?.unexpectedOther ?? null,
      uds_expected_norketamine_absent: read?.expectedNorketamineAbsent ?? null,
      uds_refused: read?.refused ?? null,
    },
    from: last ? [last.id] : [],
  }
}

function bladder(record: MisuseRecord, today: IsoDay): Seen {
  const scores = upTo(record.icsi, today)
  const blood = upTo(record.bloodInUrine, today).at(-1)
  const last = scores.at(-1)
  return {
    inputs: {
      icsi: last?.score ?? null,
      icsi_baseline: scores[0]?.score ?? null,
      hematuria: blood?.blood ?? null,
    },
    from: idsOf([...(last ? [last] : []), ...(blood ? [blood] : [])]),
  }
}

function memory(record: MisuseRecord, today: IsoDay): Seen {
  const last = upTo(record.memoryReports, today).at(-1)
  return { inputs: { cognitive_complaint: last?.worse ?? null }, from: last ? [last.id] : [] }
}

const readingAt = (readings: readonly DoseReading[], dose: DoseGiven): DoseReading | undefined =>
  readings.findLast(({ doseId }) => doseId === dose.id)

/** Before there are two doses there is nothing to want more of; a dose without a reading is not known. */
function wanting(record: MisuseRecord, today: IsoDay): Seen {
  const doses = upTo(record.dosesGiven, today).slice(-2)
  const [before, last] = doses as [DoseGiven?, DoseGiven?]
  if (before === undefined || last === undefined) return { inputs: { deq_more_last2: [0, 0] }, from: [] }
  const [atLast, atBefore] = [readingAt(record.wantMore, last), readingAt(record.wantMore, before)]
  return {
    inputs: { deq_more_last2: [atLast?.score ?? null, atBefore?.score ?? null] },
    from: idsOf([atLast, atBefore].filter((one) => one !== undefined)),
  }
}

function craving(record: MisuseRecord, today: IsoDay, windowDays: number): Seen {
  const readings = within(record.craving, today, windowDays)
  const highest = readings.length === 0 ? null : Math.max(...readings.map(({ score }) => score))
  return {
    inputs: { craving_vas_max_14d: highest },
    from: idsOf(readings.filter(({ score }) => score === highest)),
  }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The first and the last two doses must be four: a dose cannot be compared with itself. */
function tolerance(record: MisuseRecord, today: IsoDay): Seen {
  const nothing: Seen = {
    inputs: { cadss6_first2_mean: null, cadss6_last2_mean: null, dose_change_pct: 0 },
    from: [],
  }
  const { courseBeganOn } = record
  if (courseBeganOn === null) return nothing
  const doses = upTo(record.dosesGiven, today).filter(({ on }) => on >= courseBeganOn)
  if (doses.length < 4) return nothing
  const [first, last] = [doses.slice(0, 2), doses.slice(-2)]
  const readings = [...first, ...last].flatMap((dose) => readingAt(record.cadss6, dose) ?? [])
  if (readings.length < 4) return nothing
  const scores = readings.map(({ score }) => score)
  const [firstMg, lastMg] = [mean(first.map(({ doseMg }) => doseMg)), mean(last.map(({ doseMg }) => doseMg))]
  return {
    inputs: {
      cadss6_first2_mean: mean(scores.slice(0, 2)),
      cadss6_last2_mean: mean(scores.slice(2)),
      dose_change_pct: rounded(((lastMg - firstMg) / firstMg) * 100),
    },
    from: idsOf(readings),
  }
}

function askingWhileWell(record: MisuseRecord, today: IsoDay, windowDays: number): Seen {
  const below = valueOn('wellBelow', wellBelow, undefined).is as number
  const requests = within(record.doseRequests, today, windowDays).filter(byPatient)
  const whileWell = requests.filter(({ on }) => {
    const lastTwo = upTo(record.phq9, on).slice(-2)
    return lastTwo.length === 2 && lastTwo.every(({ score }) => score < below)
  })
  return counted('requests_in_remission_60d', whileWell)
}

function confirmedIncidents(record: MisuseRecord, today: IsoDay): Seen {
  const open = upTo(record.incidents, today).filter(
    ({ confirmed, clearedOn }) => confirmed && (clearedOn === null || clearedOn > today),
  )
  const any = (what: Incident['what']): boolean => open.some((incident) => incident.what === what)
  return {
    inputs: { route_tampering: any('route-tampering'), diversion: any('diversion'), forgery: any('forgery') },
    from: idsOf(open),
  }
}

export const signalDefinitions: readonly SignalDefinition[] = [
  {
    code: 'SIG-01',
    title: 'Early refill requests',
    says: 'Requests that come before the supply can run out, by 2 days or 15 % of its days, whichever is more.',
    window: days(90),
    cites: ['chubbs-2022', 'judgement'],
    read(record, today, windowDays) {
      const early = within(record.refillRequests, today, windowDays).filter(({ on, runsOutOn, daysSupply }) => {
        return earlyRefill({ daysSupply, runoutDay: daysBetween(on, runsOutOn), requestDay: 0 }).isEarly
      })
      return counted('early_refill_90d', early)
    },
  },
  {
    code: 'SIG-02',
    title: 'Doses closer together',
    says: 'Median of the last three intervals that the patient asked for, divided by the planned interval.',
    cites: ['chubbs-2022', 'judgement'],
    read: intervalCompression,
  },
  {
    code: 'SIG-03',
    title: 'Requests for more than the plan',
    says: 'The patient asked for more medicine, or more often, than the plan has it.',
    window: days(60),
    cites: ['chubbs-2022', 'judgement'],
    read(record, today, windowDays) {
      const more = within(record.doseRequests, today, windowDays).filter((one) => byPatient(one) && one.moreThanPlanned)
      return counted('escalation_requests_60d', more)
    },
  },
  {
    code: 'SIG-04',
    title: 'Slope of the requested dose',
    says: 'Median of all pairwise slopes of the last eight requests, in % of the first of them a week.',
    cites: ['chubbs-2022', 'judgement'],
    read: requestedDoseSlope,
  },
  {
    code: 'SIG-05',
    title: 'Integration missed while asking',
    says: 'Missed visits divided by visits that were due, and the requests by the patient.',
    window: days(60),
    cites: ['judgement'],
    read: missedWhileAsking,
  },
  {
    code: 'SIG-06',
    title: 'Lost, stolen, spilled',
    says: 'Reports of doses at home that were lost, stolen or spilled.',
    window: days(180),
    cites: ['chubbs-2022', 'judgement'],
    read: (record, today, windowDays) => counted('lost_events_180d', within(record.lostDoses, today, windowDays)),
  },
  {
    code: 'SIG-07',
    title: 'Prescription registry',
    says: 'The newest query. What another clinic gives on site is mostly not in it, so a clean registry does not exclude a second clinic: ask.',
    cites: ['judgement', 'chubbs-2022'],
    read: registry,
  },
  {
    code: 'SIG-08',
    title: 'Urine',
    says: 'The newest test, read with the doses on record.',
    cites: ['adamowicz-2005', 'de-jong-2020', 'judgement'],
    read: urine,
  },
  {
    code: 'SIG-09',
    title: 'Bladder',
    says: 'The newest ICSI, the first as baseline, and the newest finding of blood in the urine.',
    cites: ['taiwan-luts-2019', 'winstock-2012'],
    read: bladder,
  },
  {
    code: 'SIG-10',
    title: 'Memory and attention',
    says: 'The newest report: worse than at baseline or not.',
    cites: ['short-2020', 'van-amsterdam-2022'],
    read: memory,
  },
  {
    code: 'SIG-11',
    title: 'Wanting more',
    says: 'DEQ-5 "want more" at each of the last two doses.',
    cites: ['morean-2013'],
    read: wanting,
  },
  {
    code: 'SIG-12',
    title: 'Craving',
    says: 'The highest mark on the line.',
    window: days(14),
    cites: ['wang-2022', 'judgement'],
    read: craving,
  },
  {
    code: 'SIG-13',
    title: 'Tolerance',
    says: 'Mean CADSS-6 of the first two doses of the course and of the last two, and how far the dose has changed.',
    cites: ['esketamine-label-us', 'rodrigues-2021'],
    read: tolerance,
  },
  {
    code: 'SIG-14',
    title: 'Asking while well',
    says: 'Requests by the patient when the last two PHQ-9 before it showed remission.',
    window: days(60),
    cites: ['judgement'],
    read: askingWhileWell,
  },
  {
    code: 'SIG-15',
    title: 'Arriving impaired',
    says: 'Arrivals intoxicated or sedated, confirmed by a clinician.',
    window: days(90),
    cites: ['swainson-2022', 'judgement'],
    read(record, today, windowDays) {
      const confirmed = within(record.presentations, today, windowDays).filter(
        ({ confirmedImpaired }) => confirmedImpaired,
      )
      return counted('impaired_presentation_90d', confirmed)
    },
  },
  {
    code: 'SIG-16',
    title: 'Another route, diversion, forgery',
    says: 'Confirmed incidents, ever, until people have cleared them.',
    cites: ['esketamine-label-us', 'judgement'],
    read: confirmedIncidents,
  },
]

/** Every signal as of a day, in the order in which clinicians list them. */
export function misuseSignals(record: MisuseRecord, today: IsoDay): readonly Signal[] {
  return signalDefinitions.map(({ code, title, window, read }) => {
    const windowDays = window ? (valueOn(code, window, undefined).is as number) : 0
    return { code, title, ...read(record, today, windowDays) }
  })
}

/** Inputs that people are asked for, or that come from the plan; signals yield the others. */
export type ScreeningInputs = Pick<
  MisuseInputs,
  | 'sex'
  | 'audit_c'
  | 'dast10'
  | 'ort_oud'
  | 'sud_status'
  | 'nonmedical_ketamine'
  | 'dsm5_count'
  | 'sev_dep_scale'
  | 'take_home'
  | 'new_patient'
>

/** All inputs of the misuse-risk tier. Nothing is defaulted but what the record rightly does not have yet. */
export function misuseInputsFrom(record: MisuseRecord, screening: ScreeningInputs, today: IsoDay): Inputs {
  return Object.assign({}, screening, ...misuseSignals(record, today).map(({ inputs }) => inputs))
}
