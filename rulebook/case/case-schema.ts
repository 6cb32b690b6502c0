/** The JSON Schema of the case format, made from the vocabulary. */
import { decisions, type FactDeclaration, type ListFact, type Vocabulary } from '@keel/engine'
import { z } from 'zod'
import { type Calculation, calculations } from './calculations.ts'
import { alsoNumbered, caseVocabulary } from './case-vocabulary.ts'

type Schema = Readonly<Record<string, unknown>>

const unknownToo = { type: 'null' }
const orUnknown = (schema: Schema): Schema => ({ anyOf: [schema, unknownToo] })

function schemaOf(declared: FactDeclaration): Schema {
  switch (declared.kind) {
    case 'quantity': {
      const { says, unit, min, max, step, never } = declared
      const type = unit === '1' && step === 1 ? 'integer' : 'number'
      const amount = { type, minimum: min, maximum: max }
      const description = unit === '1' ? says : `${says}, in ${unit}`
      return never
        ? { description: `${description}; "never" where it never happened`, anyOf: [amount, { const: 'never' }] }
        : { description, ...amount }
    }
    case 'flag':
      return { description: declared.says, type: 'boolean' }
    case 'choice':
      return { description: declared.says, enum: declared.among }
    case 'day':
      return { description: declared.says, type: 'string', format: 'date' }
    case 'text':
      return { description: declared.says, type: 'string' }
    case 'words': {
      const items = declared.among === 'any' ? { type: 'string' } : { enum: declared.among }
      return { description: declared.says, type: 'array', items }
    }
    case 'list':
      return { description: declared.says, type: 'array', items: recordSchema(declared) }
  }
}

/** The words of a choice and their numbers, from 1. */
function numberedToo(declared: FactDeclaration): Schema {
  const among = declared.kind === 'choice' ? declared.among : []
  return { ...schemaOf(declared), enum: [...among, ...among.map((_word, index) => index + 1)] }
}

function recordSchema({ of, required }: ListFact): Schema {
  const properties = Object.entries(of).map(([key, declared]) => {
    const schema = alsoNumbered.includes(key) ? numberedToo(declared) : schemaOf(declared)
    return [key, key === required ? schema : orUnknown(schema)]
  })
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: [required],
    additionalProperties: false,
  }
}

/** The schema of the facts below a prefix: declared facts, and groups of them. */
function groupSchema(vocabulary: Vocabulary, prefix: string): Schema {
  const properties: Record<string, Schema> = {}
  for (const [path, declared] of Object.entries(vocabulary)) {
    if (!path.startsWith(prefix)) continue
    const [key, ...below] = path.slice(prefix.length).split('.') as [string, ...string[]]
    if (below.length === 0) properties[key] = orUnknown(schemaOf(declared))
    else properties[key] ??= orUnknown(groupSchema(vocabulary, `${prefix}${key}.`))
  }
  return { type: 'object', properties, additionalProperties: false }
}

/** A case that asks for one calculation. What may be expected of it are keys of its result. */
function kindSchema({ kind, says, input }: Calculation): Schema {
  const { $schema: _draft, ...inputSchema } = z.toJSONSchema(input)
  return {
    description: says,
    type: 'object',
    properties: {
      id: { description: 'names the case', type: 'string', minLength: 1 },
      kind: { const: kind },
      title: { type: 'string' },
      input: inputSchema,
      expected: { description: 'keys of the result', type: 'object' },
      source: { type: 'string' },
    },
    required: ['id', 'kind', 'input'],
    additionalProperties: false,
  }
}

/** Draft 2020-12: one case, or a list of cases. */
export const caseSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Keel case: one chart or one calculation, written by hand, and what is asked of it',
  anyOf: [{ $ref: '#/$defs/case' }, { type: 'array', items: { $ref: '#/$defs/case' } }],
  $defs: {
    case: { anyOf: [{ $ref: '#/$defs/chart' }, ...calculations.map(({ kind }) => ({ $ref: `#/$defs/${kind}` }))] },
    ...Object.fromEntries(calculations.map((one) => [one.kind, kindSchema(one)])),
    chart: {
      type: 'object',
      properties: {
        id: { description: 'names the case', type: 'string', minLength: 1 },
        title: { type: 'string' },
        facts: {
          description: 'what is known; null says that a fact is not known (for the last dose: none yet)',
          $ref: '#/$defs/facts',
        },
        expected: {
          type: 'object',
          properties: {
            decision: { enum: decisions },
            reasons: { description: 'rules that must be among the findings', type: 'array', items: { type: 'string' } },
          },
          required: ['decision'],
          additionalProperties: false,
        },
        source: { type: 'string' },
      },
      required: ['id', 'facts'],
      additionalProperties: false,
    },
    facts: { ...groupSchema(caseVocabulary, ''), required: ['phase', 'protocol'] },
  },
}
