/**
 * Arithmetic over the list of medicines: benzodiazepines and opioids added up in one unit each. Equivalence tables differ
 * among themselves, so an amount that a chart states itself is taken before one that is worked out here.
 */
import type { DatedValues, Derivation, Facts, FactValue, ReadFact } from '@keel/engine'
import { value } from '../values.ts'
import { type IngredientClass, listedMedicine, type medications } from '../vocabularies/medications.ts'
import { rounded } from './arithmetic.ts'

const ashton = { cites: 'ashton', confidence: 'low', basis: 'src' } as const
const cdc = { cites: 'cdc-2022', confidence: 'med', basis: 'src' } as const
type OfIngredients = Readonly<Partial<Record<keyof typeof medications, DatedValues>>>

/** Milligrams of diazepam for each milligram. */
const diazepamForEachMg: OfIngredients = {
  diazepam: [value(1, 'mg/mg', ashton)],
  lorazepam: [value(10, 'mg/mg', ashton)],
  clonazepam: [value(20, 'mg/mg', ashton)],
  alprazolam: [value(20, 'mg/mg', ashton)],
  temazepam: [value(0.5, 'mg/mg', ashton)],
}

/** Milligrams of oral morphine for each milligram. Fentanyl has a factor as a patch only, see below. */
const morphineForEachMg: OfIngredients = {
  morphine: [value(1, 'mg/mg', cdc)],
  oxycodone: [value(1.5, 'mg/mg', cdc)],
  hydrocodone: [value(1, 'mg/mg', cdc)],
  methadone: [value(4.7, 'mg/mg', cdc)],
  tramadol: [value(0.2, 'mg/mg', cdc)],
  codeine: [value(0.15, 'mg/mg', cdc)],
}

/** Milligrams of oral morphine a day for each microgram an hour that a fentanyl patch gives. */
const morphineForPatch = [value(2.4, 'mg/d/(ug/h)', cdc)] as const
const microgramsAnHour = 1000 / 24

/** A day's total above which a prescriber must look; the rule and the arithmetic share the number. */
export const benzodiazepineLimit = [
  value(8, 'mg/d', { cites: 'andrashko-2020', confidence: 'high', basis: 'src' }),
] as const
/** A day's total from which a prescriber must look. */
export const opioidLimit = [value(50, 'mg/d', { cites: 'cdc-2022', confidence: 'med', basis: 'src' })] as const

/** How the medicines of one class are added up. */
interface Equivalence {
  readonly of: IngredientClass
  /** The attribute by which a chart states the amount itself. */
  readonly stated: 'diazepam_equivalent_mg' | 'mme_per_day'
  readonly forEachMg: OfIngredients
  /** Counts as nothing and is never asked about. */
  readonly without?: IngredientClass
  /** Whether a sum answers the rule already: what is not known could only add to it. */
  readonly settledBy: (sum: number) => boolean
}

const benzodiazepines: Equivalence = {
  of: 'benzodiazepine',
  stated: 'diazepam_equivalent_mg',
  forEachMg: diazepamForEachMg,
  settledBy: (sum) => sum > (benzodiazepineLimit[0].is as number),
}
const opioids: Equivalence = {
  of: 'opioid',
  stated: 'mme_per_day',
  forEachMg: morphineForEachMg,
  without: 'buprenorphine',
  settledBy: (sum) => sum >= (opioidLimit[0].is as number),
}

/** The equivalence that a daily dose yields, for each attribute that may state it; `undefined` where it yields none. */
export function equivalentsOf(medicine: Facts): Readonly<Record<Equivalence['stated'], number | undefined>> {
  return { diazepam_equivalent_mg: fromDose(benzodiazepines, medicine), mme_per_day: fromDose(opioids, medicine) }
}

function factorOf({ forEachMg, of }: Equivalence, medicine: Facts): number | undefined {
  const listed = listedMedicine(medicine.name as string)
  if (of === 'opioid' && isFentanylPatch(medicine)) return (morphineForPatch[0].is as number) * microgramsAnHour
  return listed && (forEachMg[listed]?.[0]?.is as number | undefined)
}

function isFentanylPatch({ name, route }: Facts): boolean {
  return listedMedicine(name as string) === 'fentanyl' && route === 'transdermal'
}

function fromDose(equivalence: Equivalence, medicine: Facts): number | undefined {
  const factor = factorOf(equivalence, medicine)
  const { dose_mg_per_day: dose } = medicine
  return factor === undefined || typeof dose !== 'number' ? undefined : rounded(dose * factor)
}

/** What a medicine adds to the sum, or the attribute that must be known first. */
function amountOf(equivalence: Equivalence, medicine: Facts): number | string {
  const { of, stated, without } = equivalence
  const { classes } = medicine
  if (!Array.isArray(classes)) return 'class'
  if (!classes.includes(of) || (without && classes.includes(without))) return 0
  const amount = medicine[stated]
  if (typeof amount === 'number') return amount
  // Stated as unknown: not worked out behind the back of whoever stated it.
  if (amount === null || factorOf(equivalence, medicine) === undefined) return stated
  // Nobody knows a patch by its milligrams a day, so these are not what is asked for.
  return fromDose(equivalence, medicine) ?? (isFentanylPatch(medicine) ? stated : 'dose_mg_per_day')
}

function sumOf(equivalence: Equivalence) {
  return (read: ReadFact, want: (path: string) => void): FactValue => {
    const medicines = read('medications')
    if (!Array.isArray(medicines)) return undefined
    const amounts = (medicines as readonly Facts[]).map((medicine) => amountOf(equivalence, medicine))
    const known = amounts.filter((amount) => typeof amount === 'number')
    const sum = rounded(known.reduce((total, amount) => total + amount, 0))
    if (known.length === amounts.length || equivalence.settledBy(sum)) return sum
    for (const [index, amount] of amounts.entries())
      if (typeof amount === 'string') want(`medications[${index}].${amount}`)
    return undefined
  }
}

export const medicines: Readonly<Record<string, Derivation>> = {
  'derived.benzodiazepine_mg_per_day_diazepam': {
    version: 1,
    says: 'Sum over all benzodiazepines of the stated diazepam equivalent, else of the daily dose by the table; of those known, where they pass the limit already',
    values: { ...diazepamForEachMg, limit: benzodiazepineLimit },
    compute: sumOf(benzodiazepines),
  },
  'derived.opioid_mme_per_day': {
    version: 1,
    says: 'Sum over all opioids but buprenorphine of the stated morphine equivalent, else of the daily dose by the table (of fentanyl only as a patch); of those known, where they reach the limit already',
    values: { ...morphineForEachMg, fentanylPatch: morphineForPatch, limit: opioidLimit },
    compute: sumOf(opioids),
  },
}
