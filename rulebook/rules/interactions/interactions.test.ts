import { describe, expect, test } from 'vitest'
import { assessor, classesOf, decideCase } from '../../index.ts'
import { interactions } from './index.ts'

const ids = new Set(interactions.map(({ id }) => id))

/** The interaction rules that a medicine by name alone concerns, those that still ask for its dose left aside. */
function concerned(name: string, protocol: string): readonly string[] {
  const facts = { protocol, medications: [{ name, classes: classesOf({ name }) }] }
  return [...ids].filter((id) => assessor.verdictOf(id, facts) === 'fires').sort()
}

/** Typed from the clinical table: each ingredient that it names, and the rules of an infusion. */
const infusion: Readonly<Record<string, readonly string[]>> = {
  'ddi-benzodiazepine': ['diazepam', 'lorazepam', 'clonazepam', 'alprazolam', 'temazepam'],
  'ddi-opioid': [
    'buprenorphine',
    'morphine',
    'oxycodone',
    'hydrocodone',
    'methadone',
    'tramadol',
    'codeine',
    'fentanyl',
  ],
  'ddi-cns-depressant': [
    'zolpidem',
    'eszopiclone',
    'gabapentin',
    'pregabalin',
    'quetiapine',
    'baclofen',
    'diphenhydramine',
  ],
  'ddi-cns-depressant ddi-sodium-oxybate': ['sodium oxybate', 'mixed oxybates'],
  'ddi-stimulant': ['methylphenidate', 'amphetamine', 'lisdexamfetamine', 'modafinil', 'armodafinil'],
  'ddi-maoi': ['phenelzine', 'tranylcypromine', 'isocarboxazid', 'selegiline', 'linezolid'],
  'ddi-theophylline': ['theophylline', 'aminophylline'],
  'ddi-sympathomimetic': ['ephedrine', 'pseudoephedrine', 'midodrine', 'vasopressin'],
  'ddi-cyp-inhibitor-parenteral': [
    'clarithromycin',
    'ritonavir',
    'cobicistat',
    'ketoconazole',
    'voriconazole',
    'ticlopidine',
    'clopidogrel',
    'grapefruit',
  ],
  'ddi-cyp-inducer': ['rifampin', 'carbamazepine', 'phenytoin', 'efavirenz', "st john's wort"],
  'ddi-cns-depressant ddi-cyp-inducer': ['phenobarbital'],
  'ddi-nmda-antagonist': ['memantine', 'amantadine', 'dextromethorphan'],
  'ddi-naltrexone': ['naltrexone'],
  'ddi-lamotrigine': ['lamotrigine'],
  'ddi-thyroid-hormone': ['levothyroxine', 'liothyronine'],
  '': [
    'itraconazole',
    'sertraline',
    'venlafaxine',
    'mirtazapine',
    'lithium',
    'valproate',
    'bupropion',
    'oxymetazoline',
    'fluticasone',
  ],
}
const table = Object.entries(infusion).flatMap(([rules, names]) =>
  names.map((name) => [name, rules === '' ? [] : rules.split(' ')] as const),
)

test.each(table)('%s concerns its rules and no others', (name, rules) => {
  for (const protocol of ['iv-ket-trd', 'im-ket-trd', 'in-esk-trd']) expect(concerned(name, protocol)).toEqual(rules)
  const byMouth: Readonly<Record<string, string>> = {
    'ddi-cyp-inhibitor-parenteral': 'ddi-cyp-inhibitor-oral',
    'ddi-cyp-inducer': 'ddi-cyp-inducer-oral',
  }
  const swallowed = rules.map((rule) => byMouth[rule] ?? rule)
  for (const protocol of ['sl-ket-clinic', 'sl-ket-home']) expect(concerned(name, protocol)).toEqual(swallowed)
})

const decide = (facts: object) =>
  decideCase(
    { id: 'one', facts: { baseline: 'all-other-clear', phase: 'pre_session', protocol: 'iv-ket-trd', ...facts } },
    'digest',
  )

describe('an equivalent that a case states', () => {
  const refusedAt = (medicine: object): string | undefined => {
    const answer = decide({ medications: [{ name: 'lithium' }, medicine] })
    return 'error' in answer ? answer.error.path : undefined
  }

  test.each<[string, object, string | undefined]>([
    [
      'five per cent off its dose stands',
      { name: 'diazepam', dose_mg_per_day: 4, diazepam_equivalent_mg: 4.2 },
      undefined,
    ],
    [
      'further off is an error',
      { name: 'diazepam', dose_mg_per_day: 4, diazepam_equivalent_mg: 4.21 },
      'medications[1].diazepam_equivalent_mg',
    ],
    [
      'far below its dose is an error',
      { name: 'lorazepam', dose_mg_per_day: 1, diazepam_equivalent_mg: 5 },
      'medications[1].diazepam_equivalent_mg',
    ],
    ['of an opioid five per cent off stands', { name: 'oxycodone', dose_mg_per_day: 20, mme_per_day: 28.5 }, undefined],
    [
      'of an opioid further off is an error',
      { name: 'oxycodone', dose_mg_per_day: 20, mme_per_day: 28.4 },
      'medications[1].mme_per_day',
    ],
    ['without a dose stands', { name: 'oxycodone', mme_per_day: 20 }, undefined],
    ['without a factor stands', { name: 'fentanyl', dose_mg_per_day: 0.6, mme_per_day: 45 }, undefined],
  ])('%s', (_what, medicine, path) => {
    expect(refusedAt(medicine)).toBe(path)
  })
})

describe('alcohol among the medicines', () => {
  const answerTo = (minutes: number | undefined, gate: object = {}) => {
    const answer = decide({
      medications: [{ name: 'ethanol', ...(minutes !== undefined && { minutes_ago: minutes }) }],
      gate,
    })
    if ('error' in answer) return answer.error.path
    return [answer.decision, ...answer.findings.map(({ rule }) => rule)].join(' ')
  }

  test.each<[string, number | undefined, object, string]>([
    ['a day ago', 1_440, {}, 'allow ddi-cns-depressant'],
    ['a minute less than a day ago', 1_439, {}, 'hold alcohol-24h ddi-cns-depressant'],
    ['at a time that the list does not say', undefined, {}, 'hold data-missing ddi-cns-depressant'],
    ['at a time that only the gate says', undefined, { alcohol_hours_ago: 30 }, 'allow ddi-cns-depressant'],
    ['as the gate says', 120, { alcohol_hours_ago: 2 }, 'hold alcohol-24h ddi-cns-depressant'],
    ['although the gate says long before', 120, { alcohol_hours_ago: 30 }, 'gate.alcohol_hours_ago'],
    ['although the gate says never', 120, { alcohol_hours_ago: 'never' }, 'gate.alcohol_hours_ago'],
  ])('%s', (_when, minutes, gate, expected) => {
    expect(answerTo(minutes, gate)).toBe(expected)
  })

  test('counts from the last time', () => {
    const medications = [
      { name: 'alcohol', minutes_ago: 3_000 },
      { name: 'ethanol', minutes_ago: 300 },
    ]
    expect(decide({ medications })).toMatchObject({ decision: 'hold' })
    expect(decide({ medications: [{ name: 'ethanol', minutes_ago: 'never' }] })).toMatchObject({ decision: 'allow' })
  })
})
