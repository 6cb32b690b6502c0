/** How old a query of the prescription registry may be at each support level: one set of numbers for both gates. */
import { all, any, type Condition, type ValueRef } from '@keel/engine'
import { value } from '../../values.ts'
import type { facts } from '../../vocabulary.ts'

export const queryAge = {
  low: [value(90, 'd', { cites: ['cdc-2022', 'judgement'], confidence: 'low', basis: 'drv' })],
  moderate: [value(30, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
  high: [value(1, 'd', { cites: 'judgement', confidence: 'low', basis: 'drv' })],
} as const

type Ages = { readonly [Tier in keyof typeof queryAge]: ValueRef<'d'> }

/** The query is older than the tier allows. At a tier that stopped dosing it is as at the highest. */
export function queryTooOld(age: Ages, { is, above }: Pick<typeof facts, 'is' | 'above'>): Condition {
  return any(
    above('gate.pdmp_days_ago', age.low),
    all(is('engagement.misuse_tier', 'moderate', 'high', 'stop'), above('gate.pdmp_days_ago', age.moderate)),
    all(is('engagement.misuse_tier', 'high', 'stop'), above('gate.pdmp_days_ago', age.high)),
  )
}
