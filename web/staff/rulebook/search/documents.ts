/** What of the rulebook can be found, with the words by which people look for it. */
import { factsReadBy, type Rule } from '@keel/engine'
import {
  type ConditionKey,
  conditions,
  derivations,
  factSays,
  inWords,
  keyInPlainWords,
  medications,
  type Protocol,
  protocols,
  ruleset,
  type SourceId,
  sentenceOf,
  sources,
} from '@keel/rulebook'
import {
  conditionsNamedBy,
  type MedicineName,
  medicinesNamedBy,
  otherNamesOf,
  sourcesOfProtocol,
  sourcesOfRule,
  topicOf,
} from '../relations.ts'
import { capitalised } from '../words.ts'
import type { Document } from './search-index.ts'

export const groupTitles = {
  medicine: 'Medicines',
  condition: 'Conditions',
  rule: 'Rules',
  protocol: 'Protocols',
  calculation: 'Calculations',
  source: 'Sources',
} as const
export type Group = keyof typeof groupTitles

export type RulebookDocument = Document<Group>

export function rulebookDocuments(): readonly RulebookDocument[] {
  return [
    ...ruleset.rules.map(documentOfRule),
    ...(Object.keys(medications) as MedicineName[]).map(documentOfMedicine),
    ...(Object.keys(conditions) as ConditionKey[]).map(documentOfCondition),
    ...protocols.map(documentOfProtocol),
    ...Object.entries(derivations).map(([path, { says }]) => ({
      group: 'calculation' as const,
      id: path,
      title: capitalised(factSays(path)),
      fields: [
        [6, path],
        [4, says],
      ] as const,
    })),
    ...(Object.keys(sources) as SourceId[]).map(documentOfSource),
  ]
}

function documentOfRule(rule: Rule): RulebookDocument {
  const named = [...conditionsNamedBy(rule)].map((key) => conditions[key as ConditionKey]?.says ?? key)
  const medicines = medicinesNamedBy(rule)
  return {
    group: 'rule',
    id: rule.id,
    title: rule.title,
    fields: [
      [9, rule.id],
      [6, sentenceOf(rule)],
      [6, named.join(' ')],
      [5, medicines.flatMap((name) => [name, ...otherNamesOf(name)]).join(' ')],
      [4, inWords(rule.when, rule.values)],
      [4, factsReadBy(rule.when).join(' ')],
      [3, topicOf(rule)[1]],
      [2, [rule.because, rule.action, rule.saysToPatient, rule.group ?? ''].join(' ')],
      [2, sourcesOfRule(rule).map(sourceText).join(' ')],
    ],
  }
}

function documentOfMedicine(name: MedicineName): RulebookDocument {
  const { classes, rxcui } = medications[name]
  return {
    group: 'medicine',
    id: name,
    title: capitalised(name),
    fields: [
      [10, otherNamesOf(name).join(' ')],
      [6, classes.map(keyInPlainWords).join(' ')],
      [4, rxcui ?? ''],
    ],
  }
}

function documentOfCondition(key: ConditionKey): RulebookDocument {
  const { says, icd10, snomed } = conditions[key]
  return {
    group: 'condition',
    id: key,
    title: capitalised(says),
    fields: [
      [9, key],
      [6, [...icd10, ...snomed].map(({ code }) => code).join(' ')],
    ],
  }
}

function documentOfProtocol(protocol: Protocol): RulebookDocument {
  return {
    group: 'protocol',
    id: protocol.id,
    title: protocol.title,
    fields: [
      [9, `${protocol.id} ${protocol.drug} ${protocol.route}`],
      [5, protocol.indication],
      [3, [...protocol.notes, ...protocol.monitoring].map(({ says }) => says).join(' ')],
      [2, sourcesOfProtocol(protocol).map(sourceText).join(' ')],
    ],
  }
}

function sourceText(id: string): string {
  const { title, publisher, edition = '', locator = '' }: (typeof ruleset.sources)[string] = sources[id as SourceId]
  return `${id} ${title} ${publisher} ${edition} ${locator}`
}

function documentOfSource(id: SourceId): RulebookDocument {
  return {
    group: 'source',
    id,
    title: `${sources[id].publisher}: ${sources[id].title}`,
    fields: [[9, sourceText(id)]],
  }
}
