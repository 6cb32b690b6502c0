/** Conditions in words, for the printed rulebook. */
import type { Condition, DatedValue, DatedValues, FactDeclaration, ListFact, Operand } from '@keel/engine'
import { unitLabels, vocabulary } from '@keel/rulebook'

const comparisonWords = { above: 'above', 'at-least': 'at least', below: 'below', 'at-most': 'at most' } as const

/** An amount with its unit, as people read it. */
export function amountOf({ is, unit }: DatedValue): string {
  const label = unitLabels[unit] ?? unit
  return `${[is].flat().join(' or ')}${label === '' ? '' : ` ${label}`}`
}

type Declared = Readonly<Record<string, FactDeclaration>>

/** @param values the values that the condition names. @param of the facts it speaks of: those of the chart, or of a record. */
export function inWords(
  condition: Condition,
  values: Readonly<Record<string, DatedValues>>,
  of: Declared = vocabulary,
): string {
  const says = (fact: string): string => of[fact]?.says ?? fact
  const amount = (operand: Operand): string => {
    if ('setting' in operand) return `the protocol’s \`${operand.setting}\``
    const newest = values[operand.value]?.at(-1)
    return newest === undefined ? operand.value : amountOf(newest)
  }
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => inWords(part, values, of))
      return parts.length === 1 ? String(parts[0]) : `(${parts.join(condition.op === 'all' ? ' and ' : ' or ')})`
    }
    case 'first-known':
      return `what is known first of: ${condition.of.map((part) => inWords(part, values, of)).join('; ')}`
    case 'not':
      return `not ${inWords(condition.of, values, of)}`
    case 'some':
      return `one of the ${says(condition.list)} has ${inWords(condition.where, values, (of[condition.list] as ListFact).of)}`
    case 'is':
      return `${says(condition.fact)}: ${condition.one.map(wordOf).join(' or ')}`
    case 'includes':
      return `${says(condition.fact)} include ${condition.one.join(' or ')}`
    case 'among':
      return `${says(condition.fact)} is ${amount(condition.set)}`
    default:
      return `${says(condition.fact)} ${comparisonWords[condition.op]} ${amount(condition.than)}`
  }
}

function wordOf(word: string | boolean): string {
  if (typeof word === 'string') return word
  return word ? 'yes' : 'no'
}
