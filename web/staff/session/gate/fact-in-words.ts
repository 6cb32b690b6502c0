/** Facts and the rulebook's numbers, as people read them. */
import type { DatedValue, FactDeclaration, FactValue } from '@keel/engine'
import { unitLabels, vocabulary } from '@keel/rulebook'
import { keyInWords } from '../../wording.ts'

/** `vitals.sbp`, 152 -> "Systolic pressure, last reading: 152 mmHg". */
export function factInWords(path: string, value: FactValue): string {
  const declared: FactDeclaration | undefined = vocabulary[path as keyof typeof vocabulary]
  const says = declared?.says ?? path
  const unit = declared?.kind === 'quantity' ? (unitLabels[declared.unit] ?? declared.unit) : ''
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}: ${bare(value, unit)}`
}

function bare(value: FactValue, unit: string): string {
  if (value === null || value === undefined) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return `${value} ${unit}`.trimEnd()
  if (typeof value === 'string') return keyInWords(value).toLowerCase()
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one: FactValue) => bare(one, unit)).join(', ')
  const { name, key } = value as { readonly name?: FactValue; readonly key?: FactValue }
  return bare(name ?? key ?? JSON.stringify(value), '')
}

/** 160 mmHg; 56 or 84 mg. */
export function valueInWords({ is, unit }: DatedValue): string {
  const amounts = typeof is === 'number' ? String(is) : is.join(' or ')
  return `${amounts} ${unitLabels[unit] ?? unit}`.trimEnd()
}
