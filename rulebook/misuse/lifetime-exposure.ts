/**
 * What a patient has had of ketamine and esketamine, ever: so that "low and spaced" can be seen in one place. Milligrams are of base.
 */
import { type DatedValue, type IsoDay, valueOn } from '@keel/engine'
import { rounded } from '../derivations/arithmetic.ts'
import { value } from '../values.ts'
import { daysBetween, upTo, within } from './days.ts'
import type { DoseGiven, exposureRoutes } from './misuse-record.ts'
import { median } from './theil-sen.ts'

type Route = (typeof exposureRoutes)[number]

/** The share of a dose that reaches the blood. */
export const bioavailability = {
  IV: [value(1, '1', { cites: 'judgement', confidence: 'high', basis: 'drv' })],
  IM: [value(0.93, '1', { cites: ['grant-1981', 'clements-1982'], confidence: 'med', basis: 'src' })],
  IN: [value(0.45, '1', { cites: 'yanagihara-2003', confidence: 'low', basis: 'src' })],
  SL: [value(0.29, '1', { cites: 'rolan-2014', confidence: 'high', basis: 'src' })],
  PO: [value(0.17, '1', { cites: ['grant-1981', 'yanagihara-2003'], confidence: 'med', basis: 'src' })],
} as const satisfies Record<Route, readonly DatedValue[]>

/** Sources differ most for racemic ketamine in the nose; the lowest that was measured. */
export const lowestNasalBioavailability = [value(0.11, '1', { cites: 'pt-2022', confidence: 'high', basis: 'src' })]

const modelled = { cites: 'perez-ruixo-2021', confidence: 'high', basis: 'src' } as const
/** Nasal esketamine, by the dose from which it holds: each further device reaches the blood a little less. */
export const nasalEsketamine = [
  { fromMg: 84, share: [value(0.51, '1', modelled)] },
  { fromMg: 56, share: [value(0.54, '1', modelled)] },
  { fromMg: 0, share: [value(0.62, '1', modelled)] },
] as const

const series = { cites: ['zarate-2006', 'murrough-2013'], confidence: 'high', basis: 'drv' } as const
/** To hold a lifetime beside. */
export const exposureReferences = {
  oneInfusion: [value(35, 'mg', series)],
  sixInfusions: [value(210, 'mg', series)],
  heavyUseTimesClinical: [value(90, '1', { cites: 'van-amsterdam-2022', confidence: 'high', basis: 'src' })],
} as const

export interface LifetimeExposure {
  readonly lifetimeMg: number
  readonly lifetimeMgByRoute: Readonly<Record<Route, number>>
  /** What reached the blood, by the share of each route. */
  readonly systemicMg: number
  /** The same with the lowest share for racemic ketamine in the nose. */
  readonly systemicMgLow: number
  /** Doses in windows that end today. */
  readonly doses30Days: number
  readonly doses90Days: number
  readonly doses365Days: number
  /** Different days with a dose in 365 days. */
  readonly doseDays365Days: number
  /** Days between one day with a dose and the next; `null` before there are two. */
  readonly minIntervalDays: number | null
  readonly medianIntervalDays: number | null
  /** How many series of six infusions the systemic amount comes to. */
  readonly inSeriesOfSix: number
}

/** @param doses every dose on record, in any order; those that lie ahead of today are left out. */
export function lifetimeExposure(doses: readonly DoseGiven[], today: IsoDay): LifetimeExposure {
  const given = upTo(doses, today)
  const intervals = intervalsOf(given)
  const systemicMg = sum(given.map((dose) => dose.doseMg * shareOf(dose)))
  const year = within(given, today, 365)
  return {
    lifetimeMg: sum(given.map(({ doseMg }) => doseMg)),
    lifetimeMgByRoute: byRoute(given),
    systemicMg,
    systemicMgLow: sum(given.map((dose) => dose.doseMg * lowestShareOf(dose))),
    doses30Days: within(given, today, 30).length,
    doses90Days: within(given, today, 90).length,
    doses365Days: year.length,
    doseDays365Days: new Set(year.map(({ on }) => on)).size,
    minIntervalDays: intervals.length === 0 ? null : Math.min(...intervals),
    medianIntervalDays: median(intervals),
    inSeriesOfSix: rounded(systemicMg / amount(exposureReferences.sixInfusions)),
  }
}

const sum = (numbers: readonly number[]): number => rounded(numbers.reduce((total, one) => total + one, 0))
const amount = (values: readonly DatedValue[]): number => valueOn('amount', values, undefined).is as number

/** A dose between two that were modelled takes the share of the lower one, which is the larger. */
function shareOf({ drug, route, doseMg }: DoseGiven): number {
  if (drug !== 'esketamine' || route !== 'IN') return amount(bioavailability[route])
  const { share } = nasalEsketamine.find(({ fromMg }) => doseMg >= fromMg) ?? nasalEsketamine[2]
  return amount(share)
}

function lowestShareOf(dose: DoseGiven): number {
  return dose.drug === 'ketamine' && dose.route === 'IN' ? amount(lowestNasalBioavailability) : shareOf(dose)
}

function byRoute(doses: readonly DoseGiven[]): Readonly<Record<Route, number>> {
  const on = (route: Route): number => sum(doses.filter((dose) => dose.route === route).map(({ doseMg }) => doseMg))
  return { IV: on('IV'), IM: on('IM'), IN: on('IN'), SL: on('SL'), PO: on('PO') }
}

function intervalsOf(doses: readonly DoseGiven[]): readonly number[] {
  const doseDays = [...new Set(doses.map(({ on }) => on))]
  return doseDays.slice(1).map((day, index) => daysBetween(doseDays[index] as IsoDay, day))
}
