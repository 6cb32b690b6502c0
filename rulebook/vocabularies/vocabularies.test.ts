import { describe, expect, test } from 'vitest'
import { asListed, type Code, type ConditionKey, conditionKeys, conditions } from './conditions.ts'
import {
  classesOf,
  isForTheNoseAlone,
  listedMedicine,
  medicationClasses,
  medicationNames,
  medications,
} from './medications.ts'

/** `v` after a code: the pair of code and condition was confirmed in a public list. `m`: from memory. */
const written = ({ code, verified }: Code): string => `${code}${verified ? 'v' : 'm'}`
const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].sort()

/** Typed from the clinical tables: conditions that one row speaks of, its ICD-10-CM and its SNOMED CT codes. */
const rows: readonly (readonly [keys: string, icd10: string, snomed: string])[] = [
  [
    'aortic-aneurysm intracranial-aneurysm peripheral-aneurysm arteriovenous-malformation',
    'I71.- I67.1 I72.- Q28.2 Q27.3-',
    '432119003m 233985008m 128609009m',
  ],
  [
    'intracerebral-hemorrhage subarachnoid-hemorrhage subdural-hemorrhage',
    'I61.- I60.- I62.- I69.1-',
    '1386000v 274100004m',
  ],
  [
    'myocardial-infarction unstable-angina ischemic-stroke transient-ischemic-attack cardiac-surgery',
    'I21.- I22.- I20.0 I63.- G45.- Z86.73',
    '22298006m 4557003v 230690007m',
  ],
  ['heart-failure arrhythmia-uncontrolled aortic-stenosis', 'I50.- I47.- I49.- I35.0', '84114007m'],
  ['coronary-artery-disease atrial-fibrillation valve-disease pacemaker', 'I25.- I48.-', '53741008v'],
  ['hypertension', 'I10 I16.-', '38341003v'],
  [
    'raised-intracranial-pressure idiopathic-intracranial-hypertension hydrocephalus intracranial-mass head-injury',
    'G93.2 G91.- G93.5',
    '271719001m',
  ],
  ['open-globe-injury acute-angle-closure eye-surgery', 'S05.2- S05.3- H40.21-', ''],
  ['glaucoma', 'H40.-', '23986001m'],
  ['psychotic-symptoms psychotic-depression other-psychosis', 'F29 F32.3 F33.3 Z86.59', '69322001v'],
  ['schizophrenia schizoaffective-disorder', 'F20.- F25.-', '58214004v'],
  ['manic-symptoms', 'F30.- F31.0 F31.1- F31.2 F31.6-', '231494001m'],
  ['bipolar-disorder', 'F31.-', '13746004v'],
  ['pregnancy', 'Z33.1 Z32.01 O00-O9A', '77386006m'],
  ['breastfeeding', 'Z39.1', ''],
  ['cirrhosis acute-liver-failure', 'K72.- K74.6-', '59927004v 19943007m'],
  // 724713006 is harmful use of ketamine in the public lists, 58727001 dependence on phencyclidine.
  ['ketamine-use-disorder', 'F16.- F19.-', '724715004v 724713006v'],
  ['phencyclidine-use-disorder', 'F16.- F19.-', '58727001v'],
  ['cannabis-use', 'F12.9-', ''],
  ['interstitial-cystitis ulcerative-cystitis ketamine-cystitis', 'N30.1-', '197834003m'],
  ['hyperthyroidism thyrotoxicosis', 'E05.-', '34486009m'],
  ['obstructive-sleep-apnea', 'G47.33', '78275009v'],
  ['copd chronic-respiratory-failure home-oxygen', 'J44.- J96.1-', '13645005m'],
  ['delirium', 'F05', '2776000v'],
  ['no-decision-capacity', '', ''],
  ['major-neurocognitive-disorder', 'F01.- F02.- F03.- G30.-', '52448006m'],
  ['acute-hepatic-porphyria', 'E80.21 E80.29', '234422006m'],
  ['epilepsy', 'G40.-', '84757009m'],
  ['pheochromocytoma', 'D35.0- C74.1-', ''],
]
const split = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '')

describe('conditions', () => {
  test.each(rows)('%s carry the codes of their row', (keys, icd10, snomed) => {
    const entries = split(keys).map((key) => conditions[key as ConditionKey])
    expect(sorted(entries.flatMap((entry) => entry.icd10.map(({ code }) => code)))).toEqual(sorted(split(icd10)))
    expect(sorted(entries.flatMap((entry) => entry.snomed.map(written)))).toEqual(sorted(split(snomed)))
  })

  test('a substance use disorder is found by each code of its rows, whatever the substance', () => {
    const { icd10, snomed } = conditions['substance-use-disorder']
    for (const category of ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F18', 'F19'])
      expect(icd10.map(({ code }) => code)).toContain(`${category}.-`)
    expect(sorted(snomed.map(written))).toEqual(
      sorted(['66590003v', '75544000v', '31956009v', '21647008v', '191821007v']),
    )
  })

  test('only the indications and one disorder stand outside those rows', () => {
    const inRows = new Set(rows.flatMap(([keys]) => split(keys)))
    expect(conditionKeys.filter((key) => !inRows.has(key))).toEqual([
      'major-depressive-disorder',
      'ptsd',
      'generalized-anxiety-disorder',
      'social-anxiety-disorder',
      'crps',
      'chronic-pain',
      'substance-use-disorder',
    ])
    expect(conditions['major-depressive-disorder'].snomed.map(written)).toEqual(['370143000m'])
  })

  test('no code of one terminology could be taken for one of the other', () => {
    for (const { icd10, snomed } of Object.values(conditions)) {
      for (const { code } of icd10) expect(code).toMatch(/^[A-Z]\d[\dA-Z](\.[\dA-Z]*-?)?$|^O00-O9A$/)
      for (const { code } of snomed) expect(code).toMatch(/^\d{6,18}$/)
    }
  })

  test('what happened on a day is an event', () => {
    expect(conditionKeys.filter((key) => conditions[key].event)).toEqual([
      'myocardial-infarction',
      'ischemic-stroke',
      'transient-ischemic-attack',
      'cardiac-surgery',
      'head-injury',
      'eye-surgery',
    ])
  })
})

describe('a listed condition says', () => {
  test.each<[string, object, object]>([
    ['that the patient has it now', { key: 'pregnancy' }, { status: 'current' }],
    ['nothing of now, when it has a date', { key: 'other-psychosis', days_ago: 9 }, { status: undefined }],
    ['nothing of now, when it is an event', { key: 'head-injury' }, { status: undefined }],
    [
      'nothing of now, when criteria were met once',
      { key: 'substance-use-disorder', months_since_criteria_met: 0 },
      { status: undefined },
    ],
    ['days by its years', { key: 'ischemic-stroke', years_ago: 2 }, { days_ago: 730 }],
    ['days before years', { key: 'ischemic-stroke', years_ago: 2, days_ago: 700 }, { days_ago: 700 }],
    ['that it is treated, by its status', { key: 'hyperthyroidism', status: 'treated' }, { treated: true }],
    ['that it is untreated, by its status', { key: 'hyperthyroidism', status: 'untreated' }, { treated: false }],
    ['its status, by treatment', { key: 'hyperthyroidism', treated: false }, { status: 'untreated' }],
    [
      'what it says of both',
      { key: 'hyperthyroidism', status: 'current', treated: true },
      { status: 'current', treated: true },
    ],
    ['that its status is not known', { key: 'pregnancy', status: null }, { status: null }],
    ['that its date is not known', { key: 'ischemic-stroke', days_ago: null, years_ago: 2 }, { days_ago: null }],
    [
      'its substance in plain letters',
      { key: 'substance-use-disorder', substance: ' Tobacco ' },
      { substance: 'tobacco' },
    ],
  ])('%s', (_what, listed, said) => {
    const read = asListed(listed) as Readonly<Record<string, unknown>>
    for (const [attribute, value] of Object.entries(said)) expect(read[attribute]).toBe(value)
  })
})

/** Typed from the clinical table of interactions; a medicine that it names without a code has none here. */
const rxcui: Readonly<Record<string, string>> = {
  diazepam: '3322v',
  lorazepam: '6470m',
  clonazepam: '2598m',
  alprazolam: '596m',
  temazepam: '10355m',
  buprenorphine: '1819m',
  morphine: '7052v',
  oxycodone: '7804v',
  hydrocodone: '5489m',
  methadone: '6813v',
  tramadol: '10689v',
  codeine: '2670v',
  fentanyl: '4337v',
  zolpidem: '39993m',
  eszopiclone: '461016m',
  gabapentin: '25480m',
  pregabalin: '187832m',
  quetiapine: '51272m',
  baclofen: '1292m',
  diphenhydramine: '3498m',
  ethanol: '448v',
  methylphenidate: '6901v',
  amphetamine: '725m',
  lisdexamfetamine: '700810m',
  modafinil: '30125v',
  phenelzine: '8123m',
  tranylcypromine: '10734m',
  isocarboxazid: '6011m',
  selegiline: '9639m',
  linezolid: '190376m',
  theophylline: '10438m',
  aminophylline: '689m',
  pseudoephedrine: '8896m',
  vasopressin: '11149m',
  clarithromycin: '21212m',
  ketoconazole: '6135m',
  voriconazole: '121243m',
  ticlopidine: '10594m',
  clopidogrel: '32968v',
  itraconazole: '28031m',
  rifampin: '9384m',
  carbamazepine: '2002v',
  phenytoin: '8183v',
  phenobarbital: '8134m',
  efavirenz: '195085v',
  memantine: '6719m',
  amantadine: '620m',
  dextromethorphan: '3289v',
  bupropion: '42347v',
  naltrexone: '7243v',
  lamotrigine: '28439v',
  levothyroxine: '10582m',
  liothyronine: '10814m',
  ketamine: '6130m',
  esketamine: '2119365m',
}

describe('medicines', () => {
  test('carry the codes of the table and no others', () => {
    const coded = Object.entries(medications).flatMap(([name, { rxcui: code, verified }]) =>
      code === null ? [] : [[name, `${code}${verified ? 'v' : 'm'}`]],
    )
    expect(Object.fromEntries(coded)).toEqual(rxcui)
  })

  test('have names in lower case and a class each', () => {
    for (const [name, { classes }] of Object.entries(medications)) {
      expect(name).toBe(name.toLowerCase())
      expect(classes.length).toBeGreaterThan(0)
      expect(classes.length === 1 || !classes.includes('none-of-these' as never)).toBe(true)
    }
  })

  test('are found by every spelling, and by no part of one', () => {
    for (const name of medicationNames) expect(listedMedicine(` ${name.toUpperCase()} `)).toBeDefined()
    expect(listedMedicine('St. John’s wort')).toBe("st john's wort")
    expect(listedMedicine('rifampicin')).toBe('rifampin')
    expect(listedMedicine('morph')).toBeUndefined()
    expect(listedMedicine('toString')).toBeUndefined()
  })

  test('have the classes of their name and the one stated, and none when neither says anything', () => {
    expect(classesOf({ name: 'Buprenorphine' })).toEqual(['opioid', 'buprenorphine'])
    expect(classesOf({ name: 'unlisted', class: 'opioid' })).toEqual(['opioid'])
    expect(classesOf({ name: 'lorazepam', class: 'cns-depressant' })).toEqual(['benzodiazepine', 'cns-depressant'])
    expect(classesOf({ name: 'unlisted' })).toBeUndefined()
    expect(classesOf({ name: 'unlisted', class: null })).toBeUndefined()
    for (const stated of medicationClasses) expect(classesOf({ name: 'x', class: stated })).toEqual([stated])
  })

  test('that are sold for the nose alone', () => {
    expect(medicationNames.filter(isForTheNoseAlone)).toEqual(['oxymetazoline', 'xylometazoline'])
  })
})
