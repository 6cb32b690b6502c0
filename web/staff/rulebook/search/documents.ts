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
import type { Entry } from '../parts/entries.tsx'
import {
  conditionsNamedBy,
  type MedicineName,
  medicinesNamedBy,
  otherNamesOf,
  rulesOnCondition,
  rulesOnMedicine,
  sourcesOfProtocol,
  sourcesOfRule,
  topicOf,
} from '../relations.ts'
import { capitalised, counted } from '../words.ts'
import { documentsBesideRules } from './documents-beside-rules.ts'
import type { Document } from './search-index.ts'

export const groupTitles = {
  medicine: 'Medicines',
  condition: 'Conditions',
  rule: 'Rules',
  protocol: 'Protocols',
  calculation: 'Calculations',
  misuse: 'Misuse risk',
  measure: 'Measures',
  instrument: 'Instruments',
  lesson: 'Lessons for patients',
  consent: 'Consent',
  source: 'Sources',
} as const
export type Group = keyof typeof groupTitles

/** Something that can be found, with where it leads and a line on what is there. */
export interface RulebookDocument extends Document<Group> {
  readonly link: Entry['link']
  /** Asked only of what was found. */
  readonly says: () => string
}

export function entryOf({ id, title, says, link }: RulebookDocument): Entry {
  return { key: id, title, says: says(), link }
}

export function rulebookDocuments(): readonly RulebookDocument[] {
  return [
    ...ruleset.rules.map(documentOfRule),
    ...(Object.keys(medications) as MedicineName[]).map(documentOfMedicine),
    ...(Object.keys(conditions) as ConditionKey[]).map(documentOfCondition),
    ...protocols.map(documentOfProtocol),
    ...Object.keys(derivations).map(documentOfCalculation),
    ...documentsBesideRules(),
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
    says: () => rule.id,
    link: { to: '/rulebook/rules/$ruleId', params: { ruleId: rule.id } },
  }
}

const namedBy = (rules: number): string => (rules === 0 ? 'No rule on it' : `${counted(rules, 'rule')} on it`)

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
    says: () => `${capitalised(classes.map(keyInPlainWords).join(', '))}. ${namedBy(rulesOnMedicine(name).length)}`,
    link: { to: '/rulebook/medicines', hash: name },
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
    says: () =>
      [icd10.map(({ code }) => code).join(', '), namedBy(rulesOnCondition(key).length)].filter(Boolean).join('. '),
    link: { to: '/rulebook/conditions', hash: key },
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
    says: () => protocol.id,
    link: { to: '/rulebook/protocols/$protocolId', params: { protocolId: protocol.id } },
  }
}

function documentOfCalculation(path: string): RulebookDocument {
  const says = derivations[path]?.says ?? ''
  return {
    group: 'calculation',
    id: path,
    title: capitalised(factSays(path)),
    fields: [
      [6, path],
      [4, says],
    ],
    says: () => says,
    link: { to: '/rulebook/calculations', hash: path },
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
    says: () => {
      const rules = ruleset.rules.filter((rule) => sourcesOfRule(rule).includes(id)).length
      return rules === 0 ? 'No rule cites it' : `Cited by ${counted(rules, 'rule')}`
    },
    link: { to: '/rulebook/sources/$sourceId', params: { sourceId: id } },
  }
}
