/** Conditions in words, for people who review the rulebook: on its pages, printed or on a screen. */
import type { Condition, DatedValue, DatedValues, FactDeclaration, ListFact, Operand } from '@keel/engine'
import { unitLabels } from '../values.ts'
import { conditions } from '../vocabularies/conditions.ts'
import { vocabulary } from '../vocabulary.ts'

const comparisonWords = { above: 'above', 'at-least': 'at least', below: 'below', 'at-most': 'at most' } as const

/** An amount with its unit, as people read it. */
export function amountOf({ is, unit }: DatedValue): string {
  const label = unitLabels[unit] ?? unit
  return `${[is].flat().join(' or ')}${label === '' ? '' : ` ${label}`}`
}

export type Declared = Readonly<Record<string, FactDeclaration>>

/** What a fact is called; its path where nothing declares it. */
export function factSays(fact: string, of: Declared = vocabulary): string {
  return of[fact]?.says ?? fact
}

/**
 * A condition as one line. A setting of the protocol stands in back quotes by its name, because its number differs from
 * protocol to protocol.
 * @param values the values that the condition names. @param of the facts it speaks of: those of the chart, or of a record.
 */
export function inWords(
  condition: Condition,
  values: Readonly<Record<string, DatedValues>>,
  of: Declared = vocabulary,
): string {
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
      return `one of the ${factSays(condition.list, of)} has ${inWords(condition.where, values, (of[condition.list] as ListFact).of)}`
    case 'is':
      return `${factSays(condition.fact, of)}: ${condition.one.map((word) => wordOf(condition.fact, word)).join(' or ')}`
    case 'includes':
      return `${factSays(condition.fact, of)} include ${condition.one.map((word) => wordOf(condition.fact, word)).join(' or ')}`
    case 'among':
      return `${factSays(condition.fact, of)} is ${operandInWords(condition.set, values)}`
    default:
      return `${factSays(condition.fact, of)} ${limitInWords(condition, values)}`
  }
}

/** What a quantity is compared with: "at least 160 mmHg". */
export function limitInWords({ op, than }: Limit, values: Readonly<Record<string, DatedValues>>): string {
  return `${comparisonWords[op]} ${operandInWords(than, values)}`
}

type Limit = Extract<Condition, { readonly than: Operand }>

function operandInWords(operand: Operand, values: Readonly<Record<string, DatedValues>>): string {
  if ('setting' in operand) return `the protocol’s \`${operand.setting}\``
  const newest = values[operand.value]?.at(-1)
  return newest === undefined ? operand.value : amountOf(newest)
}

/** A word that a chart keeps, as people say it. A protocol keeps its id: that is its name everywhere. */
export function wordOf(fact: string, word: string | boolean): string {
  if (typeof word === 'boolean') return word ? 'yes' : 'no'
  if (fact === 'protocol') return word
  return fact === 'key' && Object.hasOwn(conditions, word)
    ? conditions[word as keyof typeof conditions].says
    : keyInPlainWords(word)
}

const abbreviations = /\b(acls|bls|bmi|bp|cns|cyp|iv|maoi|nmda|pcp|rems)\b/gi

/** Keys whose parts alone would say something else. */
const otherwiseSaid: Readonly<Record<string, string>> = {
  'nasal-steroid-decongestant': 'nasal steroid or decongestant',
  'none-of-these': 'none of the classes that rules speak of',
}

/** `cns-depressant` -> "CNS depressant", `positive-unexpected` -> "positive unexpected". */
export function keyInPlainWords(key: string): string {
  const said = Object.hasOwn(otherwiseSaid, key) ? otherwiseSaid[key] : undefined
  if (said !== undefined) return said
  return key.replaceAll(/[_-]/g, ' ').replaceAll(abbreviations, (letters) => letters.toUpperCase())
}
