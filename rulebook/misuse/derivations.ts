/** Arithmetic behind the codes of the misuse-risk tier. */
import { type Derivation, valueOn } from '@keel/engine'
import { from } from '../derivations/arithmetic.ts'
import { value } from '../values.ts'
import type { misuseVocabulary } from './misuse-inputs.ts'

const judged = { cites: 'judgement', confidence: 'low', basis: 'drv' } as const

/** A query older than this tells too little of today. */
export const queryAge = [value(90, 'd', { ...judged, cites: ['judgement', 'cdc-2022'] })]
/** Beyond this change of dose, less dissociation may be the dose and not the person. */
const sameDose = [value(10, '%', judged)]

const known = (input: string, says: string): Derivation => ({
  version: 1,
  says,
  values: {},
  compute: (read) => typeof read(input) === 'number',
})

type DerivedKey = Extract<
  keyof typeof misuseVocabulary,
  'icsi_rise' | 'tolerance_index' | 'pdmp_query_current' | 'audit_c_known' | 'dast10_known'
>

export const misuseDerivations: Readonly<Record<DerivedKey, Derivation>> = {
  icsi_rise: {
    version: 1,
    says: 'The last ICSI less the ICSI at baseline.',
    values: {},
    compute: from(['icsi', 'icsi_baseline'], (now = 0, baseline = 0) => now - baseline),
  },
  tolerance_index: {
    version: 1,
    says: 'Mean CADSS-6 of the first two doses less that of the last two, divided by that of the first two; only while the dose is about the same.',
    values: { sameDose },
    compute: from(
      ['cadss6_first2_mean', 'cadss6_last2_mean', 'dose_change_pct'],
      (first = 0, last = 0, changePct = 0) => {
        const { is } = valueOn('sameDose', sameDose, undefined)
        return Math.abs(changePct) <= (is as number) ? (first - last) / first : Number.NaN
      },
    ),
  },
  pdmp_query_current: {
    version: 1,
    says: 'The prescription registry has been queried, and not too long ago.',
    values: { queryAge },
    compute(read) {
      const ageDays = read('pdmp_age_days')
      return typeof ageDays === 'number' && ageDays <= (valueOn('queryAge', queryAge, undefined).is as number)
    },
  },
  audit_c_known: known('audit_c', 'The answers to AUDIT-C are on record.'),
  dast10_known: known('dast10', 'The answers to DAST-10 are on record.'),
}

/** What each of them is worked out from: people are shown what was recorded, not what was derived. */
export const misuseDerivedFrom: Readonly<Record<string, readonly string[]>> = {
  icsi_rise: ['icsi', 'icsi_baseline'],
  tolerance_index: ['cadss6_first2_mean', 'cadss6_last2_mean', 'dose_change_pct'],
  pdmp_query_current: ['pdmp_age_days'],
  audit_c_known: ['audit_c'],
  dast10_known: ['dast10'],
  'deq_more_last2.0': ['deq_more_last2'],
  'deq_more_last2.1': ['deq_more_last2'],
}
