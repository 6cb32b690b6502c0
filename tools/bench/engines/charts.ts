/**
 * The charts that the three engines answer, in the form in which each reads them fastest. What Keel works out while it
 * answers (derived facts, the limits that the protocol states) is handed to the others ready made: in their favour.
 */
import { assessorOf, type Facts, type FactValue, factAt, factsReadBy, operandsOf, withFact } from '@keel/engine'
import { chartOf } from '../chart.ts'
import { twentyRules, wholeCondition } from './twenty-rules.ts'

/** What goes wrong in charts, one thing in each, so that every rule fires somewhere. */
const departures: readonly Readonly<Record<string, FactValue>>[] = [
  { 'vitals.hr': 131 },
  { 'vitals.hr': 41 },
  { 'vitals.spo2': 90 },
  { 'vitals.rr': 7 },
  { 'vitals.temp_c': 38.6 },
  { 'vitals.sbp': 171, 'vitals.first_sbp': 168 },
  { 'gate.last_food_h': 1.5, 'gate.last_liquid_h': 1 },
  { 'gate.alcohol_hours_ago': 5 },
  { 'gate.intoxicated': true },
  { 'gate.escort': false },
  { 'gate.consent_months_ago': 25 },
  { 'gate.pdmp_days_ago': 'never' },
  { 'gate.uds.cocaine': 'positive-unexpected' },
  { 'gate.weight_days_ago': 90 },
  { 'order.dose_mg_per_kg': 0.9 },
  { 'order.duration_min': 12 },
  { 'schedule.last_dose_days_ago': 1 },
  { 'schedule.doses_last_7_days': 5 },
  { 'schedule.doses_last_28_days': 14 },
]
/** And what is put on a list. */
const listed: readonly (readonly [list: string, item: Facts])[] = [
  ['conditions', { key: 'aortic-aneurysm', status: 'current' }],
  ['medications', { name: 'phenelzine', classes: ['maoi'] }],
]

/** As many pairs of charts, one of each protocol; those that are left have nothing of it wrong. */
const pairs = 40
export const engineChartCount = 2 * pairs

/** @param number below `engineChartCount`. */
export function engineChart(number: number): Facts {
  const chart = chartOf(number)
  const pair = Math.floor(number / 2)
  const [list, item] = listed[pair - departures.length] ?? []
  if (list !== undefined && item !== undefined)
    return { ...chart, [list]: [...(chart[list] as readonly Facts[]).slice(1), item] }
  return Object.entries(departures[pair] ?? {}).reduce((facts, [path, value]) => withFact(facts, path, value), chart)
}

const keel = assessorOf(twentyRules)
const conditions = twentyRules.rules.map(wholeCondition)
const paths = [...new Set(conditions.flatMap(factsReadBy))].filter((path) => !path.includes('[]'))
const settings = [
  ...new Set(conditions.flatMap(operandsOf).flatMap((operand) => ('setting' in operand ? [operand.setting] : []))),
]

/** Where the other engines find the limit that the protocol of a chart states. */
export const settingPath = (name: string): string => `settings.${name}`

/** The chart with every fact that the rules read, and the protocol's limits beside them. */
export function readyMade(chart: Facts): Facts {
  const derived = paths
    .filter((path) => factAt(chart, path) === undefined)
    .reduce((facts, path) => withFact(facts, path, keel.factOf(path, chart)), chart)
  const limits = settings.flatMap((name) => {
    const value = keel.settingOf(name, chart)
    return typeof value === 'object' ? [[name, value.is] as const] : []
  })
  return neverAsNumber({ ...derived, settings: Object.fromEntries(limits) }) as Facts
}

/** Later than any number, for engines that have no word for it. */
const longAgo = 1e9

function neverAsNumber(value: FactValue): FactValue {
  if (value === 'never') return longAgo
  if (Array.isArray(value)) return value.map(neverAsNumber)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, neverAsNumber(part)]))
}
