/**
 * The medicines that the running rulebook understands, each with its classes. A medicine outside this list is accepted
 * only with its class; without one it is refused with the nearest name.
 */
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

/** Classes whose interaction rules the running rulebook has. A medicine of another class cannot be answered for yet. */
export const coveredClasses: readonly MedicationClass[] = ['nasal-steroid-decongestant', 'none-of-these']

const nasal: readonly MedicationClass[] = ['nasal-steroid-decongestant']
const noRule: readonly MedicationClass[] = ['none-of-these']

/** RxNorm ingredient name, lower case -> the classes it belongs to. */
const medications: Readonly<Record<string, readonly MedicationClass[]>> = {
  oxymetazoline: nasal,
  xylometazoline: nasal,
  phenylephrine: nasal,
  fluticasone: nasal,
  mometasone: nasal,
  budesonide: nasal,
  // No dose change and no rule: SSRIs, SNRIs, mirtazapine, mood stabilisers.
  citalopram: noRule,
  escitalopram: noRule,
  fluoxetine: noRule,
  fluvoxamine: noRule,
  paroxetine: noRule,
  sertraline: noRule,
  venlafaxine: noRule,
  desvenlafaxine: noRule,
  duloxetine: noRule,
  milnacipran: noRule,
  levomilnacipran: noRule,
  mirtazapine: noRule,
  lithium: noRule,
  valproate: noRule,
}
export const medicationNames: readonly string[] = Object.keys(medications)

/** The classes of a medicine: those of its name and the one stated with it; `undefined` when neither says anything. */
export function classesOf(medication: {
  readonly name: string
  readonly class?: MedicationClass | null | undefined
}): readonly MedicationClass[] | undefined {
  const listed = Object.hasOwn(medications, medication.name) ? (medications[medication.name] ?? []) : []
  const classes = new Set([...listed, ...(medication.class ? [medication.class] : [])])
  return classes.size > 0 ? [...classes] : undefined
}
