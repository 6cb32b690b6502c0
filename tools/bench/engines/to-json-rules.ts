/** Our conditions as those of `json-rules-engine`, by the operators that it brings. */
import { type Condition, type Operand, type Ruleset, valueOn } from '@keel/engine'
import type { NestedCondition, RuleProperties } from 'json-rules-engine'
import { settingPath } from './charts.ts'
import { wholeCondition } from './twenty-rules.ts'

type Values = Ruleset['rules'][number]['values']

/** One rule for each of ours; its event is named by the rule's id. */
export function toJsonRules({ rules }: Pick<Ruleset, 'rules'>): RuleProperties[] {
  return rules.map((rule) => ({
    conditions: { all: [translated(wholeCondition(rule), rule.values)] },
    event: { type: rule.id },
  }))
}

const comparisons = {
  above: 'greaterThan',
  'at-least': 'greaterThanInclusive',
  below: 'lessThan',
  'at-most': 'lessThanInclusive',
} as const

function translated(condition: Condition, values: Values): NestedCondition {
  switch (condition.op) {
    case 'all':
      return { all: condition.of.map((part) => translated(part, values)) }
    case 'any':
      return { any: condition.of.map((part) => translated(part, values)) }
    case 'not':
      return { not: translated(condition.of, values) }
    case 'is':
      return { ...factOf(condition.fact), operator: 'in', value: condition.one }
    case 'includes':
      return { ...factOf(condition.fact), operator: 'someFact:in', value: condition.one }
    case 'some':
      return someRecord(condition.list, condition.where)
    case 'among':
    case 'first-known':
      throw new TypeError(`"${condition.op}" is not translated: none of the twenty rules has it`)
    default:
      return {
        ...factOf(condition.fact),
        operator: comparisons[condition.op],
        value: operandOf(condition.than, values),
      }
  }
}

/** It has no condition over a record of a list; over one attribute of all records it has. */
function someRecord(list: string, where: Condition): NestedCondition {
  if (where.op !== 'is' && where.op !== 'includes')
    throw new TypeError('a record is asked for one attribute only: that much json-rules-engine can say')
  return { fact: list, path: `[].${where.fact}`, operator: 'someFact:in', value: where.one }
}

function factOf(path: string): { fact: string; path?: string } {
  const [fact, ...rest] = path.split('.') as [string, ...string[]]
  return rest.length > 0 ? { fact, path: rest.join('.') } : { fact }
}

function operandOf(operand: Operand, values: Values): unknown {
  if ('setting' in operand) return factOf(settingPath(operand.setting))
  return valueOn(operand.value, values[operand.value] ?? [], undefined).is
}

/** The way to a value by plain property access: many times faster than the JSONPath that it does by default. */
export function resolvePath(value: object, path: string): unknown {
  if (path.startsWith('[].')) return (value as Readonly<Record<string, unknown>>[]).flatMap((one) => one[path.slice(3)])
  return path
    .split('.')
    .reduce<unknown>((here, key) => (here as Readonly<Record<string, unknown>> | undefined)?.[key], value)
}
