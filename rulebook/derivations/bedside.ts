/** Arithmetic of body, dose, bedside readings and leaving. */
import type { DatedValues, Derivation, Facts, FactValue, ReadFact } from '@keel/engine'
import { value } from '../values.ts'
import { from, numbers, rounded } from './arithmetic.ts'

const devine = { cites: 'devine-1974', confidence: 'high', basis: 'src' } as const
const extended = { cites: ['szarmach-2020', 'esketamine-label-us'], confidence: 'low', basis: 'drv' } as const

/** The numbers of the arithmetic. */
export const arithmetic = {
  idealWeightFromBmi: [value(30, 'kg/m2', { cites: 'sanacora-2017', confidence: 'med', basis: 'src' })],
  idealWeightMale: [value(50, 'kg', devine)],
  idealWeightFemale: [value(45.5, 'kg', devine)],
  idealWeightPerCm: [value(0.91, 'kg/cm', devine)],
  idealWeightFromHeight: [value(152.4, 'cm', devine)],
  readingGap: [value(10, 'min', { cites: 'esketamine-label-us', confidence: 'high', basis: 'src' })],
  olderAge: [value(65, 'a', extended)],
  systolicBeforeDose: [value(140, 'mm[Hg]', extended)],
  diastolicBeforeDose: [value(90, 'mm[Hg]', extended)],
} as const satisfies Readonly<Record<string, DatedValues>>
type ArithmeticName = keyof typeof arithmetic

const amount = (name: ArithmeticName): number => arithmetic[name][0].is as number
const used = (...names: readonly ArithmeticName[]) => Object.fromEntries(names.map((name) => [name, arithmetic[name]]))

function dosingWeight(read: ReadFact): FactValue {
  const [weight, bmi] = numbers(read, 'weight_kg', 'bmi') ?? []
  if (weight === undefined || bmi === undefined) return undefined
  if (bmi < amount('idealWeightFromBmi')) return weight
  const sex = read('sex')
  const [height] = numbers(read, 'height_cm') ?? []
  if (height === undefined || typeof sex !== 'string') return undefined
  const base = amount(sex === 'male' ? 'idealWeightMale' : 'idealWeightFemale')
  const ideal = base + amount('idealWeightPerCm') * (height - amount('idealWeightFromHeight'))
  return ideal > 0 ? rounded(Math.min(weight, ideal)) : undefined
}

function weightChange(read: ReadFact): FactValue {
  const basis = read('order.weight_basis')
  const [weight, ordered] = numbers(read, 'weight_kg', 'order.ordered_weight_kg') ?? []
  if (weight === undefined || ordered === undefined || basis === undefined) return undefined
  const change = (now: number) => rounded((Math.abs(now - ordered) / ordered) * 100)
  if (basis !== 'ideal') return change(weight)
  const dosing = read('derived.dosing_weight_kg')
  return typeof dosing === 'number' ? Math.min(change(weight), change(dosing)) : undefined
}

/** The later of two readings; wanted anew when the second came too soon after the first. */
function laterReading(last: string, first: string) {
  return (read: ReadFact, want: (path: string) => void): FactValue => {
    const [reading, , between] = numbers(read, last, first, 'vitals.minutes_between') ?? []
    if (reading === undefined || between === undefined) return undefined
    if (between >= amount('readingGap')) return reading
    want('vitals.minutes_between')
    return undefined
  }
}

function percentOff(now: string, baseline: string) {
  return from(
    [now, baseline],
    (reading, before) => (Math.abs((reading as number) - (before as number)) / (before as number)) * 100,
  )
}

function pressureFalling(read: ReadFact): FactValue {
  const paths = ['discharge.sbp', 'discharge.previous_sbp', 'discharge.dbp', 'discharge.previous_dbp']
  const [sbp, previousSbp, dbp, previousDbp] = (numbers(read, ...paths) ?? []) as number[]
  if (sbp === undefined || previousSbp === undefined || dbp === undefined || previousDbp === undefined) return undefined
  return sbp <= previousSbp && dbp <= previousDbp
}

const sedating = ['benzodiazepine', 'cns-depressant', 'opioid']

/** Whether a part of a question holds; `undefined` when its facts are not known. */
type Part = boolean | undefined

function sedativeTaken(read: ReadFact, want: (path: string) => void): Part {
  const medications = read('medications')
  if (!Array.isArray(medications)) return undefined
  let open = false
  for (const [index, { classes }] of (medications as readonly Facts[]).entries()) {
    if (Array.isArray(classes)) {
      if (classes.some((one) => sedating.includes(one as string))) return true
    } else {
      want(`medications[${index}].class`)
      open = true
    }
  }
  return open ? undefined : false
}

function untreatedApnoea(read: ReadFact, want: (path: string) => void): Part {
  const conditions = read('conditions')
  if (!Array.isArray(conditions)) return undefined
  let open = false
  for (const [index, { key, treated, status }] of (conditions as readonly Facts[]).entries()) {
    if (key !== 'obstructive-sleep-apnea' || treated === true || status === 'treated') continue
    if (treated === false || status === 'untreated') return true
    want(`conditions[${index}].treated`)
    open = true
  }
  return open ? undefined : false
}

function above(read: ReadFact, path: string, limit: number, inclusive: boolean): Part {
  const [reading] = numbers(read, path) ?? []
  if (reading === undefined) return undefined
  return inclusive ? reading >= limit : reading > limit
}

function extendedObservation(read: ReadFact, want: (path: string) => void): FactValue {
  const parts = [
    above(read, 'age', amount('olderAge'), true),
    above(read, 'discharge.baseline_sbp', amount('systolicBeforeDose'), false),
    above(read, 'discharge.baseline_dbp', amount('diastolicBeforeDose'), false),
    sedativeTaken(read, want),
    untreatedApnoea(read, want),
  ]
  if (parts.includes(true)) return true
  return parts.includes(undefined) ? undefined : false
}

export const bedside: Readonly<Record<string, Derivation>> = {
  bmi: {
    version: 1,
    says: 'Weight divided by height squared',
    values: {},
    compute: from(['weight_kg', 'height_cm'], (weight, height) => (weight as number) / ((height as number) / 100) ** 2),
  },
  height_cm: {
    version: 1,
    says: 'Height from weight and a stated body mass index',
    values: {},
    compute: from(['weight_kg', 'bmi'], (weight, bmi) => Math.sqrt((weight as number) / (bmi as number)) * 100),
  },
  'derived.dosing_weight_kg': {
    version: 1,
    says: 'Actual weight below the body mass index limit; from the limit on ideal weight by Devine, never above actual weight',
    values: used(
      'idealWeightFromBmi',
      'idealWeightMale',
      'idealWeightFemale',
      'idealWeightPerCm',
      'idealWeightFromHeight',
    ),
    compute: dosingWeight,
  },
  'order.dose_mg_per_kg': {
    version: 1,
    says: 'Ordered dose divided by dosing weight',
    values: {},
    compute: from(
      ['order.dose_mg', 'derived.dosing_weight_kg'],
      (dose, weight) => (dose as number) / (weight as number),
    ),
  },
  'order.rate_mg_per_h': {
    version: 1,
    says: 'Ordered dose divided by planned duration',
    values: {},
    compute: from(
      ['order.dose_mg', 'order.duration_min'],
      (dose, minutes) => ((dose as number) / (minutes as number)) * 60,
    ),
  },
  'derived.rate_mg_per_kg_h': {
    version: 1,
    says: 'Planned rate divided by dosing weight',
    values: {},
    compute: from(
      ['order.rate_mg_per_h', 'derived.dosing_weight_kg'],
      (rate, weight) => (rate as number) / (weight as number),
    ),
  },
  'derived.weight_change_percent': {
    version: 1,
    says: 'How far the weight of the order is off today’s weight; off today’s dosing weight, if nearer, when the order used ideal weight',
    values: {},
    compute: weightChange,
  },
  'derived.gate_sbp': {
    version: 1,
    says: 'Systolic pressure of the later of two readings far enough apart',
    values: used('readingGap'),
    compute: laterReading('vitals.sbp', 'vitals.first_sbp'),
  },
  'derived.gate_dbp': {
    version: 1,
    says: 'Diastolic pressure of the later of two readings far enough apart',
    values: used('readingGap'),
    compute: laterReading('vitals.dbp', 'vitals.first_dbp'),
  },
  'derived.bls_staff_spare': {
    version: 1,
    says: 'BLS-current staff less one for each other running dose',
    values: {},
    compute: from(
      ['site.bls_staff_on_site', 'site.patients_in_infusion'],
      (staff, running) => (staff as number) - (running as number),
    ),
  },
  'derived.discharge_pressure_falling': {
    version: 1,
    says: 'Neither pressure is above the reading before',
    values: {},
    compute: pressureFalling,
  },
  'derived.discharge_sbp_percent_off_baseline': {
    version: 1,
    says: 'Distance of the systolic pressure from that before the dose',
    values: {},
    compute: percentOff('discharge.sbp', 'discharge.baseline_sbp'),
  },
  'derived.discharge_dbp_percent_off_baseline': {
    version: 1,
    says: 'Distance of the diastolic pressure from that before the dose',
    values: {},
    compute: percentOff('discharge.dbp', 'discharge.baseline_dbp'),
  },
  'derived.discharge_spo2_below_baseline': {
    version: 1,
    says: 'How far the saturation is below that before the dose',
    values: {},
    compute: from(['discharge.baseline_spo2', 'discharge.spo2'], (before, now) => (before as number) - (now as number)),
  },
  'response.percent_improvement': {
    version: 1,
    says: 'Fall of the score since baseline',
    values: {},
    compute: from(
      ['response.baseline', 'response.current'],
      (baseline, current) => (((baseline as number) - (current as number)) / (baseline as number)) * 100,
    ),
  },
  'discharge.extended_observation': {
    version: 1,
    says: 'Older age, high pressure before the dose, a sedative or opioid, or untreated sleep apnoea',
    values: used('olderAge', 'systolicBeforeDose', 'diastolicBeforeDose'),
    compute: extendedObservation,
  },
}
