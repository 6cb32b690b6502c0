/** Where a hit that is no rule leads, with a line on what is there. */
import { type ConditionKey, conditions, keyInPlainWords, medications, ruleset } from '@keel/rulebook'
import type { Entry } from '../parts/entries.tsx'
import { citing, type MedicineName, rulesOnCondition, rulesOnMedicine } from '../relations.ts'
import { capitalised, counted } from '../words.ts'
import type { RulebookDocument } from './documents.ts'

export function entryOf({ group, id, title }: RulebookDocument): Entry {
  return { key: id, title, says: saysOf(group, id), link: linkTo(group, id) }
}

function linkTo(group: RulebookDocument['group'], id: string): Entry['link'] {
  switch (group) {
    case 'medicine':
      return { to: '/rulebook/medicines', hash: id }
    case 'condition':
      return { to: '/rulebook/conditions', hash: id }
    case 'calculation':
      return { to: '/rulebook/calculations', hash: id }
    case 'protocol':
      return { to: '/rulebook/protocols/$protocolId', params: { protocolId: id } }
    case 'source':
      return { to: '/rulebook/sources/$sourceId', params: { sourceId: id } }
    case 'rule':
      return { to: '/rulebook/rules/$ruleId', params: { ruleId: id } }
  }
}

function saysOf(group: RulebookDocument['group'], id: string): string {
  switch (group) {
    case 'medicine': {
      const classes = medications[id as MedicineName].classes.map(keyInPlainWords).join(', ')
      return `${capitalised(classes)}. ${namedBy(rulesOnMedicine(id as MedicineName).length)}`
    }
    case 'condition': {
      const codes = conditions[id as ConditionKey].icd10.map(({ code }) => code).join(', ')
      return [codes, namedBy(rulesOnCondition(id as ConditionKey).length)].filter(Boolean).join('. ')
    }
    case 'calculation':
      return ruleset.derivations[id]?.says ?? ''
    case 'source': {
      const { rules, protocols, calculations } = citing(id)
      return `Cited ${counted(rules.length + protocols.length + calculations.length, 'time')}`
    }
    case 'protocol':
    case 'rule':
      return id
  }
}

const namedBy = (rules: number): string => (rules === 0 ? 'No rule on it' : `${counted(rules, 'rule')} on it`)
