/** The facts of a worked example, as people read them. */
import type { FactDeclaration, FactValue, ListFact } from '@keel/engine'
import { unitLabels, vocabulary, wordOf } from '@keel/rulebook'
import { factInWords } from '../../session/gate/fact-in-words.ts'
import { capitalised } from '../words.ts'

/** One line for each fact; for a list of conditions or medicines one for each of its records. */
export function givenInWords(path: string, value: FactValue): readonly string[] {
  const declared: FactDeclaration | undefined = vocabulary[path as keyof typeof vocabulary]
  if (path === 'protocol') return [`${capitalised(declared?.says ?? path)}: ${value}`]
  if (declared?.kind !== 'list' || !Array.isArray(value)) return [factInWords(path, value)]
  if (value.length === 0) return [`${capitalised(declared.says)}: none`]
  return value.map((record) => `${capitalised(declared.says)}: ${recordInWords(declared, record)}`)
}

/** "aortic aneurysm (status of the condition: current)". */
function recordInWords({ of, required }: ListFact, record: FactValue): string {
  const { [required]: name, ...rest } = record as Readonly<Record<string, FactValue>>
  const attributes = Object.entries(rest).map(([key, value]) => {
    const declared = of[key]
    const unit = declared?.kind === 'quantity' ? (unitLabels[declared.unit] ?? declared.unit) : ''
    return `${declared?.says ?? key}: ${attributeInWords(key, value)} ${unit}`.trimEnd()
  })
  return `${attributeInWords(required, name)}${attributes.length > 0 ? ` (${attributes.join('; ')})` : ''}`
}

function attributeInWords(key: string, value: FactValue): string {
  if (value === null || value === undefined) return 'not known'
  if (Array.isArray(value)) return value.map((one) => attributeInWords(key, one)).join(', ')
  return typeof value === 'string' || typeof value === 'boolean' ? wordOf(key, value) : String(value)
}
