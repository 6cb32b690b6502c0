/**
 * How well a patient and a clinic work together between doses. Each measure has a line at which it is worth a talk; none
 * of them holds a dose by itself. Formulas and lines are this project's judgement.
 */
import { type DatedValues, type IsoDay, type Verdict, valueOn } from '@keel/engine'
import { rounded } from '../derivations/arithmetic.ts'
import { hoursBetween, upTo, within } from '../misuse/days.ts'
import type { MisuseRecord } from '../misuse/misuse-record.ts'
import { wellBelow } from '../misuse/signals.ts'
import { value } from '../values.ts'

/** What the measures read beside the record that misuse signals read. */
export interface EngagementRecord
  extends Pick<MisuseRecord, 'dosesGiven' | 'integrationVisits' | 'doseRequests' | 'phq9'> {
  readonly homework: readonly { readonly id: string; readonly on: IsoDay; readonly done: boolean }[]
  readonly journal: readonly { readonly id: string; readonly writtenAt: string }[]
}

export interface ConcernLine {
  readonly name: 'watch' | 'concern' | 'discuss-spacing'
  readonly is: 'below' | 'above' | 'at-least'
  readonly than: DatedValues
}

export interface EngagementMeasure {
  readonly key: 'IAR' | 'TTI' | 'HCR' | 'JPD' | 'DIR' | 'ASK' | 'ESC' | 'WELL'
  readonly title: string
  /** The formula in words. */
  readonly says: string
  /** UCUM. */
  readonly unit: string
  readonly window?: DatedValues
  /** Mildest first. */
  readonly lines: readonly ConcernLine[]
  readonly read: (record: EngagementRecord, now: Now, windowDays: number) => Read
}

export interface Now {
  /** The calendar day where the clinic is. */
  readonly today: IsoDay
  /** The same moment as an instant, ISO 8601 with an offset. */
  readonly at: string
}

interface Read {
  /** `null`: cannot be worked out (nothing to divide by, or nothing was recorded). */
  readonly result: number | null
  /** What the lines are compared with, where that is not the result. */
  readonly compared?: number | null
  readonly from: readonly string[]
}

export interface EngagementReading {
  readonly key: EngagementMeasure['key']
  readonly title: string
  readonly unit: string
  readonly result: number | null
  readonly lines: readonly { readonly name: ConcernLine['name']; readonly verdict: Verdict }[]
  /** Ids of the entries that it came from. */
  readonly from: readonly string[]
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const share = (is: number): DatedValues => [value(is, '1', judged)]
const days = (is: number): DatedValues => [value(is, 'd', judged)]

/** A journal entry belongs to a dose when it is written within these hours after it. */
export const journalWithin = [value(48, 'h', judged)]
/** Of requests to get away from feelings, fewer than these say nothing. */
export const fewestRequests = [value(2, '1', judged)]
/** A PHQ-9 stands for the weeks after it, until the next one, for so many days at most. */
export const measureStands = [value(28, 'd', judged)]

const amount = (values: DatedValues): number => valueOn('amount', values, undefined).is as number
const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id)
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole))
/** With nothing to divide by, the lines look at the number itself: three doses and no visit is as bad as three to one. */
const perOne = (part: number, whole: number): Pick<Read, 'result' | 'compared'> =>
  whole === 0 ? { result: null, compared: part } : { result: rounded(part / whole) }

function requestsByPatient({ doseRequests }: EngagementRecord, { today }: Now, windowDays: number) {
  return within(doseRequests, today, windowDays).filter(({ by }) => by === 'patient')
}

function attendedIn({ integrationVisits }: EngagementRecord, { today }: Now, windowDays: number) {
  return within(integrationVisits, today, windowDays).filter(({ status }) => status === 'attended')
}

function timeToIntegration({ dosesGiven, integrationVisits }: EngagementRecord, { today, at }: Now): Read {
  const last = upTo(dosesGiven, today).at(-1)
  if (last === undefined) return { result: null, compared: 0, from: [] }
  const notes = integrationVisits.flatMap(({ id, notedAt }) =>
    notedAt === null ? [] : [{ id, hours: hoursBetween(last.endedAt, notedAt) }],
  )
  const [first] = notes
    .filter(({ hours }) => hours >= 0 && hours <= hoursBetween(last.endedAt, at))
    .toSorted((a, b) => a.hours - b.hours)
  return first
    ? { result: rounded(first.hours), from: [last.id, first.id] }
    : { result: null, compared: rounded(hoursBetween(last.endedAt, at)), from: [last.id] }
}

function journalled({ dosesGiven, journal }: EngagementRecord, { today, at }: Now): Read {
  const hoursAllowed = amount(journalWithin)
  const entryFor = (endedAt: string) =>
    journal.find(({ writtenAt }) => {
      const hours = hoursBetween(endedAt, writtenAt)
      return hours >= 0 && hours <= hoursAllowed && hoursBetween(writtenAt, at) >= 0
    })
  const withEntry = upTo(dosesGiven, today).map(({ id, endedAt }) => ({ id, endedAt, entry: entryFor(endedAt) }))
  // A dose whose time to write has not run out yet counts only once something was written.
  const counted = withEntry.filter(({ endedAt, entry }) => entry || hoursBetween(endedAt, at) > hoursAllowed)
  const written = counted.flatMap(({ entry }) => entry ?? [])
  return { result: ratio(written.length, counted.length), from: [...idsOf(counted), ...idsOf(written)] }
}

function awayFromFeelings(record: EngagementRecord, now: Now, windowDays: number): Read {
  const requests = requestsByPatient(record, now, windowDays)
  const away = requests.filter(({ reason }) => reason === 'get-away-from-feelings')
  const result = ratio(away.length, requests.length)
  const enough = requests.length >= amount(fewestRequests)
  return { result, ...(!enough && { compared: 0 }), from: idsOf(away) }
}

function weeksWell({ phq9 }: EngagementRecord, { today }: Now, windowDays: number): Read {
  const readings = upTo(phq9, today)
  if (readings.length === 0) return { result: null, from: [] }
  const weekEnds = Array.from({ length: Math.floor(windowDays / 7) }, (_, week) =>
    Temporal.PlainDate.from(today)
      .subtract({ days: week * 7 })
      .toString(),
  )
  const standing = weekEnds.flatMap((end) => within(upTo(readings, end), end, amount(measureStands)).at(-1) ?? [])
  const well = standing.filter(({ score }) => score < amount(wellBelow))
  return { result: well.length, from: [...new Set(idsOf(well))] }
}

export const engagementMeasures: readonly EngagementMeasure[] = [
  {
    key: 'IAR',
    title: 'Integration visits attended',
    says: 'Attended visits divided by visits that were due.',
    unit: '1',
    window: days(60),
    lines: [
      { name: 'watch', is: 'below', than: share(0.67) },
      { name: 'concern', is: 'below', than: share(0.5) },
    ],
    read(record, now, windowDays) {
      const visits = within(record.integrationVisits, now.today, windowDays)
      const due = visits.filter(({ status }) => status === 'attended' || status === 'missed')
      return { result: ratio(attendedIn(record, now, windowDays).length, due.length), from: idsOf(due) }
    },
  },
  {
    key: 'TTI',
    title: 'Time to integration',
    says: 'Hours from the end of the last dose to the first integration note after it; without one, the hours so far.',
    unit: 'h',
    lines: [{ name: 'concern', is: 'above', than: [value(168, 'h', judged)] }],
    read: timeToIntegration,
  },
  {
    key: 'HCR',
    title: 'Homework done',
    says: 'Homework done divided by homework given.',
    unit: '1',
    window: days(30),
    lines: [{ name: 'concern', is: 'below', than: share(0.5) }],
    read({ homework }, { today }, windowDays) {
      const given = within(homework, today, windowDays)
      return { result: ratio(given.filter(({ done }) => done).length, given.length), from: idsOf(given) }
    },
  },
  {
    key: 'JPD',
    title: 'Doses with a journal entry',
    says: 'Doses with an entry within 48 hours divided by all doses.',
    unit: '1',
    lines: [{ name: 'concern', is: 'below', than: share(0.5) }],
    read: journalled,
  },
  {
    key: 'DIR',
    title: 'Doses for each integration visit',
    says: 'Doses divided by attended visits.',
    unit: '1',
    window: days(90),
    lines: [{ name: 'concern', is: 'above', than: share(2) }],
    read(record, now, windowDays) {
      const doses = within(record.dosesGiven, now.today, windowDays)
      const visits = attendedIn(record, now, windowDays)
      return { ...perOne(doses.length, visits.length), from: [...idsOf(doses), ...idsOf(visits)] }
    },
  },
  {
    key: 'ASK',
    title: 'Requests for each integration visit',
    says: 'Doses that the patient asked for divided by attended visits.',
    unit: '1',
    window: days(60),
    lines: [{ name: 'concern', is: 'at-least', than: share(1) }],
    read(record, now, windowDays) {
      const requests = requestsByPatient(record, now, windowDays)
      return { ...perOne(requests.length, attendedIn(record, now, windowDays).length), from: idsOf(requests) }
    },
  },
  {
    key: 'ESC',
    title: 'Asking to get away from feelings',
    says: 'Of the doses that the patient asked for, the share with that reason; from 2 requests on.',
    unit: '1',
    window: days(60),
    lines: [{ name: 'concern', is: 'at-least', than: share(0.5) }],
    read: awayFromFeelings,
  },
  {
    key: 'WELL',
    title: 'Weeks well',
    says: 'Of the last 12 weeks, those at whose end the PHQ-9 that stands is below 5.',
    unit: 'wk',
    window: days(84),
    lines: [{ name: 'discuss-spacing', is: 'at-least', than: [value(8, 'wk', judged)] }],
    read: weeksWell,
  },
]

const comparisons: Readonly<Record<ConcernLine['is'], (result: number, line: number) => boolean>> = {
  below: (result, line) => result < line,
  above: (result, line) => result > line,
  'at-least': (result, line) => result >= line,
}

/** Every measure as of a moment, in the order in which clinicians list them. */
export function engagement(record: EngagementRecord, now: Now): readonly EngagementReading[] {
  return engagementMeasures.map(({ key, title, unit, window, lines, read }) => {
    const { result, compared = result, from } = read(record, now, window ? amount(window) : 0)
    const verdictOf = ({ is, than }: ConcernLine): Verdict => {
      if (compared === null) return 'unknown'
      return comparisons[is](compared, amount(than)) ? 'fires' : 'clear'
    }
    return {
      key,
      title,
      unit,
      result,
      from,
      lines: lines.map((line) => ({ name: line.name, verdict: verdictOf(line) })),
    }
  })
}
