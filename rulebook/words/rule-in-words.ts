/** A rule and a protocol in words, the same on every page that shows them. */
import { type DatedValue, fill, type Rule } from '@keel/engine'
import type { Protocol } from '../settings.ts'
import { unitLabels } from '../values.ts'

/** A sentence with its own newest numbers; those that a protocol states are named in back quotes. */
export function sentenceOf(rule: Pick<Rule, 'says' | 'values'>): string {
  const newest = Object.fromEntries(
    Object.entries(rule.values).map(([name, dated]) => [name, dated.at(-1) as DatedValue]),
  )
  return fill(rule.says, newest, { unitLabels }).replaceAll(/\{([\w-]+)\}/g, 'the protocol’s `$1`')
}

/** How the protocol's usual dose is ordered. */
export function usualOrder({ usual }: Protocol): string {
  if (usual.by === 'device')
    return `${usual.doseMg} mg, devices of ${usual.deviceMg} mg with ${usual.restBetweenDevicesMin} min between them`
  const time = usual.durationMin === null ? 'at once' : `over ${usual.durationMin} min`
  return `${usual.doseMgPerKg} mg/kg of dosing weight ${time}`
}
