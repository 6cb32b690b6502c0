/** What has to be so before the patient leaves, one line a rule of leaving, so that what is met is seen as well. */
import type { ShownFinding, ShownQuestion } from '@keel/care'
import { dataMissing } from '@keel/engine'

const criteria: Readonly<Record<string, string>> = {
  'dc-min-time': 'Observed for long enough',
  'dc-vitals': 'Blood pressure and pulse settled',
  'dc-spo2': 'Oxygen saturation as before',
  'dc-sedation': 'Fully awake',
  'dc-dissociation': 'Oriented, no dissociation left',
  'dc-aldrete': 'Aldrete score',
  'dc-gait-nausea': 'Walks steadily, no nausea',
  'dc-suicide-risk': 'No thoughts of suicide that need help now; safety plan given',
  'dc-no-escort': 'Escort is here',
  'dc-driving': 'Will not drive until tomorrow, after sleep',
}

export interface Criterion {
  readonly rule: string
  readonly says: string
  readonly state: 'met' | 'not-met' | 'not-known'
  readonly finding: ShownFinding | null
  /** The facts that are wanted, for `not-known`. */
  readonly wanted: readonly string[]
}

/** The known criteria in their order, then any other finding, so that none is hidden for want of words. */
export function criteriaOf({ findings, missing }: ShownQuestion): readonly Criterion[] {
  const known = Object.entries(criteria).map(([rule, says]): Criterion => {
    const finding = findings.find((one) => one.rule === rule) ?? null
    const wanted = missing.filter(({ neededBy }) => neededBy.includes(rule)).map(({ fact }) => fact)
    return { rule, says, finding, wanted, state: finding ? 'not-met' : wanted.length > 0 ? 'not-known' : 'met' }
  })
  const others = findings
    .filter(({ rule }) => rule !== dataMissing && !Object.hasOwn(criteria, rule))
    .map((finding): Criterion => ({ rule: finding.rule, says: finding.message, state: 'not-met', finding, wanted: [] }))
  return [...known, ...others]
}
