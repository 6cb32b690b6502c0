/**
 * What is often claimed of ketamine and what the evidence supports, and what the law says it is. Text for patients and
 * for people who sell software holds to this.
 */
import type { Confidence } from '@keel/engine'
import type { SourceId } from '../sources.ts'

export interface Correction {
  readonly id: `COR-${number}`
  readonly claim: string
  readonly supports: string
  /** A sentence that may be said instead. */
  readonly mayBeSaid: string
  /** The best kind of evidence behind `supports`. */
  readonly evidence: 'trial' | 'small trial' | 'observational' | 'animal' | 'label or regulator'
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

export const corrections: readonly Correction[] = [
  {
    id: 'COR-1',
    claim: 'Ketamine is not addictive, or structure prevents addiction.',
    supports:
      'People who take it outside care do become dependent: 17 % of 1,285 who had used it in the past year met one survey’s definition. No trial has shown that structure or integration prevents misuse.',
    mayBeSaid:
      'Structure leaves less opportunity for misuse and finds it sooner. Whether fewer people become dependent has not been proved.',
    evidence: 'observational',
    cites: ['winstock-2012'],
    confidence: 'high',
  },
  {
    id: 'COR-2',
    claim: 'There is no tolerance.',
    supports:
      'Tolerance is reported with long use of ketamine, and the label expects it of esketamine. Dissociation also falls over the first treatments in clinics.',
    mayBeSaid:
      'Tolerance can happen. Less dissociation over the first doses is common, and alone is no sign of misuse.',
    evidence: 'label or regulator',
    cites: ['esketamine-label-us'],
    confidence: 'high',
  },
  {
    id: 'COR-3',
    claim: 'It acts on glutamate only.',
    supports:
      'Naltrexone 50 mg before 0.5 mg/kg IV weakened the antidepressant effect and left the dissociation: 14 people studied, 12 in both arms, 7 of 12 had responded on placebo, and the trial was halted early. Smaller studies disagree.',
    mayBeSaid: 'Opioid receptors may have a part in how it works. This is disputed.',
    evidence: 'small trial',
    cites: ['williams-2018', 'yoon-2019'],
    confidence: 'high',
  },
  {
    id: 'COR-4',
    claim: 'Esketamine shows no sign that it can be abused.',
    supports:
      'In 41 people who use several drugs, nasal doses of 84 and 112 mg were liked more than placebo, and so was ketamine 0.5 mg/kg IV over 40 min, the control known to be liked.',
    mayBeSaid: 'Esketamine can be liked and misused as ketamine can.',
    evidence: 'label or regulator',
    cites: ['esketamine-label-us'],
    confidence: 'high',
  },
  {
    id: 'COR-5',
    claim: 'The brain’s reward system is not involved.',
    supports:
      'In animals it raises dopamine in striatum and cortex. In rodents S-ketamine reinforces more than R-ketamine, and binds opioid receptors more strongly.',
    mayBeSaid: 'Animal studies show that reward systems are involved.',
    evidence: 'animal',
    cites: ['kokkinou-2018', 'bonaventura-2021', 'abuse-review-2026'],
    confidence: 'med',
  },
  {
    id: 'COR-6',
    claim: 'Patients in clinics become addicted as often as people who use it at parties.',
    supports:
      'Supervised trials and cohorts, 30 studies of which 25 clinical, show little craving, little wish for more and little use on the side. Problems gather where nobody monitored. Few looked for years.',
    mayBeSaid: 'Problems have been rare in supervised care. What happens over many years is little known.',
    evidence: 'observational',
    cites: ['abuse-review-2026', 'van-amsterdam-2022'],
    confidence: 'high',
  },
  {
    id: 'COR-7',
    claim: 'Off-label use is approved by the FDA.',
    supports:
      'Racemic ketamine is approved for anaesthesia only, and for no psychiatric disorder. The FDA has warned of compounded nasal spray (February 2022) and of compounded and oral ketamine at home (10 October 2023; in April 2023 one person at home breathed slowly at about twice the usual level of anaesthesia).',
    mayBeSaid: 'Generic ketamine for depression is off-label: legal to prescribe, not approved for it.',
    evidence: 'label or regulator',
    cites: ['fda-2023', 'ketamine-label-us'],
    confidence: 'high',
  },
  {
    id: 'COR-8',
    claim: 'It is a tool rather than a cure.',
    supports: 'This agrees with what is known: most who respond relapse without maintenance or therapy.',
    mayBeSaid: 'It can help for a time. The effect often fades without further treatment.',
    evidence: 'trial',
    cites: ['phillips-2019', 'wilkinson-2021'],
    confidence: 'med',
  },
]

export interface RegulatoryFact {
  readonly id: `REG-${number}`
  readonly title: string
  readonly says: string
  readonly cites: readonly SourceId[]
  readonly confidence: Confidence
}

/** United States. */
export const regulatoryFacts: readonly RegulatoryFact[] = [
  {
    id: 'REG-1',
    title: 'Schedule',
    says: 'Ketamine is in schedule III with its salts, isomers and salts of isomers, and so esketamine is.',
    cites: ['scheduling-1999'],
    confidence: 'high',
  },
  {
    id: 'REG-2',
    title: 'Since when',
    says: 'The final rule is of 13 July 1999, in force since 12 August 1999.',
    cites: ['scheduling-1999'],
    confidence: 'high',
  },
  {
    id: 'REG-3',
    title: 'Where it is listed',
    says: 'Title 21, section 1308.13(c), DEA code 7285.',
    cites: ['cfr-1300'],
    confidence: 'med',
  },
  {
    id: 'REG-4',
    title: 'Approvals of nasal esketamine',
    says: 'For treatment-resistant depression with an oral antidepressant in March 2019, for major depression with acute suicidal thoughts or behaviour in July or August 2020, and alone for treatment-resistant depression in January 2025.',
    cites: ['esketamine-label-us'],
    confidence: 'med',
  },
  {
    id: 'REG-5',
    title: 'REMS of nasal esketamine',
    says: 'The site is certified and the patient enrolled, the device never goes home, monitoring lasts 2 hours or more, and nobody drives until the next day after restful sleep.',
    cites: ['esketamine-rems'],
    confidence: 'med',
  },
  {
    id: 'REG-6',
    title: 'Why it was scheduled',
    says: 'More than 775 reports of diversion or abuse from 1992 to 1999.',
    cites: ['scheduling-1999'],
    confidence: 'high',
  },
]
