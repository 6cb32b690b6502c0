/**
 * The medicines that the rulebook understands, each with its RxNorm code and its classes: rules speak of classes, so one
 * ingredient can concern several. A medicine outside this list is accepted only with its class; without one it is
 * refused with the nearest name. A code that is not `verified` was written from memory and is never given to another
 * system as if it were certain.
 */

/** Classes that a chart may state for a medicine that is not listed here. */
export const medicationClasses = [
  'opioid',
  'benzodiazepine',
  'cns-depressant',
  'stimulant',
  'maoi',
  'sympathomimetic',
  'nmda-antagonist',
  'cyp-inhibitor',
  'cyp-inducer',
  'nasal-steroid-decongestant',
  'none-of-these',
] as const
export type MedicationClass = (typeof medicationClasses)[number]

/** Classes that only a listed ingredient has: a rule speaks of these few substances and of no wider group. */
export const ingredientClasses = [
  ...medicationClasses,
  'buprenorphine',
  'sodium-oxybate',
  'theophylline',
  'naltrexone',
  'lamotrigine',
  'thyroid-hormone',
  'ketamine',
] as const
export type IngredientClass = (typeof ingredientClasses)[number]

export interface MedicationEntry {
  /** RxNorm concept of the ingredient; `null` where none was stated. */
  readonly rxcui: string | null
  readonly verified: boolean
  readonly classes: readonly IngredientClass[]
}

/** @param rxcui with `v` for a confirmed pair of code and name, `m` for one from memory; `null` where there is none. */
function medicine(rxcui: `${number}${'v' | 'm'}` | null, ...classes: readonly IngredientClass[]): MedicationEntry {
  if (rxcui === null) return { rxcui, verified: false, classes }
  return { rxcui: rxcui.slice(0, -1), verified: rxcui.endsWith('v'), classes }
}

/** RxNorm ingredient name, lower case. */
export const medications = {
  diazepam: medicine('3322v', 'benzodiazepine'),
  lorazepam: medicine('6470m', 'benzodiazepine'),
  clonazepam: medicine('2598m', 'benzodiazepine'),
  alprazolam: medicine('596m', 'benzodiazepine'),
  temazepam: medicine('10355m', 'benzodiazepine'),

  morphine: medicine('7052v', 'opioid'),
  oxycodone: medicine('7804v', 'opioid'),
  hydrocodone: medicine('5489m', 'opioid'),
  methadone: medicine('6813v', 'opioid'),
  tramadol: medicine('10689v', 'opioid'),
  codeine: medicine('2670v', 'opioid'),
  fentanyl: medicine('4337v', 'opioid'),
  buprenorphine: medicine('1819m', 'opioid', 'buprenorphine'),

  zolpidem: medicine('39993m', 'cns-depressant'),
  eszopiclone: medicine('461016m', 'cns-depressant'),
  gabapentin: medicine('25480m', 'cns-depressant'),
  pregabalin: medicine('187832m', 'cns-depressant'),
  quetiapine: medicine('51272m', 'cns-depressant'),
  baclofen: medicine('1292m', 'cns-depressant'),
  diphenhydramine: medicine('3498m', 'cns-depressant'),
  'sodium oxybate': medicine(null, 'sodium-oxybate', 'cns-depressant'),
  'mixed oxybates': medicine(null, 'sodium-oxybate', 'cns-depressant'),
  ethanol: medicine('448v', 'cns-depressant'),

  methylphenidate: medicine('6901v', 'stimulant'),
  amphetamine: medicine('725m', 'stimulant'),
  lisdexamfetamine: medicine('700810m', 'stimulant'),
  modafinil: medicine('30125v', 'stimulant'),
  armodafinil: medicine(null, 'stimulant'),

  phenelzine: medicine('8123m', 'maoi'),
  tranylcypromine: medicine('10734m', 'maoi'),
  isocarboxazid: medicine('6011m', 'maoi'),
  selegiline: medicine('9639m', 'maoi'),
  linezolid: medicine('190376m', 'maoi'),

  theophylline: medicine('10438m', 'theophylline'),
  aminophylline: medicine('689m', 'theophylline'),

  ephedrine: medicine(null, 'sympathomimetic'),
  pseudoephedrine: medicine('8896m', 'sympathomimetic'),
  midodrine: medicine(null, 'sympathomimetic'),
  vasopressin: medicine('11149m', 'sympathomimetic'),

  clarithromycin: medicine('21212m', 'cyp-inhibitor'),
  ritonavir: medicine(null, 'cyp-inhibitor'),
  cobicistat: medicine(null, 'cyp-inhibitor'),
  ketoconazole: medicine('6135m', 'cyp-inhibitor'),
  voriconazole: medicine('121243m', 'cyp-inhibitor'),
  ticlopidine: medicine('10594m', 'cyp-inhibitor'),
  clopidogrel: medicine('32968v', 'cyp-inhibitor'),
  grapefruit: medicine(null, 'cyp-inhibitor'),
  // Studied with oral ketamine: no change in the parent drug.
  itraconazole: medicine('28031m', 'none-of-these'),

  rifampin: medicine('9384m', 'cyp-inducer'),
  carbamazepine: medicine('2002v', 'cyp-inducer'),
  phenytoin: medicine('8183v', 'cyp-inducer'),
  phenobarbital: medicine('8134m', 'cyp-inducer', 'cns-depressant'),
  efavirenz: medicine('195085v', 'cyp-inducer'),
  "st john's wort": medicine(null, 'cyp-inducer'),

  memantine: medicine('6719m', 'nmda-antagonist'),
  amantadine: medicine('620m', 'nmda-antagonist'),
  dextromethorphan: medicine('3289v', 'nmda-antagonist'),

  naltrexone: medicine('7243v', 'naltrexone'),
  lamotrigine: medicine('28439v', 'lamotrigine'),
  levothyroxine: medicine('10582m', 'thyroid-hormone'),
  liothyronine: medicine('10814m', 'thyroid-hormone'),

  ketamine: medicine('6130m', 'ketamine'),
  esketamine: medicine('2119365m', 'ketamine'),

  oxymetazoline: medicine(null, 'nasal-steroid-decongestant'),
  xylometazoline: medicine(null, 'nasal-steroid-decongestant'),
  // In the nose a decongestant, by any other way a sympathomimetic.
  phenylephrine: medicine(null, 'nasal-steroid-decongestant', 'sympathomimetic'),
  fluticasone: medicine(null, 'nasal-steroid-decongestant'),
  mometasone: medicine(null, 'nasal-steroid-decongestant'),
  budesonide: medicine(null, 'nasal-steroid-decongestant'),

  // No dose change and no rule: antidepressants and mood stabilisers.
  bupropion: medicine('42347v', 'none-of-these'),
  citalopram: medicine(null, 'none-of-these'),
  escitalopram: medicine(null, 'none-of-these'),
  fluoxetine: medicine(null, 'none-of-these'),
  fluvoxamine: medicine(null, 'none-of-these'),
  paroxetine: medicine(null, 'none-of-these'),
  sertraline: medicine(null, 'none-of-these'),
  venlafaxine: medicine(null, 'none-of-these'),
  desvenlafaxine: medicine(null, 'none-of-these'),
  duloxetine: medicine(null, 'none-of-these'),
  milnacipran: medicine(null, 'none-of-these'),
  levomilnacipran: medicine(null, 'none-of-these'),
  mirtazapine: medicine(null, 'none-of-these'),
  lithium: medicine(null, 'none-of-these'),
  valproate: medicine(null, 'none-of-these'),
} as const satisfies Readonly<Record<string, MedicationEntry>>

/** Other spellings, in lower case, of names above. */
const otherNames: Readonly<Record<string, keyof typeof medications>> = {
  "st. john's wort": "st john's wort",
  'st johns wort': "st john's wort",
  hypericum: "st john's wort",
  rifampicin: 'rifampin',
  amfetamine: 'amphetamine',
  alcohol: 'ethanol',
  'grapefruit juice': 'grapefruit',
  's-ketamine': 'esketamine',
}

export const medicationNames: readonly string[] = [...Object.keys(medications), ...Object.keys(otherNames)]

/** The name as it is listed; `undefined` for a medicine that is not. */
export function listedMedicine(name: string): keyof typeof medications | undefined {
  const plain = name.trim().toLowerCase().replaceAll('’', "'")
  if (Object.hasOwn(medications, plain)) return plain as keyof typeof medications
  return Object.hasOwn(otherNames, plain) ? otherNames[plain] : undefined
}

/** Whether a medicine is sold as a nose spray and hardly as anything else, so that its route need not be said. */
export function isForTheNoseAlone(name: string): boolean {
  const listed = listedMedicine(name)
  return listed === 'oxymetazoline' || listed === 'xylometazoline'
}

/** The classes of a medicine: those of its name and the one stated with it; `undefined` when neither says anything. */
export function classesOf(medication: {
  readonly name: string
  readonly class?: MedicationClass | null | undefined
}): readonly IngredientClass[] | undefined {
  const listed = listedMedicine(medication.name)
  const own: readonly IngredientClass[] = listed ? medications[listed].classes : []
  const classes = new Set([...own, ...(medication.class ? [medication.class] : [])])
  return classes.size > 0 ? [...classes] : undefined
}
