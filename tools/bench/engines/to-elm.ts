/**
 * Our conditions as ELM, the compiled form of HL7's Clinical Quality Language, for `cql-execution`. Rules are data, so
 * the translation is one function; no CQL compiler is needed, which would want Java.
 */
import { type Condition, type Operand, type Ruleset, valueOn } from '@keel/engine'
import { settingPath } from './charts.ts'
import { wholeCondition } from './twenty-rules.ts'

type Elm = { readonly type: string; readonly [key: string]: unknown }
type Values = Ruleset['rules'][number]['values']

const elmTypes = '{urn:hl7-org:elm-types:r1}'
const model = 'https://github.com/cqframework/cql-execution/simple'

/** A library with one boolean expression for each rule, named by its id. */
export function toElm({ rules }: Pick<Ruleset, 'rules'>) {
  const patient = { type: 'SingletonFrom', operand: { type: 'Retrieve', dataType: `{${model}}Patient` } }
  const expressions = rules.map((rule) => [rule.id, elmOf(wholeCondition(rule), rule.values)] as const)
  return {
    library: {
      identifier: { id: 'TwentyRules', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: {
        def: [
          { localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' },
          { localIdentifier: 'Simple', uri: model },
        ],
      },
      statements: {
        def: [['Patient', patient] as const, ...expressions].map(([name, expression]) => ({
          name,
          context: 'Patient',
          accessLevel: 'Public',
          expression,
        })),
      },
    },
  }
}

const comparisons = { above: 'Greater', 'at-least': 'GreaterOrEqual', below: 'Less', 'at-most': 'LessOrEqual' } as const

/** @param alias the record of a list that is looked at; absent: the chart itself. */
function elmOf(condition: Condition, values: Values, alias?: string): Elm {
  const fact = (path: string) => property(path, alias)
  switch (condition.op) {
    case 'all':
    case 'any':
      return joined(
        condition.op === 'all' ? 'And' : 'Or',
        condition.of.map((part) => elmOf(part, values, alias)),
      )
    case 'first-known':
      return { type: 'Coalesce', operand: condition.of.map((part) => elmOf(part, values, alias)) }
    case 'not':
      return { type: 'Not', operand: elmOf(condition.of, values, alias) }
    case 'is':
      return { type: 'In', operand: [fact(condition.fact), listOf(condition.one)] }
    case 'includes':
      return { type: 'Exists', operand: { type: 'Intersect', operand: [fact(condition.fact), listOf(condition.one)] } }
    case 'some':
      return { type: 'Exists', operand: recordsOf(condition.list, elmOf(condition.where, values, 'Item')) }
    case 'among':
      throw new TypeError('sets of amounts are not translated: none of the twenty rules has one')
    default:
      return { type: comparisons[condition.op], operand: [fact(condition.fact), operandOf(condition.than, values)] }
  }
}

function joined(type: 'And' | 'Or', parts: readonly Elm[]): Elm {
  return parts.reduce((left, right) => ({ type, operand: [left, right] }))
}

function recordsOf(list: string, where: Elm): Elm {
  return { type: 'Query', source: [{ alias: 'Item', expression: property(list) }], let: [], relationship: [], where }
}

/** `Patient.vitals.sbp` is one step after the other, as a CQL compiler writes it. */
function property(path: string, alias?: string): Elm {
  if (alias !== undefined) return { type: 'Property', path, scope: alias }
  const patient: Elm = { type: 'ExpressionRef', name: 'Patient' }
  return path.split('.').reduce((source, step) => ({ type: 'Property', path: step, source }), patient)
}

function operandOf(operand: Operand, values: Values): Elm {
  if ('setting' in operand) return property(settingPath(operand.setting))
  return literal(valueOn(operand.value, values[operand.value] ?? [], undefined).is as number)
}

function listOf(words: readonly (string | boolean)[]): Elm {
  return { type: 'List', element: words.map(literal) }
}

function literal(value: string | boolean | number): Elm {
  const type = { string: 'String', boolean: 'Boolean', number: 'Decimal' }[typeof value as 'string']
  return { type: 'Literal', valueType: `${elmTypes}${type}`, value: String(value) }
}
