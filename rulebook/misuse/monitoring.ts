/**
 * What is due in the long run: liver, urine, bladder, kidney, memory. Due is a task; when
 * it holds a dose is the business of the rules.
 */
import { type DatedValue, type DatedValues, fill, type IsoDay, valueOn } from '@keel/engine'
import type { SourceId } from '../sources.ts'
import { unitLabels, value } from '../values.ts'
import { monthsAfter } from './days.ts'

export const monitoringTests = [
  'liver',
  'urinalysis',
  'icsi',
  'kidney',
  'pregnancy-test',
  'cognition',
  'vital-signs',
] as const
export type MonitoringTest = (typeof monitoringTests)[number]

export interface MonitoringRow {
  readonly test: MonitoringTest
  readonly title: string
  /** When it is due. `{name}` stands for the value of that name. */
  readonly says: string
  /** What a result asks for. */
  readonly action: string
  readonly values: Readonly<Record<string, DatedValues>>
  readonly cites: readonly SourceId[]
}

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const
const labelled = { cites: ['ketamine-label-us', 'judgement'], confidence: 'low', basis: 'drv' } as const
const uln = (is: number) => [value(is, '{xULN}', judged)]

const every = { doses: [value(12, '1', labelled)], months: [value(3, 'mo', labelled)] } as const
const icsiMonths = [value(1, 'mo', judged)]
const kidneyMonths = [value(12, 'mo', judged)]
const kidneyIcsi = [value(6, '{score}', { cites: ['judgement', 'taiwan-luts-2019'], confidence: 'low', basis: 'drv' })]
const cognitionDoses = [value(10, '1', judged)]
const cognitionMonths = [value(6, 'mo', judged)]

export const monitoringTable: readonly MonitoringRow[] = [
  {
    test: 'liver',
    title: 'ALT, AST, ALP, GGT, bilirubin',
    says: 'At baseline, then every {doses} doses or {months}, whichever comes first.',
    action:
      'Above {raised} with symptoms or bilirubin above {bilirubin}, or above {high} alone: hold, and test again within {soon}. From {mild} to {raised}: test again in {from} to {to}.',
    values: {
      ...every,
      raised: uln(3),
      bilirubin: uln(2),
      high: uln(5),
      mild: uln(2),
      soon: [value(7, 'd', judged)],
      from: [value(2, 'wk', judged)],
      to: [value(4, 'wk', judged)],
    },
    cites: ['ketamine-label-us', 'noppers-2011'],
  },
  {
    test: 'urinalysis',
    title: 'Urine, by dipstick and microscope',
    says: 'At baseline, then every {doses} doses or {months}, whichever comes first, and with any new bladder symptom.',
    action: 'White cells or blood with a negative culture: take the ICSI, no doses at home, and ask urology.',
    values: every,
    cites: ['ketamine-label-us', 'winstock-2012'],
  },
  {
    test: 'icsi',
    title: 'ICSI',
    says: 'At baseline, then each month in maintenance.',
    action: 'See the codes P19 and SX2 of the misuse-risk tier.',
    values: { months: icsiMonths },
    cites: ['taiwan-luts-2019', 'judgement'],
  },
  {
    test: 'kidney',
    title: 'Creatinine and estimated filtration',
    says: 'At baseline, then every {months}, and when the ICSI is {icsi} or more.',
    action: 'A fall is for the prescriber to explain.',
    values: { months: kidneyMonths, icsi: kidneyIcsi },
    cites: ['judgement'],
  },
  {
    test: 'pregnancy-test',
    title: 'Pregnancy test',
    says: 'Where the patient can become pregnant: as the consent says, and as the rules of the day ask.',
    action: 'See the rules on pregnancy.',
    values: {},
    cites: ['esketamine-label-us', 'judgement'],
  },
  {
    test: 'cognition',
    title: 'Memory and attention, by a short test',
    says: 'At baseline where more than {doses} doses in a lifetime are planned, then every {months}.',
    action: 'A fall beyond the test’s reliable change: review.',
    values: { doses: cognitionDoses, months: cognitionMonths },
    cites: ['van-amsterdam-2022', 'judgement'],
  },
  {
    test: 'vital-signs',
    title: 'Blood pressure and pulse',
    says: 'At every dose: before, at its peak, and before leaving.',
    action: 'See the rules on blood pressure and the protocol’s readings.',
    values: {},
    cites: ['esketamine-label-us'],
  },
]

/** The tests that come round by the calendar; the others belong to the day of a dose. */
type Recurring = Exclude<MonitoringTest, 'pregnancy-test' | 'vital-signs'>

export interface LastTested {
  /** The day of the newest result; `null`: never. */
  readonly on: IsoDay | null
  readonly dosesSince: number
}

export interface MonitoringFacts {
  readonly today: IsoDay
  readonly last: Readonly<Record<Recurring, LastTested>>
  readonly inMaintenance: boolean
  /** Bladder symptoms that began since the last urine test. */
  readonly newBladderSymptoms: boolean
  /** The newest ICSI, and whether the kidneys were tested since; `null`: not known. */
  readonly icsi: number | null
  readonly kidneyTestedSinceIcsi: boolean
  /** Doses so far and still planned, ever; `null`: not known, which counts as many. */
  readonly lifetimeDosesPlanned: number | null
}

export interface MonitoringDue {
  readonly test: Recurring
  readonly title: string
  /** The day from which it is due by the calendar; `null` when something else makes it due, or it never was done. */
  readonly since: IsoDay | null
  readonly because: string
  readonly sources: readonly string[]
}

/** What is due today, with the reason and its sources, in the order of the table. */
export function monitoringDue(facts: MonitoringFacts): readonly MonitoringDue[] {
  return monitoringTable.flatMap((row) => {
    const { test, title, cites, values } = row
    if (test === 'pregnancy-test' || test === 'vital-signs') return []
    const reason = reasonOf[test](facts)
    if (reason === null) return []
    const because = fill(reason.because, newestOf(values), { unitLabels })
    const sources = new Set([...cites, ...Object.values(values).flatMap((dated) => dated.flatMap((one) => one.cites))])
    return [{ test, title, since: reason.since, because, sources: [...sources] }]
  })
}

/** When a row is due, with its numbers. */
export function monitoringSays({ says, values }: MonitoringRow): string {
  return fill(says, newestOf(values), { unitLabels })
}

/** What a result of a row asks for, with its numbers. */
export function monitoringAction({ action, values }: MonitoringRow): string {
  return fill(action, newestOf(values), { unitLabels })
}

function newestOf(values: MonitoringRow['values']): Readonly<Record<string, DatedValue>> {
  return Object.fromEntries(Object.entries(values).map(([name, dated]) => [name, valueOn(name, dated, undefined)]))
}

interface Reason {
  readonly since: IsoDay | null
  readonly because: string
}

const amount = (values: DatedValues): number => valueOn('amount', values, undefined).is as number
const never: Reason = { since: null, because: 'There is no baseline yet.' }

const old = 'The last one is {months} old.'

function afterMonths({ on }: LastTested, months: DatedValues, today: IsoDay, because = old): Reason | null {
  if (on === null) return never
  const since = monthsAfter(on, amount(months))
  return since <= today ? { since, because } : null
}

function afterDosesOrMonths(last: LastTested, today: IsoDay): Reason | null {
  const byCalendar = afterMonths(last, every.months, today)
  if (byCalendar !== null) return byCalendar
  return last.dosesSince >= amount(every.doses) ? { since: null, because: '{doses} doses since the last one.' } : null
}

const reasonOf: Readonly<Record<Recurring, (facts: MonitoringFacts) => Reason | null>> = {
  liver: ({ last, today }) => afterDosesOrMonths(last.liver, today),
  urinalysis: ({ last, today, newBladderSymptoms }) =>
    newBladderSymptoms
      ? { since: null, because: 'There are new bladder symptoms.' }
      : afterDosesOrMonths(last.urinalysis, today),
  icsi({ last, today, inMaintenance }) {
    if (last.icsi.on === null) return never
    return inMaintenance ? afterMonths(last.icsi, icsiMonths, today, 'The last one is a month old.') : null
  },
  kidney({ last, today, icsi, kidneyTestedSinceIcsi }) {
    const byCalendar = afterMonths(last.kidney, kidneyMonths, today)
    if (byCalendar !== null) return byCalendar
    const symptomatic = icsi !== null && icsi >= amount(kidneyIcsi) && !kidneyTestedSinceIcsi
    return symptomatic ? { since: null, because: 'The ICSI is {icsi} or more.' } : null
  },
  cognition({ last, today, lifetimeDosesPlanned }) {
    const many = lifetimeDosesPlanned === null || lifetimeDosesPlanned > amount(cognitionDoses)
    return many ? afterMonths(last.cognition, cognitionMonths, today) : null
  },
}
