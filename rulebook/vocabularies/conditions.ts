/**
 * The conditions that the rulebook understands, with their codes. A condition outside this list is refused with the
 * nearest name, never passed over: a rulebook that has no rule for a condition must not answer as if it were absent.
 * Only codes are kept here, never the text of a terminology. A code that is not `verified` was written from memory: it
 * helps to find a condition and is never given to another system as if it were certain.
 */

/** A code of a terminology, and whether the pair of code and condition was confirmed in a public list. */
export interface Code {
  readonly code: string
  readonly verified: boolean
}

export interface ConditionEntry {
  /** What a clinician calls it. */
  readonly says: string
  /** ICD-10-CM categories; `-` stands for any further characters. */
  readonly icd10: readonly Code[]
  /** SNOMED CT concepts. */
  readonly snomed: readonly Code[]
  /** Something that happened on a day: what counts is how long ago, not whether it is there now. */
  readonly event: boolean
}

/** Categories of the public ICD-10-CM list. */
const icd = (...codes: readonly string[]): readonly Code[] => codes.map((code) => ({ code, verified: true }))
const confirmed = icd
const unverified = (...codes: readonly string[]): readonly Code[] => codes.map((code) => ({ code, verified: false }))

function condition(says: string, icd10: readonly Code[] = [], snomed: readonly Code[] = []): ConditionEntry {
  return { says, icd10, snomed, event: false }
}
function event(says: string, icd10: readonly Code[] = [], snomed: readonly Code[] = []): ConditionEntry {
  return { says, icd10, snomed, event: true }
}

export const conditions = {
  'major-depressive-disorder': condition(
    'major depressive disorder',
    unverified('F32.-', 'F33.-'),
    unverified('370143000'),
  ),
  ptsd: condition('post-traumatic stress disorder', unverified('F43.1-')),
  'generalized-anxiety-disorder': condition('generalised anxiety disorder', unverified('F41.1')),
  'social-anxiety-disorder': condition('social anxiety disorder', unverified('F40.1-')),
  crps: condition('complex regional pain syndrome', unverified('G90.5-')),
  'chronic-pain': condition('chronic pain', unverified('G89.2-', 'G89.4')),

  'aortic-aneurysm': condition('aortic aneurysm', icd('I71.-'), unverified('233985008')),
  'intracranial-aneurysm': condition('intracranial aneurysm', icd('I67.1'), unverified('128609009')),
  'peripheral-aneurysm': condition('aneurysm of a peripheral artery', icd('I72.-'), unverified('432119003')),
  'arteriovenous-malformation': condition('arteriovenous malformation', icd('Q28.2', 'Q27.3-')),
  'intracerebral-hemorrhage': condition('intracerebral haemorrhage', icd('I61.-', 'I69.1-'), [
    ...confirmed('1386000'),
    ...unverified('274100004'),
  ]),
  'subarachnoid-hemorrhage': condition('subarachnoid haemorrhage', icd('I60.-')),
  'subdural-hemorrhage': condition('subdural haemorrhage', icd('I62.-')),

  'myocardial-infarction': event('myocardial infarction', icd('I21.-', 'I22.-'), unverified('22298006')),
  'unstable-angina': condition('unstable angina', icd('I20.0'), confirmed('4557003')),
  'ischemic-stroke': event('ischaemic stroke', icd('I63.-', 'Z86.73'), unverified('230690007')),
  'transient-ischemic-attack': event('transient ischaemic attack', icd('G45.-', 'Z86.73')),
  'cardiac-surgery': event('cardiac surgery'),
  'heart-failure': condition('heart failure', icd('I50.-'), unverified('84114007')),
  'arrhythmia-uncontrolled': condition('uncontrolled arrhythmia', icd('I47.-', 'I49.-')),
  'atrial-fibrillation': condition('atrial fibrillation', icd('I48.-')),
  'aortic-stenosis': condition('aortic stenosis', icd('I35.0')),
  'valve-disease': condition('heart valve disease'),
  'coronary-artery-disease': condition('coronary artery disease', icd('I25.-'), confirmed('53741008')),
  pacemaker: condition('pacemaker'),
  hypertension: condition('hypertension', icd('I10', 'I16.-'), confirmed('38341003')),

  'raised-intracranial-pressure': condition('raised intracranial pressure', icd('G93.5'), unverified('271719001')),
  'idiopathic-intracranial-hypertension': condition('idiopathic intracranial hypertension', icd('G93.2')),
  hydrocephalus: condition('hydrocephalus', icd('G91.-')),
  'intracranial-mass': condition('intracranial mass'),
  'head-injury': event('head injury'),
  'open-globe-injury': condition('open globe injury', icd('S05.2-', 'S05.3-')),
  'acute-angle-closure': condition('acute angle closure', icd('H40.21-')),
  'eye-surgery': event('eye surgery'),
  glaucoma: condition('glaucoma or raised eye pressure', icd('H40.-'), unverified('23986001')),

  'psychotic-symptoms': condition('psychotic symptoms', icd('F29', 'Z86.59'), confirmed('69322001')),
  'psychotic-depression': condition('depression with psychotic features', icd('F32.3', 'F33.3')),
  schizophrenia: condition('schizophrenia', icd('F20.-'), confirmed('58214004')),
  'schizoaffective-disorder': condition('schizoaffective disorder', icd('F25.-')),
  'other-psychosis': condition('another psychosis', icd('F29', 'Z86.59')),
  'bipolar-disorder': condition('bipolar disorder', icd('F31.-'), confirmed('13746004')),
  'manic-symptoms': condition(
    'manic or hypomanic symptoms',
    icd('F30.-', 'F31.0', 'F31.1-', 'F31.2', 'F31.6-'),
    unverified('231494001'),
  ),

  pregnancy: condition('pregnancy', icd('Z33.1', 'Z32.01', 'O00-O9A'), unverified('77386006')),
  breastfeeding: condition('breastfeeding', icd('Z39.1')),
  cirrhosis: condition('cirrhosis', icd('K74.6-'), unverified('19943007')),
  'acute-liver-failure': condition('acute liver failure', icd('K72.-'), confirmed('59927004')),

  'substance-use-disorder': condition(
    'substance use disorder',
    icd('F10.-', 'F11.-', 'F12.-', 'F13.-', 'F14.-', 'F15.-', 'F18.-', 'F19.-'),
    [...confirmed('66590003', '75544000', '31956009', '21647008'), ...confirmed('191821007')],
  ),
  'ketamine-use-disorder': condition(
    'ketamine use disorder',
    icd('F16.-', 'F19.-'),
    confirmed('724715004', '724713006'),
  ),
  'phencyclidine-use-disorder': condition('phencyclidine use disorder', icd('F16.-', 'F19.-'), confirmed('58727001')),
  'cannabis-use': condition('cannabis use without a disorder', icd('F12.9-')),
  'interstitial-cystitis': condition('interstitial cystitis', icd('N30.1-'), unverified('197834003')),
  'ulcerative-cystitis': condition('ulcerative cystitis', icd('N30.1-')),
  'ketamine-cystitis': condition('ketamine cystitis'),
  hyperthyroidism: condition('hyperthyroidism', icd('E05.-'), unverified('34486009')),
  thyrotoxicosis: condition('thyrotoxicosis', icd('E05.-'), unverified('34486009')),

  'obstructive-sleep-apnea': condition('obstructive sleep apnoea', icd('G47.33'), confirmed('78275009')),
  copd: condition('chronic obstructive pulmonary disease', icd('J44.-'), unverified('13645005')),
  'chronic-respiratory-failure': condition('chronic respiratory failure', icd('J96.1-')),
  'home-oxygen': condition('oxygen at home'),
  delirium: condition('delirium', icd('F05'), confirmed('2776000')),
  'no-decision-capacity': condition('no capacity to consent'),
  'major-neurocognitive-disorder': condition(
    'major neurocognitive disorder',
    icd('F01.-', 'F02.-', 'F03.-', 'G30.-'),
    unverified('52448006'),
  ),
  'acute-hepatic-porphyria': condition('acute hepatic porphyria', icd('E80.21', 'E80.29'), unverified('234422006')),
  epilepsy: condition('epilepsy', icd('G40.-'), unverified('84757009')),
  pheochromocytoma: condition('phaeochromocytoma or paraganglioma', icd('D35.0-', 'C74.1-')),
} as const satisfies Readonly<Record<string, ConditionEntry>>

export type ConditionKey = keyof typeof conditions
export const conditionKeys = Object.keys(conditions) as readonly ConditionKey[] as readonly [
  ConditionKey,
  ...ConditionKey[],
]

/** A condition as a chart lists it; only what the reading below needs. */
export interface ListedCondition {
  readonly key?: unknown
  readonly status?: unknown
  readonly treated?: unknown
  readonly days_ago?: unknown
  readonly years_ago?: unknown
  readonly months_since_criteria_met?: unknown
  readonly substance?: unknown
}

const daysAYear = 365.25

/**
 * A listed condition with what listing it says: years as days; treated and untreated as a status and the other way
 * round; and, where nothing tells of the past, that the patient has it now. A past event is not given a status, and what
 * a list does not say of a date stays unknown.
 */
export function asListed<C extends ListedCondition>(listed: C): C {
  const { key, status, treated, days_ago: days, years_ago: years, months_since_criteria_met: months } = listed
  const known = {
    ...listed,
    ...(typeof listed.substance === 'string' && { substance: listed.substance.trim().toLowerCase() }),
    ...(isAbsent(days) && typeof years === 'number' && { days_ago: Math.floor(years * daysAYear) }),
  }
  if (status === 'treated' || status === 'untreated')
    return isAbsent(treated) ? { ...known, treated: status === 'treated' } : known
  if (!isAbsent(status)) return known
  if (typeof treated === 'boolean') return { ...known, status: treated ? 'treated' : 'untreated' }
  const isEvent = conditions[key as ConditionKey]?.event ?? false
  const isPast = [days, years, months].some((ago) => !isAbsent(ago))
  return isEvent || isPast ? known : { ...known, status: 'current' }
}

/** A stated `null` says that it is not known, which is not the same as nothing stated: it stays unknown. */
function isAbsent(value: unknown): boolean {
  return value === undefined
}
