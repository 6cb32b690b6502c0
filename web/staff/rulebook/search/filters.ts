/** Which rules the index shows: by severity, phase, topic, protocol and confidence. */
import { type Rule, severities } from '@keel/engine'
import { phases, protocols, rulesByTopic } from '@keel/rulebook'
import { isAskedUnder, topicOf } from '../relations.ts'
import type { RulebookSearch } from '../search-params.ts'
import { confidenceWords, phaseWords } from '../words.ts'

export type FilterName = Exclude<keyof RulebookSearch, 'q'>

interface Filter {
  readonly says: string
  readonly options: readonly { readonly value: string; readonly says: string }[]
  readonly keeps: (rule: Rule, chosen: string) => boolean
}

const severityNames = { block: 'Stop', hold: 'Hold', review: 'Review', caution: 'Caution' } as const

export const filters: Readonly<Record<FilterName, Filter>> = {
  severity: {
    says: 'Severity',
    options: [...severities].reverse().map((severity) => ({ value: severity, says: severityNames[severity] })),
    keeps: ({ severity }, chosen) => severity === chosen,
  },
  phase: {
    says: 'Asked',
    options: phases.map((phase) => ({ value: phase, says: phaseWords[phase] })),
    keeps: (rule, chosen) => rule.phases.includes(chosen),
  },
  topic: {
    says: 'Topic',
    options: Object.entries(rulesByTopic).map(([topic, { title }]) => ({ value: topic, says: title })),
    keeps: (rule, chosen) => topicOf(rule)[0] === chosen,
  },
  protocol: {
    says: 'Protocol',
    options: protocols.map(({ id, title }) => ({ value: id, says: title })),
    keeps: isAskedUnder,
  },
  confidence: {
    says: 'Confidence',
    options: (['high', 'med', 'low'] as const).map((value) => ({ value, says: confidenceWords[value] })),
    // A number of low confidence in a rule of high confidence is what this filter is for.
    keeps: ({ confidence, values }, chosen) =>
      confidence === chosen || Object.values(values).some((dated) => dated.at(-1)?.confidence === chosen),
  },
}

export const filterNames = Object.keys(filters) as readonly FilterName[]

/** The filters that are set to something they know. */
export function chosenFilters(search: RulebookSearch): readonly FilterName[] {
  return filterNames.filter((name) => filters[name].options.some(({ value }) => value === search[name]))
}

/** Whether every filter that is set keeps a rule. */
export function keepsRule(rule: Rule, search: RulebookSearch): boolean {
  return chosenFilters(search).every((name) => filters[name].keeps(rule, search[name] as string))
}
